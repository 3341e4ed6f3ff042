/** The statement of one account: every entry with the balance after it (个人账户对账单). */
import type { Day, Fen } from '#kernel'
import type { Ctx } from '#platform'
import { getAccount } from './account.ts'
import type { Account } from './draft.ts'
import type { Side } from './kinds.ts'
import type { PurposeId } from './purposes.ts'
import { readStatement } from './statement-store.ts'

export type StatementLine = {
  entryId: number
  day: Day
  purpose: PurposeId
  side: Side
  amount: Fen
  /** After this entry, in the account's own direction. */
  balance: Fen
  voucherId: number
  /** Null where the voucher covers more than the reader's area. */
  voucher: {
    period: string
    number: string
    textZh: string
    textEn: string
    source: string
    reverses: number | null
  } | null
  /** Why: opens the explanation. */
  decisionId: number | null
}

export type Statement = { account: Account; brought: Fen; lines: StatementLine[]; next: number | null }

/**
 * Entries of an account in the order of posting, `limit` at a time after an entry, or the `latest` ones; `brought` is
 * the balance before them.
 */
export async function statement(
  ctx: Ctx,
  accountId: number,
  page: { after?: number; limit?: number; from?: Day; to?: Day; latest?: boolean } = {},
): Promise<Statement> {
  const limit = page.limit ?? 200
  const account = await getAccount(ctx, accountId)
  if (page.latest)
    return { account, ...(await readStatement(ctx.tx, accountId, { ...page, limit })), next: null }
  const { brought, lines } = await readStatement(ctx.tx, accountId, { ...page, limit: limit + 1 })
  const shown = lines.slice(0, limit)
  return {
    account,
    brought,
    lines: shown,
    next: lines.length > limit ? (shown.at(-1)?.entryId ?? null) : null,
  }
}
