/** What stands on the accounts of a fund in the agency's book, by kind. */
import type { Fen } from '#kernel'
import type { Ctx } from '#platform'
import type { AccountKind } from './kinds.ts'
import { sumsByKind } from './overview-store.ts'

/** Kinds without an account are absent; accounts outside the scope are not counted. */
export async function fundSums(ctx: Ctx, fund: string): Promise<ReadonlyMap<AccountKind, Fen>> {
  const sums = await sumsByKind(ctx.tx, fund)
  const own = sums.filter(({ bookEntity }) => bookEntity === 'agency')
  return new Map(own.map(({ kind, balance }) => [kind, balance]))
}
