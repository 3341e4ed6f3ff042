/** The words in which a check ends (catalogue, section 3), with those for the page. */
import type { Text } from '#kernel'
import { t } from '#kernel'

export type Verdict =
  | 'ok'
  | 'ok-tolerance'
  | 'explained-by-input-rounding'
  | 'truncated'
  | 'other-base'
  | 'mismatch'
  | 'incomplete'
  | 'bound-ok'
  | 'bound-fail'
  | 'bound-unknown'
  | 'contradiction'
  | 'overlap'
  | 'coverage-gap'
  | 'infeasible-date'
  | 'dangling-reference'
  | 'masked-value'
  | 'numbering-gap'
  | 'spliced-text'
  | 'implausible'
  | 'garbled'

export const verdictTexts: Readonly<Record<Verdict, Text>> = {
  ok: t('相符', 'agrees'),
  'ok-tolerance': t('舍入可解释', 'explained by rounding'),
  'explained-by-input-rounding': t('舍入可解释', 'explained by rounding'),
  truncated: t('舍入可解释', 'cut off instead of rounded'),
  'other-base': t('口径不同', 'another base'),
  mismatch: t('不符', 'does not agree'),
  incomplete: t('不全', 'incomplete'),
  'bound-ok': t('相符', 'keeps the bound'),
  'bound-fail': t('不符', 'breaks the bound'),
  'bound-unknown': t('无法辨认', 'cannot be told'),
  contradiction: t('矛盾', 'contradiction'),
  overlap: t('重叠', 'overlap'),
  'coverage-gap': t('漏档', 'gap'),
  'infeasible-date': t('日期不可能', 'impossible day'),
  'dangling-reference': t('无此附件', 'no such annex'),
  'masked-value': t('数被遮住', 'figure covered'),
  'numbering-gap': t('编号有缺', 'numbers missing'),
  'spliced-text': t('拼接痕迹', 'text put together from others'),
  implausible: t('不合常理', 'implausible'),
  garbled: t('无法辨认', 'unreadable'),
}

/** What rounding explains is shown apart and never counted as a fault. */
export function isFault(verdict: Verdict): boolean {
  return !['ok', 'ok-tolerance', 'explained-by-input-rounding', 'truncated', 'bound-ok'].includes(verdict)
}
