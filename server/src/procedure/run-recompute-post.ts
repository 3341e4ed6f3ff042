/** Booking differences: what is short is owed and goes into a batch of its own; what was too much stands as owed to the fund (OF-14, OF-16). */
import { type Fen, fen, sumFen, type Text, t, zeroFen } from '#kernel'
import { addBatchLines, type Line, openBatch, postVoucher } from '#ledger'
import type { Ctx } from '#platform'
import type { RecomputeRun, RunSubject } from './run-define.ts'
import { type Made, payableOf } from './run-payable.ts'
import { standingOf } from './run-recompute-months.ts'
import { coveredOpenings, postOpenings } from './run-recompute-opening.ts'
import { decideAgain } from './run-recompute-propose.ts'
import { contextOf, type Due, receivableOf, type Split, splitsOf, subjectOf } from './run-recompute-split.ts'
import type { RecomputeRow, SettledLine } from './run-recompute-store.ts'
import * as store from './run-recompute-store.ts'
import type { RunRow } from './run-store.ts'

type Posting = { postingRunId: number; size: number }
/** The next chunk: whole persons, so that each stands once in the batch. Null when no line is left. */
export async function postDifferences(
  ctx: Ctx,
  run: RecomputeRun,
  row: RunRow,
  { postingRunId, size }: Posting,
): Promise<Made | null> {
  const lines = await nextLines(ctx, row, size)
  if (lines.length === 0) return null
  const due = await stillSo(ctx, run, row, lines)
  if (run.opening) return correctOpenings(ctx, { run, row, head: headOf(ctx, run, row, postingRunId) }, due)
  const { splits, uncovered } = await splitsOf(ctx, run, due)
  await store.holdRecomputeLines(ctx.tx, row.id, uncovered, uncoveredText)
  const posting = { run, row, head: headOf(ctx, run, row, postingRunId) }
  const paidBy = await postTopUps(
    ctx,
    posting,
    splits.filter(({ line }) => line.direction === 'topUp'),
  )
  const claimedBy = await postClaims(ctx, posting, splits)
  const settled = splits.map(({ line, own, pool, setOff }): SettledLine => {
    const voucherId = (line.direction === 'topUp' ? paidBy : claimedBy) as number
    return { line: line.line, own, pool, setOff, voucherId }
  })
  await store.settleRecomputeLines(ctx.tx, row.id, settled)
  return {
    from: lines[0]?.line ?? 0,
    to: lines.at(-1)?.line ?? 0,
    count: splits.length,
    total: sumFen(splits.map(({ line }) => line.amount)),
    voucherId: paidBy ?? claimedBy,
  }
}

async function correctOpenings(ctx: Ctx, { run, row, head }: PostingOf, due: readonly Due[]): Promise<Made> {
  const lines = due.map(({ line }) => line)
  const { covered, uncovered } = await coveredOpenings(ctx, run, lines)
  await store.holdRecomputeLines(ctx.tx, row.id, uncovered, movedOnText)
  const voucherId = await postOpenings(ctx, head, covered)
  const settled = covered.map(({ line, amount }): SettledLine => {
    return { line, own: amount, pool: zeroFen, setOff: zeroFen, voucherId: voucherId as number }
  })
  await store.settleRecomputeLines(ctx.tx, row.id, settled)
  const total = sumFen(covered.map(({ amount }) => amount))
  const span = { from: lines[0]?.line ?? 0, to: lines.at(-1)?.line ?? 0 }
  return { ...span, count: covered.length, total, voucherId }
}

async function nextLines(ctx: Ctx, row: RunRow, size: number): Promise<RecomputeRow[]> {
  const found = await store.readRecomputeLines(ctx.tx, { runId: row.id, status: 'proposed', limit: size + 1 })
  if (found.length <= size) return found
  const cut = found.at(-1)?.subjectId
  const whole = found.filter((line) => line.subjectId !== cut)
  // One person with more months than a chunk holds goes in one piece all the same.
  return whole.length > 0 ? whole : allOf(ctx, row, cut as number)
}

async function allOf(ctx: Ctx, row: RunRow, subjectId: number): Promise<RecomputeRow[]> {
  const all = await store.readRecomputeLines(ctx.tx, { runId: row.id, status: 'proposed', limit: 100_000 })
  return all.filter((line) => line.subjectId === subjectId)
}

const movedText = t(
  '审批以后，这个月的已发数有变动，没有记账。请重新提出重算',
  'What was paid for the month has changed since the approval; not booked. Propose it again',
)
const uncoveredText = t(
  '个人账户已用完，统筹账户余额不够，须按程序动用风险准备金或由财政兜底',
  'The own account is empty and the pool does not cover it',
)

const movedOnText = t(
  '该转出的账户余额不够，已经付出或转走，没有记账',
  'The account that it is to be taken from no longer holds it; not booked',
)

/** Lines whose month stands as it did when it was approved; the others are held by name. */
async function stillSo(
  ctx: Ctx,
  run: RecomputeRun,
  row: RunRow,
  lines: readonly RecomputeRow[],
): Promise<Due[]> {
  const subjects = uniqueSubjects(lines)
  const standing = await standingOf(ctx, run, { subjects })
  await decideAgain(ctx, run, standing) // lays on the months what was claimed by hand
  const due = lines.flatMap((line): Due[] => {
    const month = standing.find(
      (one) => one.subject.subject.id === line.subjectId && one.period === line.period,
    )
    return month && month.paid - month.byHand === line.paid && !month.returned ? [{ line, month }] : []
  })
  const moved = lines.filter((line) => !due.some((one) => one.line === line)).map(({ line }) => line)
  await store.holdRecomputeLines(ctx.tx, row.id, moved, movedText)
  return due
}

