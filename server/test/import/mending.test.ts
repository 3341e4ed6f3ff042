import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readFile } from '#platform'
import type { ImportRow } from '../../src/register/import/operations/show.ts'
import { village } from './import.fixture.ts'
import { at, get, id, openDesk, persons, roster, rows, sheet } from './roster.kit.ts'

openDesk()

describe('mending', () => {
  const table = [
    ['姓名', '身份证号', '村民小组', '手机号'],
    ['王伟', id('1963-07-15', 11), '七组', '13800000001'],
    ['李芳', id('1970-01-02', 22), '一组', '13800000002'],
    ['李芳', id('1970-01-02', 22), '一组', '13800000003'],
    ['李芳', id('1970-01-02', 22), '一组', '13800000002'],
  ]

  it('a row in place lets it in', async () => {
    const importId = await at.desk.stage(await sheet(table), 'a.xlsx')
    expect((await get(importId)).counts).toEqual({ new: 1, rejected: 1, doubtful: 1, skipped: 1 })
    const [bad] = await rows(importId, 'rejected')
    const { row } = await at.desk.call<{ row: ImportRow }>('import.fix', {
      importId,
      rowId: bad?.id,
      values: { area: '六组' },
    })
    expect(row).toMatchObject({ class: 'new', issues: [] })
    await at.desk.merge(importId)
    expect((await persons()).find((one) => one.name === '王伟')?.area).toBe(`${village}006`)
  })

  it('of two rows of one person, the one that is accepted stays', async () => {
    const importId = await at.desk.stage(await sheet(table), 'a.xlsx')
    const [twice] = await rows(importId, 'doubtful')
    expect(twice?.issues[0]?.text.zh).toBe('与第 3 行是同一人，两行写得不一样。请留一行。')
    await at.desk.call('import.fix', { importId, rowId: twice?.id, as: 'accept' })
    expect((await get(importId)).counts).toEqual({ new: 1, rejected: 1, skipped: 2 })
    await at.desk.merge(importId)
    expect((await persons()).find((one) => one.name === '李芳')?.phone).toBe('13800000003')
  })

  it('a row can be left out, and taken in again', async () => {
    const importId = await at.desk.stage(await sheet(table), 'a.xlsx')
    const [good] = await rows(importId, 'new')
    await at.desk.call('import.fix', { importId, rowId: good?.id, as: 'skip' })
    expect((await get(importId)).counts.new).toBeUndefined()
    await at.desk.call('import.fix', { importId, rowId: good?.id, as: 'back' })
    expect((await rows(importId)).find((one) => one.id === good?.id)?.class).toBe('doubtful') // another row says the same person
  })

  it('a household of which nobody goes in is not made: wrong rows, rows left out, rows mended into another', async () => {
    const importId = await at.desk.stage(
      await sheet([
        ['姓名', '身份证号', '户编号', '与户主关系', '村民小组'],
        ['王伟', id('1963-07-15', 11), 'H1', '户主', '一组'],
        ['王小明', id('1990-02-03', 12), 'H1', '子', '七组'],
        ['李芳', id('1970-01-02', 22), 'H2', '户主', '七组'],
        ['张强', id('1971-01-02', 32), 'H3', '户主', '一组'],
        ['赵敏', id('1972-01-02', 42), 'H4', '户主', '一组'],
      ]),
      'a.xlsx',
    )
    expect((await get(importId)).links).toMatchObject([{ register: 'household', count: 3 }])
    const good = await rows(importId, 'new')
    const fix = (name: string, how: object) =>
      at.desk.call('import.fix', {
        importId,
        rowId: good.find((one) => one.shown.name === name)?.id,
        ...how,
      })
    await fix('张强', { as: 'skip' })
    await fix('赵敏', { values: { household: 'H5' } })
    await at.desk.merge(importId)
    const { rows: made } = await at.county.db.ownerPool.query(
      'select number, members from c990101.household order by number',
    )
    expect(made).toEqual([
      { number: 'H1', members: 2 },
      { number: 'H5', members: 1 },
    ])
  })

  it('in Excel: the bad rows come out with their reasons and go in again', async () => {
    const importId = await at.desk.stage(await sheet(table), 'a.xlsx')
    const { fileId, rows: out } = await at.desk.call<{ fileId: number; rows: number }>('import.rejects', {
      importId,
    })
    expect(out).toBe(2)
    await at.desk.merge(importId)
    const file = await at.county.run(at.clerk, ({ tx }) => readFile(tx, fileId))
    const book = new exceljs.Workbook()
    await book.xlsx.load(file.bytes as unknown as ArrayBuffer)
    const page = book.getWorksheet('石桥村')
    expect(page?.getCell('E1').value).toBe('原因')
    expect(page?.getCell('E2').value).toBe(
      '石桥村!C2　石桥村没有“七组”，名册里有一组至六组。请对照户口簿填。',
    )
    if (page) page.getCell('C2').value = '三组'
    page?.spliceRows(3, 1)
    const second = await at.desk.stage(Buffer.from(await book.xlsx.writeBuffer()), 'a（待改）.xlsx')
    expect((await get(second)).counts).toEqual({ new: 1 })
  })

  it('in Excel: titles and merged heads stay as they were, and a mended file goes in without correction', async () => {
    const bytes = await roster([{ row: 2, column: '村民小组', cell: '七组' }])
    const importId = await at.desk.stage(bytes, '花名册.xlsx')
    const { fileId } = await at.desk.call<{ fileId: number }>('import.rejects', { importId })
    await at.desk.merge(importId)
    const file = await at.county.run(at.clerk, ({ tx }) => readFile(tx, fileId))
    const [before, after] = [new exceljs.Workbook(), new exceljs.Workbook()]
    await before.xlsx.load(bytes as unknown as ArrayBuffer)
    await after.xlsx.load(file.bytes as unknown as ArrayBuffer)
    const [was, page] = [before.worksheets[0], after.worksheets[0]]
    for (const address of ['A1', 'A2', 'A3', 'E3', 'E4', 'F4', 'G4', 'K3'])
      expect([address, page?.getCell(address).text]).toEqual([address, was?.getCell(address).text])
    expect(page?.getCell('E3').isMerged).toBe(true)
    expect([page?.getCell('L4').value, page?.rowCount]).toEqual(['原因', 5])
    if (page) page.getCell('I5').value = '三组'
    const second = await at.desk.stage(Buffer.from(await after.xlsx.writeBuffer()), '花名册（待改）.xlsx')
    expect((await get(second)).counts).toEqual({ new: 1 })
    await at.desk.merge(second)
    expect(await persons()).toHaveLength(40)
  })

  it('a heading that was corrected is remembered for the office', async () => {
    const own = [
      ['姓名', '身份证号', '宅电'],
      ['王伟', id('1963-07-15', 11), '13800000001'],
    ]
    const importId = await at.desk.upload(await sheet(own), 'a.xlsx')
    expect((await get(importId)).sheets[0]?.columns[2]).toMatchObject({ target: ':note', how: 'none' })
    await at.desk.call('import.map', { importId, sheets: [{ name: '石桥村', columns: { C: 'phone' } }] })
    expect((await rows(importId))[0]?.shown.phone).toBe('13800000001')
    const next = await at.desk.upload(await sheet(own), 'b.xlsx')
    expect((await get(next)).sheets[0]?.columns[2]).toMatchObject({ target: 'phone', how: 'remembered' })
  })

  it('two columns for one field, or none for the identity, are refused with the columns', async () => {
    const importId = await at.desk.upload(
      await sheet([
        ['姓名', '手机', '电话'],
        ['王伟', '1', '2'],
      ]),
      'a.xlsx',
    )
    const map = (columns: object) =>
      at.desk.call('import.map', { importId, sheets: [{ name: '石桥村', columns }] })
    await expect(map({ B: 'phone', C: 'phone' })).rejects.toMatchObject({
      code: 'import.twoColumns',
      details: { columns: ['B', 'C'] },
    })
    await expect(map({ A: ':note' })).rejects.toMatchObject({ code: 'import.noIdentity' })
    await expect(map({ A: 'shoeSize' })).rejects.toMatchObject({ code: 'import.noTarget' })
  })
})
