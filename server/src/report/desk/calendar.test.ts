import { expect, it } from 'vitest'
import { day } from '#kernel'
import { holidayTable } from '#platform'
import { threeWeeks } from './calendar.ts'

// The State Council's notice for 2025: National Day and Mid-Autumn 1 to 8 October, 28 September and 11 October worked.
it('shows three weeks from Monday with holidays and make-up days of 2025', () => {
  const days = threeWeeks(day('2025-09-17'), holidayTable([2025]))
  expect(days).toHaveLength(21)
  expect(days[0]?.day).toBe('2025-09-15')
  expect(days.filter(({ instead }) => instead).map(({ day }) => day)).toEqual(['2025-09-28'])
  expect(days.filter(({ holiday }) => holiday).map(({ day }) => day)).toEqual([
    '2025-10-01',
    '2025-10-02',
    '2025-10-03',
    '2025-10-04',
    '2025-10-05',
  ])
  expect(days.find(({ day }) => day === '2025-09-20')?.off).toBe(true)
})
