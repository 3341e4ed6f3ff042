/** A projection as Excel: what it comes to and rests on, the years as they hold, the years as tried. */
import exceljs from 'exceljs'
import type { Projected, Projection } from './define.ts'
import type { Answer } from './project.ts'
import { assumptionWords, changesWords, dryWords, type Tried } from './words.ts'

/** `taken`: who took it and when. Amounts are numbers. */
export async function projectionWorkbook(
  projection: Projection,
  answer: Answer,
  { taken, tried }: { taken: string; tried: Tried },
): Promise<Buffer> {
  const book = new exceljs.Workbook()
  addGrounds(book, projection, answer, { taken, tried })
  addYears(book, projection, '按现行参数', answer.now)
  if (answer.trial) addYears(book, projection, '按试算参数（未生效）', answer.trial)
  return Buffer.from(await book.xlsx.writeBuffer())
}

function addGrounds(
  book: exceljs.Workbook,
  projection: Projection,
  answer: Answer,
  { taken, tried }: { taken: string; tried: Tried },
): void {
  const page = book.addWorksheet('结果和假设')
  const head = (words: string) => {
    page.addRow([words]).font = { bold: true }
  }
  page.addRow([`${projection.label.zh}（${answer.on} 起）`]).font = { size: 16, bold: true }
  page.addRow([taken])
  page.addRow([projection.note.zh])
  head('结果')
  for (const { zh } of dryWords(projection, answer.now)) page.addRow(['按现行参数', zh])
  if (answer.trial) for (const { zh } of dryWords(projection, answer.trial)) page.addRow(['按试算参数', zh])
  const words = changesWords(answer, tried)
  if (words.length > 0) head('试算改了什么（未生效）')
  for (const one of words) page.addRow(['', one])
  head('假设')
  for (const one of answer.assumptions) page.addRow([one.label.zh, assumptionWords(one), one.from.zh])
  head('怎么算的')
  for (const { label, text } of answer.stated) page.addRow([label.zh, text.zh])
  for (const [at, width] of [28, 80, 48].entries()) page.getColumn(at + 1).width = width
}

function addYears(book: exceljs.Workbook, projection: Projection, name: string, { rows }: Projected): void {
  const page = book.addWorksheet(name)
  const columns = Object.entries(projection.columns)
  const heads = columns.map(([, { label, kind }]) => `${label.zh}${kind === 'money' ? '（元）' : '（人）'}`)
  page.addRow(['年度', '月数', ...heads]).font = { bold: true }
  for (const { year, months, figures } of rows)
    page.addRow([year, months, ...columns.map(([column]) => Number(figures[column] ?? 0))])
  for (const [at, [, { kind }]] of columns.entries()) {
    page.getColumn(at + 3).numFmt = kind === 'money' ? '#,##0.00' : '#,##0.0'
    page.getColumn(at + 3).width = 18
  }
  page.views = [{ state: 'frozen', xSplit: 1, ySplit: 1 }]
}
