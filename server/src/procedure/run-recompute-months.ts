/** What stands for each person and month: paid in all, by which accounts, decided last by which decision. */
import { type Fen, fen, zeroFen } from '#kernel'
import type { Ctx } from '#platform'
import type { RecomputeRun, RunSubject } from './run-define.ts'
import * as store from './run-recompute-store.ts'

/** `paid`: after what was topped up and claimed back since; `own`, `pool`: which accounts bear that. */
export type MonthStanding = {
  subject: RunSubject
  period: string
  paid: Fen
  own: Fen
  pool: Fen
  /** Claimed back by earlier recomputing, less what was set off against that since. */
  claimed: Fen
  /** Claimed back by hand, as far as it falls on this month; set by `takeByHand`. */
  byHand: Fen
  /** The decision that led to what is paid; null where the month was paid without one. */
  decisionId: number | null
  returned: boolean
  /** Another run proposes a difference for it. */
  open: boolean
}

type Asked = {
  subjects: readonly RunSubject[]
  from?: string | undefined
  to?: string | undefined
}

/** The months of these subjects, each once, in the order of subjects and months. */
export async function standingOf(ctx: Ctx, run: RecomputeRun, asked: Asked): Promise<MonthStanding[]> {
  if (run.opening) return openingsOf(ctx, run, asked.subjects)
  const ids = asked.subjects.map(({ subject }) => subject.id)
  const of = { run: run.of, register: run.register, ids }
  const decided = await store.decidedMonths(ctx.tx, { ...of, ...asked, policy: run.policy })
  const inRange = <T extends { period: string }>(rows: readonly T[]): T[] =>
    rows.filter(({ period }) => (asked.from ?? '0000') <= period && period <= (asked.to ?? '9999'))
  const paid = inRange(await store.paidMonths(ctx.tx, of))
  const earlier = inRange(await store.earlierLines(ctx.tx, of))
  const found = new Map<string, MonthStanding>()
  const at = (row: { subjectId: number; period: string }) => monthIn(found, asked.subjects, row)
  for (const row of decided) at(row).decisionId = row.decisionId
  for (const row of paid) addPaid(at(row), row)
  for (const row of earlier) addEarlier(at(row), row)
  const order = new Map(ids.map((id, i) => [id, i]))
  const place = (one: MonthStanding) => order.get(one.subject.subject.id) ?? 0
  return [...found.values()].sort((a, b) => place(a) - place(b) || (a.period < b.period ? -1 : 1))
}

/** Stands where a month stands for what was credited once, when the account was opened. */
export const OPENING = '开户'

/** What was credited at the opening, corrections of it included. */
async function openingsOf(
  ctx: Ctx,
  run: RecomputeRun,
  subjects: readonly RunSubject[],
): Promise<MonthStanding[]> {
  const ids = subjects.map(({ subject }) => subject.id)
  const accountIds = subjects.flatMap(({ accountId }) => accountId ?? [])
  const credited = await store.credited(ctx.tx, { accountIds, policy: run.policy })
  const earlier = await store.earlierLines(ctx.tx, { run: run.of, register: run.register, ids })
  return subjects.flatMap((subject): MonthStanding[] => {
    const row = credited.find(({ accountId }) => accountId === subject.accountId)
    if (!row) return []
    const found = monthIn(new Map(), subjects, { subjectId: subject.subject.id, period: OPENING })
    const own = earlier.filter(({ subjectId }) => subjectId === subject.subject.id)
    const posted = own.findLast(({ status }) => status === 'posted')
    const open = own.some(({ status }) => status === 'proposed')
    const { amount, decisionId } = row
    return [{ ...found, paid: amount, own: amount, open, decisionId: posted?.afterDecision ?? decisionId }]
  })
}

function monthIn(
  found: Map<string, MonthStanding>,
  subjects: readonly RunSubject[],
  { subjectId, period }: { subjectId: number; period: string },
): MonthStanding {
  const key = `${subjectId} ${period}`
  const known = found.get(key)
  if (known) return known
  const subject = subjects.find((one) => one.subject.id === subjectId) as RunSubject
  const none = { paid: zeroFen, own: zeroFen, pool: zeroFen, claimed: zeroFen, byHand: zeroFen }
  const made = { ...none, subject, period, decisionId: null, returned: false, open: false }
  found.set(key, made)
  return made
}

function addPaid(month: MonthStanding, row: store.PaidMonth): void {
  month.paid = fen(month.paid + row.amount)
  month.own = fen(month.own + row.own)
  month.pool = fen(month.pool + row.pool)
  month.decisionId = row.decisionId ?? month.decisionId
  month.returned = row.returned
}

function addEarlier(month: MonthStanding, row: store.EarlierLine): void {
  if (row.status === 'proposed') {
    month.open = true
    return
  }
  const sign = row.direction === 'topUp' ? 1 : -1
  month.paid = fen(month.paid + sign * row.amount)
  month.own = fen(month.own + sign * row.own)
  month.pool = fen(month.pool + sign * row.pool)
  month.claimed = fen(month.claimed + (row.direction === 'recovery' ? row.amount : -row.setOff))
  month.decisionId = row.afterDecision ?? month.decisionId
}

/**
 * What was recorded by hand for an account counts as claimed back, month by month from the first that was paid too much.
 * `due` of a month is null while nobody can say.
 */
export function takeByHand(
  months: readonly { month: MonthStanding; due: Fen | null }[],
  recorded: ReadonlyMap<number, Fen>,
): void {
  const left = new Map(recorded)
  for (const { month, due } of months) {
    const account = month.subject.accountId
    const rest = account === null ? 0 : (left.get(account) ?? 0)
    const tooMuch = due === null ? 0 : Math.max(0, month.paid - due)
    const taken = Math.min(rest, tooMuch)
    if (account === null || taken <= 0) continue
    left.set(account, fen(rest - taken))
    month.byHand = fen(taken)
  }
}
