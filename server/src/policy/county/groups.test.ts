/** Groups of equal cells against comparing every pair by hand; arrays as PostgreSQL reads them. */

import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { bigintArray, intArray } from './binary-array.ts'
import { groupsOf } from './groups.ts'

const cell = fc.constantFrom<unknown>(0, -1, 1, 2 ** 40, 'a', '', null, undefined, Number.NaN)
const table = fc
  .record({ rows: fc.integer({ min: 0, max: 12 }), columns: fc.integer({ min: 0, max: 4 }) })
  .chain(({ rows, columns }) =>
    fc
      .array(fc.array(cell, { minLength: rows, maxLength: rows }), { minLength: columns, maxLength: columns })
      .map((cells) => ({ rows, cells })),
  )

it('subjects are in one group exactly where all their cells are the same', () => {
  fc.assert(
    fc.property(table, ({ rows, cells }) => {
      const { of, first } = groupsOf(
        rows,
        cells.map((column) => (i) => column[i]),
      )
      expect(of).toHaveLength(rows)
      const same = (a: number, b: number) => cells.every((column) => Object.is(column[a], column[b]))
      for (let a = 0; a < rows; a++) {
        expect(same(a, first[of[a] as number] as number)).toBe(true)
        for (let b = 0; b < a; b++) expect(of[a] === of[b]).toBe(same(a, b))
      }
      expect(new Set(of).size).toBe(first.length)
    }),
    { numRuns: 300 },
  )
})

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

it('PostgreSQL reads the numbers that were written', async () => {
  const ids = [1, 0, 2 ** 31, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER]
  const places = [0, 7, 2 ** 31 - 1]
  const [row] = await county.run(county.actor(), async ({ tx }) => {
    const found = await sql<{ ids: string; places: string }>`
      select array_to_string(${bigintArray(ids)}::bigint[], ' ') as ids, array_to_string(${intArray(places)}::int[], ' ') as places`.execute(
      tx,
    )
    return found.rows
  })
  expect(row).toEqual({
    ids: '1 0 2147483648 4294967295 4294967296 9007199254740991',
    places: '0 7 2147483647',
  })
})
