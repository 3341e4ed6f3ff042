/** What rows of other registers say of a row: gone through once and kept by key, or looked up row by row where few rows ask. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Actor, Ctx } from '#platform'
import { may } from '#platform'
import type { Condition } from './condition.ts'
import { askedBy, linkedBy } from './condition.ts'
import type { Register } from './define.ts'
import { registerProblems } from './problems.ts'
import type { Registry } from './registry.ts'
import { rowsOf } from './versions-store.ts'

export type Sql = RawBuilder<unknown>

/**
 * Who asks, and as known when; `registry` where a condition may ask rows of another register. `from`: the name under which the
 * statement reads the rows that are asked, `rows`: about how many. `links`: what is gone through once, for the head of the statement.
 */
export type Asking = {
  actor: Actor
  known?: string | undefined
  registry?: Registry | undefined
  from: string
  rows: number
  sizes: ReadonlyMap<string, number>
  links: Map<string, { name: string; body: Sql }>
}

type Asked = { filters: readonly (readonly Condition[])[]; known?: string; registry?: Registry }

/** What `whereOf` needs to know of an ask before its statement is written. */
export async function askingOf(ctx: Ctx, register: Register, asked: Asked): Promise<Asking> {
  const { filters, known, registry } = asked
  const sizes = await sizesOf(ctx, register, { filters, ...(registry ? { registry } : {}) })
  return {
    actor: ctx.actor,
    known,
    registry,
    from: known === undefined ? register.table : 'versions',
    rows: sizes.get(register.table) ?? Number.POSITIVE_INFINITY,
    sizes,
    links: new Map(),
  }
}

/** About how many rows the registers have that a filter asks; nothing is asked where none is linked. */
async function sizesOf(
  ctx: Ctx,
  register: Register,
  { filters, registry }: Asked,
): Promise<Map<string, number>> {
  if (!registry || !filters.flat().some((one) => !('op' in one))) return new Map()
  const asked = filters.flatMap((filter) => linkedRegisters(registry, register, filter))
  const names = [...new Set([register, ...asked].map(({ table }) => table))]
  if (names.length < 2) return new Map()
  const found = await sql<{ name: string; rows: number }>`
    select relname as name, reltuples::float8 as rows from pg_class where oid = any(${names}::text[]::regclass[])`.execute(
    ctx.tx,
  )
  return new Map(found.rows.filter(({ rows }) => rows >= 0).map(({ name, rows }) => [name, Number(rows)]))
}

/** A link that leads nowhere is refused where it is written. */
function linkedRegisters(registry: Registry, register: Register, filter: readonly Condition[]): Register[] {
  try {
    return askedBy(registry, register, filter).map((one) => one.register)
  } catch {
    return []
  }
}

/** The head of a statement: what is gone through once, and what else it begins with. */
export function headOf({ links }: Asking, ...more: readonly Sql[]): Sql {
  const parts = [...links.values()].map(({ name, body }) => sql`${sql.ref(name)} as materialized (${body})`)
  return parts.length + more.length === 0 ? sql`` : sql`with ${sql.join([...parts, ...more])}`
}

export type Link = Extract<Condition, { where: unknown }>

/** `column`: of the row that asks, by which it points; `by`: of the other row, by which it points here; `where` as a condition. */
type Way = { column: Sql; by: Sql; where(register: Register, inside: Asking): Sql }

/** As many times more rows than ask, and they are looked up by key. */
const FEW = 20

/**
 * True, false, or null where nobody can say: a row that points to nothing, or to what is not to be seen, and one that some row
 * may say yes of.
 */
export function linkOf(register: Register, asking: Asking, { link, way }: { link: Link; way: Way }): Sql {
  const other = otherOf(register, asking, link)
  const size = asking.sizes.get(other.table) ?? 0
  const few = asking.known === undefined && asking.rows * FEW < size
  return few ? byKey(other, asking, { link, way }) : once(other, asking, { link, way, rows: size })
}

function byKey(other: Register, asking: Asking, { link, way }: { link: Link; way: Way }): Sql {
  const from = `of_${asking.from}`
  const fits = way.where(other, { ...asking, from })
  const rows = sql`${sql.table(other.table)} as ${sql.ref(from)}`
  const at = (column: Sql) => sql`${sql.ref(asking.from)}.${column}`
  const of = (column: Sql) => sql`${sql.ref(from)}.${column}`
  if ('field' in link)
    return sql`(select (${fits}) from ${rows} where ${of(sql.ref('id'))} = ${at(way.column)} and ${of(sql.ref('deleted_at'))} is null)`
  return sql`(select case when bool_or(${fits}) then true when bool_or((${fits}) is null) then null else false end
    from ${rows} where ${of(way.by)} = ${at(sql.ref('id'))} and ${of(sql.ref('deleted_at'))} is null)`
}

function once(
  other: Register,
  asking: Asking,
  { link, way, rows }: { link: Link; way: Way; rows: number },
): Sql {
  const from = asking.known === undefined ? other.table : 'versions'
  const fits = way.where(other, { ...asking, from, rows: rows || Number.POSITIVE_INFINITY })
  const id = sql.ref('id')
  const key = 'field' in link ? id : way.by
  const same = JSON.stringify([other.name, link])
  const name = asking.links.get(same)?.name ?? `link_${asking.links.size}`
  const body = sql`select ${key} as key, (${fits}) as fits from ${rowsOf(other, asking.known)}
    where deleted_at is null and ${key} is not null`
  asking.links.set(same, { name, body })
  const keys = (what: Sql) => sql`(select key from ${sql.ref(name)} where ${what})`
  if ('field' in link)
    return sql`(case when ${way.column} in ${keys(sql`fits`)} then true
      when ${way.column} in ${keys(sql`not fits`)} then false end)`
  return sql`(case when ${id} in ${keys(sql`fits`)} then true when ${id} in ${keys(sql`fits is null`)} then null else false end)`
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
