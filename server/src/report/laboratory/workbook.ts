/** The persons whom a trial changes, as Excel. */
import exceljs from 'exceljs'
import type { ChangedRow, Policy } from '#policy'
import type { Named } from './persons.ts'

const words = { up: '增加', down: '减少', open: '还不能判断' } as const

/** `taken`: who took it, when, over what area. Amounts are numbers; what nobody knows is a word. */
export async function changedWorkbook(
  policy: Policy,
  rows: readonly Named<ChangedRow>[],
  { taken, result }: { taken: string; result: string },
): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const page = book.addWorksheet('受影响的人')
  const what = policy.tree.results[result]?.label.zh ?? result
  page.addRow([`${policy.label.zh}：参数试算（未生效），${what}`]).font = { size: 16, bold: true }
  page.addRow([taken])
  page.mergeCells(1, 1, 1, 7)
  page.mergeCells(2, 1, 2, 7)
  page.addRow(['序号', '变化', '姓名', '村组', '现行', '试算', '相差']).font = { bold: true }
  for (const [at, { kind, title, place, now, trial, difference }] of rows.entries())
    page.addRow([at + 1, words[kind], title, place, cell(now), cell(trial), cell(difference)])
  for (const at of [5, 6, 7]) page.getColumn(at).numFmt = '#,##0.00'
  for (const [at, width] of [6, 12, 14, 32, 16, 16, 16].entries()) page.getColumn(at + 1).width = width
  return Buffer.from(await book.xlsx.writeBuffer())
}

function cell(wire: string | number | null): string | number {
  return wire === null ? '不详' : Number(wire)
}
