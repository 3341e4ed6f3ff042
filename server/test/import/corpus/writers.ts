/** The writers of the corpus: exceljs for .xlsx with looks, SheetJS for .xlsx and .xls, own ones for text files. */
import xlsx from '@e965/xlsx'
import exceljs from 'exceljs'
import type { Given } from './nasty.ts'

export type Page = {
  name?: string
  rows: Given[][]
  merges?: string[]
  look?: (page: exceljs.Worksheet) => void
}

/** An .xlsx by exceljs; `look` may hide, strike and format. */
export async function byExceljs(pages: Page[], { date1904 = false } = {}): Promise<Buffer> {
  const book = new exceljs.Workbook()
  book.properties.date1904 = date1904
  for (const { name = '石桥村', rows, merges = [], look } of pages) {
    const page = book.addWorksheet(name)
    rows.forEach((row, at) => {
      page.getRow(at + 1).values = row as exceljs.CellValue[]
    })
    for (const merge of merges) page.mergeCells(merge)
    look?.(page)
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The same by SheetJS, as .xlsx or as the old .xls. */
export function bySheetJs(
  pages: Page[],
  bookType: 'xlsx' | 'biff8',
  look?: (page: xlsx.WorkSheet, book: xlsx.WorkBook) => void,
): Buffer {
  const book = xlsx.utils.book_new()
  for (const { name = '石桥村', rows, merges = [] } of pages) {
    const page = xlsx.utils.aoa_to_sheet(rows)
    page['!merges'] = merges.map((merge) => xlsx.utils.decode_range(merge))
    look?.(page, book)
    xlsx.utils.book_append_sheet(book, page, name)
  }
  return xlsx.write(book, { bookType, type: 'buffer' }) as Buffer
}

export type Written = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'gb18030'

export function csvText(rows: Given[][], separator = ','): string {
  const cell = (value: Given) => {
    const text = value === null ? '' : String(value)
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return rows.map((row) => row.map(cell).join(separator)).join('\r\n')
}

export function encoded(text: string, as: Written): Buffer {
  if (as === 'utf-8') return Buffer.from(text)
  if (as === 'utf-8 with mark') return Buffer.from(`\ufeff${text}`)
  if (as === 'gb18030') return gb18030(text)
  const little = Buffer.from(`\ufeff${text}`, 'utf16le')
  return as === 'utf-16le' ? little : little.swap16()
}

let pairs: Map<string, number> | undefined

/** Node decodes GB18030 but does not encode it: two bytes by asking the decoder, four bytes by the formula of the standard. */
function gb18030(text: string): Buffer {
  pairs ??= twoBytes()
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const pair = pairs.get(char)
    if (code < 0x80) bytes.push(code)
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 255)
    else if (code >= 0x10000) bytes.push(...fourBytes(code - 0x10000))
    else throw new Error(`${char} has no two bytes`)
  }
  return Buffer.from(bytes)
}

function twoBytes(): Map<string, number> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, number>()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = decoder.decode(Buffer.from([high, low]))
      if ([...char].length === 1 && char !== '\ufffd') found.set(char, (high << 8) | low)
    }
  return found
}

function fourBytes(n: number): number[] {
  return [
    0x90 + Math.floor(n / 12_600),
    0x30 + (Math.floor(n / 1260) % 10),
    0x81 + (Math.floor(n / 10) % 126),
    0x30 + (n % 10),
  ]
}
