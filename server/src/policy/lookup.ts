/** Which parameter value holds on a day: the county's, else the default of the file; always with its citation. */
import type { ParameterReading, ParameterRow, Parameters, Tree, ValueType } from '#expression'
import { decode, keyOfWire, valueOn } from '#expression'
import type { Citation } from '#kernel'
import { t } from '#kernel'
import { versionOf } from './book-version.ts'
import type { Policy } from './define.ts'
import type { DatedValue } from './parameter.ts'
import { policyProblems } from './problems.ts'

/** A county's own value: holds on [from, until). A null value takes an earlier one back: the default holds again. */
export type CountyValue = {
  readonly key: string
  readonly value: unknown
  readonly from: string
  readonly until: string | null
  readonly citation: Citation
}

/** All values of a policy at a moment; `version` is their hash, so the same values have the same version. */
export type ParameterBook = {
  readonly version: string
  readonly defaults: Readonly<Record<string, readonly DatedValue[]>>
  /** In the order in which the county entered them; on a day that several cover, the last one holds. */
  readonly values: readonly CountyValue[]
}

/** The book of the file's defaults and of what the county entered. */
export function bookOf(policy: Policy, values: readonly CountyValue[]): ParameterBook {
  const defaults = Object.fromEntries(Object.entries(policy.parameters).map(([key, p]) => [key, p.values]))
  return { version: versionOf({ defaults, values }), defaults, values }
}

/** The file's values only: what holds without a database. */
export function defaultBook(policy: Policy): ParameterBook {
  const known = fileBooks.get(policy)
  if (known) return known
  const book = bookOf(policy, [])
  fileBooks.set(policy, book)
  return book
}

const fileBooks = new WeakMap<Policy, ParameterBook>()

/** Values tried out, in wire form; they hold on every day. */
export type Overrides = Readonly<Record<string, unknown>>

type Lookup = { readonly book: ParameterBook; readonly overrides?: Overrides }
type Declared = Tree['parameters'][string]

/** The declaration of a parameter; throws `policy.noParameter`, which says what there is. */
export function declaredParameter({ parameters }: Pick<Tree, 'parameters'>, key: string): Declared {
  const declared = Object.hasOwn(parameters, key) ? parameters[key] : undefined
  if (!declared) throw policyProblems.noParameter({ key, known: Object.keys(parameters) })
  return declared
}

/** A value that the papers of the case fix, or that is tried out: no clause of the rule gives it. */
const stated: Citation = {
  source: '',
  clause: '',
  called: t('本件另行给定，不取参数表', 'stated for this case, not from the table of parameters'),
}

/** All parameters of a tree as they hold on a day; throws `policy.noParameter`, `policy.parameterForm`. */
export function lookUp(tree: Pick<Tree, 'parameters'>, on: string, given: Lookup): Parameters {
  for (const key of Object.keys(given.overrides ?? {})) declaredParameter(tree, key)
  const entries = Object.entries(tree.parameters).map(([key, type]) => [key, holding(key, type, on, given)])
  return Object.fromEntries(entries)
}

/** Where the day itself is open, every parameter is, and what is missing is what the day misses. */
export function openParameters(tree: Pick<Tree, 'parameters'>, missing: readonly string[]): Parameters {
  const open: ParameterReading = { state: 'unknown', missing, missingParameters: [] }
  return Object.fromEntries(Object.keys(tree.parameters).map((key) => [key, open]))
}

function holding(key: string, declared: Declared, on: string, { book, overrides }: Lookup): ParameterReading {
  if (overrides && Object.hasOwn(overrides, key))
    return read(key, declared, { value: overrides[key], from: on, citation: stated })
  const found = valueOn(book, key, on)
  return found ? read(key, declared, found) : { state: 'unknown', missing: [], missingParameters: [key] }
}

function read(
  key: string,
  declared: Declared,
  found: { value: unknown; from: string; citation?: Citation },
): ParameterReading {
  const rows = rowsOf(key, declared, found.value)
  const { from, value: wire, citation } = found
  return { state: 'known', rows, from, wire, ...(citation ? { citation } : {}) }
}

/** A value in wire form as rows; one row without keys where it is no table. Throws `policy.parameterForm`. */
export function rowsOf(key: string, declared: Declared, value: unknown): readonly ParameterRow[] {
  if (declared.keys.length === 0) return [{ keys: {}, value: decoded(key, declared.type, value) }]
  if (!Array.isArray(value)) throw policyProblems.parameterForm({ key, given: JSON.stringify(value) })
  return value.map((row: Readonly<Record<string, unknown>>) => ({
    keys: Object.fromEntries(declared.keys.map(({ name }) => [name, keyOfWire(row[name])])),
    value: decoded(key, declared.type, row.value),
  }))
}

function decoded(key: string, type: ValueType, value: unknown) {
  const reading = decode(value, type, { path: key, label: { zh: key, en: key } })
  if (reading.state !== 'known') throw policyProblems.parameterForm({ key, given: JSON.stringify(value) })
  return reading.value
}
