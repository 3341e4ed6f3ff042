/** Money of cases, through the ledger room: what a project owes, whether it came, accounts opened and credited. */
import type { Fen } from '#kernel'
import { fen, sumFen, t } from '#kernel'
import type { Funds, Line } from '#ledger'
import { fundingSheet, openAccount, postVoucher, reasonsNotToOpen, setFundingDue } from '#ledger'
import type { Ctx } from '#platform'
import type { AccountRequest, Ports } from '../ports.ts'
import type { ItemValues } from '../state.ts'

type LedgerPorts = Pick<Ports, 'setDue' | 'notFunded' | 'openAccounts'>

export function ledgerPorts(funds: Funds): LedgerPorts {
  return {
    setDue: (ctx, { fund, context, source, due }) =>
      setFundingDue(ctx, { fund: funds.get(fund), context, source, due }),
    notFunded: async (ctx, { fund, context }) =>
      reasonsNotToOpen(await fundingSheet(ctx, { fund: funds.get(fund), context })),
    openAccounts: (ctx, request) => openAll(ctx, funds, request),
  }
}

/** One voucher for the list: out of what the project raised, part by part, into each account and the pool (LS-10). */
async function openAll(
  ctx: Ctx,
  funds: Funds,
  request: AccountRequest,
): Promise<ReadonlyMap<number, ItemValues>> {
  const { fund, context, source, day, items } = request
  const opened = new Map<number, ItemValues>()
  const lines: Line[] = raisedLines(funds, request)
  for (const one of items) {
    const accountId = await openAccount(ctx, {
      fund,
      kind: 'individual',
      subject: one.row,
      context,
      area: one.area,
      label: one.name,
      on: day,
    })
    const credit = amountOf(one.values, 'individualAccount')
    const decisionId = typeof one.values.decisionId === 'number' ? one.values.decisionId : null
    if (credit > 0) lines.push({ account: { id: accountId }, credit, subject: one.row, decisionId })
    opened.set(one.item, { accountId })
  }
  const pooled = sumFen(items.map((one) => amountOf(one.values, 'pooled')))
  if (pooled > 0) lines.push({ account: { kind: 'pooled' }, credit: pooled, subject: context })
  const text = t(`开户分配，${items.length} 人`, `Opening of ${items.length} accounts`)
  const { voucherId } = await postVoucher(ctx, { fund, purpose: 'opening', day, text, source, lines })
  return new Map([...opened].map(([item, values]) => [item, { ...values, voucherId }]))
}

/** The parts that wait to be shared out; the reserve is the fund's already (LS-08). */
function raisedLines(funds: Funds, { fund, context, items }: AccountRequest): Line[] {
  const raised = Object.entries(funds.get(fund).parts).filter(([, part]) => part.into === 'raised')
  return raised.flatMap(([part]) => {
    const debit = sumFen(items.map((one) => amountOf(one.values, part)))
    return debit > 0 ? [{ account: { kind: 'raised' as const, part, context }, debit, subject: context }] : []
  })
}

function amountOf(values: ItemValues, name: string): Fen {
  return fen(Number(values[name] ?? 0))
}
