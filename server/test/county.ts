/** A small county with people in it: 3 villages, 300 persons, one taking with a list. The demo's own generator, without its story. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Fen } from '#kernel'
import { fen } from '#kernel'
import type { Ctx, Database } from '#platform'
import { playedAt, systemActor, withContext } from '#platform'
import type { InsertOf } from '#register'
import { insertRows } from '#register'
import { placesOf } from '../src/systems/demo/places.ts'
import { householdIdsOf, householdRows, personRow } from '../src/systems/demo/rows.ts'
import { landTake, protectedPerson } from '../src/systems/land-security/registers/index.ts'
import type { DemoPerson } from '../src/systems/population/demo/people.ts'
import { demoPeople, newIssuer } from '../src/systems/population/demo/people.ts'
import type { DemoVillage } from '../src/systems/population/demo/villages.ts'
import { demoVillages } from '../src/systems/population/demo/villages.ts'
import { area, household, person, villageYear } from '../src/systems/population/registers/index.ts'

/** What stands in it, for tests to hold their results against. */
export const seededCounty = {
  villages: [
    { code: '990101102201', name: '上坝村', population: 40, labour: 21 },
    { code: '990101103201', name: '石桥村', population: 200, labour: 105 },
    { code: '990101103202', name: '柳溪村', population: 60, labour: 31 },
  ],
  persons: 300,
  /** 石桥地块 in 石桥村, taken on 2023-06-30: the first 30 persons of the village's roster. */
  landTake: { name: '石桥地块', village: '990101103201', takenOn: '2023-06-30', listed: 30 },
} as const

/** When the county wrote it all down: before whatever a test lets happen, else nobody would know these people yet. */
const WRITTEN = '2020-01-06T09:00'

/** Fills an empty migrated county. Everything is written by the system (account 0). */
export function fillCounty(db: Pick<Database, 'app'>): Promise<void> {
  return playedAt(WRITTEN, () => fill(db))
}

async function fill(db: Pick<Database, 'app'>): Promise<void> {
  await withContext(db, systemActor('990101'), async (ctx) => {
    const villages = smallVillages()
    const areas = placesOf(villages)
    const areaIds = await insertRows(ctx, area, areas)
    const idOf = new Map(areas.map(({ code }, at) => [code, areaIds[at] ?? 0]))
    await insertRows(
      ctx,
      villageYear,
      villages.map((village) => profileOf(village, idOf.get(village.code) ?? 0)),
    )
    const issuer = newIssuer()
    for (const village of villages) {
      const people = demoPeople(village, issuer)
      const ids = await insertPeople(ctx, people)
      if (village.code === seededCounty.landTake.village) await takeLand(ctx, ids)
    }
  })
}

/** Changes with the code that makes the county, so that a kept template is never an old one. */
export function countyHash(): string {
  const hash = createHash('sha256')
  for (const folder of [
    'systems/demo',
    'systems/population/demo',
    'systems/population/registers',
    'systems/land-security/registers',
  ]) {
    const path = fileURLToPath(new URL(`../src/${folder}/`, import.meta.url))
    for (const name of readdirSync(path).sort())
      if (name.endsWith('.ts')) hash.update(readFileSync(path + name))
  }
  return hash
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex')
    .slice(0, 12)
}

function smallVillages(): DemoVillage[] {
  return seededCounty.villages.map(({ code, population, labour }) => {
    const village = demoVillages().find((one) => one.code === code)
    if (!village) throw new Error(`no demo village ${code}`)
    return { ...village, population, labour, full: true }
  })
}

function profileOf(village: DemoVillage, ownerId: number): InsertOf<typeof villageYear> {
  const { population, labour, farming, employed, selfEmployed, jobless, inVillage } = village
  const incomePerFarmer: Fen = fen(village.incomePerFarmer * 100)
  return {
    ownerId,
    year: 2019,
    registered: 'full',
    population,
    labour,
    farming,
    employed,
    selfEmployed,
    jobless,
    inVillage,
    incomePerFarmer,
  }
}

async function insertPeople(ctx: Ctx, people: readonly DemoPerson[]): Promise<number[]> {
  const homes = householdIdsOf(people, await insertRows(ctx, household, householdRows(people)))
  return insertRows(
    ctx,
    person,
    people.map((one, at) => personRow(one, homes[at] ?? 0)),
  )
}

async function takeLand(ctx: Ctx, personIds: readonly number[]): Promise<void> {
  const { name, village, takenOn, listed } = seededCounty.landTake
  const [ownerId] = await insertRows(ctx, landTake, [
    {
      name,
      area: village,
      takenOn: takenOn as InsertOf<typeof landTake>['takenOn'],
      basePerPerson: fen(50_000_00),
      livingAllowance: fen(500_00),
    },
  ])
  await insertRows(
    ctx,
    protectedPerson,
    personIds.slice(0, listed).map((id) => ({
      ownerId: ownerId ?? 0,
      person: id as InsertOf<typeof protectedPerson>['person'],
      hukouThen: 'agricultural' as const,
      personKind: 'resident' as const,
    })),
  )
}
