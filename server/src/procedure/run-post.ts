/** Posting an approved run: chunk by chunk, each in a transaction of its own, so that it goes on where it was cut off. */
import { type Fen, fen, sumFen, t } from '#kernel'
import type { Line } from '#ledger'
import {
  addBatchLines,
  balances,
  finishFilling,
  openAccount,
  openBatch,
  openPostingRun,
  postVoucher,
  sealPostingRun,
} from '#ledger'
import type { Ctx } from '#platform'
import { type Charge, splitCharges } from './run-charge.ts'
import { diedBefore, heldAsDead, knownDeaths } from './run-death.ts'
import type { PayRun, RecomputeRun, Run } from './run-define.ts'
import { creditSpan } from './run-interest.ts'
import { type Made, payableOf } from './run-payable.ts'
import { runProblems, runStates } from './run-problems.ts'
import { lockRun } from './run-propose.ts'
import { postDifferences } from './run-recompute-post.ts'
import { hasTopUps } from './run-recompute-store.ts'
import type { Runs } from './run-registry.ts'
import type { LineRow, RunRow } from './run-store.ts'
import * as store from './run-store.ts'

const CHUNK = 500
const SPAN = 20_000

export type Progress = { done: boolean; at: number; total: number; postedTotal: Fen }

/**
 * Posts the next chunk. Safe to call again at any time, by anybody after a crash: the run row is locked, a chunk has a key,
 * a line is charged once. `chunk`: lines, or accounts, of one chunk (default 500 and 20,000).
 */
export async function postChunk(ctx: Ctx, runs: Runs, runId: number, chunk?: number): Promise<Progress> {
  const row = await lockRun(ctx, runId)
  if (row.state === 'sealed') return progressOf(row, true)
  if (row.state !== 'approved' && row.state !== 'posting')
    throw runProblems.notNow({ state: runStates[row.state] })
  const run = runs.get(row.run)
  const postingRunId = row.postingRunId ?? (await openPostingRun(ctx, `run:${row.id}`))
  const made = await madeBy(ctx, run, row, { postingRunId, chunk })
  if (!made) return seal(ctx, run, { ...row, postingRunId })
  await store.insertChunk(ctx.tx, row.area, {
    runId: row.id,
    chunk: row.chunks + 1,
    fromKey: made.from,
    toKey: made.to,
    count: made.count,
    total: made.total,
    voucherId: made.voucherId,
  })
  await store.updateRun(ctx.tx, row.id, {
    state: 'posting',
    memory: { after: made.to },
    postingRunId,
    addPosted: made,
  })
  return progressOf(
    { ...row, postedCount: row.postedCount + made.count, postedTotal: fen(row.postedTotal + made.total) },
    false,
  )
}

function madeBy(
  ctx: Ctx,
  run: Run,
  row: RunRow,
  { postingRunId, chunk }: { postingRunId: number; chunk: number | undefined },
): Promise<Made | null> {
  if (run.kind === 'interest') return creditSpan(ctx, run, row, { postingRunId, size: chunk ?? SPAN })
  if (run.kind === 'recompute') return postDifferences(ctx, run, row, { postingRunId, size: chunk ?? CHUNK })
  return payChunk(ctx, run, row, postingRunId, chunk ?? CHUNK)
}

function progressOf(row: Pick<RunRow, 'postedCount' | 'count' | 'postedTotal'>, done: boolean): Progress {
  return { done, at: row.postedCount, total: row.count, postedTotal: row.postedTotal }
}

async function payChunk(
  ctx: Ctx,
  run: PayRun,
  row: RunRow,
  postingRunId: number,
  size: number,
): Promise<Made | null> {
  const due = await store.readLines(ctx.tx, { runId: row.id, status: 'proposed', limit: size })
  if (due.length === 0) return null
  const lines = await holdTheDead(ctx, run, row, due)
  const { charges, uncovered } = await chargesOf(ctx, run, lines)
  if (uncovered.length > 0) await store.holdLines(ctx.tx, row.id, uncovered, uncoveredText)
  const paid = lines.filter((line) => !uncovered.includes(line.line))
  const span = { from: due[0]?.line ?? 0, to: due.at(-1)?.line ?? 0 }
  if (paid.length === 0) return { ...span, count: 0, total: 0, voucherId: null }
  const payableId = await payableOf(ctx, row)
  const { voucherId } = await postVoucher(ctx, {
    fund: run.fund,
    purpose: run.purpose,
    day: row.day,
    source: `run:${row.id}`,
    runId: postingRunId,
    text: t(
      `${row.period} ${run.item.zh}，${paid.length} 人`,
      `${run.item.en} ${row.period}, ${paid.length} persons`,
    ),
    lines: entriesOf(paid, charges, payableId),
    ...(row.approvedBy && row.approvedBy !== ctx.actor.accountId
      ? { reviewed: { id: row.approvedBy, name: row.approvedName ?? '' } }
      : {}),
  })
  await store.markPosted(ctx.tx, row.id, voucherId, charges)
  const owed = paid.filter((line) => line.payee !== null)
  if (owed.length > 0) await fillBatch(ctx, run, row, owed, payableId)
  return { ...span, count: paid.length, total: sumFen(paid.map((line) => line.amount)), voucherId }
}

