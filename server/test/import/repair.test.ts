/** Repairs that are proposed and done to all of a kind; what a row that means an entry of the register need not say. */
import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel'
import { insertRow } from '#register'
import type { ImportRow } from '../../src/register/import/operations/show.ts'
import { household, person } from '../../src/systems/population/registers/index.ts'
import { idOf, misspelt } from './corpus/nasty.ts'
import { byExceljs } from './corpus/writers.ts'
import { village } from './import.fixture.ts'
import { at, get, id, openDesk, persons, rows, sheet } from './roster.kit.ts'

openDesk()

const alike = (input: object) => at.desk.call<{ rows: number; left: number }>('import.fixAlike', input)
const fix = (input: object) => at.desk.call<{ row: ImportRow }>('import.fix', input)

describe('repairs', () => {
  const table = [
    ['姓名', '身份证号', '村民小组', '与户主关系'],
    ['王伟', id('1963-07-15', 11), '七组', '户主'],
    ['李芳', id('1970-01-02', 22), '七组', '其他子'],
    ['张敏', id('1980-03-03', 33), '九组', '户主'],
  ]

  it('are proposed where something is near: the last group, choices of the same characters; never a number', async () => {
    const importId = await at.desk.stage(await sheet(table), 'a.xlsx')
    const told = (await rows(importId)).map(({ issues }) =>
      issues.flatMap(({ proposals }) => proposals.map(({ text, value }) => [text.zh, value])),
    )
    expect(told).toEqual([
      [['改为六组', '柳溪镇石桥村六组']],
      [
        ['改为子女', '子女'],
        ['改为孙子女', '孙子女'],
        ['改为其他', '其他'],
        ['改为六组', '柳溪镇石桥村六组'],
      ],
      [],
    ])
  })

  it('of one row are done to all rows with the same fault and the same text, and to no other', async () => {
    const importId = await at.desk.stage(await sheet(table), 'a.xlsx')
    const [first] = await rows(importId)
    const [issue] = first?.issues ?? []
    const [proposed] = issue?.proposals ?? []
    const done = await alike({
      importId,
      rowId: first?.id,
      code: issue?.code,
      values: { [proposed?.field ?? '']: proposed?.value },
    })
    expect(done).toEqual({ rows: 2, left: 0 })
    expect((await rows(importId)).map((row) => [row.class, row.shown.area])).toEqual([
      ['new', '柳溪镇 石桥村 六组'],
      ['rejected', '柳溪镇 石桥村 六组'],
      ['rejected', '九组'],
    ])
    expect((await get(importId)).reasons.map(({ code, count }) => [code, count])).toEqual([
      ['unknownArea', 1],
      ['unreadable:relation', 1],
    ])
  })

  it('accept or leave out all of a kind', async () => {
    const bytes = await byExceljs([
      {
        rows: table.map((row) => [row[0] ?? null, row[1] ?? null]),
        look: (page) => {
          page.getRow(2).hidden = true
          page.getRow(4).hidden = true
        },
      },
    ])
    const importId = await at.desk.stage(bytes, 'a.xlsx')
    expect((await get(importId)).counts).toEqual({ doubtful: 2, new: 1 })
    const [first] = await rows(importId)
    expect(await alike({ importId, rowId: first?.id, code: 'hiddenRow', as: 'accept' })).toEqual({
      rows: 2,
      left: 0,
    })
    expect((await get(importId)).counts).toEqual({ new: 3 })
  })

  it('of a value leave the question about the row: a struck row stays asked about until it is accepted', async () => {
    const bytes = await byExceljs([
      {
        rows: [
          ['姓名', '身份证号', '村民小组'],
          ['王伟', id('1963-07-15', 11), '七组'],
        ],
        look: (page) => {
          for (const address of ['A2', 'B2', 'C2']) page.getCell(address).font = { strike: true }
        },
      },
    ])
    const importId = await at.desk.stage(bytes, 'a.xlsx')
    const [row] = await rows(importId)
    const mended = await fix({ importId, rowId: row?.id, values: { area: '六组' } })
    expect(mended.row).toMatchObject({ class: 'doubtful', issues: [{ code: 'struck' }] })
    expect((await fix({ importId, rowId: row?.id, as: 'accept' })).row.class).toBe('new')
  })

  it('of a row below 一组 keep it there', async () => {
    const importId = await at.desk.stage(
      await sheet([['姓名', '身份证号', '联系电话'], ['二组'], ['王伟', id('1963-07-15', 11), '1380000']]),
      'a.xlsx',
    )
    const [row] = await rows(importId)
    const mended = await fix({ importId, rowId: row?.id, values: { phone: '13800000001' } })
    expect(mended.row).toMatchObject({ class: 'new', shown: { area: '柳溪镇 石桥村 二组' } })
  })

  it('are in the unit of the field, whatever the heading states', async () => {
    const importId = await at.desk.stage(
      await sheet([
        ['户号', '户主', '村民小组', '承包地（公顷）'],
        ['0001', '王伟', '一组', '好几亩'],
      ]),
      'a.xlsx',
      'household',
    )
    const [row] = await rows(importId)
    expect(row?.class).toBe('rejected')
    const mended = await fix({ importId, rowId: row?.id, values: { contracted: '3.5' } })
    expect(mended.row).toMatchObject({ class: 'new', shown: { contracted: '3.5' } })
  })
})

