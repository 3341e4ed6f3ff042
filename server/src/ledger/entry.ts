/** One entry of the books, and what is known of why it is as large as it is. The reason itself is another room's. */
import type { Fen, Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { batchActs } from './batch/states.ts'
import { findBatch, readActs, readBatch } from './batch/store.ts'
import {
  countDecided,
  type EntryRow,
  mirroredEntry,
  readEntry,
  readMoves,
  sumOfDecision,
} from './entry-store.ts'
import { type Span, spansOf, type YearMoves } from './interest-spans.ts'
import type { InterestMethod } from './interest-store.ts'
import { ledgerProblems } from './problems.ts'

export type Entry = EntryRow

/** Throws `ledger.notFound` where there is none that the actor sees. */
export async function getEntry(ctx: Ctx, id: number): Promise<Entry> {
  const entry = await readEntry(ctx.tx, id)
  if (!entry) throw ledgerProblems.notFound({ what: 'entry', id })
  return entry
}

/** The entry that a red one mirrors; the entry itself where it is not red. */
export async function originalEntry(ctx: Ctx, entry: Entry): Promise<Entry> {
  if (entry.reverses === null) return entry
  const id = await mirroredEntry(ctx.tx, { ...entry, voucherId: entry.reverses })
  return id === undefined ? entry : getEntry(ctx, id)
}

/** What the entry's decision led to in its voucher: one payment may stand in two lines (own account, pool; OF-07). */
export function bookedByDecision(ctx: Ctx, entry: Entry & { decisionId: number }): Promise<Fen> {
  return sumOfDecision(ctx.tx, entry)
}

/** How many lines of the entry's voucher have a decision of their own. */
export function decidedBeside(ctx: Ctx, entry: Entry): Promise<number> {
  return countDecided(ctx.tx, entry.voucherId)
}

/** What stood in the entry's account through a year, by what was posted before it. */
export async function interestFacts(
  ctx: Ctx,
  entry: Entry,
  { year, method }: { year: number; method: InterestMethod },
): Promise<{ balances: YearMoves; spans: Span[] }> {
  const balances = { year, ...(await readMoves(ctx.tx, { ...entry, before: entry.id, year })) }
  return { balances, spans: spansOf(method, balances) }
}

export type Signer = { act: Text; name: string; office: string; at: string }

/** Who stands on the voucher, and who acted on the payment batch that it belongs to. */
export async function signersOf(ctx: Ctx, entry: Entry): Promise<Signer[]> {
  const { preparedName, reviewedName, createdAt: at, source } = entry
  const [, batchId] = /^batch:(\d+)/.exec(source) ?? []
  const batch = batchId ? await readBatch(ctx.tx, Number(batchId)) : await findBatch(ctx.tx, source)
  const acts = batch ? await readActs(ctx.tx, batch.id) : []
  return [
    { act: t('制单', 'Prepared'), name: preparedName, office: '', at },
    ...(reviewedName === null ? [] : [{ act: t('复核', 'Reviewed'), name: reviewedName, office: '', at }]),
    ...acts.map((one) => ({ act: actLabel(one.act), name: one.actorName, office: one.office, at: one.at })),
  ]
}

function actLabel(act: string): Text {
  if (act === 'draft') return t('草拟发放批次', 'Drafted the batch')
  return batchActs[act as keyof typeof batchActs]?.label ?? t(act, act)
}
