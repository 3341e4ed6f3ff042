/** Conditions of a list as SQL, in three values: unknown stays unknown. Values are read by the field's kind, hidden fields are refused. */
import { sql } from 'kysely'
import { mainColumn, ownerColumn } from './columns.ts'
import type { Condition, PlainCondition } from './condition.ts'
import { filterable } from './condition.ts'
import type { Register } from './define.ts'
import type { Cell, Field, Operator } from './kinds/index.ts'
import type { Asking, Sql } from './linked-store.ts'
import { linkOf } from './linked-store.ts'
import { refuseMasked } from './mask.ts'
import { registerProblems } from './problems.ts'

/** One SQL condition: true, false, or null where nobody can say; `true` for none. */
export function whereOf(register: Register, asking: Asking, filter: readonly Condition[]): Sql {
  const parts = filter.map((condition) => conditionOf(register, asking, condition))
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `)
}

function conditionOf(register: Register, asking: Asking, one: Condition): Sql {
  const all = (filter: readonly Condition[]) => sql`(${whereOf(register, asking, filter)})`
  if ('op' in one) return plainOf(register, asking, one)
  if ('any' in one) return sql`(${sql.join(one.any.map(all), sql` or `)})`
  if ('not' in one) return sql`(not ${all(one.not)})`
  const way = {
    column: 'field' in one ? columnOf(register, one.field) : sql.ref('id'),
    by: 'some' in one ? keyOf(asking, one) : sql.ref('id'),
    where: (other: Register, inside: Asking) => whereOf(other, inside, one.where),
  }
  return linkOf(register, asking, { link: one, way })
}

/** The column by which rows of the other register point here. */
function keyOf({ registry }: Asking, { some, by }: { some: string; by: string }): Sql {
  const other = registry?.find(some)
  return other ? columnOf(other, by) : sql.ref(by)
}

function plainOf(register: Register, { actor }: Asking, { field: name, op, value }: PlainCondition): Sql {
  const field = filterable(register, name)
  if (!field?.kind.operators.includes(op)) throw registerProblems.filter({ field: name, op })
  refuseMasked(actor, field)
  const read = (one: unknown) => readValue(field, { name, op, value: one })
  return sqlOf[op]({ name, column: columnOf(register, name), value, read })
}

function columnOf(register: Register, name: string): Sql {
  return sql.ref(name === 'ownerId' ? (ownerColumn(register) ?? '') : mainColumn(register, name))
}

type Part = { name: string; column: Sql; value: unknown; read: (one: unknown) => unknown }

/** By operator, never by kind. Comparisons are true of known values only; `ne` keeps the unknown ones out. */
const sqlOf: Record<Operator, (part: Part) => Sql> = {
  eq: ({ column, value, read }) => sql`${column} = ${read(value)}`,
  ne: ({ column, value, read }) => sql`${column} <> ${read(value)}`,
  lt: ({ column, value, read }) => sql`${column} < ${read(value)}`,
  le: ({ column, value, read }) => sql`${column} <= ${read(value)}`,
  gt: ({ column, value, read }) => sql`${column} > ${read(value)}`,
  ge: ({ column, value, read }) => sql`${column} >= ${read(value)}`,
  in: ({ column, value, read }) =>
    sql`${column} in (${sql.join((Array.isArray(value) ? value : [value]).map((one) => sql`${read(one)}`))})`,
  within: ({ column, value }) => sql`(${column} >= ${String(value)} and ${column} < ${`${String(value)}~`})`,
  contains: ({ column, value }) => sql`${column} like ${`%${escapeLike(String(value))}%`}`,
  starts: ({ column, value }) => sql`${column} like ${`${escapeLike(String(value))}%`}`,
  unknown: ({ column }) => sql`${column} is null`,
  known: ({ column }) => sql`${column} is not null`,
  /** Not yet on that day: a day without entry has not come, one of which only words are kept (GEN-07) cannot be told. */
  laterOrNone: ({ name, column, value, read }) =>
    sql`(${column} > ${read(value)} or (${column} is null and (not raw ? ${name} or null)))`,
  /** Not after that day, as far as is known. */
  byOrNone: ({ column, value, read }) => sql`(${column} <= ${read(value)} or ${column} is null)`,
}

export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (c) => `\\${c}`)
}

function readValue(field: Field, { name, op, value }: { name: string; op: string; value: unknown }): unknown {
  const parsed = field.kind.parse((value ?? null) as Cell, { ...field, required: true })
  if (!parsed.ok || parsed.value === null) throw registerProblems.filter({ field: name, op })
  return field.kind.encode(parsed.value)[0]
}
