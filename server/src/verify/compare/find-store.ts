/** Open findings of comparisons, for closing those that no longer show. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { noLonger, touchedByMerges } from '../merged-store.ts'

export type OpenFind = { id: number; rowIds: number[] }

/** `rowIds`: only those of these records, under whatever id; `unless`: not those that this comparison found. */
export async function openUnder(
  { tx }: Ctx,
  {
    check,
    register,
    after,
    limit,
    rowIds,
    unless,
  }: {
    check: string
    register: string
    after: number
    limit: number
    rowIds?: readonly number[]
    unless?: number
  },
): Promise<OpenFind[]> {
  const found = await sql<OpenFind>`
    select id, row_ids from finding f where check_id = ${check} and state in ('open', 'checking') and id > ${after}
      ${unless === undefined ? sql`` : sql`and ${notFound(unless, check)}`}
      ${rowIds ? sql`and row_ids && (select coalesce(array_agg(name), '{}') from names_of(${register}, ${[...rowIds]}::bigint[]))` : sql``} order by id limit ${limit}`.execute(
    tx,
  )
  return found.rows
}

/**
 * A finding `f` that the comparison does not name. Not in a list that is hashed once: as `not exists` the planner, for whom the
 * keys behind the fence are few, goes through all of them for every finding (19,000 findings: 50 s).
 */
function notFound(comparisonId: number, check: string) {
  return sql`f.key not in (select c.key from comparison_found c where c.comparison_id = ${comparisonId} and c.check_id = ${check})`
}

export async function closeGone({ tx }: Ctx, register: string, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`with ${touchedByMerges(register, sql`o.id = any(${[...ids]}::bigint[])`)}
    update finding f set ${noLonger} where id = any(${[...ids]}::bigint[])`.execute(tx)
}

type FoundBy = { comparisonId: number; check: string }

/** Keys that a comparison found, added to those before; returns how many are new. */
export async function keepFound(
  { tx }: Ctx,
  { comparisonId, check, area, keys }: FoundBy & { area: string; keys: readonly string[] },
): Promise<number> {
  const made = await sql`insert into comparison_found (comparison_id, area, check_id, key)
    select ${comparisonId}, ${area}, ${check}, key from unnest(${[...keys]}::text[]) as key
    on conflict do nothing`.execute(tx)
  return Number(made.numAffectedRows ?? 0)
}

/** Before looking again: all of the check, or these keys. */
export async function dropFound(
  { tx }: Ctx,
  { comparisonId, check, keys }: FoundBy & { keys?: readonly string[] },
): Promise<void> {
  await sql`delete from comparison_found where comparison_id = ${comparisonId} and check_id = ${check}
    ${keys ? sql`and key = any(${[...keys]}::text[])` : sql``}`.execute(tx)
}

export async function countFound({ tx }: Ctx, comparisonId: number): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) as count from comparison_found where comparison_id = ${comparisonId}`.execute(tx)
  return Number(found.rows[0]?.count ?? 0)
}

/** Closes what the sender's lists said before and this one does not, in one statement. */
export async function closeUnsaid(
  { tx }: Ctx,
  { comparisonId, check, register, begin }: FoundBy & { register: string; begin: string },
): Promise<void> {
  await sql`with ${touchedByMerges(register, sql`o.check_id = ${check} and starts_with(o.key, ${begin})`)}
    update finding f set ${noLonger}
    where check_id = ${check} and state in ('open', 'checking') and starts_with(key, ${begin})
      and ${notFound(comparisonId, check)}`.execute(tx)
}
