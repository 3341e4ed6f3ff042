/** Filling a batch: lines from a run, from heirs, from payments that came back. */
import type { Fen, Text } from '#kernel'
import { fen, monthOf, sumFen } from '#kernel'
import type { Ctx } from '#platform'
import { nextNumber } from '#platform'
import type { PurposeId } from '../purposes.ts'
import { batchProblems } from './problems.ts'
import type { NewBatchLine } from './store.ts'
import * as store from './store.ts'

/** A part of what a person gets; `fund` names the payer where it is not ours (LS-17, OF-05). */
export type Component = { amount: Fen; otherFund?: Text }

export type BatchDraft = {
  fund: string
  kind?: 'regular' | 'single'
  item: Text
  series: string
  period: string
  source: string
  purpose: PurposeId
  payableId: number
}

export type LineDraft = Omit<NewBatchLine, 'elsewhere'> & { components: readonly Component[] }

/** Opens a batch that is being filled, or returns the one of the same source. Its number counts within the month: 2025-10-003. */
export async function openBatch(ctx: Ctx, draft: BatchDraft): Promise<number> {
  const found = await store.findBatch(ctx.tx, draft.source)
  if (found) return found.id
  const month = monthOf(ctx.today)
  const number = `${month}-${String(await nextNumber(ctx.tx, `batch:${month}`)).padStart(3, '0')}`
  return store.insertBatch(ctx.tx, { kind: 'regular', ...draft, number, area: ctx.actor.county })
}

/** Adds lines. What another fund pays is shown beside, never paid from here: throws batch.otherFund (LS-17, OF-05). */
export async function addBatchLines(ctx: Ctx, batchId: number, lines: readonly LineDraft[]): Promise<void> {
  for (const line of lines) requireOwn(line)
  const rows = lines.map(({ components, ...line }) => ({ ...line, elsewhere: elsewhereOf(components) }))
  if (rows.length > 0) await store.insertLines(ctx.tx, batchId, rows)
}

function elsewhereOf(components: readonly Component[]): Fen {
  return sumFen(components.filter((one) => one.otherFund).map((one) => one.amount))
}

function requireOwn({ amount, components, name }: LineDraft): void {
  const own = sumFen(components.filter((one) => !one.otherFund).map((one) => one.amount))
  if (amount <= own) return
  const other = components.find((one) => one.otherFund)
  throw batchProblems.otherFund({
    own,
    other: fen(amount - own),
    otherFund: other?.otherFund ?? { zh: '别的资金', en: 'another fund' },
    name,
  })
}

/** Ends the filling: the batch is a draft of whoever proposed it, with its control totals. */
export async function finishFilling(
  ctx: Ctx,
  batchId: number,
  drafter: { id: number; name: string; office: string },
): Promise<void> {
  await store.closeFilling(ctx.tx, batchId)
  const batch = await store.readBatch(ctx.tx, batchId)
  if (!batch) return
  await store.insertAct(ctx.tx, {
    batchId,
    area: ctx.actor.county,
    act: 'draft',
    fromState: 'filling',
    toState: 'draft',
    actorId: drafter.id,
    actorName: drafter.name,
    office: drafter.office,
    count: batch.count,
    total: batch.total,
    note: '',
    voucherId: null,
  })
}
