/** Correction: a red voucher mirrors the old one, both stay (冲红). */
import type { Day } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Posted } from './draft.ts'
import { writeVoucher } from './post.ts'
import { ledgerProblems } from './problems.ts'
import { insertMirror, readVoucherHead } from './voucher-store.ts'

/**
 * Reverses a voucher by one in red ink: the same accounts and sides, negative amounts. Throws ledger.reversedAlready,
 * ledger.reversalOfReversal, ledger.overdrawn if the money has gone on. `day`: of the red voucher, default today.
 */
export async function reverseVoucher(
  ctx: Ctx,
  id: number,
  reason: string,
  day: Day = ctx.today,
): Promise<Posted> {
  const old = await readVoucherHead(ctx.tx, id)
  if (!old) throw ledgerProblems.notFound({ what: 'voucher', id })
  if (old.reverses !== null) throw ledgerProblems.reversalOfReversal({ id })
  if (old.reversedBy !== null) throw ledgerProblems.reversedAlready({ id })
  const red = await writeVoucher(ctx, {
    fund: old.fund,
    bookEntity: old.bookEntity,
    purpose: old.purpose,
    day,
    text: t(
      `冲红 ${old.period} ${old.number}：${reason}`,
      `Reversal of ${old.period} ${old.number}: ${reason}`,
    ),
    source: `reversal:${id}`,
    reverses: id,
  })
  await insertMirror(ctx.tx, { from: id, to: red.voucherId, day })
  ctx.note({
    subject: `voucher:${id}`,
    text: t(`冲红，另见 ${red.period} ${red.number}`, `reversed by ${red.period} ${red.number}`),
  })
  return red
}
