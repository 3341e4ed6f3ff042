/** Conditions at random over three registers that point to each other, and what they come to in plain code: the oracle of the SQL. */
import type { Day } from '#kernel'
import type { Condition } from '#register'
import { household as householdRow, person as personRow, type randomOf } from './registered.kit.ts'

type Random = ReturnType<typeof randomOf>
/** true, false, or null where nobody can say. */
export type Told = boolean | null
export type Row = { id: number; area: string } & Record<string, unknown>
export type World = { household: Row[]; person: Row[]; employmentSpell: Row[] }
type Name = keyof World

export const homesOf = (random: Random, count: number) =>
  Array.from({ length: count }, (_, i) => householdRow(random, i))

/** Most have a household; it may be of another village. */
export const peopleOf = (random: Random, count: number, homes: readonly number[]) =>
  Array.from({ length: count }, (_, i) => ({
    ...personRow(random, i),
    relation: random.one(['head', 'spouse', 'child', null]),
    household: random.below(8) === 0 ? null : random.one(homes),
  }))

/** One spell for each of every third, begun and ended at random. */
export const spellsOf = (random: Random, owners: readonly number[]) =>
  owners
    .filter(() => random.below(3) === 0)
    .map((ownerId) => ({
      ownerId,
      employer: random.one(['甲厂', '乙厂']),
      kind: 'employee',
      placeLevel: random.one(['village', 'outside', null]),
      validFrom: random.one(['2022-01-01', '2023-07-01', '2024-02-01'] as Day[]),
      validTo: random.one([null, '2024-03-01' as Day]),
    }))

type Question = { field: string; ops: readonly string[]; values: readonly string[] }
const days = ['1950-05-05', '1963-12-31', '1990-01-01', '2023-06-30', '2024-02-01']
const early = ['le', 'gt', 'laterOrNone', 'byOrNone', 'known', 'unknown']

const questions: Record<Name, readonly Question[]> = {
  household: [
    { field: 'poverty', ops: ['eq', 'ne', 'known'], values: ['lifted', 'poor'] },
    { field: 'dibao', ops: ['eq', 'unknown'], values: ['rural', 'none'] },
    { field: 'endedOn', ops: early, values: days },
  ],
  person: [
    { field: 'sex', ops: ['eq', 'ne'], values: ['male', 'female'] },
    { field: 'relation', ops: ['eq'], values: ['head'] },
    { field: 'birthDate', ops: early, values: days },
    { field: 'diedOn', ops: early, values: days },
    { field: 'area', ops: ['within'], values: ['990101103', '990101103201'] },
  ],
  employmentSpell: [
    { field: 'placeLevel', ops: ['eq', 'ne'], values: ['village', 'outside'] },
    { field: 'validFrom', ops: ['le', 'gt'], values: days },
    { field: 'validTo', ops: ['laterOrNone', 'known'], values: days },
  ],
}

type Link = { to: Name; field?: string; by?: string }
const links: Record<Name, readonly Link[]> = {
  household: [{ to: 'person', by: 'household' }],
  person: [
    { to: 'household', field: 'household' },
    { to: 'employmentSpell', by: 'ownerId' },
  ],
  employmentSpell: [{ to: 'person', field: 'ownerId' }],
}

/** `deep`: how many levels may still come inside. */
export function conditionAt(random: Random, name: Name, deep: number): Condition {
  const some = (of: Name) =>
    Array.from({ length: 1 + random.below(2) }, () => conditionAt(random, of, deep - 1))
  const form = deep === 0 ? 0 : random.below(6)
  if (form === 1) return { any: [some(name), some(name)] }
  if (form === 2) return { not: some(name) }
  if (form < 3) return plainAt(random, name)
  const { to, field, by } = random.one(links[name])
  if (field) return { field, where: some(to) }
  return { some: to, by: by ?? '', where: random.below(4) === 0 ? [] : some(to) }
}

function plainAt(random: Random, name: Name): Condition {
  const { field, ops, values } = random.one(questions[name])
  const op = random.one(ops) as 'eq'
  return ['known', 'unknown'].includes(op) ? { field, op } : { field, op, value: random.one(values) }
}

export const every = (parts: readonly Told[]): Told =>
  parts.includes(false) ? false : parts.includes(null) ? null : true
const some = (parts: readonly Told[]): Told =>
  parts.includes(true) ? true : parts.includes(null) ? null : false

/** What a condition says of a row, of the rows that can be seen. */
export function says(seen: World, row: Row, one: Condition): Told {
  const all = (of: Row, filter: readonly Condition[]) => every(filter.map((part) => says(seen, of, part)))
  if ('op' in one) return plain(row, one)
  if ('any' in one) return some(one.any.map((group) => all(row, group)))
  if ('not' in one) {
    const told = all(row, one.not)
    return told === null ? null : !told
  }
  if ('some' in one) {
    const pointing = seen[one.some as Name].filter((other) => other[one.by] === row.id)
    return some(pointing.map((other) => all(other, one.where)))
  }
  const target = one.field === 'ownerId' ? 'person' : 'household'
  const other = seen[target].find(({ id }) => id === row[one.field])
  return other ? all(other, one.where) : null
}

function plain(row: Row, { field, op, value }: Extract<Condition, { op: unknown }>): Told {
  const is = row[field] as string | null
  const wanted = String(value)
  if (op === 'known' || op === 'unknown') return (is === null) === (op === 'unknown')
  if (op === 'byOrNone') return is === null || is <= wanted
  if (op === 'laterOrNone')
    return is === null ? (field in ((row.raw ?? {}) as object) ? null : true) : is > wanted
  if (is === null) return null
  if (op === 'within') return is.startsWith(wanted)
  return { eq: is === wanted, ne: is !== wanted, le: is <= wanted, gt: is > wanted }[op as 'eq']
}
