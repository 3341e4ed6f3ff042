/** `defineRegisterFigure`: a figure that comes from a register: what is counted of which rows, on a day. Data, no SQL. */
import type { AreaLevel, Citation, Day, Text } from '#kernel'
import { addMonths } from '#kernel'
import type { Condition, Measure } from '#register'

/** A value that moves with the day that is asked for: the day itself, so many years before it, its year. */
export type Moving = { of: 'day' } | { of: 'yearsBefore'; years: number } | { of: 'year' }

export type FigureCondition = Omit<Condition, 'value'> & {
  op: Exclude<Condition['op'], 'in'> // what is counted opens as a list, and a list takes no such condition
  value?: string | number | boolean | Moving
}

/** Rows of one register. `none: 'unknown'`: where no row fits nobody has reported, which is not 0 (GEN-07). */
export type Counted = {
  register: string
  filter: readonly FigureCondition[]
  measure: Measure
  none?: 'unknown'
}

/** One figure in percent of another, which holds it. */
export type Shared = { part: string; whole: string }

export type RegisterFigure = {
  /** `household.lifted` */
  id: string
  label: Text
  unit: Text
  /** The narrowest level at which it says something. */
  level: Extract<AreaLevel, 'county' | 'township' | 'village'>
  of: Counted | Shared
  cite: Citation
  /** What is counted and what is not, in a sentence. */
  note?: Text
}

export function defineRegisterFigure(figure: RegisterFigure): RegisterFigure {
  return figure
}

export const onDay: Moving = { of: 'day' }
export const inYear: Moving = { of: 'year' }
export const yearsBefore = (years: number): Moving => ({ of: 'yearsBefore', years })

type More = Pick<Counted, 'none'>

/** How many rows meet the conditions. Rows of which a condition cannot be told are counted beside (GEN-07). */
export function rowsOf(register: string, ...filter: readonly FigureCondition[]): Counted {
  return { register, filter, measure: { rows: true } }
}

/** The sum of a field over the rows that meet the conditions. */
export function sumOf(
  register: string,
  { field, none }: { field: string } & More,
  ...filter: readonly FigureCondition[]
): Counted {
  return { register, filter, measure: { sum: field }, ...(none ? { none } : {}) }
}

/** How many different values a field has among the rows that meet the conditions: persons who stand on several lists count once. */
export function differentOf(register: string, field: string, ...filter: readonly FigureCondition[]): Counted {
  return { register, filter, measure: { different: field } }
}

/** One figure in percent of another that holds it. */
export function shareOfFigures(part: string, whole: string): Shared {
  return { part, whole }
}

/** The conditions as a list of the register takes them on that day; the span of dated rows holds the day. */
export function conditionsOn({ filter }: Counted, { day, dated }: { day: Day; dated: boolean }): Condition[] {
  const span: FigureCondition[] = [
    { field: 'validFrom', op: 'le', value: onDay },
    { field: 'validTo', op: 'laterOrNone', value: onDay },
  ]
  return [...filter, ...(dated ? span : [])].map(({ value, ...one }) =>
    value === undefined ? one : { ...one, value: typeof value === 'object' ? moved(value, day) : value },
  )
}

function moved(value: Moving, day: Day): string | number {
  if (value.of === 'day') return day
  return value.of === 'year' ? Number(day.slice(0, 4)) : addMonths(day, -12 * value.years)
}
