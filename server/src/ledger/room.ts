/** What the ledger's operations need, given when the house is composed. */
import type { Ctx } from '#platform'
import type { Ref } from './draft.ts'
import type { Funds } from './registry.ts'

export type LedgerRoom = {
  funds: Funds
  /** What a row of a register is called, by `register:id`; the ledger knows no register. */
  titles: (ctx: Ctx, refs: readonly Ref[]) => Promise<ReadonlyMap<string, string>>
}
