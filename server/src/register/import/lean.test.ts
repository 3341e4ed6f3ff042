/** The lean forms of a staged row: texts in one, columns in binary, held against what PostgreSQL and the cells say. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { bigintArray, intArray, jsonbArray, textArray } from './binary-array.ts'
import { cellsOfLine, lineOf } from './line.ts'
import { columnName } from './read/index.ts'

const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '石桥村',
    '\u001f',
    'a\u001fb',
    '\u001e',
    '\u001ef',
    'a\u001e\u001fe',
    '𠮷祥路 5 号',
    '"\\{},',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((one) => one.replaceAll('\u0000', '')),
)

describe('the texts of a row', () => {
  it('come back by column as they were, blank ones left out', () => {
    fc.assert(
      fc.property(fc.array(fc.option(text, { nil: undefined }), { maxLength: 30 }), (texts) => {
        const cells = texts.map((one) => (one === undefined ? undefined : { value: one, text: one }))
        const kept = texts.flatMap((one, at) =>
          one !== undefined && one.trim() !== '' ? [[columnName(at), one] as const] : [],
        )
        expect(cellsOfLine(lineOf({ cells }))).toEqual(Object.fromEntries(kept))
      }),
      { numRuns: 300 },
    )
  })
})

describe('binary arrays', () => {
  let county: TestCounty
  beforeAll(async () => {
    county = await testCounty()
  })
  afterAll(() => county.close())

  it('are read by PostgreSQL as what went in', async () => {
    const row = fc.record({
      int: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
      big: fc.option(fc.maxSafeInteger()),
      text: fc.option(text),
      json: fc.option(fc.record({ a: text, b: fc.integer() })),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const { rows: found } = await county.db.ownerPool.query(
          'select i, b, t, j from unnest($1::int[], $2::bigint[], $3::text[], $4::jsonb[]) as r(i, b, t, j)',
          [
            intArray(rows.map(({ int }) => int)),
            bigintArray(rows.map(({ big }) => big)),
            textArray(rows.map((one) => one.text)),
            jsonbArray(rows.map(({ json }) => (json === null ? null : JSON.stringify(json)))),
          ],
        )
        expect(found).toEqual(rows.map((one) => ({ i: one.int, b: one.big, t: one.text, j: one.json })))
      }),
      { numRuns: 60 },
    )
  })
})
