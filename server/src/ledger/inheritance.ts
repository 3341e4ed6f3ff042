/** An account without heirs: what is left goes to the pool of its fund (OF-15; whether to the pool is the county's parameter). */
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { getAccount } from './account.ts'
import type { Posted } from './draft.ts'
import { postVoucher } from './post.ts'
import { ledgerProblems } from './problems.ts'

/** Only of an individual account, and only what is there: throws ledger.notPersonal, ledger.nothingLeft. */
export async function settleWithoutHeir(
  ctx: Ctx,
  given: { accountId: number; document: string },
): Promise<Posted> {
  const account = await getAccount(ctx, given.accountId)
  if (account.kind !== 'individual') throw ledgerProblems.notPersonal()
  if (account.balance === 0) throw ledgerProblems.nothingLeft({ label: account.label })
  ctx.note({ subject: `account:${account.id}`, after: given, text: t('无继承人', 'No heir') })
  return postVoucher(ctx, {
    fund: account.fund,
    purpose: 'inheritance',
    day: ctx.today,
    text: t(
      `${account.label}无继承人，余额转入统筹账户（${given.document}）`,
      `${account.label}: no heir, the rest goes to the pool (${given.document})`,
    ),
    source: `account:${account.id}`,
    attachments: 1,
    lines: [
      { account: { id: account.id }, debit: account.balance, subject: account.subject },
      { account: { kind: 'pooled' }, credit: account.balance, subject: account.subject },
    ],
  })
}
