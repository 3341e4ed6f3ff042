/** Spans of days, half-open: `from` belongs to it, `to` does not; `to: null` has no end. */
import type { Day } from './day.ts'
import { t } from './label.ts'
import { defineProblems, problem } from './problem.ts'

export type Period = { readonly from: Day; readonly to: Day | null }

export const periodProblems = defineProblems('period', {
  reversed: problem(422, (d: { from: Day; to: Day }) =>
    t(
      `起止日期 ${d.from} 至 ${d.to} 是倒的，或者一天也没有。请把结束日期改在开始日期之后。`,
      `The period from ${d.from} to ${d.to} is reversed or holds no day. Let it end after it begins.`,
    ),
  ),
})

/** The days from `from` up to, without, `to`. A period holds at least one day. */
export function period(from: Day, to: Day | null = null): Period {
  if (to !== null && to <= from) throw periodProblems.reversed({ from, to })
  return { from, to }
}

export function periodContains(span: Period, on: Day): boolean {
  return span.from <= on && (span.to === null || on < span.to)
}

export function periodsOverlap(a: Period, b: Period): boolean {
  return intersectPeriods(a, b) !== null
}

/** The days common to both, or null. */
export function intersectPeriods(a: Period, b: Period): Period | null {
  // biome-ignore lint/complexity/useMathMinMax: days are text, of which Math.max knows nothing
  const from = b.from <= a.from ? a.from : b.from
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to
  return to === null || from < to ? { from, to } : null
}
