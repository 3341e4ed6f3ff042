// What the pages of duplicates say alike: how like two records are, and why.
import type { Output } from '../../api.ts'
import { type Text, t } from '../../app/text.tsx'
import type { Mark } from '../../parts/state-mark.tsx'

export type Pair = Output<'duplicate.list'>['pairs'][number]
export type Merge = Output<'duplicate.merges'>['merges'][number]
type Reasons = Pair['reasons']

/** 很像 85 分; 可能 66 分. */
export function likeWord(likely: boolean, score: number): Text {
  return likely
    ? t(`很像，${score} 分`, `likely one, ${score} of 100`)
    : t(`可能是，${score} 分`, `perhaps one, ${score} of 100`)
}

/** 姓名同音、出生日期相同、同一个村；不符：性别不同。 */
export function reasonsText(reasons: Reasons): Text {
  const part = (wanted: (points: number) => boolean, locale: 'zh' | 'en') =>
    reasons.filter(({ points }) => wanted(points)).map(({ text }) => text[locale])
  const [forZh, forEn] = [part((n) => n > 0, 'zh').join('、'), part((n) => n > 0, 'en').join(', ')]
  const [notZh, notEn] = [part((n) => n < 0, 'zh').join('、'), part((n) => n < 0, 'en').join(', ')]
  return t(notZh ? `${forZh}；不符：${notZh}` : forZh, notEn ? `${forEn}; against it: ${notEn}` : forEn)
}

export const pairStates = {
  open: t('待核对', 'To look at'),
  apart: t('不是同一个', 'Not one'),
  merged: t('合并记录', 'Merges'),
}

export const mergeStates: Record<Merge['state'], { mark: Mark; word: Text }> = {
  proposed: { mark: 'doing', word: t('等另一人确认', 'Waits for a second person') },
  done: { mark: 'done', word: t('已合并', 'Merged') },
  withdrawn: { mark: 'returned', word: t('已收回', 'Withdrawn') },
  undone: { mark: 'returned', word: t('已撤回', 'Undone') },
}
