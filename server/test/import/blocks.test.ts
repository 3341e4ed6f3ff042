/** Rows in blocks and rows one by one: nobody who asks for them sees a difference. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { countStaged, insertStaged } from '../../src/register/import/row-store.ts'
import { getStaged, listStaged, sameIdentity } from '../../src/register/import/staged-store.ts'
import type { NewRow, StagedRow } from '../../src/register/import/tables.ts'
import { addAreas, deskOf, registry, village } from './import.fixture.ts'

let county: TestCounty
let importId: number
const register = registry.get('person')

beforeAll(async () => {
  county = await testCounty()
  await addAreas(county, county.actor())
  const desk = deskOf(county, county.actor())
  importId = await desk.upload(
    Buffer.from('村,姓名,公民身份号码\n石桥村,王秀英,990101196306120029'),
    '花名册.csv',
  )
})
afterAll(() => county.close())

const clear = () => county.db.ownerPool.query('truncate c990101.import_row, c990101.import_block')

/** Signs of ours among them. */
const text = fc.constantFrom(
  '王秀英',
  '𠮷',
  '"\\{},',
  'NULL',
  '\u001d',
  '\u001c',
  '\u001e',
  'a\u001fb',
  'b\u001ec\u001d',
  '',
)
const encoded = fc.record(
  {
    name: fc.constantFrom('王秀英', '李 四', '\u001c', 'x\u001dy', ''),
    id_number: fc.option(fc.constantFrom('990101196306120029', '990101196306120037'), { nil: null }),
    shared_number: fc.oneof(fc.nat(3), fc.constant('0')),
    note: text,
  },
  { requiredKeys: ['id_number'] },
)

const plain = { fixes: {}, raw: {}, issues: [], reasons: [], accepted: false, before: {} }
const issue = { code: 'missing:name', level: 'doubt' as const, text: { zh: '缺姓名', en: 'no name' } }

const row: fc.Arbitrary<Omit<NewRow, 'rowNumber'>> = fc
  .record({
    kind: fc.constantFrom('new', 'new', 'new', 'unchanged', 'unchanged', 'doubtful', 'changed', 'raw'),
    sheet: fc.constantFrom(0, 0, 0, 1),
    line: text,
    encoded,
    links: fc.option(text, { nil: undefined }),
    identity: fc.constantFrom('["1"]', '["2"]', '["3"]'),
  })
  .map(({ kind, links, ...rest }) => ({
    ...plain,
    ...rest,
    links: (links === undefined ? {} : { household: links }) as Record<string, string>,
    class: kind === 'raw' ? ('new' as const) : (kind as NewRow['class']),
    raw: (kind === 'raw' ? { birthDate: '不详' } : {}) as Record<string, string>,
    issues: kind === 'doubtful' ? [issue] : [],
    reasons: kind === 'doubtful' ? [issue.code] : [],
    targetId: kind === 'unchanged' || kind === 'changed' ? 7 : null,
    targetVersion: kind === 'unchanged' || kind === 'changed' ? 2 : null,
    fields: kind === 'unchanged' ? [] : kind === 'changed' ? ['name'] : null,
  }))

const run = <T>(work: (ctx: Ctx) => Promise<T>) => county.run(county.actor(), work)

/** What is asked for of a row, whatever it stands in. A cell that says nothing may be there or not. */
const told = ({ encoded: cells, sheet, rowNumber, class: as, ...rest }: NewRow | StagedRow) => ({
  cells: Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null)),
  sheet,
  rowNumber,
  as,
  links: rest.links,
  raw: rest.raw,
  issues: rest.issues,
  reasons: rest.reasons,
  identity: rest.identity,
  targetId: rest.targetId,
  targetVersion: rest.targetVersion,
  fields: rest.fields,
})

async function all(limit: number): Promise<StagedRow[]> {
  const rows: StagedRow[] = []
  for (let after = 0; ; ) {
    const page = await run((ctx) => listStaged(ctx, { importId, after, limit }))
    rows.push(...page)
    if (page.length < limit) return rows
    after = page.at(-1)?.id ?? after
  }
}

const numbered = (slices: Omit<NewRow, 'rowNumber'>[][]) => {
  let rowNumber = 1
  return slices.map((slice) => slice.map((one): NewRow => ({ ...one, rowNumber: ++rowNumber })))
}

describe('rows that were staged', () => {
  it('come back in the order of the file, page by page, by class and by what they stand for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(row, { minLength: 1, maxLength: 9 }), { maxLength: 9 }),
        fc.integer({ min: 1, max: 12 }),
        async (given, limit) => {
          await clear()
          const slices = numbered(given)
          for (const rows of slices)
            await run((ctx) => insertStaged(ctx, { importId, area: village, register, rows }))
          const rows = slices.flat()
          const found = await all(limit)
          expect(found.map(told)).toEqual(rows.map(told))
          expect(found.map(({ id }) => id)).toEqual(found.map(({ id }) => id).sort((a, b) => a - b))
          for (const as of ['new', 'unchanged', 'changed'] as const) {
            const of = await run((ctx) => listStaged(ctx, { importId, classes: [as], limit: 100 }))
            expect(of.map(told)).toEqual(rows.filter((one) => one.class === as).map(told))
          }
          const same = await run((ctx) => sameIdentity(ctx, { importId, identity: '["1"]' }))
          expect(same.map(told)).toEqual(rows.filter(({ identity }) => identity === '["1"]').map(told))
          const { classes } = await run((ctx) => countStaged(ctx, importId))
          const counts: Record<string, number> = {}
          for (const one of rows) counts[one.class] = (counts[one.class] ?? 0) + 1
          expect(classes).toEqual(counts)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('are the same, with the same numbers, once they stand one by one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.nat(), async (given, nth) => {
        await clear()
        const [rows = []] = numbered([given])
        await run((ctx) => insertStaged(ctx, { importId, area: village, register, rows }))
        const before = await all(100)
        const one = before[nth % before.length] as StagedRow
        expect(await run((ctx) => getStaged(ctx, [one.id]))).toMatchObject([
          { id: one.id, rowNumber: one.rowNumber },
        ])
        const plainly = ({
          line: _,
          freshId: __,
          ...rest
        }: StagedRow & { line?: string; freshId?: unknown }) => rest
        expect((await all(100)).map(plainly)).toEqual(before.map(plainly))
      }),
      { numRuns: 60 },
    )
  })
})
