import { describe, expect, it } from 'vitest'
import { addWorkingDays, day, isProblem, isWorkingDay } from '#kernel'
import { holidayTable, knownHolidays } from './holidays.ts'

describe('holiday tables', () => {
  it('know the make-up days of the autumn of 2023 (GEN-05)', () => {
    expect(addWorkingDays(day('2023-09-27'), 5, holidayTable([2023]))).toBe('2023-10-10')
  })

  it('know 2025: worked on Saturday 11 October for the holiday of 8 October', () => {
    const table = holidayTable([2025])
    expect(isWorkingDay(day('2025-10-11'), table)).toBe(true)
    expect(isWorkingDay(day('2025-10-08'), table)).toBe(false)
    expect(isWorkingDay(day('2025-10-09'), table)).toBe(true)
  })

  it('refuse years that have not been announced', () => {
    for (const year of [2003, 2027, Number.NaN]) {
      expect(() => holidayTable([year])).toThrowError(
        expect.objectContaining({ code: 'workday.unknownYear' }),
      )
    }
    let thrown: unknown
    try {
      addWorkingDays(day('2026-12-31'), 1, knownHolidays())
    } catch (error) {
      thrown = error
    }
    expect(isProblem(thrown, 'workday.unknownYear')).toBe(true)
  })

  it('has in each known year weekdays off and weekend days worked', () => {
    const table = knownHolidays()
    expect(Object.keys(table)).toHaveLength(23)
    for (const { off, work } of Object.values(table)) {
      expect(off.length).toBeGreaterThanOrEqual(10)
      expect(work.length).toBeGreaterThanOrEqual(1)
    }
  })
})
