/** After many rows came in at once: what searches and the planner of PostgreSQL read is brought up to date. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import type { Register } from './define.ts'

/** Where the register grew by more than `share` since it was last done (0.25 between the chunks, 0.02 at the end). */
export async function settleRegister(ctx: Ctx, register: Register, share: number): Promise<void> {
  await sql`select settle_register(${register.table}, ${share}::float8)`.execute(ctx.tx)
}
