/** A posting run: many vouchers that stand for one act, and are one link of the chain once sealed. */
import type { Ctx } from '#platform'
import type { LedgerTables } from '../tables.ts'
import { findPostingRun } from './store.ts'

/** Opens the posting run of a source (`run:7`), or returns the one that exists. */
export async function openPostingRun(ctx: Ctx, source: string): Promise<number> {
  const db = ctx.tx.withTables<LedgerTables>()
  await db
    .insertInto('postingRun')
    .values({ area: ctx.actor.county, source })
    .onConflict((oc) => oc.column('source').doNothing())
    .execute()
  return findPostingRun(ctx.tx, source)
}

/** Seals it: no further voucher, one link over all digests, made at commit. Sealing twice does nothing. */
export async function sealPostingRun(ctx: Ctx, runId: number): Promise<void> {
  await ctx.tx
    .withTables<LedgerTables>()
    .insertInto('postingSeal')
    .values({ runId, area: ctx.actor.county })
    .onConflict((oc) => oc.column('runId').doNothing())
    .execute()
}
