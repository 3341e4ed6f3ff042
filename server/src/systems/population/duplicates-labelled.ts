/**
 * A labelled set for measuring the search for duplicates: invented people, some of them written down twice in one of the
 * ways in which offices do so, some of them two that look like one. The same seed makes the same set.
 */
import { type Day, dayNumber, dayOfNumber } from '#kernel'
import { type DemoPerson, demoPeople, newIssuer } from './demo/people.ts'
import { type Random, seeded } from './demo/random.ts'
import { demoVillages } from './demo/villages.ts'
import { heardAs, nearlyHeardAs, seenAs } from './duplicates-slips.data.ts'

/** One record as it would be registered; `number` may be misprinted or hidden. */
export type LabelledRow = {
  id: number
  area: string
  name: string
  number: string | null
  birth: Day | null
  sex: string | null
  household: string | null
  phone: string | null
}

/** Two records and what they are: `one` written down twice, or `two` that look like one. */
export type Label = { a: number; b: number; kind: string; one: boolean }

type Person = Omit<LabelledRow, 'id'>
type Plant = { kind: string; one: boolean; make: (person: Person, at: Random) => Person | undefined }

/** `persons` people and the planted ones: each kind in one of a thousand. */
export function labelledSet(persons: number, seed = 20_261_127): { rows: LabelledRow[]; labels: Label[] } {
  const random = seeded(seed)
  const rows: LabelledRow[] = peopleOf(persons).map((one, i) => ({ ...one, id: i + 1 }))
  const labels: Label[] = []
  const each = Math.max(3, Math.round(persons / 1000))
  const taken = new Set<number>()
  for (const plant of plants)
    for (let made = 0, tries = 0; made < each && tries < each * 400; tries++) {
      const of = rows[random.below(persons)] as LabelledRow
      const like = taken.has(of.id) ? undefined : plant.make(of, random)
      if (!like) continue
      taken.add(of.id)
      rows.push({ ...like, id: rows.length + 1 })
      labels.push({ a: of.id, b: rows.length, kind: plant.kind, one: plant.one })
      made++
    }
  return { rows, labels }
}

function peopleOf(persons: number): Person[] {
  const issuer = newIssuer()
  const villages = demoVillages()
  return villages.flatMap(({ code }, at) => {
    const population =
      Math.floor((persons * (at + 1)) / villages.length) - Math.floor((persons * at) / villages.length)
    return demoPeople({ code, population, labour: Math.round(population * 0.525) }, issuer).map(personOf)
  })
}

function personOf(one: DemoPerson): Person {
  const { name, idNumber, birthDate, sex, group, household, phone } = one
  return { name, number: idNumber, birth: birthDate, sex, area: group, household, phone }
}

const bare = (person: Person): Person => ({ ...person, number: null, phone: null, household: null })
const elsewhere = (person: Person, random: Random): Person => ({
  ...person,
  area: random.pick(villagesBut(person.area)),
})

function villagesBut(area: string): string[] {
  return demoVillages()
    .map(({ code }) => `${code}001`)
    .filter((code) => code.slice(0, 12) !== area.slice(0, 12))
}

/** The ways of writing one down twice, and the ways of being two. */
const plants: readonly Plant[] = [
  { kind: 'again in the village, no number', one: true, make: bare },
  { kind: 'again in another village, no number', one: true, make: (p, r) => elsewhere(bare(p), r) },
  { kind: 'name of one sound', one: true, make: (p, r) => renamed(bare(p), heardAs, r) },
  { kind: 'name of nearly one sound', one: true, make: (p, r) => renamed(bare(p), nearlyHeardAs, r) },
  { kind: 'name of one look', one: true, make: (p, r) => renamed(bare(p), seenAs, r) },
  { kind: 'birth date with a slip, same telephone', one: true, make: slippedBirth },
  { kind: '15 digits of the number', one: true, make: oldNumber },
  { kind: 'number with a misprint', one: true, make: misprint },
  { kind: 'number partly hidden', one: true, make: hidden },
  { kind: 'two: namesakes of the village', one: false, make: namesake },
  { kind: 'two: namesakes of one birthday, both with number', one: false, make: numberedNamesake },
  { kind: 'two: twins with names of one sound', one: false, make: twin },
  { kind: 'two: father and son of one name', one: false, make: son },
]

/** One character of the given name written as another; nothing where the name has none of them. */
function renamed(person: Person, slips: ReadonlyMap<string, string>, random: Random): Person | undefined {
  const at = [...person.name].map((one, i) => (i > 0 && slips.has(one) ? i : -1)).filter((i) => i > 0)
  if (at.length === 0) return undefined
  const where = random.pick(at)
  const name = [...person.name].map((one, i) => (i === where ? (slips.get(one) as string) : one)).join('')
  return { ...person, name }
}

/** Day and month swapped where that is a day, else the neighbouring day. */
function slippedBirth(person: Person): Person | undefined {
  if (!person.birth || !person.phone) return undefined
  const [year, month, date] = person.birth.split('-') as [string, string, string]
  const swapped = Number(date) <= 12 && date !== month
  const birth = swapped ? (`${year}-${date}-${month}` as Day) : dayOfNumber(dayNumber(person.birth) + 1)
  return { ...bare(person), birth, phone: person.phone }
}

function oldNumber(person: Person, random: Random): Person | undefined {
  if (!person.number || person.birth?.startsWith('20')) return undefined
  return elsewhere(
    { ...bare(person), birth: null, number: person.number.slice(0, 6) + person.number.slice(8, 17) },
    random,
  )
}

/** One digit of the order wrong; the birth date as it is. */
function misprint(person: Person, random: Random): Person | undefined {
  if (!person.number) return undefined
  const at = 14 + random.below(3)
  const digit = (Number(person.number[at]) + 1 + random.below(8)) % 10
  return { ...bare(person), number: person.number.slice(0, at) + digit + person.number.slice(at + 1) }
}

function hidden(person: Person): Person | undefined {
  if (!person.number) return undefined
  return {
    ...bare(person),
    birth: null,
    number: `${person.number.slice(0, 6)}********${person.number.slice(-4)}`,
  }
}

function namesake(person: Person, random: Random): Person | undefined {
  if (!person.birth) return undefined
  const birth = dayOfNumber(dayNumber(person.birth) - 700 - random.below(9000))
  return { ...bare(person), birth }
}

/** A county of its own issued the number, so both check. */
function numberedNamesake(person: Person, random: Random): Person | undefined {
  if (!person.birth || !person.sex) return undefined
  const number = newIssuer('990102').idNumber(person.birth, person.sex as 'male' | 'female')
  return elsewhere({ ...bare(person), number }, random)
}

function twin(person: Person, random: Random): Person | undefined {
  const other = renamed(person, heardAs, random)
  return other && { ...other, number: null, phone: null }
}

function son(person: Person, random: Random): Person | undefined {
  if (!person.birth || person.sex !== 'male' || person.birth > '1975') return undefined
  const birth = dayOfNumber(dayNumber(person.birth) + 8000 + random.below(3000))
  return { ...person, number: null, birth }
}
