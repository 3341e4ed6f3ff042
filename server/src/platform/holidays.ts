/** Holiday tables for the counting of working days, from the yearly notices of the State Council as `chinese-days` holds them. */
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Day, HolidayTable } from '#kernel'
import { day, workdayProblems } from '#kernel'

/** The library answers for every year but knows only these; from 2027 on it would silently take all weekdays as worked. */
const FIRST_YEAR = 2004
const LAST_YEAR = 2026

/** The tables of these years; a year that has not been announced is the Problem `workday.unknownYear`. */
export function holidayTable(years: readonly number[]): HolidayTable {
  return Object.fromEntries(years.map((year) => [String(year), tableOf(year)]))
}

/** The tables of all years known. */
export function knownHolidays(): HolidayTable {
  return holidayTable(Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i))
}

function tableOf(year: number): HolidayTable[string] {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw workdayProblems.unknownYear({ year: String(year) })
  return { off: daysOf(announced.holidays, year), work: daysOf(announced.workdays, year) }
}

function daysOf(book: Record<string, unknown>, year: number): Day[] {
  return Object.keys(book)
    .filter((key) => key.startsWith(`${year}-`))
    .map(day)
}
