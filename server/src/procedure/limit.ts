/** Time limits: how many days, counted how, and what is left of them (GEN-05, AMB-06, AMB-38, AMB-39). */
import type { Day, DayCount, HolidayTable } from '#kernel'
import { addDays, daysBetween, dueDate, isWorkingDay } from '#kernel'

export type Limit = {
  readonly days: number
  readonly count: DayCount
  /** Whether a due day that nobody works on moves to the next working day; by default it stays (AMB-39). */
  readonly roll?: boolean
}

/** A span in a state that ended because the case went back: its days count, the days after it do not (停钟). */
export type Stint = { readonly state: string; readonly from: Day; readonly to: Day }

/** Calendar days, the default of the catalogue (AMB-06). */
export function days(n: number, roll = false): Limit {
  return { days: n, count: 'calendar', roll }
}

/** Working days by the holiday table, for licences and permits (AMB-06). */
export function workingDays(n: number): Limit {
  return { days: n, count: 'working' }
}

/** The last day on time: the day of the event is day 0 (GEN-05). */
export function dueOf(limit: Limit, start: Day, table: HolidayTable): Day {
  const due = dueDate(start, limit.days, limit.count, table)
  return limit.roll ? nextWorkingDay(due, table) : due
}

/** Due day of a limit whose clock stood still while the case was sent back: the days used before come off. */
export function dueAfterStops(
  limit: Limit,
  span: { since: Day; stints: readonly Stint[] },
  table: HolidayTable,
): Day {
  const used = span.stints.reduce((sum, one) => sum + daysUsed(limit, one, table), 0)
  return dueOf({ ...limit, days: Math.max(0, limit.days - used) }, span.since, table)
}

/** Days from `from` (day 0) to `to` in the limit's own count. */
export function daysUsed(limit: Limit, { from, to }: { from: Day; to: Day }, table: HolidayTable): number {
  if (limit.count === 'calendar') return Math.max(0, daysBetween(from, to))
  let used = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, table)) used++
  return used
}

/** The first day on which something that must lie open for `limit` may be closed: the day after its last day (AMB-38). */
export function openAfter(limit: Limit, posted: Day, table: HolidayTable): Day {
  return addDays(dueOf(limit, posted, table), 1)
}

function nextWorkingDay(on: Day, table: HolidayTable): Day {
  let at = on
  while (!isWorkingDay(at, table)) at = addDays(at, 1)
  return at
}
