/** Values in SQL: which type holds a kind, literals, exact fractions, rounding, and the JSON in which rows and records travel. */
import type { Ratio } from '../../ratio.ts'
import type { Rounding } from '../../round.ts'
import type { ListValue, Reading, RecordValue, Value, ValueKind, ValueType } from '../types.ts'
import { isWhole } from '../values/table.ts'

/** Whole numbers (fen, months) are numeric; fractions are numeric[] of numerator and denominator in lowest terms. */
const sqlTypes = {
  boolean: 'boolean',
  choice: 'text',
  count: 'numeric',
  number: 'numeric[]',
  percent: 'numeric[]',
  money: 'numeric',
  day: 'date',
  months: 'numeric',
  years: 'numeric',
  quantity: 'numeric[]',
  area: 'text',
  text: 'text',
  record: 'jsonb',
  list: 'jsonb',
} satisfies Record<ValueKind, string>

export type SqlType = (typeof sqlTypes)[ValueKind]

export function sqlType(type: ValueType): SqlType {
  return sqlTypes[type.kind]
}

/** The largest number that is computed exactly; beyond it there is a problem, as in every reading. */
export const MOST = '9007199254740991'

export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

export function nothing(type: ValueType): string {
  return `null::${sqlType(type)}`
}

/** A value of the rule itself as a literal. */
export function literal(value: Value, type: ValueType): string {
  const sql = sqlType(type)
  if (sql === 'numeric[]') return `array[${(value as Ratio).num}, ${(value as Ratio).den}]::numeric[]`
  if (sql === 'jsonb') return `${quote(JSON.stringify(jsonOf(value, type)))}::jsonb`
  return `${quote(String(value))}::${sql}`
}

export type SqlJson = string | number | boolean | null | readonly SqlJson[] | { [name: string]: SqlJson }

const numberOf = { known: 0, na: 1, unknown: 2, problem: 3 } as const

export function stateNumber(reading: Reading): number {
  return numberOf[reading.state]
}

/** The value as statements take it: fractions as pairs, a record as its fields `[state, value]`, a list as `[presence, record]`. */
export function jsonOf(value: Value, type: ValueType): SqlJson {
  if (type.kind === 'record') {
    const { fields } = value as RecordValue
    const entries = Object.entries(fields).flatMap(([name, reading]) => {
      const field = type.fields[name]
      return field ? [[name, readingJson(reading, field.type)] as const] : []
    })
    return Object.fromEntries(entries)
  }
  if (type.kind === 'list')
    return (value as ListValue).elements.map(({ present, record }) => [
      stateNumber(present),
      jsonOf(record, { kind: 'record', fields: type.fields }),
    ])
  if (sqlType(type) === 'numeric[]') return [(value as Ratio).num, (value as Ratio).den]
  return value as string | number | boolean
}

export function readingJson(reading: Reading, type: ValueType): SqlJson {
  return [stateNumber(reading), reading.state === 'known' ? jsonOf(reading.value, type) : null]
}

/** JSON as a value; `json` must be what `jsonOf` made, or null. */
export function fromJson(json: string, type: ValueType): string {
  const sql = sqlType(type)
  if (sql === 'jsonb') return json
  if (sql === 'numeric[]')
    return `(case when ${json} is not null then array[(${json} ->> 0)::numeric, (${json} ->> 1)::numeric] end)`
  return sql === 'text' ? `(${json} #>> '{}')` : `(${json} #>> '{}')::${sql}`
}

/** Numerator and denominator of an amount, in its smallest unit. */
export function fraction(value: string, type: ValueType): readonly [num: string, den: string] {
  return isWhole(type) ? [value, '1::numeric'] : [`(${value})[1]`, `(${value})[2]`]
}

/** What orders values as they are ordered. Two fractions differ by at least 2^-106, so forty more digits keep them apart. */
export function orderKey(value: string, type: ValueType): string {
  return sqlType(type) === 'numeric[]' ? `div((${value})[1] * 1e40, (${value})[2])` : value
}

/** The fraction in lowest terms; null where its denominator is 0 or it is too large. */
export function reduced(num: string, den: string): string {
  const [n, d] = [`(${num})`, `(${den})`]
  const g = `nullif(gcd(${n}, ${d}), 0)`
  const [top, bottom] = [`div(${n} * sign(${d}), ${g})`, `div(abs(${d}), ${g})`]
  return `(case when ${d} <> 0 and abs(${top}) <= ${MOST} and ${bottom} <= ${MOST} then array[${top}, ${bottom}] end)`
}

/** A whole number that is not too large, else null. */
export function narrowed(whole: string): string {
  return `(case when abs(${whole}) <= ${MOST} then ${whole} end)`
}

/** num / den as a whole number, rounded once; null where den is 0. Both are whole. */
export function divided(num: string, den: string, rounding: Rounding): string {
  const n = `((${num}) * sign(${den}))`
  const d = `nullif(abs(${den}), 0)`
  return roundedBy[rounding](n, d)
}

const halfUp = (n: string, d: string) => `div(2 * ${n} + sign(${n}) * ${d}, 2 * ${d})`
const down = (n: string, d: string) => `div(${n}, ${d})`

const roundedBy: Record<Rounding, (n: string, d: string) => string> = {
  'half-up': halfUp,
  'half-even': (n, d) =>
    `(case when abs(mod(${n}, ${d})) * 2 = ${d} and mod(${down(n, d)}, 2) = 0 then ${down(n, d)} else ${halfUp(n, d)} end)`,
  down,
  up: (n, d) => `div(${n} + sign(${n}) * (${d} - 1), ${d})`,
  ceil: (n, d) => `(${down(n, d)} + (case when mod(${n}, ${d}) > 0 then 1 else 0 end))`,
  floor: (n, d) => `(${down(n, d)} - (case when mod(${n}, ${d}) < 0 then 1 else 0 end))`,
}
