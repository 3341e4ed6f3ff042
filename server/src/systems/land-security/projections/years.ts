/** The years of a projection: the months left of this one, then whole years. */
import { type Day, day } from '#kernel'

export type ProjectedYear = {
  readonly year: number
  readonly months: readonly Day[]
  readonly isWhole: boolean
}

/** `count` whole years, before them what is left of the year of `on`; the month of `on` counts as paid. */
export function yearsFrom(on: Day, count: number): ProjectedYear[] {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))]
  const whole = Array.from({ length: count }, (_, at) => yearOf(year + 1 + at, 1))
  return month === 12 ? whole : [yearOf(year, month + 1), ...whole]
}

function yearOf(year: number, first: number): ProjectedYear {
  const months = Array.from({ length: 13 - first }, (_, at) =>
    day(`${year}-${String(first + at).padStart(2, '0')}-01`),
  )
  return { year, months, isWhole: first === 1 }
}

export function lastDayOf({ year }: Pick<ProjectedYear, 'year'>): Day {
  return day(`${year}-12-31`)
}
