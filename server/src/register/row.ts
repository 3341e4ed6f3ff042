/** Rows of a register, as types and as values: from the database, to the wire. */
import type { Day } from '#kernel'
import { camel, columnsOf, ownerColumn, ownFields, snake } from './columns.ts'
import type { Fields, Register, Shape } from './define.ts'
import type { Field, Id } from './kinds/index.ts'

/** What every row carries. `raw` keeps the text of values that could not be known (GEN-07), by field. */
export type BaseRow<N extends string> = {
  id: Id<N>
  area: string
  raw: Readonly<Record<string, string>>
  version: number
  createdAt: string
  createdBy: number
  updatedAt: string
  updatedBy: number
  changeReason: string | null
  deletedAt: string | null
}

type FieldValues<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<infer V, infer Q> ? (Q extends true ? V : V | null) : never
}

type ShapePart<S extends Shape> = S extends 'dated'
  ? { ownerId: number; validFrom: Day; validTo: Day | null }
  : S extends 'child'
    ? { ownerId: number }
    : unknown

/** The row type of a register: `RowOf<typeof person>`. */
export type RowOf<R extends Register> =
  R extends Register<infer N, infer F, infer S> ? BaseRow<N> & FieldValues<F> & ShapePart<S> : never

/** What an insert gives: required fields, any of the others, the owner and the span where there are such. */
export type InsertOf<R extends Register> =
  R extends Register<string, infer F, infer S>
    ? {
        [K in keyof F as F[K] extends Field<unknown, true>
          ? F[K] extends { default: unknown }
            ? never
            : K
          : never]: FieldValues<F>[K]
      } & {
        [K in keyof F]?: FieldValues<F>[K] | null
      } & (S extends 'dated'
          ? { ownerId: number; validFrom: Day; validTo?: Day | null }
          : S extends 'child'
            ? { ownerId: number }
            : unknown) & {
          raw?: Readonly<Record<string, string>>
        }
    : never

/** A row of whatever register, as shared code sees it. */
export type AnyRow = BaseRow<string> & { ownerId?: number; validFrom?: Day; validTo?: Day | null } & Readonly<
    Record<string, unknown>
  >

type DbRow = Readonly<Record<string, unknown>>

/** A row as the driver gives it (camel case by column) becomes a row by field. */
export function decodeRow(register: Register, db: DbRow): AnyRow {
  return decoded(register, db, { base: baseKeys, camel: true })
}

/** The same from a row with the names of the columns as they are, for many: no name is turned into another. */
export function decodePlainRow(register: Register, db: DbRow): AnyRow {
  return decoded(register, db, { base: plainKeys, camel: false })
}

const baseNames = [
  'id',
  'area',
  'raw',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'changeReason',
  'deletedAt',
] as const
type BaseKeys = readonly (readonly [name: string, key: string])[]
const baseKeys: BaseKeys = baseNames.map((name) => [name, name])
const plainKeys: BaseKeys = baseNames.map((name) => [name, snake(name)])

function decoded(
  register: Register,
  db: DbRow,
  { base, camel: isCamel }: { base: BaseKeys; camel: boolean },
): AnyRow {
  const row: Record<string, unknown> = {}
  for (const [name, key] of base) row[name] = db[key] ?? null
  const owner = ownerColumn(register)
  if (owner) row.ownerId = db[isCamel ? camel(owner) : owner]
  if (register.shape === 'dated') {
    row.validFrom = db[isCamel ? 'validFrom' : 'valid_from']
    row.validTo = db[isCamel ? 'validTo' : 'valid_to'] ?? null
  }
  for (const { name, field, keys, columns } of placesOf(register))
    row[name] = field.kind.decode((isCamel ? keys : columns).map((key) => db[key]))
  return row as AnyRow // `as`: the columns were selected for exactly these fields
}

export type FieldPlace = { name: string; field: Field; columns: readonly string[]; keys: readonly string[] }

const nothing: readonly unknown[] = []

const places = new WeakMap<Register, readonly FieldPlace[]>()

/** Where the driver puts each field's columns; worked out once a register, since a page has a thousand cells. */
export function placesOf(register: Register): readonly FieldPlace[] {
  const known = places.get(register)
  if (known) return known
  const made = ownFields(register).map(([name, field]) => {
    const columns = columnsOf(name, field).map((column) => column.name)
    return { name, field, columns, keys: columns.map(camel) }
  })
  places.set(register, made)
  return made
}

/** The columns and their values that a set of field values writes. Names are in snake case. */
export function encodeValues(
  register: Register,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const { name, field, columns } of placesOf(register)) {
    if (!(name in values)) continue
    const value = values[name]
    const cells = value === null || value === undefined ? nothing : field.kind.encode(value)
    for (let i = 0; i < columns.length; i++) out[columns[i] as string] = cells[i] ?? null
  }
  if (register.areaField && register.areaField in values) out.area = values[register.areaField]
  const owner = ownerColumn(register)
  if (owner && 'ownerId' in values) out[owner] = values.ownerId
  if (register.shape === 'dated')
    for (const key of ['validFrom', 'validTo'] as const)
      if (key in values) out[key === 'validFrom' ? 'valid_from' : 'valid_to'] = values[key] ?? null
  return out
}
