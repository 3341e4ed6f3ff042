/** Rows of another register that a roster implies, made by set where what the rows that speak say goes over as it is. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { mainColumn } from '../../columns.ts'
import type { Register } from '../../define.ts'
import { columnTypes, tableOf } from '../../sql-store.ts'
import { blockRows } from '../block/block-store.ts'
import type { Derivation } from '../define.ts'
import { keysOf, mostlyUnmet } from './enter-store.ts'

/** Rows of `other` that rows of `register` in an import imply, behind link `after` up to `to`; `area`: where they stand if nothing says it. */
export type SetLinks = {
  importId: number
  after: number
  to: number
  register: Register
  other: Register
  rule: Derivation
  area: string
}

/** A column of the row to be made, and the column of the row that speaks. */
type Pair = { into: string; from: string }

/** The columns that go over; null where a value would have to be read and written anew. */
function pairsOf({ register, other, rule }: Pick<SetLinks, 'register' | 'other' | 'rule'>): Pair[] | null {
  const [key, ...more] = other.identity
  if (key === undefined || more.length > 0 || other.shape !== 'record' || other.fill) return null
  const pairs: Pair[] = []
  for (const [to, from] of Object.entries(rule.values)) {
    const [made, said] = [other.fields[to], register.fields[from]]
    if (!made || made.kind.name !== said?.kind.name) return null
    if (to !== other.areaField) pairs.push({ into: mainColumn(other, to), from: mainColumn(register, from) })
    else if (from !== register.areaField) return null
  }
  if (!other.search) return pairs
  return rule.values[other.search.name] === register.search?.name
    ? [...pairs, { into: 'search_keys', from: 'search_keys' }]
    : null
}

/** Makes those whose speaking row stands in a block, where nobody has the key. Whether these were all. */
export async function makeBySet(ctx: Ctx, links: SetLinks): Promise<boolean> {
  const { tx } = ctx
  const pairs = pairsOf(links)
  if (!pairs) return false
  const { other, rule } = links
  const types = columnTypes(other)
  const keyed = mainColumn(other, other.identity[0] ?? other.title)
  const counted =
    rule.count === undefined ? [] : [{ name: mainColumn(other, rule.count), value: sql`l.count` }]
  const said = pairs.map(({ into }, nth) => {
    const text = sql`r.${sql.ref(`c${nth}`)}`
    const value = into === 'search_keys' ? keysOf(text) : sql`${text}::${sql.raw(types.get(into) ?? 'text')}`
    return { name: into, value }
  })
  const columns = [{ name: keyed, value: sql`l.key` }, ...counted, ...said]
  // Of rows that were noted a moment ago the planner knows nothing: a look through all of them for each is out.
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(tx)
  const enter = (met: RawBuilder<unknown>) =>
    sql<{ all: boolean }>`
    with l as materialized (${openOf(links)}), r as materialized (${speaking(links, pairs)}), made as (
    insert into ${tableOf(other)} (id, area, ${sql.join(columns.map(({ name }) => sql.ref(name)))}, created_at, created_by, updated_at, updated_by)
      overriding system value
    select l.fresh_id, coalesce(r.place, ${links.area}), ${sql.join(columns.map(({ value }) => value))},
      (select clock_now()), (select acting_account()), (select clock_now()), (select acting_account())
    from l join r on r.id = l.row_id order by l.id ${met} returning 1)
    select (select count(*) from made) = (select count(*) from l) as all`.execute(tx)
  const done = await mostlyUnmet(ctx, enter)
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(tx)
  return done.rows[0]?.all ?? false
}

function openOf({ importId, after, to, other }: Open): RawBuilder<unknown> {
  return sql`select id, key, count, fresh_id, row_id from import_link where import_id = ${importId} and id > ${after} and id <= ${to}
    and register = ${other.name} and target_id is null and encoded is null`
}

function speaking({ importId, register }: SetLinks, pairs: readonly Pair[]): RawBuilder<unknown> {
  const aliases = Object.fromEntries(pairs.map(({ from }, nth) => [`c${nth}`, from]))
  const place: Record<string, string> = register.areaField ? { place: 'area' } : {}
  const where = sql`b.import_id = ${importId} and b.to_id >= (select min(row_id) from l) and b.id <= (select max(row_id) from l)
    and not b.json && ${pairs.map(({ from }) => from)}::text[]`
  return sql`select id, ${register.areaField ? sql`coalesce(place, area)` : sql`area`} as place,
      ${sql.join(Object.keys(aliases).map((alias) => sql.ref(alias)))}
    from (${blockRows(where, { ...aliases, ...place })}) as b`
}

type Open = Pick<SetLinks, 'importId' | 'after' | 'to' | 'other'>

/** Links of the page whose row is not there: what speaks for them stands by itself, or somebody has the key. */
export async function unmadeLinks({ tx }: Ctx, open: Open): Promise<ReadonlySet<number>> {
  const { importId, after, to, other } = open
  const found = await sql<{ id: number }>`
    select l.id from import_link as l
      left join lateral (select true as made from ${tableOf(other)} where id = l.fresh_id offset 0) as t on true
    where l.import_id = ${importId} and l.id > ${after} and l.id <= ${to} and l.register = ${other.name}
      and l.target_id is null and t.made is null`.execute(tx)
  return new Set(found.rows.map(({ id }) => id))
}
