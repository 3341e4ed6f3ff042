/** Rows that say what the register says already, told by set: a roster imported again is mostly such rows. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { mainColumn } from '../../columns.ts'
import type { Register } from '../../define.ts'
import { columnTypes, tableOf } from '../../sql-store.ts'
import { jsonbArray, textArray } from '../binary-array.ts'

/** The column that tells rows apart, where one does, an index leads with it, and no owner is needed. */
export function soleKey(register: Register): string | null {
  const [name, ...more] = register.identity
  return name === undefined || more.length > 0 || register.shape !== 'record'
    ? null
    : mainColumn(register, name)
}

/**
 * Which of these keys somebody in scope has. Looked up key by key (`offset 0` keeps it so): behind the fence the planner
 * takes the scope for small and would read all of it for any few keys.
 */
export async function standingKeys(
  ctx: Ctx,
  register: Register,
  { column, keys }: { column: string; keys: readonly string[] },
): Promise<ReadonlySet<string>> {
  const type = sql.raw(columnTypes(register).get(column) ?? 'text')
  const found = await sql<{ key: string }>`
    select r.key::text as key from unnest(${textArray(keys)}::text[]::${type}[]) as r(key)
      cross join lateral (select from ${tableOf(register)} where ${sql.ref(column)} = r.key and deleted_at is null
        limit 1 offset 0) as one`.execute(ctx.tx)
  return new Set(found.rows.map(({ key }) => key))
}

export type Same = { id: number; version: number }

/**
 * `encoded`: what rows say, as JSON texts by column; `keys`: the key of each. Of each its entry, where one entry alone has the key and says all of
 * it (a place may be said less exactly); undefined where not.
 */
export async function sameEntries(
  ctx: Ctx,
  register: Register,
  { column, keys, encoded }: { column: string; keys: readonly string[]; encoded: readonly string[] },
): Promise<(Same | undefined)[]> {
  const types = columnTypes(register)
  // Keys of their own: behind the fence nothing is looked up by what an expression takes out of a row.
  const own = sql`${textArray(keys)}::text[]::${sql.raw(types.get(column) ?? 'text')}[]`
  const found = await sql<Same & { nth: number }>`
    select r.nth, min(t.id) as id, min(t.version) as version
    from unnest(${own}, ${jsonbArray(encoded)}::jsonb[]) with ordinality as r(key, encoded, nth)
      cross join lateral (select * from ${tableOf(register)} as one where one.${sql.ref(column)} = r.key
        and one.deleted_at is null offset 0) as t
    group by r.nth having count(*) = 1 and bool_and(${sql.join(equalities(types), sql` and `)})`.execute(
    ctx.tx,
  )
  const same: (Same | undefined)[] = new Array(encoded.length)
  for (const { nth, id, version } of found.rows) same[nth - 1] = { id, version }
  return same
}

/** What a row does not say is as it is. */
function equalities(types: ReadonlyMap<string, string>): RawBuilder<unknown>[] {
  return [...types].flatMap(([name, type]) => {
    if (['raw', 'change_reason', 'deleted_at', 'search_keys'].includes(name)) return []
    const said = type === 'jsonb' ? sql`r.encoded -> ${name}` : sql`(r.encoded ->> ${name})::${sql.raw(type)}`
    const stands = sql`t.${sql.ref(name)}`
    const equal =
      name === 'area' ? sql`starts_with(${stands}, ${said})` : sql`${stands} is not distinct from ${said}`
    return [sql`(r.encoded ->> ${name} is null or ${equal})`]
  })
}
