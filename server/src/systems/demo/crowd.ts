/** `xiangce demo --persons N`: a crowd of invented people for trying the house at size. */
import { defineProblems, problem, t } from '#kernel'
import type { Ctx, House } from '#platform'
import { milliseconds, nextNumber, systemActor, withContext } from '#platform'
import { insertRows, settleRegister } from '#register'
import type { DemoPerson, Issuer } from '../population/demo/people.ts'
import { demoPeople, newIssuer } from '../population/demo/people.ts'
import type { DemoVillage } from '../population/demo/villages.ts'
import { demoVillages } from '../population/demo/villages.ts'
import { household, person } from '../population/registers/index.ts'
import { storiesTold } from './progress-store.ts'
import { householdIdsOf, householdRows, personRow } from './rows.ts'

/** People of one transaction. */
const CHUNK = 5_000
/** Numbers of their own: nobody of the story has this code, nor has any place on earth. */
const CROWD_CODE = '990199'
const SERIES = 'demo:crowd'

export type Crowd = {
  persons: number
  households: number
  seconds: number
  perSecond: number
  already: number
}

const asked = defineProblems('demo', {
  persons: problem(422, (d: { given: string }) =>
    t(
      `人数“${d.given}”不行。请写 1 至 1000000 的整数。`,
      `"${d.given}" is no number of persons. Write a whole number from 1 to 1,000,000.`,
    ),
  ),
})

/** Reads `--persons`; rounded up to whole transactions, so that a larger crowd later goes on behind a smaller one. */
export function crowdSize(given: string): number {
  const persons = Number(given)
  if (!/^\d{1,7}$/.test(given) || persons < 1 || persons > 1_000_000) throw asked.persons({ given })
  return Math.ceil(persons / CHUNK) * CHUNK
}

/** Brings the county's crowd up to `persons` (of `crowdSize`), 5,000 a transaction; goes on where a run was cut off. */
export async function seedCrowd(house: House, persons: number, say: (line: string) => void): Promise<Crowd> {
  const already = await withContext(house.db, systemActor(house.county), (ctx) => storiesTold(ctx, SERIES))
  const began = milliseconds()
  const made = { persons: 0, households: 0 }
  let chunk = 0
  for (const people of chunksOf(persons)) {
    chunk += 1
    if (chunk <= already) continue
    made.persons += people.length
    made.households += await enter(house, people, chunk)
    say(`${chunk * CHUNK} / ${persons}`)
  }
  await withContext(house.db, systemActor(house.county), (ctx) => settle(ctx, 0.02))
  const seconds = (milliseconds() - began) / 1000
  return {
    ...made,
    seconds,
    perSecond: Math.round(made.persons / Math.max(seconds, 0.001)),
    already: already * CHUNK,
  }
}

async function settle(ctx: Ctx, share: number): Promise<void> {
  for (const register of [household, person]) await settleRegister(ctx, register, share)
}

/** The same chunks for every N. */
function* chunksOf(persons: number): Generator<DemoPerson[]> {
  const villages = demoVillages()
  const issuer = newIssuer(CROWD_CODE)
  for (let chunk = 0; chunk * CHUNK < persons; chunk++) {
    const village = villages[chunk % villages.length]
    if (village) yield crowdOf(village, issuer)
  }
}

/** 52.5 % of working age, as the county reports (catalogue 6.1). */
function crowdOf({ code }: DemoVillage, issuer: Issuer): DemoPerson[] {
  return demoPeople({ code, population: CHUNK, labour: Math.round(CHUNK * 0.525) }, issuer)
}

async function enter(house: House, people: readonly DemoPerson[], chunk: number): Promise<number> {
  return withContext(house.db, systemActor(house.county), async (ctx) => {
    const households = householdRows(people, `Q${chunk}-`)
    const ids = await insertRows(ctx, household, households)
    const homes = householdIdsOf(people, ids)
    await insertRows(
      ctx,
      person,
      people.map((one, at) => personRow(one, homes[at] ?? 0)),
    )
    await nextNumber(ctx.tx, SERIES)
    await settle(ctx, 0.25)
    return households.length
  })
}