function uniqueSubjects(lines: readonly RecomputeRow[]): RunSubject[] {
  return [...new Map(lines.map((line) => [line.subjectId, subjectOf(line)])).values()]
}

type Head = {
  fund: string
  day: RunRow['day']
  source: string
  runId: number
  reviewed?: { id: number; name: string }
}

type PostingOf = { run: RecomputeRun; row: RunRow; head: Head }

function headOf(ctx: Ctx, run: RecomputeRun, row: RunRow, runId: number): Head {
  const by = row.approvedBy
  const reviewed =
    by && by !== ctx.actor.accountId ? { reviewed: { id: by, name: row.approvedName ?? '' } } : {}
  return { fund: run.fund, day: row.day, source: `run:${row.id}`, runId, ...reviewed }
}

/** What is short is owed, and goes into the batch less what is set off. */
async function postTopUps(
  ctx: Ctx,
  { run, row, head }: PostingOf,
  paid: readonly Split[],
): Promise<number | null> {
  if (paid.length === 0) return null
  const payableId = await payableOf(ctx, row)
  const posted = await postVoucher(ctx, {
    ...head,
    purpose: 'benefit',
    text: textOf(run.item, paid),
    lines: [
      ...paid.flatMap((split) => sides(split, 'debit')),
      { account: { id: payableId }, credit: sumFen(paid.map(({ line }) => line.amount)) },
    ],
  })
  const out = paid.filter(({ line, setOff }) => setOff < line.amount)
  if (out.length > 0) await fillBatch(ctx, run, row, { paid: out, payableId })
  return posted.voucherId
}

/** What was too much stands as owed by the person; what is set off goes from what is owed to the person against it. */
async function postClaims(
  ctx: Ctx,
  { run, row, head }: PostingOf,
  splits: readonly Split[],
): Promise<number | null> {
  const lines: Line[] = []
  const concerned = splits.filter(({ line, setOff }) => line.direction === 'recovery' || setOff > 0)
  if (concerned.length === 0) return null
  for (const split of concerned) {
    const { line, setOff } = split
    const claim = {
      subject: subjectOf(line).subject,
      account: { id: await receivableOf(ctx, run.fund, line) },
    }
    if (line.direction === 'recovery')
      lines.push({ ...claim, decisionId: line.decisionId, debit: line.amount }, ...sides(split, 'credit'))
    else
      lines.push({ account: { id: await payableOf(ctx, row) }, debit: setOff }, { ...claim, credit: setOff })
  }
  const text = textOf(t('应追回', 'To be recovered'), concerned)
  return (await postVoucher(ctx, { ...head, purpose: 'recovery', text, lines })).voucherId
}

/** The accounts that bear a line, or are made whole by it. */
function sides({ line, own, pool }: Split, side: 'debit' | 'credit'): Line[] {
  const of = reasonIn(line)
  const at = (account: Line['account'], amount: Fen): Line[] =>
    amount > 0 ? [{ ...of, account, [side]: amount }] : []
  return [...at({ id: line.accountId ?? 0 }, own), ...at({ kind: 'pooled' }, pool)]
}

function reasonIn(line: RecomputeRow) {
  return {
    subject: { register: line.subjectRegister, id: line.subjectId },
    decisionId: line.decisionId,
  }
}

/** `养老金补发 2025-06—2025-08，12 笔`. */
function textOf(what: Text, splits: readonly Split[]): Text {
  const periods = splits.map(({ line }) => line.period).sort()
  const [first, last] = [periods[0] ?? '', periods.at(-1) ?? '']
  const span = first === last ? first : `${first}—${last}`
  return t(`${what.zh} ${span}，${splits.length} 笔`, `${what.en} ${span}, ${splits.length} months`)
}

/** One line a person: what all the months come to. */
async function fillBatch(
  ctx: Ctx,
  run: RecomputeRun,
  row: RunRow,
  { paid, payableId }: { paid: readonly Split[]; payableId: number },
): Promise<void> {
  const batchId = await openBatch(ctx, {
    fund: run.fund,
    item: run.item,
    series: run.id,
    period: row.period,
    source: `run:${row.id}`,
    purpose: 'benefit',
    payableId,
    kind: 'single',
  })
  const persons = [...Map.groupBy(paid, ({ line }) => line.subjectId).values()]
  await addBatchLines(
    ctx,
    batchId,
    persons.map((months, i) => batchLine(months, row.postedCount + i + 1)),
  )
}

function batchLine(months: readonly Split[], line: number) {
  const [{ line: first }] = months as [Split]
  const amount = sumFen(months.map((one) => fen(one.line.amount - one.setOff)))
  return {
    line,
    area: first.area,
    name: first.name,
    amount,
    decisionId: months.length === 1 ? first.decisionId : null,
    subject: { register: first.subjectRegister, id: first.subjectId },
    context: contextOf(first),
    payee: first.payee ?? { idNumber: '', cardName: first.name, card: '', bank: '' },
    components: [{ amount }],
  }
}
