/** Comparisons that were made: kept once each, with every subject that differed. */
import type { Ctx } from '#platform'
import type { PolicyTables } from '../tables.ts'
import type { Differing } from './compare.ts'

export type Comparison = {
  readonly policy: string
  readonly ruleHash: string
  readonly parameterVersion: string
  /** The day for which the facts were true, and the moment at which they were known. */
  readonly onDay: string
  readonly known: string
  readonly compared: number
  readonly agreed: number
  readonly differing: readonly Differing[]
}
export type KeptComparison = Comparison & { readonly id: number; readonly madeAt: string }

/** Kept under the area that the actor sees. */
export async function keepComparison(ctx: Ctx, comparison: Comparison): Promise<number> {
  const row = {
    ...comparison,
    differing: JSON.stringify(comparison.differing),
    area: ctx.actor.area,
    madeBy: ctx.actor.accountId,
  }
  const { id } = await ctx.tx
    .withTables<PolicyTables>()
    .insertInto('policyComparison')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The latest of a policy that the actor sees. */
export async function latestComparison(ctx: Ctx, policy: string): Promise<KeptComparison | undefined> {
  const row = await ctx.tx
    .withTables<PolicyTables>()
    .selectFrom('policyComparison')
    .select(['id', 'policy', 'ruleHash', 'parameterVersion', 'onDay', 'known', 'compared', 'agreed'])
    .select(['differing', 'madeAt'])
    .where('policy', '=', policy)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, differing: row.differing as readonly Differing[] }
}