/** Who was proposed alive and is known to be dead at posting stays on the list, unpaid. Returns the others. */
async function holdTheDead(ctx: Ctx, run: PayRun, row: RunRow, due: LineRow[]): Promise<LineRow[]> {
  const deaths = await knownDeaths(ctx, run)
  const paid: LineRow[] = []
  for (const line of due) {
    const subject = { register: line.subjectRegister, id: line.subjectId }
    const death = diedBefore(deaths, { subject, person: line.payee?.person }, row.period)
    if (death) await store.holdLines(ctx.tx, row.id, [line.line], heldAsDead(death))
    else paid.push(line)
  }
  return paid
}

const uncoveredText = t(
  '个人账户已用完，统筹账户余额不够，须按程序动用风险准备金或由财政兜底',
  'The own account is empty and the pool does not cover it',
)

async function chargesOf(ctx: Ctx, run: PayRun, lines: readonly LineRow[]) {
  const pooledId = await openAccount(ctx, { fund: run.fund, kind: 'pooled', area: ctx.actor.county })
  const own = lines.flatMap((line) => (line.accountId === null ? [] : [line.accountId]))
  const held = await balances(ctx, [...own, pooledId])
  const pooled = held.get(pooledId) ?? fen(0)
  return splitCharges(lines, {
    balances: held,
    pooled,
    useOwn: run.charge.includes('individual'),
    usePool: run.charge.includes('pooled'),
  })
}

/** Several lines for one payment: own account, pool in the person's name; what is owed in one sum (OF-07). Without a payee the pool keeps it (OF-15). */
function entriesOf(lines: readonly LineRow[], charges: readonly Charge[], payableId: number): Line[] {
  const byLine = new Map(charges.map((charge) => [charge.line, charge]))
  const debits = lines.flatMap((line): Line[] => {
    const charge = byLine.get(line.line)
    const of = personOf(line)
    const own =
      charge && charge.own > 0 ? [{ ...of, account: { id: line.accountId ?? 0 }, debit: charge.own }] : []
    const pool =
      charge && charge.pool > 0 ? [{ ...of, account: { kind: 'pooled' as const }, debit: charge.pool }] : []
    return [...own, ...pool]
  })
  const kept = lines.filter((line) => line.payee === null)
  const owed = sumFen(lines.filter((line) => line.payee !== null).map((line) => line.amount))
  return [
    ...debits,
    ...kept.map((line): Line => ({ ...personOf(line), account: { kind: 'pooled' }, credit: line.amount })),
    ...(owed > 0 ? [{ account: { id: payableId }, credit: owed }] : []),
  ]
}

function personOf(line: LineRow) {
  return {
    subject: { register: line.subjectRegister, id: line.subjectId },
    decisionId: line.decisionId,
  }
}

async function fillBatch(
  ctx: Ctx,
  run: PayRun,
  row: RunRow,
  lines: readonly LineRow[],
  payableId: number,
): Promise<void> {
  const batchId = await openBatch(ctx, {
    fund: run.fund,
    item: run.item,
    series: run.id,
    period: row.period,
    source: `run:${row.id}`,
    purpose: run.purpose,
    payableId,
    kind: run.every === 'month' ? 'regular' : 'single',
  })
  await addBatchLines(
    ctx,
    batchId,
    lines.map((line, i) => ({
      line: row.postedCount + i + 1,
      area: line.area,
      name: line.name,
      amount: line.amount,
      decisionId: line.decisionId,
      subject: { register: line.subjectRegister, id: line.subjectId },
      context: { register: line.contextRegister, id: line.contextId },
      payee: line.payee ?? { idNumber: '', cardName: line.name, card: '', bank: '' },
      components: [
        { amount: line.amount },
        ...(line.elsewhere > 0
          ? [{ amount: line.elsewhere, otherFund: { zh: line.elsewhereZh, en: line.elsewhereEn } }]
          : []),
      ],
    })),
  )
}

/** No line is left: one link of the chain over all vouchers, and the batch becomes a draft. */
async function seal(ctx: Ctx, run: Run, row: RunRow & { postingRunId: number }): Promise<Progress> {
  await sealPostingRun(ctx, row.postingRunId)
  await store.updateRun(ctx.tx, row.id, {
    state: 'sealed',
    sealedAt: ctx.now,
    postingRunId: row.postingRunId,
  })
  if (run.kind !== 'interest' && (await paysOut(ctx, run, row))) {
    const batchId = await openBatch(ctx, {
      fund: run.fund,
      item: run.item,
      series: run.id,
      period: row.period,
      source: `run:${row.id}`,
      purpose: run.kind === 'pay' ? run.purpose : 'benefit',
      payableId: await payableOf(ctx, row),
    })
    await finishFilling(ctx, batchId, { id: row.proposedBy, name: row.proposedName, office: '' })
    await store.updateRun(ctx.tx, row.id, { memory: { batchId } })
  }
  return progressOf(row, true)
}

function paysOut(ctx: Ctx, run: PayRun | RecomputeRun, row: RunRow): Promise<boolean> {
  return run.kind === 'pay' ? store.hasPayees(ctx.tx, row.id) : hasTopUps(ctx.tx, row.id)
}
