// Words of the import that several of its pages say.
import type { Output } from '../../api.ts'
import { localeNow, type Text, t } from '../../app/text.tsx'
import type { Mark } from '../../parts/state-mark.tsx'

export type Import = Output<'import.get'>
export type ImportRow = Output<'import.rows'>['rows'][number]
export type RowClass = ImportRow['class']

export const stateWords: Record<Import['state'], { word: Text; mark: Mark }> = {
  mapping: { word: t('等对表头', 'columns to be mapped'), mark: 'open' },
  staging: { word: t('正在读', 'being read'), mark: 'doing' },
  review: { word: t('等入册', 'ready'), mark: 'open' },
  merging: { word: t('正在入册', 'being committed'), mark: 'doing' },
  done: { word: t('已入册', 'committed'), mark: 'done' },
  undone: { word: t('已撤回', 'taken back'), mark: 'returned' },
  dropped: { word: t('已放弃', 'given up'), mark: 'paused' },
}

export const classWords: Record<RowClass, { word: Text; mark: Mark }> = {
  new: { word: t('新增', 'new'), mark: 'added' },
  changed: { word: t('变更', 'changed'), mark: 'changed' },
  unchanged: { word: t('无变化', 'unchanged'), mark: 'same' },
  rejected: { word: t('有问题', 'wrong'), mark: 'refused' },
  doubtful: { word: t('待核', 'in doubt'), mark: 'doubt' },
  skipped: { word: t('不导', 'left out'), mark: 'paused' },
}

export function countOf(given: Pick<Import, 'counts'>, ...classes: readonly string[]): number {
  return classes.reduce((sum, name) => sum + (given.counts[name] ?? 0), 0)
}

export function figure(n: number): string {
  return n.toLocaleString('en-US')
}

/** 9 月 14 日 17:20, in China's time; 14 September 17:20 on an English page. */
export function momentWords(iso: string): string {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(iso))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  if (localeNow() === 'en') {
    const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', month: 'long' })
    return `${part('day')} ${month.format(new Date(iso))} ${part('hour')}:${part('minute')}`
  }
  return `${part('month')} 月 ${part('day')} 日 ${part('hour')}:${part('minute')}`
}
