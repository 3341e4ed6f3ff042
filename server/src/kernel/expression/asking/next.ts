/** Which question comes next: one that can still change an answer, first the one that can settle most. */
import type { Wire } from '../values/rule.ts'
import { readResult } from './ground.ts'
import type { Answers, Asking, Inquiry, Question } from './inquiry.ts'
import { probesOf } from './probes.ts'
import { lackOf, standingOf } from './standing.ts'

/** Beyond so many trials nothing is thought to settle a result any more. */
const TRIALS = 60

/** The next question for these inquiries and all that could follow; undefined where nothing said could change an answer. */
export function nextQuestion(
  about: readonly Inquiry[],
  asking: Asking,
): { readonly question: Question; readonly left: number } | undefined {
  const deciding = about.map((one) => [one, openQuestions(one, one.decides.result, asking)] as const)
  const wanted = deciding.some(([, open]) => open.length > 0)
    ? deciding
    : about.map((one) => [one, openForAmounts(one, asking)] as const)
  const open = [...new Set(wanted.flatMap(([, questions]) => questions))]
  const best = first(open, (id) => scoreOf(id, wanted, asking))
  const question =
    best === undefined ? undefined : about.map((one) => questionOf(one, best, asking)).find((one) => one)
  return question && { question, left: open.length }
}

/** Questions whose answers can still settle a result; none where it would stay open whatever was said. */
export function openQuestions(inquiry: Inquiry, result: string, asking: Asking): readonly string[] {
  const lack = lackOf(inquiry, result, asking)
  const fresh = lack.questions.filter((id) => !Object.hasOwn(asking.answers, id))
  const blocked = fresh.length < lack.questions.length || lack.office.length + lack.parameters.length > 0
  if (fresh.length === 0 || (blocked && !canSettle(inquiry, result, fresh, asking))) return []
  return fresh
}

/** Amounts are asked about only where the answer is yes. */
function openForAmounts(inquiry: Inquiry, asking: Asking): readonly string[] {
  if (standingOf(inquiry, asking).answer !== 'yes') return []
  return [...new Set(inquiry.shows.flatMap((result) => openQuestions(inquiry, result, asking)))]
}

/** Whether some answers to the fresh questions settle the result although others are not known. */
function canSettle(inquiry: Inquiry, result: string, fresh: readonly string[], asking: Asking): boolean {
  const next = sequence()
  const values = fresh.map((id) => probes(inquiry, id, asking))
  return Array.from({ length: TRIALS }).some(() => {
    const said = fresh.map((id, i) => [id, values[i]?.[next(values[i]?.length ?? 1)] ?? null])
    return isSettled(inquiry, result, asking, Object.fromEntries(said))
  })
}

function isSettled(inquiry: Inquiry, result: string, asking: Asking, more: Answers): boolean {
  const answers = { ...asking.answers, ...more }
  return readResult(inquiry, result, { ...asking, answers }).state !== 'unknown'
}

type Wanted = readonly (readonly [Inquiry, readonly string[]])[]

/** The share of answers that settle an inquiry, summed; then how many questions fall away. */
function scoreOf(id: string, wanted: Wanted, asking: Asking): number {
  return wanted
    .filter(([, open]) => open.includes(id))
    .map(([inquiry, open]) => gainOf(id, inquiry, open.length, asking))
    .reduce((sum, gain) => sum + gain, 0)
}

function gainOf(id: string, inquiry: Inquiry, open: number, asking: Asking): number {
  const values = probes(inquiry, id, asking)
  const gains = values.map((value) => {
    const answers = { ...asking.answers, [id]: value }
    const { questions, office, parameters } = lackOf(inquiry, inquiry.decides.result, { ...asking, answers })
    const left = questions.filter((one) => !Object.hasOwn(answers, one)).length
    return questions.length + office.length + parameters.length === 0 ? 1 : (0.5 * (open - 1 - left)) / open
  })
  return gains.reduce((sum, gain) => sum + gain, 0) / gains.length
}

function probes(inquiry: Inquiry, id: string, asking: Asking): readonly Wire[] {
  const question = questionOf(inquiry, id, asking)
  return question
    ? probesOf(question.type, [...asking.inquiries.values()].filter(near(inquiry)), asking.today)
    : [null]
}

/** The inquiry and those that it takes results from. */
function near(inquiry: Inquiry): (other: Inquiry) => boolean {
  const sources = new Set(
    Object.values(inquiry.supplies).flatMap((supply) => (supply.from === 'result' ? [supply.inquiry] : [])),
  )
  return (other) => other.id === inquiry.id || sources.has(other.id)
}

/** A question of the inquiry, or of one that it takes a result from. */
export function questionOf(inquiry: Inquiry, id: string, asking: Asking): Question | undefined {
  const own = inquiry.questions[id]
  if (own) return own
  for (const supply of Object.values(inquiry.supplies)) {
    const source = supply.from === 'result' ? asking.inquiries.get(supply.inquiry) : undefined
    const found = source && questionOf(source, id, asking)
    if (found) return found
  }
  return undefined
}

/** The best of a list; of equals the first, so that the order of the declaration decides. */
function first<T>(items: readonly T[], score: (item: T) => number): T | undefined {
  const scored = items.map((item) => [item, score(item)] as const)
  return scored.reduce<readonly [T, number] | undefined>(
    (best, one) => (best && best[1] >= one[1] - 1e-9 ? best : one),
    undefined,
  )?.[0]
}

/** Always the same run of numbers, so that a walk asks the same way every time. */
function sequence(): (below: number) => number {
  let state = 12345
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}
