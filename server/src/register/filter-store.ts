/** Conditions of a list as SQL, in three values: unknown stays unknown. Values are read by the field's kind, hidden fields are refused. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '#platform'
import { may } from '#platform'
import { mainColumn, ownerColumn } from './columns.ts'
import type { Condition, PlainCondition } from './condition.ts'
import { filterable, linkedBy } from './condition.ts'
import type { Register } from './define.ts'
import type { Cell, Field, Operator } from './kinds/index.ts'
import { refuseMasked } from './mask.ts'
import { registerProblems } from './problems.ts'
import type { Registry } from './registry.ts'
import { rowsOf } from './versions-store.ts'

/** Who asks, and as known when; `registry` where a condition may ask rows of another register. */
export type Asking = { actor: Actor; known?: string | undefined; registry?: Registry | undefined }

type Sql = RawBuilder<unknown>

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
  return linkOf(register, asking, one)
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

type Link = Extract<Condition, { where: unknown }>

/**
 * What the rows of another register say of this one, each gone through once and kept by key. A row that points to nothing, or
 * to what is not to be seen, cannot be told.
 */
function linkOf(register: Register, asking: Asking, link: Link): Sql {
  const other = otherOf(register, asking, link)
  const fits = whereOf(other, asking, link.where)
  const rows = rowsOf(other, asking.known)
  const keys = (key: Sql, what: Sql) => sql`(select ${key} from ${rows} where deleted_at is null and ${what})`
  if ('field' in link) {
    const [column, id] = [columnOf(register, link.field), sql.ref('id')]
    return sql`(case when ${column} in ${keys(id, sql`(${fits})`)} then true
      when ${column} in ${keys(id, sql`(${fits}) is false`)} then false end)`
  }
  const by = columnOf(other, link.by)
  return sql`(case when id in ${keys(by, sql`${by} is not null and (${fits})`)} then true
    when id in ${keys(by, sql`${by} is not null and (${fits}) is null`)} then null else false end)`
}

/** A register that the actor may not see says nothing: it is refused, not taken for empty. */
function otherOf(register: Register, { actor, registry }: Asking, link: Link): Register {
  const other = registry && linkedBy(registry, register, link)
  const field = 'some' in link ? `${link.some}.${link.by}` : link.field
  if (!other) throw registerProblems.filter({ field, op: 'where' })
  const reads = [...actor.reads, ...actor.writes]
  if (may(actor, `${other.name}.read`) && (reads.includes('*') || reads.includes(other.name))) return other
  throw registerProblems.otherNotSeen({ label: other.label })
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
