import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from './day.ts'
import {
  addDays,
  addMonths,
  completedMonths,
  completedYears,
  day,
  dayNumber,
  dayOfNumber,
  daysBetween,
  dutyDay,
  firstOfMonth,
  isDay,
  lastOfMonth,
  month,
  monthOf,
  monthsComplete,
  monthsCompleteThrough,
  weekday,
} from './day.ts'
import { intersectPeriods, period, periodContains, periodsOverlap } from './period.ts'
import { isProblem } from './problem.ts'

const FIRST = -719_162 // 0001-01-01, by Date.UTC
const LAST = 2_932_896 // 9999-12-31, by Date.UTC
const anyNumber = fc.integer({ min: FIRST, max: LAST })
const anyDay = fc
  .integer({ min: dayNumber('1900-01-01' as Day), max: dayNumber('2100-12-31' as Day) })
  .map(dayOfNumber)

describe('days', () => {
  it('agree with the clock of the platform over the whole range', () => {
    fc.assert(
      fc.property(anyNumber, (n) => {
        const other = new Date(n * 86_400_000)
        const text = other.toISOString().slice(0, 10)
        expect(dayOfNumber(n)).toBe(text)
        expect(dayNumber(day(text))).toBe(n)
        expect(weekday(day(text))).toBe(other.getUTCDay() || 7)
      }),
    )
    expect([dayOfNumber(FIRST), dayOfNumber(0), dayOfNumber(LAST)]).toEqual([
      '0001-01-01',
      '1970-01-01',
      '9999-12-31',
    ])
  })

  it.each(['2023-02-29', '2023-04-31', '1900-02-29', '2023-13-01', '2023-00-10', '2023-01-00', '0000-01-01'])(
    '%s does not exist',
    (text) => {
      expect(thrownBy(() => day(text), 'day.absent')).toBe(true)
      expect(isDay(text)).toBe(false)
    },
  )

  it.each(['2023-8-25', '2023/08/25', '20230825', '2023-08-25T00:00', ' 2023-08-25', ''])(
    '%j is not the form',
    (text) => {
      expect(thrownBy(() => day(text), 'day.form')).toBe(true)
    },
  )

  it('know how long each month is', () => {
    const ends = Array.from({ length: 12 }, (_, i) =>
      Number(lastOfMonth(month(`2023-${String(i + 1).padStart(2, '0')}`)).slice(8)),
    )
    expect(ends).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect(isDay('2023-09-31')).toBe(false)
  })

  it('know the last day of the cycle of 400 years', () => {
    expect(dayNumber(day('2000-02-29'))).toBe(11_016) // 30 years of 365 days, 7 leap days before 2000, 59 days
    expect(dayOfNumber(11_016)).toBe('2000-02-29')
  })

  it('know leap days', () => {
    expect([day('2024-02-29'), day('2000-02-29')]).toEqual(['2024-02-29', '2000-02-29'])
    expect(month('2024-02')).toBe('2024-02')
    expect(thrownBy(() => month('2024-13'), 'day.monthForm')).toBe(true)
  })

  it('do not leave the years 1 to 9999', () => {
    expect(thrownBy(() => addDays(day('9999-12-31'), 1), 'day.range')).toBe(true)
    expect(thrownBy(() => addMonths(day('0001-01-15'), -1), 'day.range')).toBe(true)
  })

  it('count', () => {
    expect(addDays(day('2023-12-31'), 60)).toBe('2024-02-29')
    expect(daysBetween(day('2024-01-01'), day('2025-01-01'))).toBe(366)
    expect(monthOf(day('2024-02-10'))).toBe('2024-02')
    expect(firstOfMonth(day('2024-02-10'))).toBe('2024-02-01')
    expect(lastOfMonth(day('2024-02-10'))).toBe('2024-02-29')
    expect(lastOfMonth(month('2023-11'))).toBe('2023-11-30')
  })
})

