/** Doing paid months again: every month that comes out otherwise is a line with the decisions and facts that differ. Nothing is posted. */
import {
  type Fen,
  fen,
  firstOfMonth,
  month as monthIn,
  sumFen,
  type Text,
  t,
  yuanText,
  zeroFen,
} from '#kernel'
import type { Ctx } from '#platform'
import { withNames } from '#platform'
import type { Change, Decision } from '#policy'
import { diedBefore, heldAsDead } from './run-death.ts'
import type { RecomputeRun, RunSubject } from './run-define.ts'
import { deathsOf } from './run-inheritance-store.ts'
import { type MonthStanding, standingOf, takeByHand } from './run-recompute-months.ts'
import * as store from './run-recompute-store.ts'
import { reasonOf } from './run-recompute-words.ts'
import { type RunRow, updateRun } from './run-store.ts'

/** Subjects of one chunk: their months are decided together. */
const PAGE = 100

/** What a recomputation is asked for. `since`: only whom facts written after that moment concern; `subjects`: only these. */
export type RecomputeInput = {
  since?: string
  from?: string
  to?: string
  subjects?: number[]
}

type Asked = { month: MonthStanding; decision: Decision }
type Again = Asked & {
  due: Fen | null
  why: Text
  result: Readonly<Record<string, unknown>>
}

/** Whom it concerns, kept when the run is opened: ids in order, of merged rows all of them, or null for everybody. */
export async function affectedBy(
  ctx: Ctx,
  run: RecomputeRun,
  { since, subjects }: RecomputeInput,
): Promise<readonly number[] | null> {
  const { policy, register } = run
  if (subjects) return withNames(ctx.tx, register, subjects)
  if (!since) return null
  return (await run.room.touched(ctx, { policy, register, since })) ?? null
}

/** One chunk of the proposal. Returns whether it is done, and how many lines there are. */
export async function proposeAgain(
  ctx: Ctx,
  run: RecomputeRun,
  row: RunRow,
): Promise<{ done: boolean; at: number }> {
  const { subjects, next } = await nextSubjects(ctx, run, row)
  const { from, to } = row.input as RecomputeInput
  const standing = await standingOf(ctx, run, { subjects, from, to })
  const again = await decideAgain(ctx, run, standing)
  const lines = await linesOf(ctx, run, again, row.count + row.held)
  if (lines.length > 0)
    await store.insertRecomputeLines(ctx.tx, { id: row.id, of: run.of, register: run.register }, lines)
  const proposed = lines.filter(({ status }) => status === 'proposed')
  const sum = (direction: store.Direction) =>
    sumFen(proposed.filter((one) => one.direction === direction).map(({ amount }) => amount))
  await updateRun(ctx.tx, row.id, {
    ...(next === null ? { state: 'proposed' as const } : {}),
    memory: {
      after: next ?? Number(row.memory.after ?? 0),
      topUp: Number(row.memory.topUp ?? 0) + sum('topUp'),
      recovery: Number(row.memory.recovery ?? 0) + sum('recovery'),
    },
    addCount: proposed.length,
    addHeld: lines.length - proposed.length,
    addTotal: sumFen(proposed.map(({ amount }) => amount)),
  })
  return { done: next === null, at: row.count + row.held + lines.length }
}

async function nextSubjects(
  ctx: Ctx,
  run: RecomputeRun,
  row: RunRow,
): Promise<{ subjects: RunSubject[]; next: number | null }> {
  const after = Number(row.memory.after ?? 0)
  const chosen = row.memory.subjects as number[] | null | undefined
  if (!chosen) return run.population(ctx, { after, limit: PAGE })
  const left = chosen.filter((id) => id > after)
  const ids = left.slice(0, PAGE)
  const next = left.length > PAGE ? (ids.at(-1) ?? null) : null
  const subjects = await run.subjects(ctx, ids)
  return { subjects: subjects.filter(({ subject }) => ids.includes(subject.id)), next } // other ids of a row are on their own page
}

/** The months with a decision, each decided again as known now; what was claimed by hand is laid on them. */
export async function decideAgain(
  ctx: Ctx,
  run: RecomputeRun,
  standing: readonly MonthStanding[],
): Promise<Again[]> {
  const ids = standing.flatMap(({ decisionId }) => (decisionId === null ? [] : [decisionId]))
  const decisions = new Map((await run.room.decisionsById(ctx, ids)).map((one) => [one.id, one]))
  const asked = standing.flatMap((month): Asked[] => {
    const decision = month.decisionId === null ? undefined : decisions.get(month.decisionId)
    return decision ? [{ month, decision }] : []
  })
  const read = await run.room.assessMany(
    ctx,
    asked.map(({ decision }) => run.room.askedAgain(decision)),
  )
  const again = asked.map((one, i): Again => {
    const assessment = read[i] as (typeof read)[number]
    const due = run.due(assessment.result)
    const why = due === null ? run.whyNot(assessment) : t('', '')
    return { ...one, due, why, result: assessment.result }
  })
  if (run.opening) return again
  const accounts = again.flatMap(({ month }) => month.subject.accountId ?? [])
  takeByHand(again, await store.recordedByHand(ctx.tx, accounts))
  return again
}

