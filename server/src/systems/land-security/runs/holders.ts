/** The holders of individual accounts of the protection fund: the population of the monthly runs. */
import { individualAccounts } from '#ledger'
import type { Ctx } from '#platform'
import type { Population } from '#procedure'

export const protectionFundId = 'land-security.protection'

export async function holders(ctx: Ctx, page: { after: number; limit: number }): Promise<Population> {
  const accounts = await individualAccounts(ctx, protectionFundId, page)
  return {
    next: accounts.length < page.limit ? null : (accounts.at(-1)?.id ?? null),
    subjects: accounts.flatMap(({ id, subject, context, label, area }) =>
      subject ? [{ key: id, subject, context, name: label, area, accountId: id }] : [],
    ),
  }
}