describe('months (GEN-04)', () => {
  it('are clamped to the last day', () => {
    expect(addMonths(day('2023-11-30'), 3)).toBe('2024-02-29')
    expect(addMonths(day('2023-01-31'), 1)).toBe('2023-02-28')
    expect(addMonths(day('2024-03-31'), -1)).toBe('2024-02-29')
    expect(addMonths(day('2023-01-15'), -13)).toBe('2021-12-15')
  })

  it.each([
    ['2023-09-05', '2023-12-05', '2023-12-04'],
    ['2023-11-30', '2024-02-29', '2024-02-28'],
  ])('three months from %s are complete on %s, not on %s', (start, complete, before) => {
    expect(monthsComplete(day(start), 3, day(complete))).toBe(true)
    expect(monthsComplete(day(start), 3, day(before))).toBe(false)
  })

  it('count the last day of a spell (LM-13)', () => {
    expect(monthsCompleteThrough(day('2023-09-05'), 3, day('2023-12-04'))).toBe(true)
    expect(monthsCompleteThrough(day('2023-09-05'), 3, day('2023-12-03'))).toBe(false)
  })

  it('completedMonths is the largest number that is complete', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (start, on) => {
        const n = completedMonths(start, on)
        return monthsComplete(start, n, on) && !monthsComplete(start, n + 1, on)
      }),
    )
  })
})

describe('age (GEN-03)', () => {
  it.each([
    ['1959-03-10', '2019-03-10', 60],
    ['1959-03-10', '2019-03-09', 59],
    ['1959-06-30', '2019-06-30', 60], // LS-03
    ['1959-07-01', '2019-06-30', 59],
    ['2003-07-01', '2019-06-30', 15],
    ['2004-02-29', '2023-02-28', 18],
    ['2004-02-29', '2023-03-01', 19],
    ['2004-02-29', '2024-02-29', 20],
    ['2004-02-29', '2024-02-28', 19],
    ['2019-06-30', '2019-06-30', 0],
  ])('born %s is on %s %i', (birth, on, years) => {
    expect(completedYears(day(birth), day(on))).toBe(years)
  })

  it('may go up on the day after the birthday', () => {
    expect(completedYears(day('1959-03-10'), day('2019-03-10'), 'day-after')).toBe(59)
    expect(completedYears(day('1959-03-10'), day('2019-03-11'), 'day-after')).toBe(60)
  })
})

describe('duty day (GEN-06)', () => {
  it.each([
    [2023, 2, '2023-02-28'],
    [2024, 2, '2024-02-29'],
    [2023, 4, '2023-04-30'],
    [2023, 1, '2023-01-30'],
  ])('the 30th of %i-%i is %s', (year, ofMonth, expected) => {
    expect(dutyDay(year, ofMonth, 30)).toBe(expected)
  })
})

describe('periods', () => {
  const may = period(day('2024-05-01'), day('2024-06-01'))

  it('hold their first day, not their last', () => {
    expect(periodContains(may, day('2024-05-01'))).toBe(true)
    expect(periodContains(may, day('2024-05-31'))).toBe(true)
    expect(periodContains(may, day('2024-06-01'))).toBe(false)
    expect(periodContains(period(day('2024-05-01')), day('9999-12-31'))).toBe(true)
  })

  it('are not empty or reversed', () => {
    expect(thrownBy(() => period(day('2024-05-01'), day('2024-05-01')), 'period.reversed')).toBe(true)
  })

  it('that touch do not overlap', () => {
    expect(periodsOverlap(may, period(day('2024-06-01')))).toBe(false)
    expect(periodsOverlap(may, period(day('2024-05-31')))).toBe(true)
  })

  it('have in common exactly the days that both hold', () => {
    const anyPeriod = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 1, max: 60 })))
      .map(([from, length]) => period(dayOfNumber(from), length === null ? null : dayOfNumber(from + length)))
    fc.assert(
      fc.property(anyPeriod, anyPeriod, fc.integer({ min: 0, max: 130 }).map(dayOfNumber), (a, b, on) => {
        const common = intersectPeriods(a, b)
        expect(common !== null && periodContains(common, on)).toBe(
          periodContains(a, on) && periodContains(b, on),
        )
        expect(intersectPeriods(b, a)).toEqual(common)
      }),
    )
  })
})

function thrownBy(act: () => unknown, code: string): boolean {
  try {
    act()
  } catch (thrown) {
    return isProblem(thrown, code)
  }
  return false
}
