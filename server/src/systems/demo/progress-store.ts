/** How far the demo's story was told: one counter row of the county. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'

/** 0 = not told to its end. */
export async function storiesTold(ctx: Ctx, series: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`select last from counter where series = ${series}`.execute(
    ctx.tx,
  )
  return rows[0]?.last ?? 0
}
