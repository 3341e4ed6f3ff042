/** Rules over a million persons in memory: the columnar reading beside the evaluation of one, and beside a rule engine from outside. */

import { Engine } from 'json-rules-engine'
import type { Column, Columns, ListColumn, Outcome } from '#expression'
import { codeOfDay, compile, factsAt, parametersOf, readingAt, sameReading, states } from '#expression'
import type { Policy } from '#policy'
import { defaultBook, evaluate, spansOf } from '#policy'
import { combinedPension } from '../src/systems/land-security/policies/combined-pension.ts'
import { livingAllowance } from '../src/systems/land-security/policies/living-allowance.ts'
import { protection } from '../src/systems/land-security/policies/protection.ts'
import { beside, type Report, timesOf } from './measure.ts'

const PERSONS = 1_000_000
/** As many as the others are given, so that the bench ends. */
const SAMPLE = 20_000
const EVALUATED = 2_000
const plan = { warm: 4, runs: 9 }

export async function kernelJob(report: Report): Promise<void> {
  await besideEvaluation(report, { policy: protection, make: protectionColumns, ms: 80 })
  await besideEvaluation(report, { policy: combinedPension, make: pensionColumns, ms: 200 })
  await besideEvaluation(report, {
    policy: livingAllowance,
    make: allowanceColumns,
    ms: 200,
    parameters: { monthly: '300.00' },
  })
  await besideEngine(report)
}

type Job = {
  policy: Policy
  make: (count: number, words: Columns['words']) => Columns
  ms: number
  /** What a county must set itself. */
  parameters?: Readonly<Record<string, unknown>>
}

/** The sample of the evaluation is the first of them; its time is told for all. */
async function besideEvaluation(report: Report, { policy, make, ms, parameters }: Job): Promise<void> {
  const kernel = compile(policy.tree)
  const columns = make(PERSONS, kernel.words)
  const book = spansOf(policy, defaultBook(policy), parameters)
  let into: Outcome | undefined
  const own: number[] = []
  const ours = () => {
    const before = process.cpuUsage()
    into = kernel.run(columns, book, { into })
    const { user, system } = process.cpuUsage(before)
    own.push((user + system) / 1000)
    return into
  }
  const one = (i: number, { span }: Outcome) =>
    evaluate(policy.tree, factsAt(columns, policy.tree, i), parametersOf(book, span[i] as number))
  const first = ours()
  const { times, last } = await beside(
    plan,
    { run: ours },
    { run: () => Array.from({ length: EVALUATED }, (_, i) => one(i, first)) },
  )
  const scale = PERSONS / EVALUATED
  const { median, p95, runs } = times.baseline
  report.line({
    job: `kernel: ${policy.id} for ${PERSONS} persons`,
    ours: times.ours,
    against: `evaluated one by one, ${EVALUATED} x ${scale}`,
    baseline: { median: median * scale, p95: p95 * scale, runs },
    bar: { text: `median <= ${ms} ms`, ms, by: 'median' },
  })
  const apart = last.baseline.filter(({ results, branches }, i) => {
    const unlike = Object.entries(last.ours.results).some(([name, column]) => {
      const reading = readingAt(column, i, kernel.words)
      const other = results[name]
      return reading.state !== other?.state || (reading.state === 'known' && !sameReading(reading, other))
    })
    return unlike || kernel.branches(last.ours, i) !== branches
  })
  if (apart.length > 0)
    report.wrong(`kernel: ${policy.id}: ${apart.length} of ${EVALUATED} differ from the evaluation`)
  const count = (status: number) => last.ours.status.reduce((sum, one) => sum + (one === status ? 1 : 0), 0)
  report.note(
    `kernel: ${policy.id}: ${count(states.known)} known, ${count(states.unknown)} unknown, ${count(states.problem)} problems, ${last.ours.redone.length} one by one; result columns are written over from run to run; processor time ${Math.round(timesOf(own.slice(-plan.runs)).median)} ms (median, which other work on the machine stretches less)`,
  )
}

