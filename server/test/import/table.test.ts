import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../src/register/import/read/index.ts'
import { findHead } from '../../src/register/import/table/find-head.ts'
import { headKey } from '../../src/register/import/table/head-text.ts'
import type { TableRow } from '../../src/register/import/table/table.ts'
import { firstRows, tableRows } from '../../src/register/import/table/table.ts'
import { demoPeople, newIssuer } from '../../src/systems/population/demo/people.ts'
import { personRoster } from '../../src/systems/population/demo/person-roster.ts'

const words = new Set([
  '姓名',
  '性别',
  '出生日期',
  '公民身份号码',
  '村民小组',
  '联系电话',
  '备注',
  '户编号',
  '与户主关系',
  '户口性质',
])
const known = (key: string) => words.has(key)

async function sheetOf(rows: (string | number | null)[][], merges: string[] = []) {
  const book = new exceljs.Workbook()
  const page = book.addWorksheet('石桥村')
  rows.forEach((row, at) => {
    page.getRow(at + 1).values = row
  })
  for (const merge of merges) page.mergeCells(merge)
  const { sheets } = await readWorkbook(Buffer.from(await book.xlsx.writeBuffer()), 'a.xlsx')
  const [sheet] = sheets
  if (!sheet) throw new Error('one sheet')
  return sheet
}

async function rolesOf(sheet: Awaited<ReturnType<typeof sheetOf>>) {
  const head = findHead(await firstRows(sheet), known)
  if (!head) throw new Error('a head')
  const rows: TableRow[] = []
  for await (const batch of tableRows(sheet, head)) rows.push(...batch)
  return { head, rows }
}

describe('the table in a sheet', () => {
  it('is found under title lines and a two-line merged head, in a roster as an office sends it', async () => {
    const village = { code: '990101103201', name: '石桥村', population: 12, labour: 6 }
    const people = demoPeople(village, newIssuer())
    const { sheets } = await readWorkbook(await personRoster([{ village, people }]), 'r.xlsx')
    const [sheet] = sheets
    if (!sheet) throw new Error('one sheet')
    const { head, rows } = await rolesOf(sheet)
    expect([head.top, head.bottom]).toEqual([3, 4])
    expect(head.columns.map(({ path }) => path.join('·'))).toEqual([
      '序号',
      '户编号',
      '与户主关系',
      '姓名',
      '公民身份信息·性别',
      '公民身份信息·出生日期',
      '公民身份信息·公民身份号码',
      '户口性质',
      '村民小组',
      '联系电话',
      '备注',
    ])
    expect(head.titles[0]).toBe('石桥村户籍人口花名册')
    const roles = rows.map(({ role }) => role)
    expect(roles.filter((role) => role === 'data')).toHaveLength(12)
    expect(roles.slice(12)).toEqual(['sum', 'note', 'note'])
  })

  it('has a head of three lines', async () => {
    const sheet = await sheetOf(
      [
        ['花名册'],
        ['姓名', '基本情况', null, null],
        [null, '证件', null, '性别'],
        [null, '公民身份号码', '联系电话', null],
        ['王伟', '990101196307151234', '13800000000', '男'],
      ],
      ['A1:D1', 'A2:A4', 'B2:D2', 'B3:C3', 'D3:D4'],
    )
    const { head, rows } = await rolesOf(sheet)
    expect([head.top, head.bottom]).toEqual([2, 4])
    expect(head.columns.map(({ path }) => path)).toEqual([
      ['姓名'],
      ['基本情况', '证件', '公民身份号码'],
      ['基本情况', '证件', '联系电话'],
      ['基本情况', '性别'],
    ])
    expect(rows.map(({ role }) => role)).toEqual(['data'])
  })

  it('knows sums, blanks, repeated heads, sections and notes between the rows', async () => {
    const sheet = await sheetOf([
      ['姓名', '性别', '公民身份号码'],
      ['一组'],
      ['王伟', '男', '990101196307151234'],
      ['小 计', null, 1],
      [],
      ['姓名', '性别', '公民身份号码'],
      ['二组'],
      ['李芳', '女', '990101196307151244'],
      ['合计：', null, 2],
      ['填表人：张三', null, '审核人：李四'],
      ['石桥村'],
    ])
    const { rows } = await rolesOf(sheet)
    expect(rows.map(({ role }) => role)).toEqual([
      'section',
      'data',
      'sum',
      'head',
      'section',
      'data',
      'sum',
      'note',
      'note',
    ])
    expect(rows.filter(({ role }) => role === 'data').map(({ section }) => section)).toEqual(['一组', '二组'])
  })

  it('keeps a row that has lost most of its cells: it is a person, not a note', async () => {
    const sheet = await sheetOf([
      ['序号', '姓名', '性别', '公民身份号码'],
      [1, '王伟', null, null],
      [2, null, null, '990101196307151234'],
    ])
    const { rows } = await rolesOf(sheet)
    expect(rows.map(({ role }) => role)).toEqual(['data', 'data'])
  })

  it('compares headings without blanks, remarks and traditional characters', () => {
    expect(headKey('公民 身份\n号码（18位）')).toBe('公民身份号码')
    expect(headKey('姓　名：')).toBe('姓名')
    expect(headKey('聯繫電話')).toBe('联系电话')
  })

  it('is not there in a sheet of prose', async () => {
    const sheet = await sheetOf([['关于报送名册的通知'], ['各村：请按时报送。']])
    expect(findHead(await firstRows(sheet), known)).toBeNull()
  })
})
