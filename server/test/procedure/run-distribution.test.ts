/** The preview of a project's sharing-out closes on what it raises (LS-10, section 2.1). */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCounty, testCounty } from '#test/database.ts'
import { distributionOperations } from '../../src/procedure/run-distribution.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

it('40 x 35,000 + 85 x 50,000 and 40 x 15,000 = 6,250,000; 25 get no account; who was taken off does not count', async () => {
  const actor = county.actor()
  await county.run(actor, async (ctx) => {
    await sql`insert into proc_case (area, procedure, number, subject_register, subject_id, title, state, version, opened_on)
      values ('990101', 'p', 'P1', 'landTake', 7, '上坝地块', 'approved', 1, '2025-08-01')`.execute(ctx.tx)
    const rows = (from: number, count: number, values: object, state = 'approved') =>
      sql`
      insert into proc_item (area, case_id, row_id, name, state, since, values)
      select '990101', (select max(id) from proc_case), g, 'x', ${state}, '2025-08-01', ${JSON.stringify(values)}::jsonb
      from generate_series(${from}::int, ${from + count - 1}::int) g`.execute(ctx.tx)
    await rows(1, 40, { category: 'above', individualAccount: 35_000_00, pooled: 15_000_00 })
    await rows(101, 85, { category: 'working', individualAccount: 50_000_00, pooled: 0 })
    await rows(201, 25, { category: 'minor' })
    await rows(301, 3, { category: 'working', individualAccount: 50_000_00, pooled: 0 }, 'removed')
  })
  const [operation] = distributionOperations([])
  const context = { register: 'landTake', id: 7 }
  const seen = (await county.call(actor, operation, { context })) as {
    rows: { category: string; persons: number; individualTotal: string }[]
    total: string
  }
  expect(seen).toMatchObject({
    persons: 150,
    individualTotal: '5650000.00',
    pooledTotal: '600000.00',
    total: '6250000.00',
  })
  expect(seen.rows.map((row) => [row.category, row.persons, row.individualTotal])).toEqual([
    ['above', 40, '1400000.00'],
    ['working', 85, '4250000.00'],
    ['minor', 25, '0.00'],
  ])
})
