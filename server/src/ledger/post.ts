/** Posting: a voucher is written whole, balanced and for an allowed purpose, or not at all. */
import { fen, monthOf, sumFen, zeroFen } from '#kernel'
import type { Ctx } from '#platform'
import { nextNumber } from '#platform'
import { resolveAccounts } from './account.ts'
import type { Line, Posted, VoucherDraft } from './draft.ts'
import { insertEntries, insertVoucher } from './post-store.ts'
import { ledgerProblems } from './problems.ts'

/**
 * Posts a balanced voucher. Throws ledger.unbalanced, ledger.emptyLine; PostgreSQL throws ledger.movementRefused,
 * ledger.overdrawn, ledger.monthClosed. At commit it takes the digest and appends the link.
 */
export async function postVoucher(ctx: Ctx, draft: VoucherDraft): Promise<Posted> {
  requireBalance(draft.lines)
  const { fund, bookEntity = 'agency' } = draft
  const accounts = await resolveAccounts(
    ctx,
    { fund, bookEntity },
    draft.lines.map((line) => line.account),
  )
  const voucher = await writeVoucher(ctx, draft)
  await insertEntries(
    ctx.tx,
    { id: voucher.voucherId, day: draft.day, purpose: draft.purpose },
    draft.lines.map((line, i) => ({ ...line, account: accounts[i] as { id: number; area: string } })),
  )
  return voucher
}

/** The head of a voucher with the next number of its book and month; the caller adds the entries in the same transaction. */
export async function writeVoucher(
  ctx: Ctx,
  draft: Omit<VoucherDraft, 'lines'> & { reverses?: number },
): Promise<Posted> {
  const { fund, bookEntity = 'agency', day } = draft
  const period = monthOf(day)
  const serial = await nextNumber(ctx.tx, `voucher:${fund}:${bookEntity}:${period}`)
  const made = await insertVoucher(ctx.tx, {
    ...draft,
    bookEntity,
    period,
    serial,
    area: ctx.actor.county,
    prepared: { id: ctx.actor.accountId, name: ctx.actor.name },
    now: ctx.now,
  })
  return { voucherId: made.id, number: made.number, period }
}

function requireBalance(lines: readonly Line[]): void {
  const whole = lines.every(
    ({ debit, credit }) => (debit ?? 0) >= 0 && (credit ?? 0) >= 0 && (debit ?? 0) > 0 !== (credit ?? 0) > 0,
  )
  if (!whole || lines.length < 2) throw ledgerProblems.emptyLine()
  const debit = sumFen(lines.map((line) => line.debit ?? zeroFen))
  const credit = sumFen(lines.map((line) => line.credit ?? zeroFen))
  if (debit !== credit) throw ledgerProblems.unbalanced({ debit: fen(debit), credit: fen(credit) })
}
