/** SQL: how many accounts rows of registers hold, for who must know whether there is money (GEN-13). */
import { sql } from 'kysely'
import type { Ctx } from '#platform'

/** Accounts of these rows and of those that were merged into them, in any area: a number, nothing of what is in them. */
export async function accountsHeld(
  ctx: Ctx,
  rows: readonly { register: string; ids: readonly number[] }[],
): Promise<number> {
  const refs = rows.flatMap(({ register, ids }) => ids.map((id) => ({ register, id })))
  const found = await sql<{ count: number }>`
    select accounts_held(${JSON.stringify(refs)}::jsonb) as count`.execute(ctx.tx)
  return found.rows[0]?.count ?? 0
}
