/** The seeded county holds what it says it holds. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { seededCounty } from './county.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty({ seeded: true })
})
afterAll(() => county.close())

const count = (table: string, area?: string) =>
  county.run(county.actor({}, area), async ({ tx }: Ctx) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx)
    return rows[0]?.n
  })

it('has 3 villages with 6 groups each, 300 persons, 30 on the list of a taking', async () => {
  expect(await count('area')).toBe(1 + 2 + 3 + 18)
  expect(await count('village_year')).toBe(3)
  expect(await count('person')).toBe(seededCounty.persons)
  expect(await count('protected_person')).toBe(seededCounty.landTake.listed)
})

it('stands behind the fences of its villages', async () => {
  for (const { code, population } of seededCounty.villages)
    expect(await count('person', code)).toBe(population)
  expect(await count('protected_person', '990101102201')).toBe(0)
})

it('gives every person a household', async () => {
  const homeless = await county.run(county.actor(), async ({ tx }: Ctx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from person p left join household h on h.id = p.household_id where h.id is null or h.area <> p.area`.execute(
      tx,
    )
    return rows[0]?.n
  })
  expect(homeless).toBe(0)
})
