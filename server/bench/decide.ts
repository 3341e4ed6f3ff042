/** One policy for everybody, in memory: the interpreter of the rule beside the same rule written by hand. */
import { parseYuan } from '#kernel'
import { assess } from '#policy'
import { protection } from '../src/systems/land-security/policies/protection.ts'
import { countedOn, demoPeople, newIssuer } from '../src/systems/population/demo/people.ts'
import { demoVillages } from '../src/systems/population/demo/villages.ts'
import { beside, type Report } from './measure.ts'

const plan = { warm: 1, runs: 5 }
const VILLAGE = 5_000
const base = '50000.00'
/** The day on which the invented people are counted: all of them are born, as whoever is on a list must be. */
const takenOn: string = countedOn

type Someone = { sex: 'male' | 'female'; birthDate: string }
type Decided = { category: string; account: number | null; due: number | null }

export async function decideJob(persons: number, report: Report): Promise<void> {
  const people = somePeople(persons)
  const facts = people.map(({ sex, birthDate }) => ({ sex, birthDate, takenOn, base }))
  const { times, last } = await beside(
    plan,
    { run: () => facts.map((one) => assess(protection, one, { trace: false })) },
    { run: () => people.map(byHand) },
  )
  const unlike = last.ours.filter((one, at) => !isSame(one.result, last.baseline[at])).length
  report.line({
    job: `decide: land-security.protection for ${people.length} persons`,
    ...times,
    against: 'the rule by hand in TypeScript',
    bar: { text: '1,000,000 persons <= 80 ms, compiled' },
  })
  report.note(
    `decide: ${Math.round(people.length / (times.ours.median / 1000))} persons a second, interpreted; the columnar reading is measured by the job kernel`,
  )
  if (unlike > 0) report.wrong(`decide: ${unlike} persons decided otherwise than by hand`)
}

function somePeople(persons: number): Someone[] {
  const issuer = newIssuer('990199')
  const villages = demoVillages()
  const people: Someone[] = []
  for (let at = 0; people.length < persons; at++) {
    const code = villages[at % villages.length]?.code ?? ''
    people.push(...demoPeople({ code, population: VILLAGE, labour: 2_625 }, issuer))
  }
  return people.slice(0, persons)
}

/** LS-03, LS-08, LS-10 at the values of the source: 16, 60 and 55 years; 30/40/30 %, 5 % reserve. Fen. */
function byHand({ sex, birthDate }: Someone): Decided {
  const age =
    Number(takenOn.slice(0, 4)) -
    Number(birthDate.slice(0, 4)) -
    (takenOn.slice(5) < birthDate.slice(5) ? 1 : 0)
  if (age < 16) return { category: 'minor', account: null, due: null }
  const amount = 50_000_00
  const government = Math.round((amount * 30) / 100)
  const reserve = Math.round((amount * 5) / 100)
  const above = age >= (sex === 'male' ? 60 : 55)
  return {
    category: above ? 'above' : 'working',
    account: above ? amount - government : amount,
    due: amount + reserve,
  }
}

function isSame(result: Readonly<Record<string, unknown>>, hand: Decided | undefined): boolean {
  const money = (value: unknown) => (typeof value === 'string' ? parseYuan(value) : null)
  return (
    result.category === hand?.category &&
    money(result.individualAccount) === hand?.account &&
    money(result.due) === hand?.due
  )
}
