/** `xiangce demo --persons N`: the same N makes the same county, and a larger one goes on behind a smaller one. */
import { afterAll, expect, test } from 'vitest'
import { rolesByName } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { COUNTY, testCounty } from '#test/database.ts'
import { crowdSize, seedCrowd } from '../src/systems/demo/crowd.ts'

const opened: TestCounty[] = []
afterAll(() => Promise.all(opened.map((county) => county.close())))

async function seeded(...sizes: number[]): Promise<{ persons: number; digest: string }> {
  const county = await testCounty()
  opened.push(county)
  const house = {
    db: county.db,
    county: COUNTY,
    countyName: '青禾县',
    version: 'test',
    roles: rolesByName([]),
    operations: [],
    jobs: [],
    meta: {},
  }
  for (const size of sizes) await seedCrowd(house, crowdSize(String(size)), () => {})
  return digestOf(county)
}

/** Every column of every row but the moments of writing. */
async function digestOf({ db }: TestCounty): Promise<{ persons: number; digest: string }> {
  const rows = (table: string) => `(select string_agg(
    md5((to_jsonb(t) - 'created_at' - 'updated_at')::text), '' order by id) from c990101.${table} t)`
  const { rows: found } = await db.ownerPool.query<{ persons: number; digest: string }>(
    `select (select count(*)::int from c990101.person) as persons, md5(${rows('person')} || ${rows('household')}) as digest`,
  )
  return found[0] as { persons: number; digest: string }
}

test('two counties of ten thousand are the same to the last column, made at once or in two steps', async () => {
  const [atOnce, inSteps] = [await seeded(10_000), await seeded(5_000, 10_000)]
  expect(atOnce.persons).toBe(10_000)
  expect(inSteps).toEqual(atOnce)
  expect((await seeded(5_000)).digest).not.toBe(atOnce.digest)
})
