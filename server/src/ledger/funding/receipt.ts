/** Money coming in: registered by the finance office, claimed by the fund accountant of the agency (OF-01, OF-03). */
import type { Day, Fen } from '#kernel'
import { sumFen, t } from '#kernel'
import type { Ctx } from '#platform'
import type { Posted, Ref } from '../draft.ts'
import type { Fund } from '../fund.ts'
import { postVoucher } from '../post.ts'
import { ledgerProblems } from '../problems.ts'
import { type Funds, partOf } from '../registry.ts'
import * as store from './store.ts'

export type NewReceipt = {
  fund: Fund
  arrivedOn: Day
  amount: Fen
  payer: string
  remark?: string
  /** 流水号 of the bank, 票据号 of the finance office: each once per fund. */
  bankRef: string
  ticket: string
  /** What it is for, if the bank's remark says so. */
  context?: Ref
  part?: string
}

/** Registers a line of the special account's statement and posts it in the treasury's book. */
export async function receive(ctx: Ctx, receipt: NewReceipt): Promise<{ receiptId: number } & Posted> {
  const { fund, amount } = receipt
  if (receipt.part) partOf(fund, receipt.part)
  const posted = await postVoucher(ctx, {
    fund: fund.id,
    bookEntity: 'treasury',
    purpose: 'contribution',
    day: receipt.arrivedOn,
    text: t(
      `收${receipt.payer}来款，票据 ${receipt.ticket}`,
      `Received from ${receipt.payer}, ticket ${receipt.ticket}`,
    ),
    source: `receipt:${receipt.bankRef}`,
    attachments: 1,
    lines: [
      { account: { kind: 'special' }, debit: amount },
      { account: { kind: 'balance' }, credit: amount },
    ],
  })
  const receiptId = await store.insertReceipt(ctx.tx, {
    ...receipt,
    fund: fund.id,
    area: ctx.actor.county,
    voucherId: posted.voucherId,
    ...who(ctx),
  })
  ctx.note({
    subject: `receipt:${receiptId}`,
    after: { ...receipt, fund: fund.id },
    text: t('登记来款', 'Receipt registered'),
  })
  return { receiptId, ...posted }
}

export type Claim = { context: Ref; part: string; amount: Fen }

/** Claims a receipt, or a part of it, for projects and parts; posts it in the agency's book. Another person than who registered it. */
export async function claim(
  ctx: Ctx,
  funds: Funds,
  given: { receiptId: number; claims: readonly Claim[] },
): Promise<Posted> {
  const receipt = await store.readReceipt(ctx.tx, given.receiptId)
  if (!receipt) throw ledgerProblems.notFound({ what: 'receipt', id: given.receiptId })
  const fund = funds.get(receipt.fund)
  const posted = await postVoucher(ctx, {
    fund: fund.id,
    purpose: 'contribution',
    day: receipt.arrivedOn,
    text: t(
      `认领${receipt.payer}来款，票据 ${receipt.ticket}`,
      `Claim of the receipt from ${receipt.payer}, ticket ${receipt.ticket}`,
    ),
    source: `receipt:${receipt.bankRef}`,
    attachments: 1,
    lines: [
      { account: { kind: 'special' }, debit: sumFen(given.claims.map((one) => one.amount)) },
      ...given.claims.map((one) => ({
        account: target(fund, one),
        credit: one.amount,
        subject: one.context,
      })),
    ],
  })
  for (const one of given.claims)
    await store.insertClaim(ctx.tx, {
      ...one,
      receiptId: receipt.id,
      voucherId: posted.voucherId,
      area: ctx.actor.county,
      ...who(ctx),
    })
  ctx.note({ subject: `receipt:${receipt.id}`, after: given.claims, text: t('认领来款', 'Receipt claimed') })
  return posted
}

/** Where a claimed part goes: the reserve is kept by the fund, the others wait for the accounts to be opened (LS-08, LS-10).
 * A fund without parts (the regulating fund) takes all into its pool. */
function target(fund: Fund, { part, context }: Claim) {
  if (Object.keys(fund.parts).length === 0) return { kind: 'pooled' } as const
  return partOf(fund, part).into === 'reserve'
    ? ({ kind: 'reserve' } as const)
    : ({ kind: 'raised', part, context } as const)
}

function who(ctx: Ctx) {
  return { by: ctx.actor.accountId, name: ctx.actor.name }
}
