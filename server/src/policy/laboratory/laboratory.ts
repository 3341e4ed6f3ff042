/** The laboratory: a policy over everybody in the actor's scope, with the values that hold and with those tried. */
import type { Column, ValueType } from '#expression'
import { states, typeOf } from '#expression'
import type { Ctx } from '#platform'
import type { Room } from '../decide.ts'
import { readBook } from '../decide.ts'
import type { Policy } from '../define.ts'
import { policyProblems } from '../problems.ts'
import type { ExampleUnder } from '../stated.ts'
import { examplesUnder, standing } from '../stated.ts'
import { approvedExamples } from '../stated-store.ts'
import type { YearAhead } from './ahead.ts'
import { goesOn, restsOn, yearsAhead } from './ahead.ts'
import type { Changed, ChangedAsk } from './changed.ts'
import { changedIn } from './changed.ts'
import type { Cliff, CliffAsk } from './cliff.ts'
import { cliffsOf } from './cliff.ts'
import type { LabCounty } from './county.ts'
import type { Pair } from './effect.ts'
import { effectOf } from './effect.ts'
import { readHouseholds } from './households.ts'
import type { Sensitivity } from './sensitivity.ts'
import { sensitivitiesOf } from './sensitivity.ts'
import type { Kept, Shelf } from './shelf.ts'
import type { Bar } from './spread.ts'
import { spreadOf } from './spread.ts'
import type { ToldEffect } from './told.ts'
import { told } from './told.ts'
import type { Trial } from './trial.ts'
import { runAll, trialBook } from './trial.ts'
import { wireAmount } from './wire-amount.ts'

export type LabAsk = Trial & {
  readonly policy: string
  /** The register whose rows are decided; the first that is bound where not given. */
  readonly register?: string | undefined
  /** Facts are read as true on this day, and a policy without a day of its own looks its parameters up on it. Default: today. */
  readonly on?: string | undefined
  /** Facts are read as known at this moment; give back what the first answer says, and nothing is read again. */
  readonly known?: string | undefined
  /** What is counted; the first amount of money where not given. */
  readonly result?: string | undefined
}

export type Simulation = ToldEffect & {
  readonly policy: string
  readonly register: string
  readonly on: string
  readonly known: string
  readonly result: string
  readonly kind: ValueType['kind']
  readonly ruleHash: string
  readonly parameterVersion: string
  /** What the parameters' version would be. */
  readonly trialVersion: string
  /** How many have how much; amounts in wire form. */
  readonly spread: readonly (Omit<Bar, 'from' | 'to'> & {
    readonly from: string | number | null
    readonly to: string | number | null
  })[]
  readonly examples: readonly ExampleUnder[]
  /** By tried parameter: subjects whose own papers fix it, such as the shares of a project. No trial moves them. */
  readonly fixed: Readonly<Record<string, number>>
  /** Read or evaluated outside the columns. */
  readonly oneByOne: number
  /** Time of deciding and counting, without reading facts. */
  readonly milliseconds: number
}

export type Laboratory = {
  /** Whether `ahead` can tell of a policy. */
  goesOn(policy: string, register: string): boolean
  /** The other benefit by the month that a policy rests on, because of which `ahead` cannot. */
  restsOn(policy: string, register: string): string | undefined
  /** Whole years of a monthly benefit, of the people of now. Throws `policy.notMonthly`. */
  ahead(ctx: Ctx, ask: LabAsk & { years: number }): Promise<readonly YearAhead[]>
  /** What a step more of each parameter comes to. */
  sensitivities(ctx: Ctx, ask: LabAsk): Promise<readonly Sensitivity[]>
  simulate(ctx: Ctx, ask: LabAsk): Promise<Simulation>
  /** Who changes, the greatest change first. */
  changed(ctx: Ctx, ask: LabAsk & ChangedAsk): Promise<Changed>
  /** The register of the households that the subjects belong to; undefined where they belong to none. */
  householdRegister(policy: string, register: string): string | undefined
  /** Whose result jumps within a small step of one of his facts. */
  cliffs(ctx: Ctx, ask: LabAsk & CliffAsk): Promise<readonly Cliff[]>
}

export function openLaboratory(room: Room, shelf: Shelf): Laboratory {
  return {
    goesOn: (policy, register) => goesOn(room, policy, register),
    restsOn: (policy, register) => restsOn(room, policy, register),
    ahead: async (ctx, ask) => {
      const { kept, result, book } = await tried(room, shelf, ctx, ask)
      const { policy, register } = kept.county
      if (!goesOn(room, policy, register)) throw policyProblems.notMonthly({ policy })
      return yearsAhead(room, kept.county, { books: book, result, years: ask.years })
    },
    sensitivities: async (ctx, ask) => {
      const { kept, result, book } = await tried(room, shelf, ctx, ask)
      return sensitivitiesOf(kept.county, { ...book, ask, result })
    },
    householdRegister: (policy, register) =>
      room.bindings.find((one) => one.policy === policy && one.subject === register)?.household?.register,
    simulate: (ctx, ask) => simulate(room, shelf, ctx, ask),
    changed: async (ctx, ask) => {
      const { kept, result, pairs } = await tried(room, shelf, ctx, ask)
      return changedIn(kept.county, pairs(), { ...ask, result })
    },
    cliffs: async (ctx, ask) => {
      const { kept, result, book } = await tried(room, shelf, ctx, ask)
      const households = await householdsOf(room, ctx, kept)
      return cliffsOf(kept.county, book.trial, { ...ask, result, households })
    },
  }
}

