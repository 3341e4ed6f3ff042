/** How the fund stands: every individual account with its person, and pool and reserve. Read once, under the asker's scope. */
import {
  completedYears,
  type Day,
  day,
  type Fen,
  fen,
  firstOfMonth,
  isDay,
  parseYuan,
  sumFen,
  zeroFen,
} from '#kernel'
import { type Account, fundSums, individualAccounts } from '#ledger'
import type { Ctx } from '#platform'
import { type FactSource, from, type ParameterBook, type Policy } from '#policy'
import { protectionFundId } from '../runs/holders.ts'
import type { Profile } from './newcomers.ts'
import { dead, type Group, single, unknown } from './people.ts'
import { asking } from './rulebook.ts'

export type Standing = {
  readonly groups: readonly Group[]
  readonly pooled: Fen
  readonly reserve: Fen
  /** Money of the fund that is not projected: of takings whose accounts are not open, owed, or held for others. */
  readonly beside: Fen
  readonly accounts: number
  readonly unknown: { readonly count: number; readonly balance: Fen }
  readonly dead: { readonly count: number; readonly balance: Fen }
  readonly listed: Listed
}

/** What the lists of the takings so far tell of those to come. */
export type Listed = { readonly mix: readonly Profile[]; readonly lately: number; readonly base: Fen | null }

type Reading = { ctx: Ctx; source: FactSource; on: Day; protection: { policy: Policy; book: ParameterBook } }

/** Years over which new projects are counted. */
export const LATELY = 5

export async function standingOf({ ctx, source, on, protection }: Reading): Promise<Standing> {
  const people = await readPeople(ctx, source, on)
  const categories = categoriesOf(people, protection)
  const accounts = await allAccounts(ctx)
  const groups = accounts.map(({ subject, balance }) => {
    const at = subject ? people.places.get(subject.id) : undefined
    return at === undefined
      ? single(unknown, fen(balance))
      : groupOf(people.rows[at], categories[at], fen(balance))
  })
  const sums = await fundSums(ctx, protectionFundId)
  const sum = (...kinds: Parameters<typeof sums.get>[0][]) =>
    sumFen(kinds.map((kind) => sums.get(kind) ?? zeroFen))
  return {
    groups,
    pooled: sum('pooled', 'interest'), // bank interest that is not distributed yet backs the accounts' interest
    reserve: sum('reserve'),
    beside: sum('raised', 'payable', 'suspense'),
    accounts: accounts.length,
    unknown: countOf(groups, 'unknown'),
    dead: countOf(groups, 'dead'),
    listed: listedOf(people.rows, on),
  }
}

function groupOf(person: Person | undefined, category: unknown, balance: Fen): Group {
  if (person?.diedOn) return single(dead, balance)
  if (!person?.sex || !person.born || typeof category !== 'string') return single(unknown, balance)
  return single({ sex: person.sex, born: firstOfMonth(person.born), category }, balance)
}

function countOf(groups: readonly Group[], fate: 'dead' | 'unknown') {
  const those = groups.filter(({ who }) => who.fate === fate)
  return { count: those.length, balance: sumFen(those.map(({ balance }) => balance)) }
}

const PAGE = 5_000

async function allAccounts(ctx: Ctx): Promise<Account[]> {
  const all: Account[] = []
  for (let after = 0; ; after = all.at(-1)?.id ?? 0) {
    const page = await individualAccounts(ctx, protectionFundId, { after, limit: PAGE })
    all.push(...page)
    if (page.length < PAGE) return all
  }
}

export type Person = {
  readonly sex: 'male' | 'female' | null
  readonly born: Day | null
  readonly diedOn: Day | null
  readonly takenOn: Day | null
  readonly base: string | null
}
type People = { readonly rows: readonly Person[]; readonly places: ReadonlyMap<number, number> }

const facts = {
  sex: from('person.sex'),
  birthDate: from('person.birthDate'),
  diedOn: from('person.diedOn', { empty: 'notApplicable' }),
  takenOn: from('landTake.takenOn'),
  base: from('landTake.basePerPerson'),
}
type Name = keyof typeof facts
type Cell = (name: Name) => unknown

async function readPeople(ctx: Ctx, source: FactSource, on: Day): Promise<People> {
  const rows: Person[] = []
  const places = new Map<number, number>()
  const asked = { register: 'protectedPerson', facts, valid: on, known: ctx.now, limit: PAGE }
  for (let after = 0; ; ) {
    const page = await source.columns?.(ctx, { ...asked, after })
    if (!page) throw new Error('protectedPerson gives columns')
    const apart = new Set(page.apart)
    for (const [i, id] of page.ids.entries()) {
      const cell = apart.has(i)
        ? await cellsOfOne(ctx, source, { ...asked, id })
        : (name: Name) => page.facts[name]?.[i]
      places.set(id, rows.push(personOf(cell)) - 1)
    }
    if (page.ids.length < PAGE) return { rows, places }
    after = page.ids.at(-1) ?? 0
  }
}

/** A row that columns cannot tell. */
async function cellsOfOne(
  ctx: Ctx,
  source: FactSource,
  { register, id, valid, known }: { register: string; id: number; valid: string; known: string },
): Promise<Cell> {
  const read = await source.read(ctx, { subject: { register, id }, facts, valid, known })
  return (name) => read?.facts[name]
}

function personOf(cell: Cell): Person {
  const dayAt = (name: Name): Day | null => {
    const value = cell(name)
    return typeof value === 'string' && isDay(value) ? day(value) : null
  }
  const sex = cell('sex')
  const base = cell('base')
  return {
    sex: sex === 'male' || sex === 'female' ? sex : null,
    born: dayAt('birthDate'),
    diedOn: dayAt('diedOn'),
    takenOn: dayAt('takenOn'),
    base: typeof base === 'string' ? base : null,
  }
}

/** LS-03 by the policy, for everybody on a list. */
function categoriesOf({ rows }: People, protection: Reading['protection']): readonly unknown[] {
  const cells = {
    sex: rows.map(({ sex }) => sex),
    birthDate: rows.map(({ born }) => born),
    takenOn: rows.map(({ takenOn }) => takenOn),
  }
  const told = asking(protection, { cells, count: rows.length })()
  return rows.map((_, i) => told.wire('category', i))
}

/** Ages and sexes at the taking, how many a year lately, and the mean amount per person. */
export function listedOf(people: readonly Person[], on: Day): Listed {
  const counts = new Map<string, number>()
  for (const { sex, born, takenOn } of people) {
    if (!sex || !born || !takenOn || born > takenOn) continue
    const key = `${sex}|${completedYears(born, takenOn)}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const mix = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]): Profile => {
      const [sex, age] = key.split('|')
      return { sex: sex === 'male' ? 'male' : 'female', age: Number(age), count }
    })
  const bases = people.flatMap(({ base }) => (base ? [parseYuan(base)] : []))
  const since = `${Number(on.slice(0, 4)) - LATELY}${on.slice(4)}`
  return {
    mix,
    lately: people.filter(({ takenOn }) => takenOn !== null && takenOn > since && takenOn <= on).length,
    base: bases.length === 0 ? null : fen(Math.round(sumFen(bases) / bases.length / 100) * 100),
  }
}
