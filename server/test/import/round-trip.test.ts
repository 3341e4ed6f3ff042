/** Importing an export changes nothing, whatever the register holds. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel'
import { bankCard, residentId } from '#kernel'
import type { Actor, AnyOperation } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import type { Register } from '../../src/register/define.ts'
import { registerOperations } from '../../src/register/operations.ts'
import type { InsertOf } from '../../src/register/row.ts'
import { insertRows } from '../../src/register/write-store.ts'
import { household, person, villageYear } from '../../src/systems/population/registers/index.ts'
import { addAreas, deskOf, registers, village } from './import.fixture.ts'
import { sheet } from './roster.kit.ts'

let county: TestCounty
let clerk: Actor
const doors = Object.fromEntries(registerOperations({ registers }).map((op) => [op.name, op])) as Record<
  string,
  AnyOperation
>

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor()
  await addAreas(county, clerk)
})
afterAll(() => county.close())

const name = fc.constantFrom(
  '王伟',
  '买买提·艾力',
  '𠮷田',
  '㙍',
  '乾德',
  '欧阳㛃',
  '阿依古丽·吐尔逊',
  '陳小明',
  'A.B. Smith',
)
const area = fc.constantFrom(village, `${village}001`, `${village}006`, '990101102203')
const day = fc.constantFrom('1950-02-28', '1963-07-15', '2000-02-29', '2019-12-31').map((d) => d as Day)
const text = fc.constantFrom(
  '石桥村小学旁',
  '注：低保',
  '0012',
  '3.10',
  '2019.3.5',
  '一组',
  '1,234',
  'a"b',
  '第一行\n第二行',
  '𠮷祥路 5 号',
  '"',
  '合计',
  '是',
  '說明',
)
const phone = fc.integer({ min: 0, max: 99_999_999 }).map((n) => `138${String(n).padStart(8, '0')}`)
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 3 })

const personRow = fc.record({
  name,
  area,
  sex: maybe(fc.constantFrom('male' as const, 'female' as const)),
  birthDate: maybe(day),
  hukou: maybe(fc.constantFrom('agricultural' as const, 'non-agricultural' as const)),
  relation: maybe(fc.constantFrom('head' as const, 'spouse' as const, 'other' as const)),
  phone: maybe(phone),
  bankCard: maybe(fc.constant(bankCard('621700000000000001'))),
  education: maybe(fc.constantFrom('none' as const, 'bachelor' as const)),
  health: maybe(fc.constantFrom('healthy' as const, 'disabled' as const)),
  home: maybe(fc.constantFrom(0, 1)),
  note: maybe(text),
})

async function emptied(): Promise<void> {
  await county.db.ownerPool.query(
    'truncate c990101.import_row, c990101.import_block, c990101.import_link, c990101.import_batch, c990101.person, c990101.household, c990101.village_year cascade',
  )
}

/** Exports the whole register and stages the file again; the counts of the classes. */
async function again(register: Register): Promise<Record<string, number>> {
  const made = (await county.call(clerk, doors['register.export'] as AnyOperation, {
    register: register.name,
  })) as { fileId: number }
  const desk = deskOf(county, clerk)
  const { importId } = await desk.call<{ importId: number }>('import.upload', {
    fileId: made.fileId,
    register: register.name,
  })
  await desk.call('import.map', { importId })
  const { counts, reasons } = await desk.call<{
    counts: Record<string, number>
    reasons: { code: string }[]
  }>('import.get', { importId })
  if (Object.keys(counts).some((kind) => kind !== 'unchanged')) {
    const { rows } = await desk.call<{ rows: unknown[] }>('import.rows', { importId })
    throw new Error(JSON.stringify({ counts, reasons, rows }, null, 1))
  }
  return counts
}

describe('importing an export', () => {
  it('changes no person', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(personRow, { minLength: 1, maxLength: 6 }), async (rows) => {
        await emptied()
        const homes = await county.run(clerk, (ctx) =>
          insertRows(ctx, household, [
            { number: '0001', headName: '王伟', area: village },
            { number: '0002', headName: '王伟', area: village },
          ]),
        )
        const numbered = rows.map(({ home, ...row }, at) => {
          const birth = row.birthDate ?? ('1980-05-05' as Day)
          return {
            ...row,
            ...(home === undefined ? {} : { household: homes[home] }),
            idNumber: residentId('990101', birth, 2 * at + (row.sex === 'female' ? 2 : 1)),
          }
        })
        await county.run(clerk, (ctx) => insertRows(ctx, person, numbered as InsertOf<typeof person>[]))
        expect(await again(person)).toEqual({ unchanged: rows.length })
      }),
      { numRuns: 25 },
    )
  })

  it('changes no household, with money, land, choices and booleans', { timeout: 120_000 }, async () => {
    const row = fc.record({
      headName: name,
      area,
      address: maybe(text),
      members: maybe(fc.integer({ min: 0, max: 12 })),
      poverty: maybe(fc.constantFrom('none' as const, 'lifted' as const)),
      water: maybe(fc.boolean()),
      contracted: maybe(
        fc
          .integer({ min: 0, max: 9_999 })
          .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`),
      ),
      note: maybe(text),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        await emptied()
        const given = rows.map((one, at) => ({
          ...one,
          number: `103201${String(at).padStart(4, '0')}`,
          contracted:
            one.contracted === undefined
              ? undefined
              : household.fields.contracted.kind.parse(one.contracted, household.fields.contracted),
        }))
        const values = given.map(({ contracted, ...one }) => ({
          ...one,
          ...(contracted?.ok && contracted.value !== null ? { contracted: contracted.value } : {}),
        }))
        await county.run(clerk, (ctx) => insertRows(ctx, household, values as InsertOf<typeof household>[]))
        expect(await again(household)).toEqual({ unchanged: rows.length })
      }),
      { numRuns: 15 },
    )
  })

  it('changes no child row: the owner is in the file', async () => {
    await emptied()
    const owner = await county.db.ownerPool.query('select id from c990101.area where code = $1', [village])
    await county.run(clerk, (ctx) =>
      insertRows(ctx, villageYear, [
        { ownerId: owner.rows[0].id, year: 2019, population: 1234, labour: 800 },
      ]),
    )
    expect(await again(villageYear)).toEqual({ unchanged: 1 })
  })

  it('of what was imported changes nothing, and the counts of staging add up', {
    timeout: 120_000,
  }, async () => {
    const row = fc.record({
      name,
      group: fc.constantFrom('一组', '6组', '第二村民小组', '七组', '石桥村三组'),
      birth: fc.constantFrom('1963.7.15', '63年7月15日', '1963年7月', '去年', '', '1950-02-28'),
      phone: fc.constantFrom('13800000001', '138****0001', '1380000', ''),
      relation: fc.constantFrom('长子', '儿媳', '户主', '邻居', ''),
      numbered: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        await emptied()
        const desk = deskOf(county, clerk)
        const cells = rows.map((one, at) => [
          one.name,
          one.numbered ? residentId('990101', '1963-07-15' as Day, 2 * at + 1) : '',
          one.group,
          one.birth,
          one.phone,
          one.relation,
        ])
        const heads = ['姓名', '身份证号', '村民小组', '出生日期', '联系电话', '与户主关系']
        const importId = await desk.stage(await sheet([heads, ...cells]), '名册.xlsx')
        const { counts } = await desk.call<{ counts: Record<string, number> }>('import.get', { importId })
        expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(rows.length)
        if (!counts.new) return
        await desk.merge(importId)
        expect(await again(person)).toEqual({ unchanged: counts.new })
      }),
      { numRuns: 12 },
    )
  })
})
