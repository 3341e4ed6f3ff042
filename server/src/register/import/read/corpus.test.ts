/** The same files read by our reader, by exceljs and by SheetJS, cell by cell. */
import xlsx from '@e965/xlsx'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allRows } from './all-rows.fixture.ts'
import { readWorkbook } from './index.ts'
import type { SheetRow } from './workbook.ts'
import { columnName } from './workbook.ts'

type Plain = string | number | boolean | { day: string } | null

/** Texts that sheets really carry: rare characters, entities, blanks at the ends, line breaks. */
const cellText = fc.oneof(
  fc.constantFrom(
    '𠮷田',
    '㙍',
    '王·买买提',
    'a<b&"c"',
    ' 前后 ',
    '第一行\n第二行',
    '０１２３',
    '_x0041_',
    '2019.12.31',
    "'0123",
    '=1+1',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((s) => !/[\p{Cc}\p{Cs}\ufffe\uffff_]/u.test(s)),
)
const cellValue: fc.Arbitrary<Plain> = fc.oneof(
  fc.constant(null),
  cellText,
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => Number(n.toPrecision(12)) || 0),
  fc.boolean(),
  fc
    .integer({ min: 61, max: 60_000 })
    .map((n) => ({ day: new Date(Date.UTC(1899, 11, 30) + n * 86_400_000).toISOString().slice(0, 10) })),
)
const grid = fc.array(fc.array(cellValue, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })

function byAddress(rows: readonly SheetRow[]): Record<string, Plain> {
  const cells: Record<string, Plain> = {}
  for (const row of rows)
    row.cells.forEach((cell, at) => {
      if (!cell || cell.merged === 'rest') return
      const { value, text } = cell
      cells[`${columnName(at)}${row.number}`] =
        typeof value === 'object' && value !== null ? { day: text } : value
    })
  return cells
}

function ofExceljs(page: exceljs.Worksheet): Record<string, Plain> {
  const cells: Record<string, Plain> = {}
  page.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.isMerged && cell.master.address !== cell.address) return
      const { value } = cell
      if (value === null || value === undefined || value === '') return
      cells[cell.address] =
        value instanceof Date ? { day: value.toISOString().slice(0, 10) } : (value as Plain)
    }),
  )
  return cells
}

function ofSheetJs(page: xlsx.WorkSheet): Record<string, Plain> {
  const cells: Record<string, Plain> = {}
  for (const [address, cell] of Object.entries(page)) {
    if (address.startsWith('!') || cell.v === undefined || cell.v === '') continue
    const isDay = cell.t === 'n' && /y/.test(String(cell.z ?? ''))
    cells[address] = isDay ? { day: xlsx.SSF.format('yyyy-mm-dd', cell.v) } : (cell.v as Plain)
  }
  return cells
}

async function writeExceljs(rows: Plain[][]): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const page = book.addWorksheet('表')
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      const cell = page.getCell(r + 1, c + 1)
      if (value !== null && typeof value === 'object') {
        cell.value = new Date(`${value.day}T00:00:00Z`)
        cell.numFmt = 'yyyy-mm-dd'
      } else cell.value = value
    })
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}

function writeSheetJs(rows: Plain[][], bookType: 'xlsx' | 'biff8'): Buffer {
  const page: xlsx.WorkSheet = {}
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value !== null) page[`${columnName(c)}${r + 1}`] = sheetJsCell(value)
    })
  })
  page['!ref'] = `A1:${columnName(Math.max(...rows.map((row) => row.length)) - 1)}${rows.length}`
  return xlsx.write({ SheetNames: ['表'], Sheets: { 表: page } }, { bookType, type: 'buffer' })
}

function sheetJsCell(value: Exclude<Plain, null>): xlsx.CellObject {
  if (typeof value === 'object') {
    const serial = (Date.parse(`${value.day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
    return { t: 'n', v: serial, z: 'yyyy-mm-dd' }
  }
  if (typeof value === 'number') return { t: 'n', v: value }
  return typeof value === 'boolean' ? { t: 'b', v: value } : { t: 's', v: value }
}

const ours = async (bytes: Buffer, name: string) => byAddress(await allRows(await readWorkbook(bytes, name)))

describe('our reader against exceljs and SheetJS, cell by cell', () => {
  it('agrees on files that exceljs wrote', async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const bytes = await writeExceljs(rows)
        const book = new exceljs.Workbook()
        await book.xlsx.load(bytes as unknown as ArrayBuffer)
        const read = await ours(bytes, 'a.xlsx')
        expect(read).toEqual(ofExceljs(book.worksheets[0] as exceljs.Worksheet))
        expect(read).toEqual(ofSheetJs(xlsx.read(bytes, { cellNF: true }).Sheets.表 ?? {}))
      }),
      { numRuns: 60 },
    )
  })

  it('agrees on .xlsx and .xls that SheetJS wrote', async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        for (const type of ['xlsx', 'biff8'] as const) {
          const bytes = writeSheetJs(rows, type)
          const name = type === 'xlsx' ? 'a.xlsx' : 'a.xls'
          expect(await ours(bytes, name)).toEqual(
            ofSheetJs(xlsx.read(bytes, { cellNF: true }).Sheets.表 ?? {}),
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  it('agrees on a merged, partly hidden sheet written by the streaming writer', async () => {
    const { PassThrough } = await import('node:stream')
    const chunks: Buffer[] = []
    const out = new PassThrough().on('data', (chunk) => chunks.push(chunk))
    const book = new exceljs.stream.xlsx.WorkbookWriter({
      stream: out,
      useSharedStrings: false,
      useStyles: true,
    })
    const page = book.addWorksheet('表')
    page.getCell('A1').value = '标题'
    page.mergeCells('A1:C1')
    page.getRow(1).commit()
    for (let i = 0; i < 700; i++) page.addRow([`人${i}`, i, i % 2 === 0 ? null : 'x']).commit()
    page.commit()
    await book.commit()
    const bytes = Buffer.concat(chunks)
    const loaded = new exceljs.Workbook()
    await loaded.xlsx.load(bytes as unknown as ArrayBuffer)
    expect(await ours(bytes, 'a.xlsx')).toEqual(ofExceljs(loaded.worksheets[0] as exceljs.Worksheet))
  })
})
