/** What the acts of a batch post (OF-01, OF-02). Money moves only at these four steps. */
import { addFen, sumFen, t } from '#kernel'
import type { Ctx } from '#platform'
import { openAccount } from '../account.ts'
import type { Posted } from '../draft.ts'
import { postVoucher } from '../post.ts'
import type { BatchAct } from './states.ts'
import type { BatchRow } from './store.ts'
import * as store from './store.ts'

type Posting = (ctx: Ctx, batch: BatchRow) => Promise<Posted | undefined>

/** Treasury's book: out of the special account. */
const appropriate: Posting = (ctx, batch) =>
  postVoucher(ctx, {
    ...head(ctx, batch),
    bookEntity: 'treasury',
    purpose: 'appropriation',
    text: t(
      `拨付 ${batch.period} ${batch.itemZh}（批次 ${batch.number}）`,
      `Appropriation for ${batch.itemEn} ${batch.period} (${batch.number})`,
    ),
    lines: [
      { account: { kind: 'balance' }, debit: batch.total },
      { account: { kind: 'special' }, credit: batch.total },
    ],
  })

/** Agency's book: special account to expenditure account. A re-issue's money is there already. */
const arrive: Posting = async (ctx, batch) => {
  if (batch.kind === 'reissue') return undefined
  return postVoucher(ctx, {
    ...head(ctx, batch),
    purpose: 'appropriation',
    text: t(`支出户到账（批次 ${batch.number}）`, `Arrived in the expenditure account (${batch.number})`),
    lines: [
      { account: { kind: 'expenditure' }, debit: batch.total },
      { account: { kind: 'special' }, credit: batch.total },
    ],
  })
}

/** What was owed is paid; a re-issue pays what stood in suspense for the person. */
const send: Posting = async (ctx, batch) => {
  const debits =
    batch.kind === 'reissue'
      ? (await store.readLines(ctx.tx, { batchId: batch.id })).map((line) => ({
          account: { id: line.suspenseId as number },
          debit: line.amount,
          subject: { register: line.subjectRegister, id: line.subjectId },
        }))
      : [{ account: { id: batch.payableId as number }, debit: batch.total }]
  return postVoucher(ctx, {
    ...head(ctx, batch),
    purpose: batch.purpose,
    text: t(
      `发放 ${batch.period} ${batch.itemZh}（批次 ${batch.number}）`,
      `Payment of ${batch.itemEn} ${batch.period} (${batch.number})`,
    ),
    lines: [...debits, { account: { kind: 'expenditure' }, credit: batch.total }],
  })
}

/** Returned money stands as suspense of each person until it is issued again (OF-08). */
const moneyBack: Posting = async (ctx, batch) => {
  const failed = await store.readLines(ctx.tx, { batchId: batch.id, statuses: ['failed'] })
  if (failed.length === 0) return undefined
  const credits = []
  for (const line of failed) {
    const subject = { register: line.subjectRegister, id: line.subjectId }
    const id = await openAccount(ctx, {
      fund: batch.fund,
      kind: 'suspense',
      subject,
      area: line.area,
      label: `${line.name} 退票`,
    })
    await store.setLine(ctx.tx, line.id, { status: 'back', suspenseId: id })
    credits.push({ account: { id }, credit: line.amount, subject })
  }
  return postVoucher(ctx, {
    ...head(ctx, batch),
    purpose: 'bounce',
    text: t(
      `退票款退回支出户（批次 ${batch.number}，${failed.length} 笔）`,
      `Returned payments back (${batch.number}, ${failed.length})`,
    ),
    lines: [
      {
        account: { kind: 'expenditure' },
        debit: failed.reduce((sum, line) => addFen(sum, line.amount), sumFen([])),
      },
      ...credits,
    ],
  })
}

export const batchPostings: Partial<Record<BatchAct, Posting>> = { appropriate, arrive, send, moneyBack }

function head(ctx: Ctx, batch: BatchRow) {
  return { fund: batch.fund, day: ctx.today, source: `batch:${batch.id}` }
}
