/** Proposing a run: page by page through its population; nothing is posted. */
import { type Day, sumFen, t, zeroFen } from '#kernel'
import type { Ctx } from '#platform'
import { samePerson } from '#platform'
import { knownDeaths, unlessDead } from './run-death.ts'
import type { PayRun, Proposal, Run, RunMoment, RunSubject } from './run-define.ts'
import { planInterestRun } from './run-interest.ts'
import { runProblems, runStates } from './run-problems.ts'
import { affectedBy, proposeAgain, type RecomputeInput } from './run-recompute-propose.ts'
import { dropRecomputeLines } from './run-recompute-store.ts'
import type { Runs } from './run-registry.ts'
import * as store from './run-store.ts'

const PAGE = 200

/** Opens a run for a period: once, unless the earlier one was cancelled. Lines come with `proposeChunk`. Returns its id. */
export async function openRun(
  ctx: Ctx,
  run: Run,
  given: { period: string; day?: Day; input?: Record<string, unknown> },
): Promise<number> {
  requirePeriod(run, given.period)
  const at = { period: given.period, day: dayOf(run, given, ctx.today), input: given.input ?? {} }
  const memory = await prepare(ctx, run, at)
  const id = await store.insertRun(ctx.tx, {
    ...at,
    run: run.id,
    fund: run.fund,
    memory,
    area: ctx.actor.county,
    proposedBy: ctx.actor.accountId,
    proposedName: ctx.actor.name,
  })
  if (id === undefined) throw runProblems.once({ label: run.label, period: given.period })
  ctx.note({ subject: `run:${id}`, after: at, text: t(`提出${run.label.zh}`, `Propose ${run.label.en}`) })
  return id
}

/** What can be refused at once is refused at once: a year that is not over, a rate that is not decided. */
async function prepare(ctx: Ctx, run: Run, at: RunMoment): Promise<Record<string, unknown>> {
  if (run.kind === 'pay') return (await run.prepare?.(ctx, at)) ?? {}
  if (run.kind === 'recompute') return { subjects: await affectedBy(ctx, run, at.input as RecomputeInput) }
  if (at.day > ctx.today) throw runProblems.notOver({ period: at.period })
  await run.rate(ctx, at)
  return {}
}

const forms = { month: /^\d{4}-(0[1-9]|1[0-2])$/, year: /^\d{4}$/, once: /^.{1,60}$/ }

function requirePeriod(run: Run, period: string): void {
  if (!forms[run.every].test(period)) throw runProblems.period({ given: period, every: run.every })
}

/** Interest is credited as of the last day of its year; payments are dated by the day they are proposed for. */
function dayOf(run: Run, given: { period: string; day?: Day }, today: Day): Day {
  return run.kind === 'interest' ? (`${given.period}-12-31` as Day) : (given.day ?? today)
}

/** One chunk of the proposal. Returns whether the run is proposed, and how many lines it has so far. */
export async function proposeChunk(
  ctx: Ctx,
  runs: Runs,
  runId: number,
): Promise<{ done: boolean; at: number }> {
  const row = await lockRun(ctx, runId)
  if (row.state !== 'proposing') return { done: true, at: row.count + row.held }
  const run = runs.get(row.run)
  if (run.kind === 'interest') return { done: true, at: await planInterestRun(ctx, run, row) }
  if (run.kind === 'recompute') return proposeAgain(ctx, run, row)
  const after = Number(row.memory.after ?? 0)
  const { subjects, next } = await run.population(ctx, row, { after, limit: PAGE })
  const lines = await proposeLines(ctx, run, row, subjects)
  await store.insertLines(ctx.tx, row, lines)
  const done = next === null
  const proposed = lines.filter((line) => line.status === 'proposed')
  await store.updateRun(ctx.tx, runId, {
    ...(done ? { state: 'proposed' as const } : {}),
    memory: { after: next ?? after },
    addCount: proposed.length,
    addHeld: lines.length - proposed.length,
    addTotal: sumFen(proposed.map((line) => line.amount)),
  })
  return { done, at: row.count + row.held + lines.length }
}

async function proposeLines(
  ctx: Ctx,
  run: PayRun,
  at: RunMoment,
  subjects: readonly RunSubject[],
): Promise<store.NewLine[]> {
  const lines: store.NewLine[] = []
  const deaths = await knownDeaths(ctx, run)
  for (const subject of subjects) {
    const proposal = await run.propose(ctx, subject, at)
    if (proposal) lines.push(lineOf(subject, unlessDead(deaths, { subject, proposal, period: at.period })))
  }
  return lines
}

function lineOf(subject: RunSubject, proposal: NonNullable<Proposal>): store.NewLine {
  const { key: line, ...who } = subject
  const none = { elsewhere: zeroFen, elsewhereText: t('', ''), payee: null, reason: t('', '') }
  if ('held' in proposal)
    return {
      ...none,
      ...who,
      line,
      status: 'held',
      amount: zeroFen,
      decisionId: proposal.decisionId ?? null,
      reason: proposal.held,
    }
  const other = (proposal.components ?? []).filter((one) => one.otherFund)
  return {
    ...none,
    ...who,
    line,
    status: 'proposed',
    amount: proposal.amount,
    decisionId: proposal.decisionId,
    payee: proposal.payee,
    elsewhere: sumFen(other.map((one) => one.amount)),
    elsewhereText: other[0]?.otherFund ?? t('', ''),
  }
}

/** The run under lock; two chunks of one run follow each other. */
export async function lockRun(ctx: Ctx, id: number): Promise<store.RunRow> {
  const row = await store.readRun(ctx.tx, id, true)
  if (!row) throw runProblems.notFound({ id })
  return row
}

/** Another person approves what is proposed, signing count and sum (GEN-13). */
export async function approveRun(
  ctx: Ctx,
  runs: Runs,
  given: { runId: number; count: number; total: number },
): Promise<void> {
  const row = await lockRun(ctx, given.runId)
  if (row.state !== 'proposed') throw runProblems.notNow({ state: runStates[row.state] })
  if (samePerson(ctx.actor, { accountId: row.proposedBy }))
    throw runProblems.samePerson({ name: row.proposedName })
  if (row.count !== given.count || row.total !== given.total)
    throw runProblems.totals({ count: row.count, total: row.total })
  if (row.count === 0) throw runProblems.nothing()
  const short = Number(row.memory.short ?? 0)
  if (runs.get(row.run).kind === 'interest' && short > 0)
    throw runProblems.noSource({ short: short as typeof row.total })
  await store.updateRun(ctx.tx, row.id, {
    state: 'approved',
    approved: { id: ctx.actor.accountId, name: ctx.actor.name, at: ctx.now },
  })
  ctx.note({
    subject: `run:${row.id}`,
    text: t('审批', 'Approved'),
    after: { count: row.count, total: row.total },
  })
}

/** Gives up a run that was not posted; the period is free again. */
export async function cancelRun(
  ctx: Ctx,
  runId: number,
  reason: string,
  memory: Record<string, unknown> = {},
): Promise<void> {
  const row = await lockRun(ctx, runId)
  if (!['proposing', 'proposed', 'approved'].includes(row.state)) throw runProblems.cancelled()
  await store.dropLines(ctx.tx, runId)
  await dropRecomputeLines(ctx.tx, runId)
  await store.updateRun(ctx.tx, runId, { state: 'cancelled', memory: { ...memory, cancelled: reason } })
  ctx.note({ subject: `run:${runId}`, text: t(`撤销：${reason}`, `Cancelled: ${reason}`) })
}
