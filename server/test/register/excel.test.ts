/** What goes out to Excel, read back with another program. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, residentId } from '#kernel'
import type { Actor, AnyOperation } from '#platform'
import { readFile } from '#platform'
import { systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { bookWriter } from '../../src/register/excel/book.ts'
import { registerOperations } from '../../src/register/operations.ts'
import { insertRow, insertRows } from '../../src/register/write-store.ts'
import { landTake, protectedPerson } from '../../src/systems/land-security/registers/index.ts'
import { area, household, person } from '../../src/systems/population/registers/index.ts'

let county: TestCounty
let clerk: Actor
const doors = Object.fromEntries(
  registerOperations({ registers: systems.flatMap((s) => s.registers ?? []) }).map((op) => [op.name, op]),
) as Record<string, AnyOperation>
const group = '990101103201003'
const idNumber = residentId('990101', day('1968-06-12'), 264)

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor()
  await county.run(clerk, async (ctx) => {
    await insertRows(ctx, area, [
      { code: '990101103', name: '柳溪镇', level: 'township' },
      { code: '990101103201', name: '石桥村', level: 'village' },
      { code: group, name: '三组', level: 'group' },
    ])
    const home = await insertRow(ctx, household, {
      number: 'H-07',
      headName: '吴长顺',
      area: group,
      contracted: '2.36',
    })
    const who = await insertRow(ctx, person, {
      name: '周桂枝',
      area: group,
      idNumber,
      household: home.id,
      phone: '13800004071',
      hukou: 'agricultural',
      bankName: '=cmd|x',
      note: '㙍𠮷 & <b>',
    })
    await insertRow(ctx, person, { name: '韦明贵', area: group, raw: { birthDate: '1963-07' } })
    const take = await insertRow(ctx, landTake, {
      name: '石桥地块',
      area: '990101103201',
      takenOn: day('2023-06-30'),
      basePerPerson: 5_000_000 as never,
    })
    await insertRow(ctx, protectedPerson, {
      ownerId: take.id,
      person: who.id,
      landLost: '2.36',
      subsidy: 123_456 as never,
    })
  })
})
afterAll(() => county.close())

async function sheetOf(actor: Actor, name: string, input: object) {
  const { fileId } = (await county.call(actor, doors[name] as AnyOperation, input)) as { fileId: number }
  const { bytes } = await county.run(actor, (ctx) => readFile(ctx.tx, fileId))
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book
}

function table(sheet: exceljs.Worksheet | undefined, headRow = 1): Record<string, unknown>[] {
  const heads = (sheet?.getRow(headRow).values as string[]) ?? []
  const rows: Record<string, unknown>[] = []
  sheet?.eachRow((row, n) => {
    if (n > headRow)
      rows.push(
        Object.fromEntries(
          heads.map((h, i) => [h, row.getCell(i).value]).filter(([, v]) => v !== null && v !== undefined),
        ),
      )
  })
  return rows
}

test('persons go out with names for codes, numbers as text, kept texts for unknown values', async () => {
  const book = await sheetOf(clerk, 'register.export', { register: 'person' })
  const rows = table(book.getWorksheet('人员'))
  expect(rows[0]).toMatchObject({
    姓名: '周桂枝',
    证件号: idNumber,
    村组: '柳溪镇 石桥村 三组',
    户主: '吴长顺',
    户号: 'H-07',
    户口: '农业',
    出生日期: '1968-06-12',
    开户行: '=cmd|x',
    备注: '㙍𠮷 & <b>',
  })
  expect(rows[1]).toMatchObject({ 姓名: '韦明贵', 出生日期: '1963-07' })
  expect(book.getWorksheet('说明')?.getCell('A1').value).toBe('人员，2 行。')
})

test('money and areas are numbers with their format; a listed person goes with name and number', async () => {
  const book = await sheetOf(clerk, 'register.export', { register: 'protectedPerson' })
  const sheet = book.getWorksheet('保障对象')
  expect(table(sheet)[0]).toMatchObject({
    项目名称: '石桥地块',
    姓名: '周桂枝',
    证件号: idNumber,
    被征面积: 2.36,
    个人安置补助费: 1234.56,
  })
  const heads = sheet?.getRow(1).values as string[]
  expect(sheet?.getRow(2).getCell(heads.indexOf('个人安置补助费')).numFmt).toBe('#,##0.00')
})

test('what is hidden goes out hidden, through references too, and the file says so', async () => {
  const blind = county.actor({ sees: [] })
  for (const register of ['person', 'protectedPerson']) {
    const book = await sheetOf(blind, 'register.export', { register })
    expect(table(book.worksheets[0])[0]).toMatchObject({
      证件号: '990101********2648'.slice(0, 14) + idNumber.slice(-4),
    })
  }
  const book = await sheetOf(blind, 'register.export', {
    register: 'person',
    filter: [{ field: 'name', op: 'eq', value: '周桂枝' }],
  })
  expect(table(book.worksheets[0])[0]).toMatchObject({ 电话: '138****4071' })
  expect(book.getWorksheet('说明')?.getCell('A3').value).toContain('证件号、电话')
  const kept = await county.db.ownerPool.query(
    `select body from c990101.audit_record where operation = 'register.export' and kind = 'export' order by seq desc limit 1`,
  )
  expect(kept.rows[0].body).toContain('导出人员 1 行')
})

test('the empty form has headings, lists for choices, and a line that says how', async () => {
  const book = await sheetOf(clerk, 'register.template', { register: 'person' })
  const [sheet] = book.worksheets
  expect(String(sheet?.getCell('A2').value)).toMatch(/^填表说明：.*周桂枝.*990101196806122/)
  const heads = sheet?.getRow(3).values as string[]
  expect(heads).toContain('户口')
  expect(sheet?.getRow(4).getCell(heads.indexOf('户口')).dataValidation).toMatchObject({
    type: 'list',
    formulae: ['"农业,非农业"'],
  })
})

test('a hundred thousand rows are written without holding them', async () => {
  const book = bookWriter({
    name: '表',
    columns: [
      { heading: '序号', width: 8, format: '0', number: true },
      { heading: '姓名', width: 8, format: '@', number: false },
    ],
    notes: [],
  })
  const pieces: Buffer[] = []
  for (let i = 0; i < 100_000; i++) {
    book.row([i, '周桂枝'])
    if (i % 1_000 === 999) pieces.push(await book.take())
  }
  expect(pieces.filter((piece) => piece.length > 10_000).length).toBeGreaterThan(3)
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(500_000)
  const bytes = Buffer.concat([...pieces, await book.finish()])
  expect(bytes.length).toBeLessThan(3_000_000)
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
})
