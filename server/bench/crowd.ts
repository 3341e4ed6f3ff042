/** A county full of invented people, seeded once and read by several jobs. */
import type { House } from '#platform'
import { rolesByName, systemActor } from '#platform'
import { insertRows, registryOf } from '#register'
import type { TestCounty } from '#test/database.ts'
import { registerOperations } from '../src/register/operations.ts'
import { seedCrowd } from '../src/systems/demo/crowd.ts'
import { placesOf } from '../src/systems/demo/places.ts'
import { landSecurityRegisters } from '../src/systems/land-security/registers/index.ts'
import { demoVillages } from '../src/systems/population/demo/villages.ts'
import { area, populationRegisters } from '../src/systems/population/registers/index.ts'
import { roles } from '../src/systems/roles.ts'
import type { Place } from './place.ts'

export const registers = [...populationRegisters, ...landSecurityRegisters]
export const registry = registryOf(registers)

const operations = registerOperations({ registers })
const listDoor = operations.find((one) => one.name === 'register.list')

/** What `register.list` answers, as far as the bench looks at it. */
export type Listed = {
  rows: { id: number; title: string }[]
  next: string | null
  count: number
  countCapped: boolean
}

export type Crowd = {
  county: TestCounty
  /** The township with the most people, and how many they are. */
  town: { code: string; persons: number }
  /** `register.list` of persons by a township clerk of that town, or by a county officer. */
  list(who: 'township' | 'county', ask: object): Promise<Listed>
  actor(who: 'township' | 'county'): ReturnType<TestCounty['actor']>
}

export async function openCrowd(place: Place, persons: number): Promise<Crowd> {
  const county = await place.fresh()
  await insertPlaces(county)
  await seedCrowd(houseOf(county), persons, () => {})
  // As autovacuum leaves a county some minutes after a bulk load: until then searches also read the pending lists of GIN.
  await county.db.ownerPool.query('vacuum analyze')
  const town = await biggestTown(county)
  const actors = {
    township: county.actor(roleOf('township'), town.code),
    county: county.actor(roleOf('hrOfficer')),
  }
  return {
    county,
    town,
    actor: (who) => actors[who],
    list: (who, ask) => {
      if (!listDoor) throw new Error('no register.list')
      return county.call(actors[who], listDoor, { register: 'person', ...ask }) as Promise<Listed>
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

async function biggestTown({ db }: TestCounty): Promise<{ code: string; persons: number }> {
  const { rows } = await db.ownerPool.query<{ code: string; persons: number }>(
    'select left(area, 9) as code, count(*) as persons from c990101.person group by 1 order by 2 desc, 1 limit 1',
  )
  const [town] = rows
  if (!town) throw new Error('the crowd is empty')
  return town
}
