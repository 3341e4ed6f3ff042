/** Rows that are kept by column from the reading on, and rows that are drafts first: what is staged is the same. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ctx } from '#platform'
import { allAreas, getBatch } from '../../src/register/import/batch-store.ts'
import { insertStaged } from '../../src/register/import/row-store.ts'
import { areaBook } from '../../src/register/import/stage/area-book.ts'
import { draftsOf } from '../../src/register/import/stage/plain-drafts.ts'
import type { Slice } from '../../src/register/import/stage/row-source.ts'
import { readSlices } from '../../src/register/import/stage/row-source.ts'
import { stageSlice } from '../../src/register/import/stage/stage-slice.ts'
import { listStaged } from '../../src/register/import/staged-store.ts'
import type { StagedRow } from '../../src/register/import/tables.ts'
import { formats } from './corpus/formats.ts'
import { layouts } from './corpus/layouts.ts'
import type { Nasty } from './corpus/nasty.ts'
import { idOf } from './corpus/nasty.ts'
import { values } from './corpus/values.data.ts'
import { importer, registry } from './import.fixture.ts'
import { at, openDesk } from './roster.kit.ts'

openDesk()

const start = { sheet: 0, at: 0 }
const run = <T>(work: (ctx: Ctx) => Promise<T>) => at.county.run(at.county.actor(), work)

/** What an upload is staged with. */
async function staging(importId: number, size: number) {
  return run(async (ctx) => {
    const batch = await getBatch(ctx, importId)
    const register = registry.get(batch.register)
    const areas = await allAreas(ctx)
    const rules = importer.rulesOf(batch.register)
    const { sheets: plans, area: scope, fileName: name } = batch
    const linking = { registry, register, rules, plans, areas: areaBook(areas), scope }
    return { batch, register, linking, reading: { name, rules, plans, areas, scope, today: ctx.today, size } }
  })
}

type Staging = Awaited<ReturnType<typeof staging>>

async function slicesOf(bytes: Buffer, { register, reading }: Staging, gather: boolean): Promise<Slice[]> {
  const slices: Slice[] = []
  for await (const slice of readSlices({ bytes, register, reading }, start, gather)) slices.push(slice)
  return slices
}

async function stagedAs(slices: readonly Slice[], { batch, register, linking }: Staging) {
  await at.county.db.ownerPool.query('truncate c990101.import_row, c990101.import_block')
  return run(async (ctx) => {
    for (const slice of slices) {
      const found = await stageSlice(ctx, { linking, slice: structuredClone(slice), ownerId: batch.ownerId })
      await insertStaged(ctx, { importId: batch.id, area: batch.area, register, ...found })
    }
    return (await listStaged(ctx, { importId: batch.id, limit: 10_000 })).map(told)
  })
}

/** All but its numbers. A cell that says nothing may be there or not, and fields that change are a set. */
const told = ({ id: _, freshId: __, encoded, fields, ...row }: StagedRow & { freshId?: unknown }) => ({
  ...row,
  fields: fields && [...fields].sort(),
  encoded: Object.fromEntries(Object.entries(encoded).filter(([, value]) => value !== null)),
})

async function bothWays(bytes: Buffer, file: string, register = 'person') {
  const own = await staging(await at.desk.upload(bytes, file, register), 5)
  const [plainly, singly] = [await slicesOf(bytes, own, true), await slicesOf(bytes, own, false)]
  return { own, plainly, singly }
}

const all: readonly Nasty[] = [...formats, ...layouts, ...values]

describe('plain rows', () => {
  it.each(all.map((each) => [each.situation, each] as const))('%s', async (_, nasty) => {
    const bytes = Buffer.from(await nasty.bytes())
    const { own, plainly, singly } = await bothWays(bytes, nasty.file, nasty.register)
    expect(plainly.map((slice) => whole(slice, own))).toEqual(singly)
    expect(await stagedAs(plainly, own)).toEqual(await stagedAs(singly, own))
  })

  it('are most rows of a roster, and any row may be none', async () => {
    const known = idOf('19630612', 3) // in the register when the others come
    const importId = await at.desk.stage(
      Buffer.from(`村,户编号,与户主关系,姓名,公民身份号码\n石桥村,1012010002,户主,王秀英,${known}`),
      '早先.csv',
      'person',
    )
    expect(await at.desk.merge(importId)).toMatchObject({ merged: 1 })
    let taken = 0
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const text = ['村,户编号,与户主关系,姓名,公民身份号码,出生日期,联系电话', ...lines].join('\n')
        const { own, plainly, singly } = await bothWays(Buffer.from(text), '花名册.csv')
        taken += plainly.reduce((sum, { plain }) => sum + (plain?.places.length ?? 0), 0)
        expect(plainly.map((slice) => whole(slice, own))).toEqual(singly)
        expect(await stagedAs(plainly, own)).toEqual(await stagedAs(singly, own))
      }),
      { numRuns: 30 },
    )
    expect(taken).toBeGreaterThan(50)
  })
})

function whole({ plain, ...slice }: Slice, { register }: Staging): Slice {
  const drafts = plain ? [...slice.drafts, ...draftsOf(register, plain)] : slice.drafts
  return { ...slice, drafts: drafts.sort((a, b) => a.row - b.row) }
}

const mostly = (text: string, ...others: string[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(text) }, fc.constantFrom(...others))

const line = fc
  .record({
    village: mostly('石桥村', '无此村', ''),
    household: fc.constantFrom('1012010001', '1012010002', ''),
    relation: fc.constantFrom('户主', '女', '儿媳'),
    name: mostly('欧阳修', '王秀英', '\u001d', ''),
    id: fc.oneof(
      { weight: 9, arbitrary: fc.nat(99).map((n) => idOf('19630612', n)) },
      fc.constantFrom('', '990101196306120000', '990101630612002'),
    ),
    birth: mostly('1963.6.12', '', '1963-06-12', '63年'),
    phone: mostly('13800000000', '', '1380000'),
  })
  .map(({ village, household, relation, name, id, birth, phone }) =>
    [village, household, relation, name, id, birth, phone].join(),
  )
