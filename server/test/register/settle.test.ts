/** After a bulk of rows the planner knows how many there are. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isProblem } from '#kernel'
import type { Actor } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { settleRegister } from '../../src/register/settle-store.ts'
import { insertRow, insertRows } from '../../src/register/write-store.ts'
import { area, household } from '../../src/systems/population/registers/index.ts'

let county: TestCounty
let clerk: Actor
const village = '990101103201'

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor({}, village)
  await county.run(county.actor(), (ctx) =>
    insertRow(ctx, area, { code: village, name: '石桥村', level: 'village' }),
  )
})
afterAll(() => county.close())

test('a bulk load leaves figures for the planner, for registers only, and only where something grew', async () => {
  const measured = async () => {
    const { rows } = await county.db.ownerPool.query<{ rows: number }>(
      `select reltuples::int as rows from pg_class where oid = 'c990101.household'::regclass`,
    )
    return rows[0]?.rows
  }
  const many = (from: number) =>
    Array.from({ length: 300 }, (_, at) => ({ number: `H${from + at}`, headName: '莫志强', area: village }))
  const load = (from: number, share: number) =>
    county.run(clerk, async (ctx) => {
      await insertRows(ctx, household, many(from))
      await settleRegister(ctx, household, share)
    })
  await load(0, 0.02)
  expect(await measured()).toBe(300)
  await load(300, 5)
  expect(await measured()).toBe(300)
  await load(600, 0.02)
  expect(await measured()).toBe(900)
  const refused = await county
    .run(clerk, (ctx) => sql`select settle_register('voucher', 0)`.execute(ctx.tx))
    .catch((e: unknown) => e)
  expect(isProblem(refused)).toBe(true)
})
