// Words and figures that the pages of sampling share.
import type { Output } from '../../api.ts'
import { type Text, t } from '../../app/text.tsx'
import type { Mark } from '../../parts/state-mark.tsx'

export type Report = Output<'sample.report'>
export type Place = Report['whole']
export type Estimate = Place['estimate']
export type SampleRecord = Report['records'][number]
export type SampleLine = Output<'sample.list'>['samples'][number]
/** A sample that was drawn above, as far as it reaches this area. */
export type ShareLine = Output<'sample.shares'>['shares'][number]
export type Share = Output<'sample.share'>

/** 10.5%; whole numbers without decimals. */
export function percentText(rate: number): string {
  return `${(rate * 100).toFixed(1).replace(/\.0$/, '')}%`
}

export function rangeText({ low, high }: { low: number; high: number }): string {
  return `${percentText(low)}–${percentText(high)}`
}

export const resultMarks: Record<string, { mark: Mark; word: Text }> = {
  confirmed: { mark: 'done', word: t('都相符', 'all agree') },
  differs: { mark: 'doubt', word: t('有不符', 'differs') },
  notFound: { mark: 'doubt', word: t('找不到', 'not found') },
  notMet: { mark: 'paused', word: t('没见到人', 'nobody met') },
  none: { mark: 'open', word: t('还没有查', 'not looked at') },
}

export const fateWords: Record<SampleRecord['fate'], Text | undefined> = {
  same: undefined,
  changed: t('抽中后改过', 'rewritten since'),
  moved: t('已迁到别处', 'moved away since'),
  gone: t('已从名册删去', 'removed since'),
}

type Standing = Pick<SampleLine, 'closedAt' | 'size' | 'looked'>

export function stateOf({ closedAt, size, looked }: Standing): { mark: Mark; word: Text } {
  if (closedAt) return { mark: 'done', word: t('已收尾', 'closed') }
  if (looked === size) return { mark: 'done', word: t('都查了', 'all looked at') }
  return { mark: 'doing', word: t('在查', 'under way') }
}
