import { describe, expect, it } from 'vitest'
import { daysIn, dayWords, readDay, weekdayWords } from './day-words.ts'

describe('days as people type them', () => {
  it.each(['2025-9-15', '2025.9.15', '2025/09/15', '20250915', '2025年9月15日', '２０２５．９．１５'])(
    '%s is one day',
    (typed) => {
      expect(readDay(typed)).toEqual({ day: '2025-09-15' })
    },
  )
  it.each(['1963.7', '1963年7月', '196307', '1963-07'])('%s is a month', (typed) => {
    expect(readDay(typed)).toEqual({ month: '1963-07' })
  })
  it('names what was typed when it cannot be read', () => {
    const read = readDay('去年正月')
    expect('problem' in read && read.problem.zh).toContain('日期看不懂：“去年正月”')
  })
  it('refuses days that a month does not have', () => {
    expect(readDay('2023-02-29')).toHaveProperty('problem')
    expect(readDay('2024-02-29')).toEqual({ day: '2024-02-29' })
    expect(readDay('2025-13-01')).toHaveProperty('problem')
    expect(daysIn(1900, 2)).toBe(28)
    expect(daysIn(2000, 2)).toBe(29)
  })
})

describe('days as people read them', () => {
  it('speaks in month and day', () => {
    expect(dayWords('2025-09-15')).toEqual({ zh: '9 月 15 日', en: '15 Sep' })
    expect(dayWords('2025-09-15', true).zh).toBe('2025 年 9 月 15 日')
  })
  it('knows weekdays, as the calendar of 2025 has them', () => {
    expect(weekdayWords('2025-09-15').zh).toBe('星期一')
    expect(weekdayWords('2025-10-01').zh).toBe('星期三')
    expect(weekdayWords('2024-02-29').zh).toBe('星期四')
  })
})
