/** What a monthly benefit costs in whole years: the same people as now, only the month goes on. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Column, Outcome } from '#expression'
import { codeOfDay } from '#expression'
import { spansOf } from '../county/spans.ts'
import type { Room } from '../decide.ts'
import type { ParameterBook } from '../lookup.ts'
import type { LabCounty } from './county.ts'
import type { Pair, Tally } from './effect.ts'
import { effectOf } from './effect.ts'
import type { Layer } from './layer.ts'
import { run } from './trial.ts'
import { wireAmount } from './wire-amount.ts'

type Amount = string | number | null

export type YearAhead = {
  readonly year: number
  /** Of its twelve months. */
  readonly sum: readonly [now: Amount, trial: Amount]
  readonly difference: Amount
  /** In December. */
  readonly entitled: readonly [now: number, trial: number]
  /** In the month in which they are most. */
  readonly open: number
  readonly townships: readonly {
    readonly code: string
    readonly sum: readonly [now: Amount, trial: Amount]
    readonly difference: Amount
  }[]
}

/** Whether a policy is decided month by month from facts that stand still: no other policy's result in it goes with the month. */
export function goesOn(room: Room, policy: string, register: string): boolean {
  const facts = dayFacts(room, policy, register)
  return facts.length > 0 && restsOn(room, policy, register) === undefined
}

function dayFacts(room: Room, policy: string, register: string): readonly string[] {
  const binding = room.bindings.find((one) => one.policy === policy && one.subject === register)
  return Object.entries(binding?.facts ?? {}).flatMap(([name, { kind }]) => (kind === 'day' ? [name] : []))
}

/** The other benefit by the month whose result a policy needs, so that its own years cannot be told without deciding that one too. */
export function restsOn(room: Room, policy: string, register: string): string | undefined {
  const binding = room.bindings.find((one) => one.policy === policy && one.subject === register)
  for (const fact of Object.values(binding?.facts ?? {})) {
    if (fact.kind !== 'result') continue
    if (dayFacts(room, fact.policy, register).length > 0) return fact.policy
    const further = restsOn(room, fact.policy, register)
    if (further) return further
  }
  return undefined
}

type Books = { readonly now: ParameterBook; readonly trial: ParameterBook }

/** The years from that of the county's day on. Between two months others are served. */
export async function yearsAhead(
  room: Room,
  county: LabCounty,
  { books, result, years }: { books: Books; result: string; years: number },
): Promise<readonly YearAhead[]> {
  const { policy, register, on, rule } = county
  const facts = dayFacts(room, policy, register)
  const spans = { now: spansOf(rule, books.now), trial: spansOf(rule, books.trial) }
  const into: { now: Outcome[]; trial: Outcome[] } = { now: [], trial: [] }
  const first = Number(on.slice(0, 4))
  const found: YearAhead[] = []
  for (let year = first; year < first + years; year++) {
    const months: ReturnType<typeof effectOf>[] = []
    for (let month = 1; month <= 12; month++) {
      const day = `${year}-${String(month).padStart(2, '0')}-01`
      months.push(effectOf(pairsOn({ ...county, on: day }, { facts, spans, into }), result))
      await breathe()
    }
    found.push(yearOf(year, months, wireAmount(rule, result)))
  }
  return found
}

type Running = {
  facts: readonly string[]
  spans: { now: ReturnType<typeof spansOf>; trial: ReturnType<typeof spansOf> }
  into: { now: Outcome[]; trial: Outcome[] }
}

function pairsOn(county: LabCounty, { facts, spans, into }: Running): Pair[] {
  return county.layers.map((layer, at): Pair => {
    const columns = onDay(layer, facts, codeOfDay(county.on))
    const now = run(county, columns, { spans: spans.now, into: into.now[at] })
    const trial = run(county, columns, { spans: spans.trial, into: into.trial[at] })
    into.now[at] = now
    into.trial[at] = trial
    return { layer, now, trial }
  })
}

function onDay({ columns }: Layer, facts: readonly string[], code: number): Layer['columns'] {
  const day: Column = { values: new Int32Array(columns.count).fill(code) }
  return { ...columns, facts: { ...columns.facts, ...Object.fromEntries(facts.map((name) => [name, day])) } }
}

type Effects = readonly ReturnType<typeof effectOf>[]

function yearOf(year: number, months: Effects, write: (amount: number) => Amount): YearAhead {
  const sums = (tallies: readonly Tally[]) => {
    const [now, trial] = [0, 1].map((at) =>
      tallies.reduce((sum, one) => sum + (one.sum[at] as number), 0),
    ) as [number, number]
    return { sum: [write(now), write(trial)] as const, difference: write(trial - now) }
  }
  const codes = months[0]?.townships.map(({ code }) => code) ?? []
  const townships = codes.map((code) => ({
    code,
    ...sums(months.flatMap((one) => one.townships.filter((place) => place.code === code))),
  }))
  const totals = months.map(({ total }) => total)
  return {
    year,
    ...sums(totals),
    entitled: totals.at(-1)?.entitled ?? [0, 0],
    open: Math.max(...totals.map(({ open }) => open)),
    townships,
  }
}
