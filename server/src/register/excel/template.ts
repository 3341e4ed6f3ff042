/** The empty Excel form of a register: headings, drop-down lists for choices, a line that says how to fill it. */
import type exceljs from 'exceljs'
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import type { Field } from '../kinds/index.ts'
import { isMasked } from '../mask.ts'
import type { Registry } from '../registry.ts'
import { columnLetters } from './book.ts'
import { exportColumns } from './columns.ts'

const formRows = 1_000

/** Row 1 the title, row 2 how to fill, row 3 the headings; fields hidden from the actor are left out. */
export async function templateBook(ctx: Ctx, registry: Registry, register: Register): Promise<Buffer> {
  const columns = exportColumns(registry, register).filter(({ field }) => !isMasked(ctx.actor, field))
  const { default: writer } = await import('exceljs') // large, and needed here only
  const book = new writer.Workbook()
  const sheet = book.addWorksheet(register.label.zh, { views: [{ state: 'frozen', ySplit: 3 }] })
  sheet.columns = columns.map(({ field }) => ({ width: Math.max(12, field.kind.excel(field).width) }))
  sheet.getCell('A1').value = `${register.label.zh}登记表`
  sheet.getCell('A1').font = { bold: true, size: 14 }
  sheet.getCell('A2').value = howTo(columns)
  sheet.getCell('A2').font = { color: { argb: 'FF5B6A70' } }
  for (const [i, { field, heading }] of columns.entries()) head(sheet, i, { field, heading })
  return Buffer.from(await book.xlsx.writeBuffer())
}

function head(
  sheet: exceljs.Worksheet,
  at: number,
  { field, heading }: { field: Field; heading: string },
): void {
  const cell = sheet.getCell(3, at + 1)
  cell.value = heading
  cell.font = { bold: true, color: { argb: field.required ? 'FFA63A22' : 'FF1B2427' } }
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDF1F1' } }
  if (field.help) cell.note = field.help.zh
  const words = Object.values(field.options ?? {}).map((label) => label.zh)
  sheet.getColumn(at + 1).numFmt = field.kind.excel(field).format
  if (words.length === 0 || words.join(',').length > 250) return
  const letters = columnLetters(at)
  const rule: exceljs.DataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`"${words.join(',')}"`],
    showErrorMessage: true,
    errorTitle: '没有这一项',
    error: '请从列表里选。',
  }
  for (let row = 4; row < 4 + formRows; row++) sheet.getCell(`${letters}${row}`).dataValidation = rule
}

/** One line in one cell: an import takes it for a note, not for a row. */
function howTo(columns: readonly { field: Field; heading: string }[]): string {
  const examples = columns
    .map(({ field, heading }) => [heading, exampleOf(field)])
    .filter(([, text]) => text !== '')
  const must = columns.filter(({ field }) => field.required).map(({ heading }) => heading)
  return `填表说明：红字${must.length > 0 ? `（${must.join('、')}）` : ''}必填，其余不知道的留空或写“不详”，不要填 0。例：${examples.map(([heading, text]) => `${heading} ${text}`).join('，')}。`
}

function exampleOf(field: Field): string {
  const [first] = Object.values(field.options ?? {})
  return first?.zh ?? field.kind.example ?? ''
}
