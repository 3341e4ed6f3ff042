/** Open findings of comparisons, for closing those that no longer show. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'

export type OpenFind = { id: number; rowIds: number[] }

export async function openUnder(
  { tx }: Ctx,
  {
    check,
    after,
    limit,
    rowIds,
  }: { check: string; after: number; limit: number; rowIds?: readonly number[] },
): Promise<OpenFind[]> {
  const found = await sql<OpenFind>`
    select id, row_ids from finding where check_id = ${check} and state in ('open', 'checking') and id > ${after}
      ${rowIds ? sql`and row_ids && ${[...rowIds]}::bigint[]` : sql``} order by id limit ${limit}`.execute(tx)
  return found.rows
}

export async function closeGone({ tx }: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update finding set state = 'corrected', handled_at = clock_now(), handler = null, handler_id = null,
      note = coalesce(note || '；', '') || '再核时已没有' where id = any(${[...ids]}::bigint[])`.execute(tx)
}
