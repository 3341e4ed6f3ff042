/** Removing many rows, and who points to them. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { mainColumn, ownerColumn } from '../../columns.ts'
import type { Register } from '../../define.ts'
import type { Registry } from '../../registry.ts'
import { tableOf } from '../../sql-store.ts'
import { bigintArray, intArray } from '../binary-array.ts'

/** How many rows of other registers stand on these, as their children or by a reference. */
export async function pointedAt(
  ctx: Ctx,
  registry: Registry,
  { register, ids }: { register: Register; ids: readonly number[] },
): Promise<number> {
  if (ids.length === 0) return 0
  const children = registry
    .childrenOf(register.name)
    .map((one) => ({ register: one, column: ownerColumn(one) ?? 'id' }))
  const pointers = registry
    .pointersTo(register.name)
    .map(({ register: one, field }) => ({ register: one, column: mainColumn(one, field) }))
  let count = 0
  for (const { register: other, column } of [...children, ...pointers]) {
    const found = await sql<{ count: number }>`
      select count(*) as count from ${tableOf(other)} where ${sql.ref(column)} = any(${ids}::bigint[]) and deleted_at is null`.execute(
      ctx.tx,
    )
    count += found.rows[0]?.count ?? 0
  }
  return count
}

/** Of rows that have gone on since a version, those that stand in use and say the same again. */
export async function rowsAgain(
  ctx: Ctx,
  register: Register,
  rows: readonly { id: number; version: number }[],
): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set()
  const told = sql`array['version', 'updated_at', 'updated_by', 'change_reason', 'search_keys', 'known_from', 'known_to', 'changed_by', 'operation']`
  const found = await sql<{ id: number }>`
    select t.id from unnest(${bigintArray(rows.map(({ id }) => id))}::bigint[], ${intArray(rows.map(({ version }) => version))}::int[]) as r(id, version)
      join ${tableOf(register)} as t on t.id = r.id and t.deleted_at is null
      join ${sql.table(`${register.table}_history`)} as h on h.id = r.id and h.version = r.version
    where to_jsonb(t) - ${told} = to_jsonb(h) - ${told}`.execute(ctx.tx)
  return new Set(found.rows.map(({ id }) => id))
}

export async function removeRows(
  ctx: Ctx,
  register: Register,
  { ids, reason }: { ids: readonly number[]; reason: string },
): Promise<number> {
  if (ids.length === 0) return 0
  const done = await sql`update ${tableOf(register)} set deleted_at = clock_now(), change_reason = ${reason}
    where id = any(${ids}::bigint[]) and deleted_at is null`.execute(ctx.tx)
  return Number(done.numAffectedRows ?? 0n)
}
