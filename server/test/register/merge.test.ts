/** Bulk import into a register: classes, blanks, doubles, what is elsewhere; a second run changes nothing. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, isProblem, residentId } from '#kernel'
import type { Actor } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { mergeStage } from '../../src/register/apply-store.ts'
import { classifyStage, stagedLines } from '../../src/register/merge-store.ts'
import { findRow, ownedRows, versionsOf } from '../../src/register/read-store.ts'
import { searchRows } from '../../src/register/search-store.ts'
import {
  closeStage,
  openStage,
  settleRegister,
  stagedCount,
  stageRows,
} from '../../src/register/stage-store.ts'
import { insertRow, insertRows } from '../../src/register/write-store.ts'
import { employmentSpell } from '../../src/systems/land-security/registers/index.ts'
import { area, household, person } from '../../src/systems/population/registers/index.ts'

let county: TestCounty
let clerk: Actor
const village = '990101103201'
const other = '990101102203'
const id = (n: number) => residentId('990101', day('1970-01-01'), n)

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor({}, village)
  await county.run(county.actor(), async (ctx) => {
    await insertRows(ctx, area, [
      { code: village, name: '石桥村', level: 'village' },
      { code: other, name: '石门村', level: 'village' },
    ])
    await insertRow(ctx, person, { name: '在别村', area: other, idNumber: id(9) })
    await insertRow(ctx, person, { name: '没有证件', area: village, birthDate: day('1950-02-03') })
  })
})
afterAll(() => county.close())

let job = 0
const everything = { from: 1, to: 1_000_000, reason: '花名册.xlsx' }

test('rows are told apart, good ones go in, the rest say why; the same file again changes nothing', async () => {
  const known = await county.run(clerk, (ctx) =>
    insertRow(ctx, person, {
      name: '周桂枝',
      area: village,
      idNumber: id(2),
      phone: '13800004071',
      raw: { education: '不详' },
    }),
  )
  const rows = [
    { line: 5, values: { name: '新来的', area: village, idNumber: id(3), phone: '13900000001' } },
    {
      line: 6,
      values: { name: '周桂枝', area: village, idNumber: id(2), phone: null, hukou: 'agricultural' },
    },
    { line: 7, values: { name: '新来的', area: village, idNumber: id(3) } },
    { line: 8, values: { name: '外村人', area: other, idNumber: id(5) } },
    { line: 9, values: { name: '在别村', area: village, idNumber: id(9) } },
    { line: 10, values: { name: '没有证件', area: village, birthDate: day('1950-02-03'), idNumber: id(7) } },
    { line: 11, values: { name: '只知道年份', area: village }, raw: { birthDate: '1963' } },
  ]
  const take = async (number: number) =>
    county.run(clerk, async (ctx) => {
      const stage = await openStage(ctx, person, number)
      await stageRows(ctx, stage, rows)
      expect(await stagedCount(ctx, stage)).toBe(7)
      const counts = await classifyStage(ctx, stage)
      const changed = await stagedLines(ctx, stage, { class: 'changed' })
      const applied = await mergeStage(ctx, stage, everything)
      const again = await mergeStage(ctx, stage, everything)
      await closeStage(ctx, stage)
      return { counts, changed: changed.map(({ line, changed: fields }) => [line, fields]), applied, again }
    })
  const first = await take(++job)
  expect(first.counts).toEqual({
    new: 3,
    changed: 2,
    unchanged: 0,
    double: 1,
    ambiguous: 0,
    outside: 1,
    elsewhere: 0,
  })
  expect(first.changed).toEqual([
    [6, ['hukou']],
    [10, ['idNumber', 'sex']],
  ])
  expect(first.applied).toEqual({ inserted: 2, updated: 2, elsewhere: 1, moved: 0 })
  expect(first.again).toEqual({ inserted: 0, updated: 0, elsewhere: 0, moved: 0 })
  expect(await county.run(clerk, (ctx) => findRow(ctx, person, known.id))).toMatchObject({
    phone: '13800004071',
    hukou: 'agricultural',
    version: 2,
    changeReason: '花名册.xlsx',
  })
  const second = await take(++job)
  expect(second.applied).toEqual({ inserted: 0, updated: 0, elsewhere: 1, moved: 0 })
  expect(second.counts).toMatchObject({ new: 1, changed: 0, unchanged: 4 })
})

test('what was imported is found by name, pinyin and number, and an insert leaves no history', async () => {
  const found = await county.run(clerk, async (ctx) => {
    const hit = await searchRows(ctx, person, 'xinlaide')
    return {
      hit: hit.ids.length,
      byPhone: (await searchRows(ctx, person, '13900000001')).ids,
      byOldPhone: (await searchRows(ctx, person, '13800004071')).ids.length,
      versions: (await versionsOf(ctx, person, hit.ids[0] ?? 0)).length,
    }
  })
  expect(found).toMatchObject({ hit: 1, byOldPhone: 1, versions: 1 })
  expect(found.byPhone).toHaveLength(1)
})

test('rows of an owner take its area, and a line of an unknown owner is outside', async () => {
  const owner = await county.run(clerk, (ctx) => insertRow(ctx, person, { name: '莫志强', area: village }))
  const result = await county.run(clerk, async (ctx) => {
    const stage = await openStage(ctx, employmentSpell, ++job)
    await stageRows(ctx, stage, [
      {
        line: 2,
        values: { employer: '砖厂', kind: 'casual', wage: 250_000 },
        ownerId: owner.id,
        validFrom: '2024-01-01',
      },
      { line: 3, values: { employer: '砖厂', kind: 'casual' }, ownerId: 999_999, validFrom: '2024-01-01' },
    ])
    const counts = await classifyStage(ctx, stage)
    return { counts, applied: await mergeStage(ctx, stage, everything) }
  })
  expect(result).toMatchObject({ counts: { new: 1, outside: 1 }, applied: { inserted: 1 } })
  expect(await county.run(clerk, (ctx) => ownedRows(ctx, employmentSpell, owner.id))).toMatchObject([
    { employer: '砖厂', wage: 250_000, area: village, validFrom: '2024-01-01', validTo: null },
  ])
})

test('a hidden field cannot be imported, and no other table can be staged', async () => {
  const blind = county.actor({ sees: [] }, village)
  const refused = await county
    .run(blind, async (ctx) =>
      stageRows(ctx, await openStage(ctx, person, ++job), [{ line: 1, values: { phone: '13800004071' } }]),
    )
    .catch((e: unknown) => e)
  expect(isProblem(refused, 'register.masked')).toBe(true)
  const foreign = await county
    .run(clerk, (ctx) => sql`select open_stage('voucher', 1)`.execute(ctx.tx))
    .catch((e: unknown) => e)
  expect(isProblem(foreign)).toBe(true)
})

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