describe('a row that means an entry of the register', () => {
  it('need not say again what the register demands of a new one', async () => {
    const number = id('1963-07-15', 11)
    await at.county.run(at.clerk, (ctx) =>
      insertRow(ctx, person, {
        name: '王伟',
        idNumber: number,
        area: `${village}001`,
        birthDate: '1963-07-15' as Day,
      }),
    )
    const importId = await at.desk.stage(
      await sheet(
        [
          ['身份证号', '联系电话'],
          [number, '13800000001'],
          [id('1970-01-02', 22), '13800000002'],
        ],
        '电话',
      ),
      'a.xlsx',
    )
    expect(
      (await rows(importId)).map((row) => [row.class, row.changed, row.issues.map(({ code }) => code)]),
    ).toEqual([
      ['changed', ['phone'], []],
      ['rejected', expect.any(Array), ['missing:name', 'missing:area']],
    ])
    await at.desk.merge(importId)
    expect(await persons()).toMatchObject([{ name: '王伟', area: `${village}001`, phone: '13800000001' }])
  })

  it('by a household number changes the household alone', async () => {
    await at.county.run(at.clerk, (ctx) =>
      insertRow(ctx, household, { number: '0001', headName: '王伟', area: `${village}001` }),
    )
    const importId = await at.desk.stage(
      await sheet(
        [
          ['户号', '承包地'],
          ['0001', 3.5],
        ],
        '地',
      ),
      'a.xlsx',
      'household',
    )
    expect((await rows(importId))[0]).toMatchObject({ class: 'changed', changed: ['contracted'], issues: [] })
  })
})

describe('what rows belong to', () => {
  it('a wrong check digit in the number of a person is named', async () => {
    const wrong = misspelt(idOf('19630715', 11))
    const importId = await at.desk.stage(
      await sheet([
        ['身份证号', '用人单位', '就业形式', '起日'],
        [wrong, '甲厂', '单位就业', '2023-09-05'],
        [idOf('19630715', 13), '甲厂', '单位就业', '2023-09-05'],
      ]),
      'a.xlsx',
      'employmentSpell',
    )
    expect((await rows(importId)).map(({ issues }) => issues.map(({ text }) => text.zh))).toEqual([
      ['证件号末位校验不符，有一位填错了。请对照证件填写。'],
      [`“人员”里没有“${idOf('19630715', 13)}”。请对照名册填，或先登记它。`],
    ])
  })

  it('village welfare comes in by place and first day', async () => {
    const importId = await at.desk.stage(
      await sheet(
        [
          ['乡镇', '村', '起日', '男起始年龄', '女起始年龄', '每人每月'],
          ['柳溪镇', '石桥村', '2019-01-01', 60, 55, 100],
        ],
        '福利',
      ),
      'a.xlsx',
      'villageWelfare',
    )
    expect((await rows(importId))[0]).toMatchObject({
      class: 'new',
      issues: [],
      shown: { maleFrom: '60', monthly: '100.00' },
    })
    await at.desk.merge(importId)
    expect((await get(importId)).state).toBe('done')
  })
})