function householdsOf(room: Room, ctx: Ctx, kept: Kept) {
  const reading = kept.households ?? readHouseholds(room, ctx, kept.county)
  kept.households = reading
  reading.catch(() => delete kept.households) // a reading that broke is tried again
  return reading
}

async function simulate(room: Room, shelf: Shelf, ctx: Ctx, ask: LabAsk): Promise<Simulation> {
  const { kept, result, pairs, book } = await tried(room, shelf, ctx, ask)
  const { rule, policy, register, on, known, oneByOne } = kept.county
  const examples = standing(rule, await approvedExamples(ctx.tx, policy))
  const began = performance.now()
  const found = pairs()
  const effect = effectOf(found, result)
  const write = wireAmount(rule, result)
  return {
    policy,
    register,
    on,
    known,
    result,
    kind: kindOf(rule, result),
    ruleHash: rule.hash,
    parameterVersion: book.now.version,
    trialVersion: book.trial.version,
    ...told(effect, write),
    spread: spreadOf(found, result).map((bar) => ({ ...bar, from: write(bar.from), to: write(bar.to) })),
    examples: examplesUnder(rule, examples, book.trial),
    fixed: fixedIn(kept.county, Object.keys(ask.overrides)),
    oneByOne: oneByOne + found.reduce((sum, { trial }) => sum + trial.redone.length, 0),
    milliseconds: Math.round(performance.now() - began),
  }
}

function fixedIn({ layers }: LabCounty, keys: readonly string[]): Readonly<Record<string, number>> {
  const counts = keys.map((key) => {
    const all = layers.map(({ columns, skipped }) => ownCount(columns.parameters?.[key], skipped))
    return [key, all.reduce((sum, one) => sum + one, 0)] as const
  })
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

function ownCount(column: Column | undefined, skipped: Uint8Array): number {
  if (!column) return 0
  return skipped.reduce(
    (sum, skip, i) => sum + (skip === 0 && (column.states?.[i] ?? states.known) === states.known ? 1 : 0),
    0,
  )
}

/** The county and both books. `pairs` runs the trial: it must be read before anything else is awaited, since the next run writes over it. */
async function tried(room: Room, shelf: Shelf, ctx: Ctx, ask: LabAsk) {
  const rule = room.registry.get(ask.policy)
  const register = registerOf(room, rule, ask.register)
  const result = resultOf(rule, ask.result)
  const { on = ctx.today, known = ctx.now } = ask
  const now = await readBook(ctx, rule, ctx.now)
  const book = { now, trial: trialBook(rule, now, ask) }
  const kept = await shelf.take(room, ctx, { policy: rule.id, register, on, known })
  return { kept, result, book, pairs: () => pairsOf(kept, book) }
}

type Books = { now: ReturnType<typeof trialBook>; trial: ReturnType<typeof trialBook> }

function pairsOf(kept: Kept, book: Books): Pair[] {
  const { county } = kept
  if (kept.now?.version !== book.now.version)
    kept.now = { version: book.now.version, outcomes: runAll(county, book.now, kept.now?.outcomes) }
  kept.trial = runAll(county, book.trial, kept.trial)
  const { outcomes } = kept.now
  return county.layers.flatMap((layer, at) => {
    const [now, trial] = [outcomes[at], kept.trial[at]]
    return now && trial ? [{ layer, now, trial }] : []
  })
}

/** Throws `policy.unboundAtAll`, `policy.unbound`. */
function registerOf(room: Room, { id: policy }: Policy, asked: string | undefined): string {
  const bound = room.bindings.filter((one) => one.policy === policy && !one.inActOnly)
  if (bound.length === 0) throw policyProblems.notSimulated({ policy })
  const found = bound.find(({ subject }) => subject === (asked ?? bound[0]?.subject))
  if (!found) throw policyProblems.unbound({ policy, register: String(asked) })
  return found.subject
}

const COUNTED: ReadonlySet<string> = new Set([
  'boolean',
  'number',
  'count',
  'months',
  'years',
  'percent',
  'quantity',
])

/** Results that can be counted or summed, money first. */
export function countedResults({ tree }: Policy): readonly string[] {
  const kinds = Object.entries(tree.results).map(([name, { node }]) => ({ name, kind: typeOf(node).kind }))
  const money = kinds.filter(({ kind }) => kind === 'money')
  return [...money, ...kinds.filter(({ kind }) => COUNTED.has(kind))].map(({ name }) => name)
}

/** Throws `policy.noResult`. */
function resultOf(rule: Policy, asked: string | undefined): string {
  const counted = countedResults(rule)
  const result = asked ?? counted[0]
  if (result === undefined || !counted.includes(result))
    throw policyProblems.noResult({ policy: rule.id, result: asked ?? '' })
  return result
}

function kindOf({ tree }: Policy, result: string): ValueType['kind'] {
  return typeOf((tree.results[result] as { node: Parameters<typeof typeOf>[0] }).node).kind
}
