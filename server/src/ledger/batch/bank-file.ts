/** The list that a bank reads: CSV in GB18030 or UTF-8, or Excel, with batch number, count and sum in its head (OF-09). */

import ExcelJS from 'exceljs'
import type { Fen } from '#kernel'
import { sumFen, yuanText } from '#kernel'
import { encodeGb18030 } from './gb18030.ts'

export type BankLine = {
  line: number
  cardName: string
  card: string
  bank: string
  amount: Fen
  name: string
}
export type BankList = { number: string; item: string; lines: readonly BankLine[] }
export type BankFormat = 'csv-gb18030' | 'csv-utf8' | 'xlsx'

export const listHead = ['序号', '户名', '账号', '开户行', '金额', '备注'] as const

/** Rows of the file, cells as text; amounts in yuan. */
function rows({ number, item, lines }: BankList): string[][] {
  const total = yuanText(sumFen(lines.map((line) => line.amount)))
  return [
    ['批次号', number, '总笔数', String(lines.length), '总金额', total],
    [...listHead],
    ...lines.map((one) => [String(one.line), one.cardName, one.card, one.bank, yuanText(one.amount), item]),
  ]
}

/** The bytes of the file. */
export async function bankFile(
  list: BankList,
  format: BankFormat,
): Promise<{ name: string; mime: string; bytes: Buffer }> {
  if (format === 'xlsx')
    return { name: `${list.number}.xlsx`, mime: xlsxMime, bytes: await workbook(rows(list)) }
  const text = `${rows(list)
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n')}\r\n`
  const bytes = format === 'csv-gb18030' ? encodeGb18030(text) : Buffer.from(`\ufeff${text}`, 'utf8')
  return { name: `${list.number}.csv`, mime: `text/csv; charset=${format.slice(4)}`, bytes }
}

const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function workbook(cells: string[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('代发清单')
  // Text cells throughout: a card number as a number loses its last digits.
  for (const row of cells)
    sheet.addRow(row).eachCell((cell) => {
      cell.numFmt = '@'
    })
  sheet.columns.forEach((column, i) => {
    column.width = [8, 16, 24, 20, 14, 20][i] ?? 12
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** A cell of a CSV; a formula sign at the start is disarmed. */
function quoted(cell: string): string {
  const safe = /^[=+@\t]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
