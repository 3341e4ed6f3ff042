/** What the chunks of a run share: what a chunk came to, and the account of what the run owes. */
import { openAccount } from '#ledger'
import type { Ctx } from '#platform'
import type { RunRow } from './run-store.ts'

/** `from`, `to`: the lines, or accounts, that a chunk went through. */
export type Made = { count: number; total: number; voucherId: number | null; from: number; to: number }

export function payableOf(ctx: Ctx, row: RunRow): Promise<number> {
  return openAccount(ctx, {
    fund: row.fund,
    kind: 'payable',
    context: { register: 'run', id: row.id },
    area: ctx.actor.county,
    label: `应付 ${row.period}`,
  })
}