type Line = store.NewRecomputeLine

async function linesOf(
  ctx: Ctx,
  run: RecomputeRun,
  again: readonly Again[],
  already: number,
): Promise<Line[]> {
  const differing = again.filter(isDifferent)
  const changes = await run.room.whyDiffer(
    ctx,
    differing.map(({ decision }) => decision),
  )
  const decidable = differing.filter(({ due }) => due !== null)
  const after = await run.room.decideMany(
    ctx,
    decidable.map(({ decision }) => run.room.askedAgain(decision)),
  )
  const decided = new Map(decidable.map((one, i) => [one, after[i]?.decisionId ?? null]))
  const deaths = await deathsOf(ctx.tx)
  const lines: Line[] = []
  for (const [i, one] of differing.entries()) {
    const found = { ...one, changes: changes[i] ?? [], afterDecision: decided.get(one) ?? null }
    const line = await lineOf(ctx, run, { found, line: already + lines.length + 1, deaths })
    lines.push(line)
  }
  return lines
}

/** A month that cannot be decided is a line only where money was paid for it; one that another run proposes is in hand. */
function isDifferent({ month, due }: Again): boolean {
  if (month.open) return false
  return due === null ? month.paid > 0 : month.paid - month.byHand !== due
}

type Found = Again & { changes: readonly Change[]; afterDecision: number | null }
type Deaths = Awaited<ReturnType<typeof deathsOf>>

async function lineOf(
  ctx: Ctx,
  run: RecomputeRun,
  { found, line, deaths }: { found: Found; line: number; deaths: Deaths },
): Promise<Line> {
  const { month, due, decision, changes, afterDecision } = found
  const { subject, context, name, area, accountId } = month.subject
  const paid = fen(month.paid - month.byHand)
  const amount = due === null ? zeroFen : fen(Math.abs(due - paid))
  const direction = due === null ? 'none' : due > paid ? 'topUp' : 'recovery'
  const payee = direction === 'topUp' && !run.opening ? await run.payee(ctx, subject) : null
  const held = await whyHeld(ctx, run, { found, direction, person: payee?.person, deaths })
  const decisionId = held ? null : await keepDifference(ctx, run, { found, paid })
  return {
    line,
    area,
    name,
    accountId,
    period: month.period,
    subjectId: subject.id,
    contextRegister: context?.register ?? '',
    contextId: context?.id ?? 0,
    direction,
    status: held ? 'held' : 'proposed',
    paid,
    due,
    amount,
    beforeDecision: decision.id,
    afterDecision,
    decisionId,
    changes,
    payee,
    reason: reasonOf(changes, month, held),
  }
}

type Held = {
  found: Found
  direction: store.Direction
  person: { register: string; id: number } | undefined
  deaths: Deaths
}

async function whyHeld(
  ctx: Ctx,
  run: RecomputeRun,
  { found, direction, person, deaths }: Held,
): Promise<Text | null> {
  const { month, due, why, decision, result } = found
  const { subject } = month.subject
  if (due === null) return why
  if (run.opening) return run.opening.whyHeld(decision.result, result)
  if (month.returned)
    return t(
      '这个月的款被银行退回，还在暂收款里。请先办退票，再重算',
      'The bank returned this month; the money stands in suspense. Settle that first',
    )
  if (direction !== 'topUp') return null
  const known = diedBefore(deaths, { subject, person }, month.period)
  if (known) return heldAsDead(known)
  return (await run.diedOn(ctx, subject)) === null
    ? null
    : t(
        '本人已去世，少发的部分随继承付给继承人，不打到本人卡上',
        'The person has died: what is short goes to the heirs, not to the card',
      )
}

/** The decision on the difference is the reason of what is booked. */
async function keepDifference(
  ctx: Ctx,
  run: RecomputeRun,
  { found: { month, due, decision }, paid }: { found: Found; paid: Fen },
): Promise<number> {
  const { subject, area } = month.subject
  const facts = {
    month: run.opening ? decision.valid : firstOfMonth(monthIn(month.period)),
    due: yuanText(due ?? zeroFen),
    paid: yuanText(paid),
  }
  const request = { policy: run.difference, facts, subject, area }
  return (await run.room.decideFacts(ctx, request)).decisionId
}
