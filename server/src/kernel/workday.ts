/** Working days with make-up days (调休), and the last day of a time limit (GEN-05). */
import type { Day } from './day.ts'
import { addDays, weekday } from './day.ts'
import { t } from './label.ts'
import { defineProblems, invariant, problem } from './problem.ts'

/** By year: weekdays that are holidays, and weekend days that are worked. A year that is not in it is unknown. */
export type HolidayTable = {
  readonly [year: string]: { readonly off: readonly Day[]; readonly work: readonly Day[] }
}

export type DayCount = 'calendar' | 'working'

export const workdayProblems = defineProblems('workday', {
  unknownYear: problem(422, (d: { year: string }) =>
    t(
      `还没有 ${d.year} 年的节假日安排，算不出工作日。请等国务院办公厅公布后由系统管理员录入。`,
      `The holidays of ${d.year} are not in the system yet, so working days cannot be counted. The administrator enters them once the State Council has announced them.`,
    ),
  ),
})

/** Whether people work on that day; a Problem for a year without data, since a guess would move a legal limit. */
export function isWorkingDay(on: Day, table: HolidayTable): boolean {
  const year = on.slice(0, 4)
  const known = table[year]
  if (!known) throw workdayProblems.unknownYear({ year })
  if (known.work.includes(on)) return true
  return weekday(on) <= 5 && !known.off.includes(on)
}

/** The n-th working day after a day (n >= 0; 0 is the day itself, whatever it is). */
export function addWorkingDays(on: Day, n: number, table: HolidayTable): Day {
  invariant(Number.isInteger(n) && n >= 0, 'working days are counted forward')
  let at = on
  for (let left = n; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at, table)) left--
  }
  return at
}

/** The last day on which a duty "within n days" is on time; the day of the event is day 0 (GEN-05). It may be a holiday (AMB-39). */
export function dueDate(event: Day, n: number, count: DayCount, table: HolidayTable): Day {
  return count === 'calendar' ? addDays(event, n) : addWorkingDays(event, n, table)
}