/** The same numbers in every run (Lehmer). */
function dice(): (below: number) => number {
  let state = 20_230_630
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const filled = (count: number, cell: (i: number) => number, kind: 'days' | 'amounts' = 'days') => {
  const values = kind === 'days' ? new Int32Array(count) : new Float64Array(count)
  for (let i = 0; i < count; i++) values[i] = cell(i)
  return values
}

const dayOf = (year: number, roll: (below: number) => number) =>
  codeOfDay(`${year}-${String(1 + roll(12)).padStart(2, '0')}-${String(1 + roll(28)).padStart(2, '0')}`)

/** One in a hundred has no sex on file. */
function protectionColumns(count: number, words: Columns['words']): Columns {
  const roll = dice()
  const unknown = new Uint8Array(count)
  const sex = filled(count, (i) => {
    if (roll(100) > 0) return words.code(roll(2) === 0 ? 'male' : 'female')
    unknown[i] = states.unknown
    return 0
  })
  const facts = {
    sex: { values: sex, states: unknown },
    birthDate: { values: filled(count, () => dayOf(1930 + roll(89), roll)) },
    takenOn: { values: filled(count, () => dayOf(2019 + roll(5), roll)) },
    base: { values: filled(count, () => 3_000_000 + roll(3_000_000), 'amounts') },
  }
  return { count, words, facts }
}

/** None to four records each. */
function listOf(
  count: number,
  roll: (below: number) => number,
  fields: (records: number) => Record<string, Column>,
): ListColumn {
  const offsets = new Int32Array(count + 1)
  for (let i = 0; i < count; i++) offsets[i + 1] = (offsets[i] as number) + roll(5)
  return { offsets, fields: fields(offsets[count] as number) }
}

/** An end for two of three; the others still run. */
function ends(count: number, roll: (below: number) => number): Column {
  const running = new Uint8Array(count)
  const values = filled(count, (i) => {
    if (roll(3) > 0) return dayOf(2022 + roll(4), roll)
    running[i] = states.notApplicable
    return 0
  })
  return { values, states: running }
}

function pensionColumns(count: number, words: Columns['words']): Columns {
  const roll = dice()
  const kinds = optionsOf(combinedPension, 'others', 'kind').map((name) => words.code(name))
  const others = listOf(count, roll, (records) => ({
    kind: { values: filled(records, () => kinds[roll(kinds.length)] as number) },
    monthly: { values: filled(records, () => 5_000 + roll(200_000), 'amounts') },
    until: ends(records, roll),
  }))
  const facts = {
    benefit: { values: filled(count, () => roll(40_000), 'amounts') },
    others,
    payMonth: { values: filled(count, () => codeOfDay('2023-09-01')) },
  }
  return { count, words, facts }
}

function allowanceColumns(count: number, words: Columns['words']): Columns {
  const roll = dice()
  const kinds = optionsOf(livingAllowance, 'jobs', 'kind').map((name) => words.code(name))
  const jobs = listOf(count, roll, (records) => ({
    kind: { values: filled(records, () => kinds[roll(kinds.length)] as number) },
    from: { values: filled(records, () => dayOf(2019 + roll(3), roll)) },
    until: ends(records, roll),
  }))
  const working = words.code('working')
  const facts = {
    category: { values: filled(count, () => working) },
    takenOn: { values: filled(count, () => dayOf(2019, roll)) },
    claimMonth: { values: filled(count, () => codeOfDay('2023-09-01')) },
    unemployedFrom: { values: filled(count, () => dayOf(2022, roll)) },
    paidBefore: { values: filled(count, () => roll(13), 'amounts') },
    meetsDibao: { values: new Uint8Array(count) },
    jobs,
  }
  return { count, words, facts }
}

function optionsOf(policy: Policy, list: string, field: string): string[] {
  const type = policy.tree.facts[list]?.type
  const of = type?.kind === 'list' ? type.fields[field]?.type : undefined
  return of?.kind === 'choice' ? Object.keys(of.options) : []
}

/** LS-03 as rules of json-rules-engine: the category alone, ages given, which is less than what the kernel does. */
async function besideEngine(report: Report): Promise<void> {
  const kernel = compile(protection.tree)
  const columns = protectionColumns(SAMPLE, kernel.words)
  const book = spansOf(protection, defaultBook(protection))
  const outcome = kernel.run(columns, book)
  const { age, category } = outcome.results
  const people = Array.from({ length: SAMPLE }, (_, i) => ({
    age: age?.values[i] as number,
    sex:
      (columns.facts.sex as Column).states?.[i] === states.unknown
        ? 'unknown'
        : kernel.words.text((columns.facts.sex as Column).values[i] as number),
  }))
  const engine = categoryEngine()
  const run = async () => {
    const found: string[] = []
    for (const someone of people) found.push((await engine.run(someone)).events[0]?.type ?? '')
    return found
  }
  const { times, last } = await beside(
    { warm: 1, runs: 3 },
    { run: () => kernel.run(columns, book, { into: outcome }) },
    { run },
  )
  report.line({
    job: `kernel: land-security.protection for ${SAMPLE} persons`,
    ...times,
    against: 'json-rules-engine: the category only, ages given',
  })
  const wrong = last.baseline.filter(
    (found, i) =>
      category?.states[i] === states.known && found !== kernel.words.text(category.values[i] as number),
  )
  if (wrong.length > 0) report.wrong(`kernel: ${wrong.length} categories differ from json-rules-engine`)
}

function categoryEngine(): Engine {
  const engine = new Engine()
  const age = (operator: string, value: number) => ({ fact: 'age', operator, value })
  const sex = (value: string) => ({ fact: 'sex', operator: 'equal', value })
  engine.addRule({ conditions: { all: [age('lessThan', 16)] }, event: { type: 'minor' } })
  for (const [of, limit] of [
    ['male', 60],
    ['female', 55],
  ] as const) {
    engine.addRule({
      conditions: { all: [sex(of), age('greaterThanInclusive', 16), age('lessThan', limit)] },
      event: { type: 'working' },
    })
    engine.addRule({
      conditions: { all: [sex(of), age('greaterThanInclusive', limit)] },
      event: { type: 'above' },
    })
  }
  return engine
}
