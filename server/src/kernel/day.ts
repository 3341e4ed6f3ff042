/** Days and months of the calendar as text that sorts: 'YYYY-MM-DD', 'YYYY-MM'. No clock here: today is an argument. */
import type { Civil } from './civil.ts'
import { civilOfNumber, daysInMonth, isLeapYear, numberOfCivil } from './civil.ts'
import { t } from './label.ts'
import { defineProblems, problem } from './problem.ts'

declare const brand: unique symbol

/** A day 'YYYY-MM-DD' that exists, of the years 0001 to 9999. Compares as text. */
export type Day = string & { readonly [brand]: 'day' }

/** A month 'YYYY-MM'. */
export type Month = string & { readonly [brand]: 'month' }

export const dayProblems = defineProblems('day', {
  form: problem(422, (d: { given: string }) =>
    t(
      `日期“${d.given}”的写法不对。请写成年-月-日，如 2023-08-25。`,
      `The day "${d.given}" is not in the form year-month-day. Write it as 2023-08-25.`,
    ),
  ),
  absent: problem(422, (d: { given: string }) =>
    t(
      `日历上没有“${d.given}”这一天。请核对年月日。`,
      `There is no day "${d.given}" in the calendar. Check year, month and day.`,
    ),
  ),
  monthForm: problem(422, (d: { given: string }) =>
    t(
      `月份“${d.given}”的写法不对。请写成年-月，如 2023-08。`,
      `The month "${d.given}" is not in the form year-month. Write it as 2023-08.`,
    ),
  ),
  range: problem(422, (d: { number: number }) =>
    t(
      `日期超出了公元 1 年至 9999 年。请核对年份。`,
      `The day (number ${d.number}) is outside the years 1 to 9999. Check the year.`,
    ),
  ),
})

const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/
const FIRST = numberOfCivil({ year: 1, month: 1, day: 1 })
const LAST = numberOfCivil({ year: 9999, month: 12, day: 31 })

/** Reads 'YYYY-MM-DD'; another form, or a day that does not exist, is a Problem. */
export function day(text: string): Day {
  if (!dayForm.test(text)) throw dayProblems.form({ given: text })
  if (!isDay(text)) throw dayProblems.absent({ given: text })
  return text
}

export function isDay(text: string): text is Day {
  if (!dayForm.test(text)) return false
  const { year, month, day } = civil(text as Day)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Reads 'YYYY-MM'. */
export function month(text: string): Month {
  if (!isDay(`${text}-01`)) throw dayProblems.monthForm({ given: text })
  return text as Month
}

/** Year, month (1 to 12) and day of month. */
export function civil(on: Day): Civil {
  return { year: 100 * twoDigits(on, 0) + twoDigits(on, 2), month: twoDigits(on, 5), day: twoDigits(on, 8) }
}

/** Two characters as a number; nothing is cut out of the text, since days are read by the million. */
function twoDigits(text: string, at: number): number {
  return 10 * text.charCodeAt(at) + text.charCodeAt(at + 1) - 528
}

export function dayOf({ year, month, day }: Civil): Day {
  return dayOfNumber(numberOfCivil({ year, month, day }))
}

/** Whole days since 1970-01-01. */
export function dayNumber(on: Day): number {
  return numberOfCivil(civil(on))
}

/** The inverse of `dayNumber`. */
export function dayOfNumber(n: number): Day {
  if (!Number.isInteger(n) || n < FIRST || n > LAST) throw dayProblems.range({ number: n })
  const { year, month, day } = civilOfNumber(n)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day
}

export function addDays(on: Day, days: number): Day {
  return dayOfNumber(dayNumber(on) + days)
}

/** Days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day of a later (or earlier) month, at most its last day: 2023-11-30 + 3 months = 2024-02-29 (GEN-04). */
export function addMonths(on: Day, months: number): Day {
  const { year, month, day } = civil(on)
  const count = year * 12 + (month - 1) + months
  return dutyDay(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1, day)
}

/** Whether n calendar months from `start` are complete on the day `on`: start + n months <= on (GEN-04). */
export function monthsComplete(start: Day, n: number, on: Day): boolean {
  return addMonths(start, n) <= on
}

/** The same for a spell that ends with the day `last`, which counts: compared with last + 1 day (GEN-04, LM-13). */
export function monthsCompleteThrough(start: Day, n: number, last: Day): boolean {
  return monthsComplete(start, n, addDays(last, 1))
}

/** The largest n for which `monthsComplete(start, n, on)`; negative before the start. */
export function completedMonths(start: Day, on: Day): number {
  const a = civil(start)
  const b = civil(on)
  const apart = (b.year - a.year) * 12 + b.month - a.month
  return addMonths(start, apart) <= on ? apart : apart - 1
}

/** When an age goes up: on the birthday, or on the day after it (GEN-03). */
export type AgeTurns = 'birthday' | 'day-after'

/**
 * Age in completed years (周岁) on a day. Who was born on 29 February has the birthday on 1 March in common years (GEN-03).
 * Negative before the birth: the caller decides what that means.
 */
export function completedYears(birth: Day, on: Day, turns: AgeTurns = 'birthday'): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  const birthday = birthdayIn(birth, on)
  return (turns === 'birthday' ? birthday <= on : birthday < on) ? years : years - 1
}

/** The birthday in the year of `on`; text, since only its order matters. */
function birthdayIn(birth: Day, on: Day): string {
  const year = on.slice(0, 4)
  const leapless = birth.endsWith('-02-29') && !isLeapYear(Number(year))
  return leapless ? `${year}-03-01` : `${year}${birth.slice(4)}`
}

/** The day on which a duty of "the 30th of each month" falls: the last day where the month is shorter (GEN-06). */
export function dutyDay(year: number, month: number, dayOfMonth: number): Day {
  return dayOf({ year, month, day: Math.min(dayOfMonth, daysInMonth(year, month)) })
}

export function firstOfMonth(on: Day | Month): Day {
  return `${on.slice(0, 7)}-01` as Day
}

export function lastOfMonth(on: Day | Month): Day {
  return dutyDay(Number(on.slice(0, 4)), Number(on.slice(5, 7)), 31)
}

export function monthOf(on: Day): Month {
  return on.slice(0, 7) as Month
}

/** 1 Monday to 7 Sunday (ISO 8601). */
export function weekday(on: Day): number {
  return ((((dayNumber(on) + 3) % 7) + 7) % 7) + 1 // 1970-01-01 was a Thursday
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0')
}
