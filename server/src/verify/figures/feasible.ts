/** VR-11: whether a step can end inside its stage; stages that join; days that a month does not have. */
import type { Day } from '#kernel'
import { addDays, addMonths, civil, dayNumber, daysBetween } from '#kernel'
import type { Verdict } from '../verdict.ts'

/** The step cannot begin before the paper is issued (day 0, GEN-05). `late`: days after the end of the stage. */
export function checkTerm(given: { issued: Day; days: number; stageEnd: Day }): {
  verdict: Verdict
  ends: Day
  late: number
} {
  const ends = addDays(given.issued, given.days)
  const late = Math.max(0, daysBetween(given.stageEnd, ends))
  return { verdict: late > 0 ? 'infeasible-date' : 'ok', ends, late }
}

export type Stage = { label: string; from: Day; to: Day }

/** Stages one after the other: the next begins the day after the one before ends. */
export function checkStages(stages: readonly Stage[]): { verdict: Verdict; at: string | null; days: number } {
  for (const [i, next] of stages.slice(1).entries()) {
    const before = stages[i] as Stage
    const days = daysBetween(before.to, next.from) - 1
    if (days !== 0)
      return { verdict: days > 0 ? 'coverage-gap' : 'overlap', at: `${before.label}—${next.label}`, days }
  }
  return { verdict: 'ok', at: null, days: 0 }
}

/** A duty on a day of each month: the months (1 to 12, of a common year) that have no such day (GEN-06). */
export function checkMonthDay(dayOfMonth: number): { verdict: Verdict; months: number[] } {
  const first = '2023-01-01' as Day
  const months = Array.from({ length: 12 }, (_, i) => i + 1).filter(
    (m) => civil(addDays(addMonths(first, m), -1)).day < dayOfMonth,
  )
  return { verdict: months.length > 0 ? 'coverage-gap' : 'ok', months }
}

/** Whether a day is the n-th such weekday of its month (1 is Monday, 7 is Sunday). */
export function checkNthWeekday(given: { day: Day; weekday: number; nth: number }): {
  verdict: Verdict
  weekday: number
  nth: number
} {
  const weekday = ((((dayNumber(given.day) + 3) % 7) + 7) % 7) + 1
  const nth = Math.ceil(civil(given.day).day / 7)
  return { verdict: weekday === given.weekday && nth === given.nth ? 'ok' : 'contradiction', weekday, nth }
}
