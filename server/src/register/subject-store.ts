/** All rows of a register that the actor sees, a page of ids at a time. The fence of the transaction decides what is seen. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import type { Register } from './define.ts'
import { tableOf } from './sql-store.ts'

/** Ids in order after one; `left` counts all after it, these too. */
export async function subjectIds(
  ctx: Ctx,
  register: Register,
  { after, limit }: { after: number; limit: number },
): Promise<{ ids: number[]; left: number }> {
  const rest = sql`from ${tableOf(register)} where deleted_at is null and id > ${after}`
  const found = await sql<{ id: number }>`select id ${rest} order by id limit ${limit}`.execute(ctx.tx)
  const counted = await sql<{ left: number }>`select count(*) as left ${rest}`.execute(ctx.tx)
  return { ids: found.rows.map(({ id }) => Number(id)), left: Number(counted.rows[0]?.left ?? 0) }
}
