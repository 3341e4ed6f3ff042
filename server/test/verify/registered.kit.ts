/** A county of invented rows at random, and the figures of it counted one by one in plain code: the oracle of the statements. */
import type { Day } from '#kernel'

export const villages = ['990101102203', '990101103201', '990101103202'] as const

export type Household = {
  number: string
  headName: string
  area: string
  poverty: string | null
  members: number | null
  dibao: string | null
  endedOn: Day | null
}
export type Person = {
  name: string
  area: string
  sex: 'male' | 'female' | null
  birthDate: Day | null
  hukou: string | null
  diedOn: Day | null
  raw: Record<string, string>
}

/** Numbers of one seed, the same at every run (mulberry32). */
export function randomOf(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T
  return { below, one }
}

type Random = ReturnType<typeof randomOf>

export function household(random: Random, at: number): Household {
  return {
    number: `H${at}`,
    headName: `户主${at}`,
    area: random.one(villages) + random.one(['', '001', '002']),
    poverty: random.one(['none', 'lifted', 'poor', 'monitored', null]),
    members: random.one([1, 2, 3, 4, 7, null]),
    dibao: random.one(['none', 'rural', 'urban', null]),
    endedOn: random.one([null, null, null, '2023-06-30' as Day, '2023-12-31' as Day, '2024-02-01' as Day]),
  }
}

export function person(random: Random, at: number): Person {
  const month = `${1 + random.below(12)}`.padStart(2, '0')
  const born = random.one([
    `${1935 + random.below(90)}-${month}-${`${1 + random.below(28)}`.padStart(2, '0')}`,
    '1963-12-31',
    '1964-01-01',
    '1964-02-29',
    '2024-01-05',
  ]) as Day
  const covered = random.below(12) === 0
  return {
    name: `某某${at}`,
    area: random.one(villages),
    sex: random.one(['male', 'female', null]),
    birthDate: random.below(9) === 0 ? null : born,
    hukou: random.one(['agricultural', 'agricultural', 'non-agricultural', null]),
    diedOn: covered ? null : random.one([null, null, null, null, '2023-05-01' as Day, '2024-03-01' as Day]),
    raw: covered ? { diedOn: '2023年，月日不详' } : {},
  }
}

/** true, false, or null where nobody can say. */
type Told = boolean | null

const all = (parts: readonly Told[]): Told =>
  parts.includes(false) ? false : parts.includes(null) ? null : true

const is = (value: string | null, wanted: string): Told => (value === null ? null : value === wanted)

/** Age by counting birthdays, not by moving the day. */
function age(birth: Day, on: Day): number {
  let years = 0
  while (birthday(birth, years + 1) <= on) years += 1
  return birth > on ? -1 : years
}

/** GEN-03: who was born on 29 February has the birthday on 1 March in common years. */
function birthday(birth: Day, years: number): string {
  const year = Number(birth.slice(0, 4)) + years
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return birth.endsWith('02-29') && !leap ? `${year}-03-01` : `${year}${birth.slice(4)}`
}

const registered = ({ birthDate, diedOn, raw }: Person, on: Day): Told =>
  all([
    birthDate === null || birthDate <= on,
    diedOn === null ? (raw.diedOn === undefined ? true : null) : diedOn > on,
  ])

const standing = ({ endedOn }: Household, on: Day): Told => endedOn === null || endedOn > on

type Rule<T> = (row: T, on: Day) => Told

export const personRules: Record<string, Rule<Person>> = {
  'person.registered': registered,
  'person.agricultural': (row, on) => all([registered(row, on), is(row.hukou, 'agricultural')]),
  'person.under16': (row, on) =>
    all([registered(row, on), row.birthDate === null ? null : age(row.birthDate, on) < 16]),
  'person.from60': (row, on) =>
    all([registered(row, on), row.birthDate === null ? null : age(row.birthDate, on) >= 60]),
  'person.womenWorking': (row, on) =>
    all([
      registered(row, on),
      is(row.sex, 'female'),
      row.birthDate === null ? null : age(row.birthDate, on) >= 16 && age(row.birthDate, on) < 55,
    ]),
}

export const householdRules: Record<string, Rule<Household>> = {
  'household.standing': standing,
  'household.lifted': (row, on) => all([standing(row, on), is(row.poverty, 'lifted')]),
  'household.poorAndDibao': (row, on) =>
    all([standing(row, on), is(row.poverty, 'poor'), is(row.dibao, 'rural')]),
}

export type Expected = { value: string; rows: number; unknown: number }

export function counted<T extends { area: string }>(
  rows: readonly T[],
  { rule, area, on }: { rule: Rule<T>; area: string; on: Day },
): Expected {
  const told = rows.filter((row) => row.area.startsWith(area)).map((row) => rule(row, on))
  const fit = told.filter((one) => one === true).length
  return { value: `${fit}`, rows: fit, unknown: told.filter((one) => one === null).length }
}

/** The sum of members: who fits without a known number is unknown too. */
export function membersOf(
  rows: readonly Household[],
  { rule, area, on }: { rule: Rule<Household>; area: string; on: Day },
): Expected {
  const own = rows.filter((row) => row.area.startsWith(area))
  const fit = own.filter((row) => rule(row, on) === true)
  const unknown = own.filter(
    (row) => rule(row, on) === null || (rule(row, on) === true && row.members === null),
  )
  const sum = fit.reduce((total, { members }) => total + (members ?? 0), 0)
  return { value: `${sum}`, rows: fit.length, unknown: unknown.length }
}
