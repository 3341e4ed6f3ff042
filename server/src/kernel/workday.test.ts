import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import { isProblem } from './problem.ts'
import type { HolidayTable } from './workday.ts'
import { addWorkingDays, dueDate, isWorkingDay } from './workday.ts'

// From the notice of the State Council for 2023 (国办发明电〔2022〕16号): 中秋、国庆 29 September to 6 October, worked on 7 and 8 October.
const table: HolidayTable = {
  '2023': {
    off: [
      '2023-09-29',
      '2023-09-30',
      '2023-10-01',
      '2023-10-02',
      '2023-10-03',
      '2023-10-04',
      '2023-10-05',
      '2023-10-06',
    ].map(day),
    work: ['2023-10-07', '2023-10-08'].map(day),
  },
}

describe('time limits (GEN-05)', () => {
  it.each([
    [5, '2023-08-30', '2023-09-01'],
    [10, '2023-09-04', '2023-09-08'],
    [0, '2023-08-25', '2023-08-25'],
  ])('%i days from Friday 2023-08-25', (n, calendar, working) => {
    const event = day('2023-08-25')
    expect(dueDate(event, n, 'calendar', table)).toBe(calendar)
    expect(dueDate(event, n, 'working', table)).toBe(working)
  })

  it('count make-up days and skip holidays', () => {
    // 28 Sep (Thu), 7 Oct, 8 Oct (make-up), 9 Oct, 10 Oct
    expect(addWorkingDays(day('2023-09-27'), 5, table)).toBe('2023-10-10')
    expect(isWorkingDay(day('2023-10-08'), table)).toBe(true)
    expect(isWorkingDay(day('2023-09-29'), table)).toBe(false)
    expect(isWorkingDay(day('2023-08-26'), table)).toBe(false)
  })

  it('are counted forward and in whole days', () => {
    for (const n of [-1, 0.5])
      expect(
        isProblem(
          caught(() => addWorkingDays(day('2023-08-25'), n, table)),
          'kernel.invariant',
        ),
      ).toBe(true)
  })

  it('stop where a year has no data', () => {
    const thrown = [
      () => isWorkingDay(day('2024-01-02'), table),
      () => addWorkingDays(day('2023-12-29'), 3, table),
    ].map(caught)
    expect(thrown.map((problem) => isProblem(problem, 'workday.unknownYear') && problem.details)).toEqual([
      { year: '2024' },
      { year: '2024' },
    ])
  })
})

function caught(act: () => unknown): unknown {
  try {
    return act()
  } catch (thrown) {
    return thrown
  }
}
