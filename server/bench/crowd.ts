/** A county full of invented people, seeded once and read by several jobs. */
import type { House } from '#platform'
import { rolesByName, systemActor } from '#platform'
import { insertRows, registryOf } from '#register'
import type { TestCounty } from '#test/database.ts'
import { registerOperations } from '../src/register/operations.ts'
import { type Crowd as Seeded, seedCrowd } from '../src/systems/demo/crowd.ts'
import { placesOf } from '../src/systems/demo/places.ts'
import { landSecurityRegisters } from '../src/systems/land-security/registers/index.ts'
import { demoVillages } from '../src/systems/population/demo/villages.ts'
import { area, populationRegisters } from '../src/systems/population/registers/index.ts'
import { roles } from '../src/systems/roles.ts'
import type { Ask } from './ask.ts'
import type { Report } from './measure.ts'
import type { Place } from './place.ts'

export const registers = [...populationRegisters, ...landSecurityRegisters]
export const registry = registryOf(registers)

export const operations = registerOperations({ registers })
const listDoor = operations.find((one) => one.name === 'register.list')

/** What `register.list` answers, as far as the bench looks at it. */
export type Listed = {
  rows: { id: number; title: string }[]
  next: string | null
  count: number | null
  countCapped: boolean
}

/** Who looks: the scope of a village, of a township, of the county. */
export const levels = ['village', 'township', 'county'] as const
export type Level = (typeof levels)[number]

export type Crowd = {
  county: TestCounty
  /** The area of each level, the one with the most people, and how many they are. */
  scopes: Record<Level, { code: string; persons: number }>
  /** What seeding them took, if they were seeded now. */
  seeded: Seeded | undefined
  /** `register.list` of persons by an officer of that level. */
  list(level: Level, ask: object): Promise<Listed>
  actor(level: Level): ReturnType<TestCounty['actor']>
}

const hats: Record<Level, string> = { village: 'village', township: 'township', county: 'hrOfficer' }

/** Seeds a county by the same bulk path as `xiangce demo --persons`, and measures it as that path leaves it. */
export async function openCrowd(place: Place, { persons, data }: Ask, report: Report): Promise<Crowd> {
  const county = data ? await place.standing(data) : await place.fresh()
  if (!data) await insertPlaces(county)
  const seeded = data
    ? undefined
    : await seedCrowd(houseOf(county), persons, (line) => report.progress(`seed: ${line}`))
  const scopes = {
    village: await fullestArea(county, 12),
    township: await fullestArea(county, 9),
    county: await fullestArea(county, 6),
  }
  const actors = Object.fromEntries(
    levels.map((level) => [level, county.actor(roleOf(hats[level]), scopes[level].code)]),
  ) as Record<Level, ReturnType<TestCounty['actor']>>
  return {
    county,
    scopes,
    seeded,
    actor: (level) => actors[level],
    list: (level, ask) => {
      if (!listDoor) throw new Error('no register.list')
      return county.call(actors[level], listDoor, { register: 'person', ...ask }) as Promise<Listed>
    },
  }
}

/** All places of the demo county, so that rows show names and not codes. */
export async function insertPlaces(county: TestCounty): Promise<void> {
  await county.run(systemActor('990101'), (ctx) => insertRows(ctx, area, placesOf(demoVillages())))
}

export function roleOf(name: string) {
  const role = roles.find((one) => one.name === name)
  if (!role) throw new Error(`no role ${name}`)
  return role
}

function houseOf({ db }: TestCounty): House {
  return {
    db,
    county: '990101',
    countyName: '青禾县',
    version: 'bench',
    roles: rolesByName([]),
    operations: [],
    jobs: [],
    meta: {},
  }
}

/** The area of so many digits with the most people. */
async function fullestArea({ db }: TestCounty, digits: number): Promise<{ code: string; persons: number }> {
  const { rows } = await db.ownerPool.query<{ code: string; persons: number }>(
    'select left(area, $1) as code, count(*) as persons from c990101.person group by 1 order by 2 desc, 1 limit 1',
    [digits],
  )
  const [area] = rows
  if (!area) throw new Error('the crowd is empty')
  return area
}
