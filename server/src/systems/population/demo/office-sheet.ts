/** Writes a workbook as an office sends it: title line, unit line, two-line merged heads, sum row, notes and signatures below. */
import exceljs from 'exceljs'

export type OfficeColumn = {
  head: string
  /** Second line of the head; columns with the same neighbouring `head` are merged over it. */
  under?: string
  width?: number
}

export type OfficeSheet = {
  name: string
  title: string
  /** The line under the title: who fills it in, the date, the unit. */
  unit: string
  columns: readonly OfficeColumn[]
  rows: readonly (readonly (string | number | null)[])[]
  /** Sum row under the rows, where the office writes one. */
  total?: readonly (string | number | null)[]
  notes?: readonly string[]
}

/** The bytes of an .xlsx with these sheets. */
export async function officeWorkbook(sheets: readonly OfficeSheet[]): Promise<Buffer> {
  const book = new exceljs.Workbook()
  for (const sheet of sheets) addSheet(book, sheet)
  return Buffer.from(await book.xlsx.writeBuffer())
}

function addSheet(
  book: exceljs.Workbook,
  { name, title, unit, columns, rows, total, notes }: OfficeSheet,
): void {
  const page = book.addWorksheet(name)
  const last = columns.length
  page.mergeCells(1, 1, 1, last)
  page.getCell(1, 1).value = title
  page.getCell(1, 1).font = { size: 18, bold: true }
  page.getCell(1, 1).alignment = { horizontal: 'center' }
  page.mergeCells(2, 1, 2, last)
  page.getCell(2, 1).value = unit
  const first = addHead(page, columns)
  rows.forEach((row, at) => {
    page.getRow(first + at).values = [...row]
  })
  const below = first + rows.length
  if (total) page.getRow(below).values = [...total]
  notes?.forEach((note, at) => {
    page.getCell(below + 2 + at, 1).value = note
  })
}

/** Heads in lines 3 and 4; returns the line of the first row. */
function addHead(page: exceljs.Worksheet, columns: readonly OfficeColumn[]): number {
  columns.forEach(({ head, under, width }, at) => {
    const column = at + 1
    page.getColumn(column).width = width ?? 12
    page.getColumn(column).numFmt = '@'
    page.getCell(4, column).value = under ?? null
    if (columns[at - 1]?.head !== head || !under) page.getCell(3, column).value = head
    if (!under) page.mergeCells(3, column, 4, column)
  })
  for (const [from, to] of sameHeads(columns)) page.mergeCells(3, from, 3, to)
  return 5
}

/** Runs of neighbouring columns under one head, as column numbers. */
function sameHeads(columns: readonly OfficeColumn[]): [number, number][] {
  const runs: [number, number][] = []
  columns.forEach(({ head, under }, at) => {
    if (!under) return
    const open = runs.at(-1)
    if (open && open[1] === at && columns[at - 1]?.head === head) open[1] = at + 1
    else runs.push([at + 1, at + 1])
  })
  return runs.filter(([from, to]) => to > from)
}
