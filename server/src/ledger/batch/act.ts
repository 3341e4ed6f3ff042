/** One step of a batch: state, verb, another person than the earlier steps ask, control totals, posting (OF-02, GEN-13). */
import type { Fen, Text } from '#kernel'
import { fen, t } from '#kernel'
import type { Ctx } from '#platform'
import { may } from '#platform'
import { ledgerProblems } from '../problems.ts'
import { batchPostings } from './postings.ts'
import { batchProblems } from './problems.ts'
import { type BatchAct, type BatchState, batchActs, batchStates } from './states.ts'
import * as store from './store.ts'

export type ActInput = {
  batchId: number
  act: BatchAct
  version: number
  /** What the person sees and signs: must equal the batch. */
  count: number
  total: Fen
  note?: string
  /** 拨付日、流水号 and the like, kept with the batch. */
  details?: Record<string, string>
}

/** Does one act. Throws batch.notNow, batch.samePerson, batch.controlTotals, batch.changed. */
export async function actOnBatch(
  ctx: Ctx,
  input: ActInput,
  more: Parameters<typeof store.setBatchState>[2] | object = {},
): Promise<store.BatchRow> {
  const batch = await openForAct(ctx, input)
  const { act } = input
  const voucher = await batchPostings[act]?.(ctx, batch)
  const to = batchActs[act].to
  await store.setBatchState(ctx.tx, batch.id, {
    state: to,
    ...(input.details ? { appropriation: input.details } : {}),
    ...more,
  })
  await store.insertAct(ctx.tx, {
    batchId: batch.id,
    area: ctx.actor.county,
    act,
    fromState: batch.state,
    toState: to,
    actorId: ctx.actor.accountId,
    actorName: ctx.actor.name,
    office: ctx.actor.office,
    count: batch.count,
    total: batch.total,
    note: input.note ?? '',
    voucherId: voucher?.voucherId ?? null,
  })
  ctx.note({
    subject: `batch:${batch.id}`,
    text: batchActs[act].label,
    before: { state: batch.state },
    after: { state: to },
  })
  return { ...batch, state: to, version: batch.version + 1 }
}

/** The batch under lock, if this account may do this act on it now. */
async function openForAct(
  ctx: Ctx,
  { batchId, act, version, count, total }: ActInput,
): Promise<store.BatchRow> {
  const batch = await store.readBatch(ctx.tx, batchId, true)
  if (!batch) throw ledgerProblems.notFound({ what: 'batch', id: batchId })
  if (batch.version !== version) throw batchProblems.changed()
  const counts = await store.countLines(ctx.tx, batch.id)
  const reason = notNow(batch, act, counts) ?? (await sameAccount(ctx, batch, act))
  if (reason) throw reason
  if (batch.count !== count || batch.total !== total)
    throw batchProblems.controlTotals({
      count: batch.count,
      total: fen(batch.total),
      askedCount: count,
      askedTotal: total,
    })
  return batch
}

function notNow(batch: store.BatchRow, act: BatchAct, counts: Record<string, { count: number }>) {
  return startsOf(batch, act).includes(batch.state) && applies(act, counts)
    ? undefined
    : batchProblems.notNow({ act: batchActs[act].label, state: batchStates[batch.state] })
}

/** Only acts since the last return count: what was given back is checked anew. */
async function sameAccount(ctx: Ctx, batch: store.BatchRow, act: BatchAct) {
  const acts = await store.readActs(ctx.tx, batch.id)
  const since = acts.slice(acts.findLastIndex((one) => one.act === 'giveBack') + 1)
  const counted = [...acts.filter((one) => one.act === 'draft'), ...since]
  const clash = counted.find(
    (one) =>
      one.actorId === ctx.actor.accountId && (batchActs[act].differsFrom as string[]).includes(one.act),
  )
  if (!clash) return undefined
  const earlier = clash.act === 'draft' ? t('草拟', 'Draft') : batchActs[clash.act as BatchAct].label
  return batchProblems.samePerson({ act: batchActs[act].label, earlier, name: ctx.actor.name })
}

export type NextAct = {
  act: BatchAct
  label: Text
  consequence: Text
  office: Text
  can: boolean
  why: Text | null
}

/** What can follow, and for each why this account cannot do it, if so: shown as text beside the button. */
export async function nextActs(ctx: Ctx, batch: store.BatchRow): Promise<NextAct[]> {
  const counts = await store.countLines(ctx.tx, batch.id)
  const open = Object.entries(batchActs).filter(
    ([act]) => applies(act as BatchAct, counts) && startsOf(batch, act as BatchAct).includes(batch.state),
  )
  const made: NextAct[] = []
  for (const [act, { label, consequence, office, verb }] of open) {
    const clash = await sameAccount(ctx, batch, act as BatchAct)
    const why = may(ctx.actor, verb)
      ? (clash?.text ?? openPayments(act as BatchAct, counts))
      : t(`由${office.zh}办理，您可以看，不能办。`, `Done by: ${office.en}.`)
    made.push({ act: act as BatchAct, label, consequence, office, can: why === null, why })
  }
  return made
}

/** A re-issue is paid from money that is in the expenditure account already: it needs no appropriation (OF-08). */
function startsOf(batch: store.BatchRow, act: BatchAct): readonly BatchState[] {
  if (batch.kind !== 'reissue') return batchActs[act].from
  if (act === 'arrive') return ['checked']
  return ['request', 'audit', 'appropriate'].includes(act) ? [] : batchActs[act].from
}

/** Money comes back only where a payment failed. */
function applies(act: BatchAct, counts: Record<string, { count: number }>): boolean {
  return act !== 'moneyBack' || (counts.failed?.count ?? 0) > 0
}

/** A batch is reconciled only when no payment is open (OF-08). */
function openPayments(act: BatchAct, counts: Record<string, { count: number }>): Text | null {
  const count = (counts.failed?.count ?? 0) + (counts.listed?.count ?? 0)
  return act === 'reconcile' && count > 0 ? batchProblems.stillOpen({ count }).text : null
}
