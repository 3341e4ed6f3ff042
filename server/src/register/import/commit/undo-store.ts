/** Removing many rows, and who points to them. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { mainColumn, ownerColumn } from '../../columns.ts'
import type { Register } from '../../define.ts'
import type { Registry } from '../../registry.ts'
import { tableOf } from '../../sql-store.ts'

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
