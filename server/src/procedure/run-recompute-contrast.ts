/** 重算对照: what was paid for each month, what was due as known on a day, and what is due as known now. */
import {
  addMonths,
  type Fen,
  fen,
  firstOfMonth,
  isProblem,
  type Month,
  monthOf,
  type Text,
  t,
  zeroFen,
} from '#kernel'
import type { Ref } from '#ledger'
import type { Ctx } from '#platform'
import type { Assessment, Change, DecideRequest, Decision } from '#policy'
import type { RecomputeRun, RunSubject } from './run-define.ts'
import { runProblems } from './run-problems.ts'
import { type MonthStanding, OPENING, standingOf } from './run-recompute-months.ts'

/** More months at once are asked for again. */
export const mostMonths = 60

export type Contrast = {
  run: RecomputeRun
  subject: RunSubject
  months: ContrastMonth[]
}

/** `asKnown` and `now` are null where nobody could or can say; `why` says what is missing. */
export type ContrastMonth = {
  /** A month, or 开户. */
  month: string
  paid: Fen
  /** A posted run paid, or decided, this month. */
  decided: boolean
  /** A difference of it is proposed and not yet booked. */
  open: boolean
  decisionId: number | null
  asKnown: Fen | null
  now: Fen | null
  why: Text
  changes: readonly Change[]
}

const notYet = t('那一天还没有登记在名单上', 'not on the list yet on that day')

export type ContrastAsked = { of: Ref; from: Month; to: Month; known: string }

/** Every run of months that can be done again, for every row that is this person's. Throws run.tooManyMonths. */
export async function contrastOf(
  ctx: Ctx,
  runs: readonly RecomputeRun[],
  asked: ContrastAsked,
): Promise<Contrast[]> {
  const months = monthsBetween(asked.from, asked.to)
  const found: Contrast[] = []
  for (const run of runs) {
    const ids = await run.subjectsOf(ctx, asked.of)
    for (const subject of await run.subjects(ctx, ids))
      found.push({ run, subject, months: await monthsOf(ctx, run, { subject, months, known: asked.known }) })
  }
  return found.filter(({ months: listed }) => listed.length > 0)
}

function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = []
  for (let at = from; at <= to; at = monthOf(addMonths(firstOfMonth(at), 1))) {
    months.push(at)
    if (months.length > mostMonths) throw runProblems.tooManyMonths({ most: mostMonths })
  }
  return months
}

type Asked = { subject: RunSubject; months: readonly string[]; known: string }

/** A run whose subjects claim has months only where somebody claimed: the others have no question to answer. */
async function monthsOf(
  ctx: Ctx,
  run: RecomputeRun,
  { subject, known, ...asked }: Asked,
): Promise<ContrastMonth[]> {
  const months = run.opening ? [OPENING] : asked.months
  const [from, to] = [months[0], months.at(-1)]
  const standing = await standingOf(ctx, run, { subjects: [subject], from, to })
  const questions = await questionsOf(ctx, run, { subject, months, standing })
  const requests = questions.map(({ request }) => request)
  const [old, current] = [await readAt(ctx, run, requests, known), await readAt(ctx, run, requests, ctx.now)]
  const rows: ContrastMonth[] = []
  for (const [i, one] of questions.entries()) {
    const given = { old: old?.[i], current: current?.[i] }
    rows.push(await rowOf(ctx, run, { ...one, ...given, known }))
  }
  return rows
}

type Question = { month: string; standing: MonthStanding | undefined; request: DecideRequest }

async function questionsOf(
  ctx: Ctx,
  run: RecomputeRun,
  given: { subject: RunSubject; months: readonly string[]; standing: readonly MonthStanding[] },
): Promise<Question[]> {
  const { subject, months, standing } = given
  const decisions = await run.room.decisionsById(
    ctx,
    standing.flatMap(({ decisionId }) => decisionId ?? []),
  )
  const byId = new Map<number, Decision>(decisions.map((one) => [one.id, one]))
  return months.flatMap((month): Question[] => {
    const found = standing.find((one) => one.period === month)
    const decision = found?.decisionId ? byId.get(found.decisionId) : undefined
    if (decision) return [{ month, standing: found, request: run.room.askedAgain(decision) }]
    if (run.claims || run.opening) return []
    const request = { policy: run.policy, subject: subject.subject, on: firstOfMonth(month as Month) }
    return [{ month, standing: found, request }]
  })
}

type Read = { old: Assessment | undefined; current: Assessment | undefined }

/** Undefined where the row was not there yet at the moment. */
async function readAt(
  ctx: Ctx,
  run: RecomputeRun,
  requests: readonly DecideRequest[],
  known: string,
): Promise<Assessment[] | undefined> {
  try {
    return await run.room.assessMany(
      ctx,
      requests.map((one) => ({ ...one, known })),
    )
  } catch (thrown) {
    if (isProblem(thrown) && thrown.code === 'policy.subjectAbsent') return undefined
    throw thrown
  }
}

async function rowOf(
  ctx: Ctx,
  run: RecomputeRun,
  given: Question & Read & { known: string },
): Promise<ContrastMonth> {
  const { month, standing, request, known } = given
  const { old, current } = given
  const [asKnown, now] = [old, current].map((one) => (one ? run.due(one.result) : null)) as [
    Fen | null,
    Fen | null,
  ]
  const changes =
    asKnown === now || !old ? [] : await run.room.changesOf(ctx, request, { before: known, after: ctx.now })
  return {
    month,
    paid: fen(standing?.paid ?? zeroFen),
    decided: standing !== undefined,
    open: standing?.open ?? false,
    decisionId: standing?.decisionId ?? null,
    asKnown,
    now,
    why: !old ? notYet : now === null && current ? run.whyNot(current) : t('', ''),
    changes,
  }
}

/** The reason of one month as known at a moment, done on the spot. Throws where the run, the subject or the claim is not there. */
export async function explainMonth(
  ctx: Ctx,
  run: RecomputeRun,
  { subjectId, month, known }: { subjectId: number; month: string; known: string },
): Promise<Assessment & { subject: Ref }> {
  const subject = (await run.subjects(ctx, [subjectId])).find((one) => one.subject.id === subjectId)
  if (!subject) throw runProblems.notFound({ id: subjectId })
  const standing = await standingOf(ctx, run, { subjects: [subject], from: month, to: month })
  const [question] = await questionsOf(ctx, run, { subject, months: [month], standing })
  if (!question) throw runProblems.notClaimed({ month })
  const assessed = await run.room.assessFor(ctx, { ...question.request, known, trace: true })
  return { ...assessed, subject: subject.subject }
}
