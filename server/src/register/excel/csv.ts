/** A table as CSV: UTF-8 with BOM, as Excel reads it; lines end with CR LF. */
import type { BookCell, BookWriter } from './book.ts'

/** A spreadsheet would take a text that begins so for a formula and run it. */
const formula = /^[=+\-@\t\r]/
const quoting = /[",\r\n]/

/** Text is guarded against being run as a formula by a quotation mark before it, as a spreadsheet itself writes it. */
export function csvWriter(headings: readonly string[]): BookWriter {
  let text = `\ufeff${lineOf(headings)}`
  const take = async () => {
    const bytes = Buffer.from(text, 'utf8')
    text = ''
    return bytes
  }
  const row = (cells: readonly BookCell[]) => {
    text += lineOf(cells)
  }
  return { row, take, finish: take }
}

function lineOf(cells: readonly BookCell[]): string {
  let line = ''
  for (let i = 0; i < cells.length; i++) line += (i > 0 ? ',' : '') + cellText(cells[i] ?? null)
  return `${line}\r\n`
}

function cellText(cell: BookCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return quoting.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
