/** Every row of a workbook's sheet, for tests. */
import type { SheetRow, Workbook } from './workbook.ts'

export async function allRows(book: Workbook, at = 0): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of book.sheets[at]?.rows() ?? []) rows.push(...batch)
  return rows
}

/** Texts of all cells as rows of arrays, holes as ''. */
export async function allTexts(book: Workbook, at = 0): Promise<string[][]> {
  return (await allRows(book, at)).map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ''))
}
