/** `defineRegisterFigure`: a figure that comes from a register: what is counted of which rows, on a day. Data, no SQL. */
import type { AreaLevel, Citation, Day, Text } from '#kernel'
import { addMonths } from '#kernel'
import type { Condition, Measure, Register, Registry } from '#register'
import { linkedBy } from '#register'

/** A value that moves with the day that is asked for: the day itself, so many years before it, its year. */
export type Moving = { of: 'day' } | { of: 'yearsBefore'; years: number } | { of: 'year' }

/** As a list takes it; no `in`, for the address of a list takes none. */
export type FigureCondition = Condition<string | number | boolean | Moving>

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

/** One of these groups of conditions holds whole. */
export function anyOf(...groups: readonly (readonly FigureCondition[])[]): FigureCondition {
  return { any: groups }
}

/** These do not hold together. */
export function notSo(...filter: readonly FigureCondition[]): FigureCondition {
  return { not: filter }
}

/** `rowsOf('person', whose('household', lifted))`: the row that the field points to meets these; `ownerId` is the owner. */
export function whose(field: string, ...filter: readonly FigureCondition[]): FigureCondition {
  return { field, where: filter }
}

/** `rowsOf('household', having('person', 'household', from60))`: some row of that register points here by the field and meets these. */
export function having(register: string, by: string, ...filter: readonly FigureCondition[]): FigureCondition {
  return { some: register, by, where: filter }
}

const span: FigureCondition[] = [
  { field: 'validFrom', op: 'le', value: onDay },
  { field: 'validTo', op: 'laterOrNone', value: onDay },
]

/** The conditions as a list of the register takes them on that day; the span of dated rows, asked or linked, holds the day. */
export function conditionsOn(registry: Registry, { register: name, filter }: Counted, day: Day): Condition[] {
  return within(registry, registry.get(name), { filter, day })
}

type On = { filter: readonly FigureCondition[]; day: Day }

function within(registry: Registry, register: Register, { filter, day }: On): Condition[] {
  const dated = register.shape === 'dated' ? span : []
  return [...filter, ...dated].map((one) => conditionOn(registry, register, { one, day }))
}

function conditionOn(
  registry: Registry,
  register: Register,
  { one, day }: { one: FigureCondition; day: Day },
): Condition {
  const same = (filter: readonly FigureCondition[]) =>
    filter.map((part) => conditionOn(registry, register, { one: part, day }))
  if ('op' in one) return plainOn(one, day)
  if ('any' in one) return { any: one.any.map(same) }
  if ('not' in one) return { not: same(one.not) }
  const other = linkedBy(registry, register, one)
  return { ...one, where: other ? within(registry, other, { filter: one.where, day }) : [] }
}

function plainOn({ value, ...one }: Extract<FigureCondition, { op: unknown }>, day: Day): Condition {
  if (value === undefined) return one
  return { ...one, value: typeof value === 'object' ? moved(value, day) : value }
}

function moved(value: Moving, day: Day): string | number {
  if (value.of === 'day') return day
  return value.of === 'year' ? Number(day.slice(0, 4)) : addMonths(day, -12 * value.years)
}
