/** Which parameter value holds on a day: the county's, else the default of the file; always with its citation. */

import type { ParameterReading, ParameterRow, Parameters, ValueType } from '#expression'
import { decode } from '#expression'
import type { Citation } from '#kernel'
import type { Policy } from './define.ts'
import { sha256, sortedJson } from './hash.ts'
import type { ParameterDeclaration } from './parameter.ts'
import { policyProblems } from './problems.ts'

/** A county's own value: holds on [from, until). */
export type CountyValue = {
  readonly key: string
  readonly value: unknown
  readonly from: string
  readonly until: string | null
  readonly citation: Citation
}

/** What parameters are read from. Without a database: `defaultBook(policy)`. */
export type ParameterBook = { readonly version: string; readonly values: readonly CountyValue[] }

/** The file's values only; the version is their hash. */
export function defaultBook(policy: Policy): ParameterBook {
  const values = Object.entries(policy.parameters).map(([key, p]) => [key, p.values])
  return { version: `file:${sha256(sortedJson(Object.fromEntries(values))).slice(0, 16)}`, values: [] }
}

/** Values tried out, in wire form; they hold on every day. */
export type Overrides = Readonly<Record<string, unknown>>

/** All parameters of a policy as they hold on a day. */
export function lookUp(
  policy: Policy,
  on: string,
  given: { book: ParameterBook; overrides?: Overrides },
): Parameters {
  refuseStrange(policy, given.overrides ?? {})
  const entries = Object.entries(policy.parameters).map(([key, declaration]) => [
    key,
    holding(key, declaration, on, given),
  ])
  return Object.fromEntries(entries)
}

/** Where the day itself is open, every parameter is, and what is missing is what the day misses. */
export function openParameters(policy: Policy, missing: readonly string[]): Parameters {
  return Object.fromEntries(
    Object.keys(policy.parameters).map((key) => [key, { state: 'unknown', missing, missingParameters: [] }]),
  )
}

function holding(
  key: string,
  declaration: ParameterDeclaration,
  on: string,
  { book, overrides }: { book: ParameterBook; overrides?: Overrides },
): ParameterReading {
  if (overrides && Object.hasOwn(overrides, key))
    return read(key, declaration, { value: overrides[key], from: on })
  const own = latest(
    book.values.filter((v) => v.key === key && v.from <= on && (v.until === null || on < v.until)),
  )
  const found = own ?? latest(declaration.values.filter((v) => v.from <= on))
  return found ? read(key, declaration, found) : { state: 'unknown', missing: [], missingParameters: [key] }
}

function latest<V extends { readonly from: string }>(values: readonly V[]): V | undefined {
  return values.reduce<V | undefined>(
    (best, value) => (best && best.from >= value.from ? best : value),
    undefined,
  )
}

function read(
  key: string,
  declaration: ParameterDeclaration,
  found: { value: unknown; from: string; citation?: Citation },
): ParameterReading {
  const rows = rowsOf(key, declaration, found.value)
  return {
    state: 'known',
    rows,
    from: found.from,
    wire: found.value,
    ...(found.citation ? { citation: found.citation } : {}),
  }
}

/** Checks a value in wire form; throws `policy.parameterForm`. */
export function rowsOf(
  key: string,
  declaration: ParameterDeclaration,
  value: unknown,
): readonly ParameterRow[] {
  if (declaration.keys.length === 0) return [{ keys: {}, value: valueIn(key, declaration.type, value) }]
  if (!Array.isArray(value)) throw policyProblems.parameterForm({ key, given: JSON.stringify(value) })
  return value.map((row: Readonly<Record<string, unknown>>) => ({
    keys: Object.fromEntries(declaration.keys.map(({ name }) => [name, String(row[name] ?? '')])),
    value: valueIn(key, declaration.type, row.value),
  }))
}

function valueIn(key: string, type: ValueType, value: unknown) {
  const reading = decode(value, type, { path: key, label: { zh: key, en: key } })
  if (reading.state !== 'known') throw policyProblems.parameterForm({ key, given: JSON.stringify(value) })
  return reading.value
}

function refuseStrange(policy: Policy, overrides: Overrides): void {
  const strange = Object.keys(overrides).find((key) => !Object.hasOwn(policy.parameters, key))
  if (strange) throw policyProblems.noParameter({ policy: policy.id, key: strange })
}
