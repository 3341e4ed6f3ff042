/** 应追回款: what was paid and was not due stands as owed to the fund by the person, never as a negative pension (OF-16). */
import type { Fen, Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { getAccount, openAccount } from './account.ts'
import type { Posted } from './draft.ts'
import { postVoucher } from './post.ts'

export const recoveryCauses = {
  afterDeath: t('死亡后领取', 'drawn after death'),
  twice: t('重复领取', 'drawn twice'),
  tooMuch: t('多算', 'computed too high'),
  wrongPayee: t('错发', 'paid to the wrong person'),
} as const satisfies Record<string, Text>

export type RecoveryCause = keyof typeof recoveryCauses

/** Records what a person owes back; the account that bore it is made whole. `months`: 2025-01, or 2025-01—2025-03. */
export async function recordReceivable(
  ctx: Ctx,
  given: { accountId: number; amount: Fen; cause: RecoveryCause; months: string; document: string },
): Promise<{ receivableId: number } & Posted> {
  const account = await getAccount(ctx, given.accountId)
  const { fund, subject, area, label } = account
  const receivableId = await openAccount(ctx, {
    fund,
    kind: 'receivable',
    subject,
    context: account.context,
    area,
    label: `${label} 应追回`,
  })
  const posted = await postVoucher(ctx, {
    fund,
    purpose: 'recovery',
    day: ctx.today,
    text: t(
      `应追回：${label} ${given.months} ${recoveryCauses[given.cause].zh}（${given.document}）`,
      `To be recovered: ${label} ${given.months}, ${recoveryCauses[given.cause].en}`,
    ),
    source: `account:${account.id}`,
    attachments: 1,
    lines: [
      { account: { id: receivableId }, debit: given.amount, subject },
      { account: { id: account.id }, credit: given.amount, subject },
    ],
  })
  ctx.note({ subject: `account:${account.id}`, after: given, text: t('登记应追回款', 'Recovery recorded') })
  return { receivableId, ...posted }
}

/** Money that came back by a line of the bank. */
export async function recover(
  ctx: Ctx,
  given: { receivableId: number; amount: Fen; bankRef: string; into: 'expenditure' | 'special' },
): Promise<Posted> {
  const owed = await getAccount(ctx, given.receivableId)
  return postVoucher(ctx, {
    fund: owed.fund,
    purpose: 'recovery',
    day: ctx.today,
    text: t(`追回 ${owed.label}，流水 ${given.bankRef}`, `Recovered: ${owed.label}, bank ${given.bankRef}`),
    source: `account:${owed.id}`,
    lines: [
      { account: { kind: given.into }, debit: given.amount },
      { account: { id: owed.id }, credit: given.amount, subject: owed.subject },
    ],
  })
}
