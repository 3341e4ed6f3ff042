/** Three weeks from Monday: which days are off, which are worked instead (调休). */
import { addDays, type Day, type HolidayTable, weekday } from '#kernel'

export type CalendarDay = {
  day: Day
  off: boolean /** A weekend day that is worked. */
  instead: boolean
  holiday: boolean
}

/** 21 days from the Monday of the week of `today`. Years without an announced table fall back to no entry: they are left out. */
export function threeWeeks(today: Day, table: HolidayTable): CalendarDay[] {
  const monday = addDays(today, 1 - weekday(today))
  const days = Array.from({ length: 21 }, (_, at) => addDays(monday, at))
  return days.flatMap((day) => {
    const known = table[day.slice(0, 4)]
    if (!known) return []
    const instead = known.work.includes(day)
    const holiday = known.off.includes(day)
    return [{ day, instead, holiday, off: holiday || (weekday(day) > 5 && !instead) }]
  })
}
