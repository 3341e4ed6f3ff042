/** Invented persons and households of one village, exact in number; no identity number can belong to anybody (990101 is no county). */
import { type Day, day, dayNumber, dayOfNumber, residentId } from '#kernel'
import { femaleGiven, maleGiven, surnames } from './names.data.ts'
import { type Random, seeded } from './random.ts'

export type DemoPerson = {
  household: string
  relation: string
  name: string
  sex: 'male' | 'female'
  birthDate: Day
  idNumber: string
  phone: string | null
  group: string
  hukou: 'agricultural' | 'non-agricultural'
}

export type VillageToFill = { code: string; population: number; labour: number }

/** Ages are counted on this day. */
export const countedOn = day('2019-12-31')

/** Gives each invented person numbers that nobody else in the county has. One for all villages of a county. */
export type Issuer = { idNumber(birth: Day, sex: 'male' | 'female'): string; phone(): string }

export function newIssuer(countyCode = '990101'): Issuer {
  const orders = new Map<string, number>()
  let phones = 0
  return {
    idNumber(birth, sex) {
      const order = orders.get(birth + sex) ?? 0
      orders.set(birth + sex, order + 1)
      if (order >= 499) throw new RangeError(`more than 499 persons of one sex born on ${birth}`)
      return residentId(countyCode, birth, 2 * order + (sex === 'male' ? 1 : 2))
    },
    phone: () => `13${String(800_000_000 + ((phones++ * 7_919) % 99_999_989)).padStart(9, '0')}`,
  }
}

/** `population` persons, of whom exactly `labour` are of working age (16 to under 60, women under 55) on `countedOn`. */
export function demoPeople(village: VillageToFill, issuer: Issuer): DemoPerson[] {
  const random = seeded(Number(village.code.slice(-6)) * 7 + village.population)
  const ages = agesFor(village, random)
  const people: DemoPerson[] = []
  for (let number = 1; ages.length > 0; number++) {
    const members = ages.splice(0, Math.min(ages.length, 2 + random.below(4)))
    people.push(...householdOf({ village, number, members, issuer, random }))
  }
  return people
}

type Member = { sex: 'male' | 'female'; age: number }

/** Sexes and ages, workers spread among the others so that every household has somebody of age. */
function agesFor({ population, labour }: VillageToFill, random: Random): Member[] {
  const members: Member[] = []
  for (let at = 0; at < population; at++) {
    const sex = random.chance(51) ? 'male' : 'female'
    const working = Math.floor(((at + 1) * labour) / population) > Math.floor((at * labour) / population)
    members.push({ sex, age: working ? workingAge(sex, random) : otherAge(sex, random) })
  }
  return members
}

/** Shares of the reported labour force: 28 % under 20, 32 % 20 to 39, 40 % from 40 (catalogue 6.1). */
function workingAge(sex: 'male' | 'female', random: Random): number {
  const limit = sex === 'male' ? 60 : 55
  const draw = random.below(100)
  if (draw < 28) return 16 + random.below(4)
  return draw < 60 ? 20 + random.below(20) : 40 + random.below(limit - 40)
}

function otherAge(sex: 'male' | 'female', random: Random): number {
  if (random.chance(55)) return random.below(16)
  return (sex === 'male' ? 60 : 55) + random.below(30)
}

type Household = { village: VillageToFill; number: number; members: Member[]; issuer: Issuer; random: Random }

function householdOf({ village, number, members, issuer, random }: Household): DemoPerson[] {
  const surname = random.pick(surnames)
  const byAge = [...members].sort((a, b) => b.age - a.age)
  const head = byAge.find(({ age }) => age >= 18) ?? byAge[0]
  const group = `${village.code}${String(1 + (number % 6)).padStart(3, '0')}`
  return byAge.map((member) => ({
    household: `${village.code.slice(-6)}${String(number).padStart(4, '0')}`,
    relation: member === head ? '户主' : relationTo(head, member),
    name:
      (member === head || (head && head.age - member.age >= 18) ? surname : random.pick(surnames)) +
      given(member, random),
    sex: member.sex,
    ...identityOf(member, issuer, random),
    phone: member.age >= 16 ? issuer.phone() : null,
    group,
    hukou: random.chance(97) ? 'agricultural' : 'non-agricultural',
  }))
}

function given({ sex }: Member, random: Random): string {
  return random.pick(sex === 'male' ? maleGiven : femaleGiven)
}

function relationTo(head: Member | undefined, { age, sex }: Member): string {
  if (!head) return '其他'
  if (age - head.age >= 18) return sex === 'male' ? '父亲' : '母亲'
  if (head.age - age < 18) return head.sex === sex ? '其他' : '配偶'
  if (head.age - age >= 45) return sex === 'male' ? '孙子' : '孙女'
  return sex === 'male' ? '子' : '女'
}

/** Born so that the person is `age` on `countedOn`. */
function identityOf(
  { sex, age }: Member,
  issuer: Issuer,
  random: Random,
): { birthDate: Day; idNumber: string } {
  const birthDate = dayOfNumber(dayNumber(day(`${2019 - age}-01-01`)) + random.below(365))
  return { birthDate, idNumber: issuer.idNumber(birthDate, sex) }
}
