/** A report as Excel: title, heads, rows, total, and who took it when. */
import exceljs from 'exceljs'
import { type Locale, say } from '#kernel'
import type { Report } from './define.ts'
import type { Figure } from './measure.ts'
import type { ReportTable } from './read.ts'

/** `taken`: the line under the title (who, when, scope). Figures are numbers where they are known, else text. */
export async function reportWorkbook(
  report: Report,
  table: ReportTable,
  taken: string,
  locale: Locale,
): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const page = book.addWorksheet(say(report.label, locale).slice(0, 31))
  const width = table.heads.length + table.measures.length
  page.addRow([say(report.label, locale)]).font = { size: 16, bold: true }
  page.addRow([taken])
  page.mergeCells(1, 1, 1, width)
  page.mergeCells(2, 1, 2, width)
  const heads = [
    ...table.heads,
    ...table.measures.map(({ label, unit }) => ({ label: unit ? withUnit(label, unit) : label })),
  ]
  page.addRow(heads.map(({ label }) => say(label, locale))).font = { bold: true }
  for (const { keys, figures } of table.rows)
    page.addRow([...keys.map(({ text }) => say(text, locale)), ...figures.map(cell)])
  const totals = [
    locale === 'zh' ? '合计' : 'Total',
    ...Array(Math.max(0, table.heads.length - 1)).fill(null),
  ]
  page.addRow([...totals, ...table.total.map(cell)]).font = { bold: true }
  page.columns.forEach((column) => {
    column.width = 16
  })
  if (report.note) page.addRow([say(report.note, locale)])
  return Buffer.from(await book.xlsx.writeBuffer())
}

function withUnit(label: { zh: string; en: string }, unit: { zh: string; en: string }) {
  return { zh: `${label.zh}（${unit.zh}）`, en: `${label.en} (${unit.en})` }
}

/** "At least" figures stay text, so that nobody adds them as if they were whole. */
function cell({ value, shown, unknown }: Figure): string | number | null {
  if (value === null) return null
  return unknown > 0 ? `${shown}（${unknown} 行不详）` : Number(value)
}
