/**
 * Days as whole numbers that order as days do: year × 512 + month × 32 + day. Ages and months need no calendar then; only
 * counting days does. Code 0 stands where there is no day.
 */
import { civilOfNumber, daysInMonth, numberOfCivil } from '../../civil.ts'
import type { Day } from '../../day.ts'
import { dayOf } from '../../day.ts'

export const FIRST_DAY = codeOf(1, 1, 1)
export const LAST_DAY = codeOf(9999, 12, 31)
/** Beyond every day: the end of what has no end. */
export const AFTER_ALL = LAST_DAY + 512

export function codeOf(year: number, month: number, day: number): number {
  return (year << 9) | (month << 5) | day
}

/** The code of 'YYYY-MM-DD', which must be a day. */
export function codeOfDay(text: string): number {
  const digit = (at: number) => text.charCodeAt(at) - 48
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
  return codeOf(year, digit(5) * 10 + digit(6), digit(8) * 10 + digit(9))
}

export function dayOfCode(code: number): Day {
  return dayOf({ year: code >> 9, month: (code >> 5) & 15, day: code & 31 })
}

/** Days since 1970-01-01. */
export function numberOfCode(code: number): number {
  return numberOfCivil({ year: code >> 9, month: (code >> 5) & 15, day: code & 31 })
}

/** The inverse; 0 outside the years 1 to 9999. */
export function codeOfNumber(n: number): number {
  if (!(n >= FIRST_NUMBER && n <= LAST_NUMBER)) return 0
  const { year, month, day } = civilOfNumber(n)
  return codeOf(year, month, day)
}

const FIRST_NUMBER = numberOfCode(FIRST_DAY)
const LAST_NUMBER = numberOfCode(LAST_DAY)

/** `days` later or earlier; 0 outside the years 1 to 9999. Within the month and into the one before it needs no calendar. */
export function codeAfterDays(code: number, days: number): number {
  const day = (code & 31) + days
  if (day >= 1 && day <= 28) return (code & ~31) | day
  if (day > 0 || day < -27) return codeOfNumber(numberOfCode(code) + days)
  const before = (code & 480) === JANUARY ? code - 512 + 11 * 32 : code - 32
  return before < FIRST_DAY ? 0 : (before & ~31) | (daysInMonth(before >> 9, (before >> 5) & 15) + day)
}

const JANUARY = 1 << 5

/** `months` later, at most the last day of the month (GEN-04); 0 outside the years 1 to 9999. */
export function codeAfterMonths(code: number, months: number): number {
  const count = (code >> 9) * 12 + ((code >> 5) & 15) - 1 + months
  if (!(count >= 12 && count < 120_000)) return 0
  const year = (count / 12) | 0
  const month = count - year * 12 + 1
  return codeOf(year, month, Math.min(code & 31, daysInMonth(year, month)))
}

/** Age in completed years (GEN-03); below 0 before the birth. */
export function yearsOfCodes(birth: number, on: number, dayAfter: number): number {
  const born = birth & 511
  const year = on >> 9
  const leapless = born === LEAP_DAY && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))
  const birthday = (leapless ? FIRST_OF_MARCH : born) + dayAfter
  // The sign bit says whether the birthday is still to come: nobody can guess it, so it is no branch.
  return year - (birth >> 9) - (((on & 511) - birthday) >>> 31)
}

const LEAP_DAY = (2 << 5) | 29
const FIRST_OF_MARCH = (3 << 5) | 1

export function lastOfMonthCode(code: number): number {
  return (code & ~31) | daysInMonth(code >> 9, (code >> 5) & 15)
}

/** Completed months between two days (GEN-04). */
export function monthsOfCodes(from: number, to: number): number {
  const apart = ((to >> 9) - (from >> 9)) * 12 + ((to >> 5) & 15) - ((from >> 5) & 15)
  const day = Math.min(from & 31, daysInMonth(to >> 9, (to >> 5) & 15))
  return day <= (to & 31) ? apart : apart - 1
}
