/** The table in a sheet: its head, and its rows one by one with what each of them is. */
import type { Sheet, SheetCell, SheetRow } from '../read/index.ts'
import { dittoReader } from './ditto.ts'
import type { Column, Head } from './find-head.ts'
import { HEAD_WITHIN } from './find-head.ts'
import { headKey } from './head-text.ts'
import type { RowRole } from './row-role.ts'
import { filled, filledCount, isFilled, roleOf, squeeze } from './row-role.ts'

export type Known = (key: string) => boolean

/** A row of the table with its role; `section` is the last line that named what follows (一组). */
export type TableRow = { row: SheetRow; role: RowRole; section?: string }

/** What a head is looked for in, and one row more. */
export async function firstRows(sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of sheet.rows()) {
    rows.push(...batch)
    if (rows.length > HEAD_WITHIN) break
  }
  return rows.slice(0, HEAD_WITHIN + 1)
}

/** All rows below the head, in batches, each with its role. After the notes begin, lone cells are notes too. */
export async function* tableRows(sheet: Sheet, head: Head): AsyncIterable<TableRow[]> {
  const classify = classifier(head)
  const repeat = dittoReader()
  for await (const batch of sheet.rows())
    yield batch
      .filter((row) => row.number > head.bottom)
      .map((row) => {
        const found = classify(row)
        if (found.role === 'data') found.row = repeat(found.row)
        return found
      })
}

function classifier(head: Head): (row: SheetRow) => TableRow {
  const width = head.columns.length
  const heads = new Set(head.columns.map(headName))
  const known = headWords(heads)
  const isHead = (row: SheetRow) => repeatsHead(row, known)
  let section: string | undefined
  let noted = false
  return (row) => {
    const role = roleOf(row, { isHead, width })
    if (role === 'note') noted = true
    if (role === 'data' || role === 'sum') noted = noted && role !== 'data'
    if (role === 'section' && noted) return { row, role: 'note' }
    if (role === 'section') section = squeeze(filled(row)[0]?.cell.text ?? '')
    return section === undefined ? { row, role } : { row, role, section }
  }
}

/** The comparable name of a column: the last line of its head. */
export function headName(column: Column): string {
  return headKey(column.path.at(-1) ?? '')
}

/** Stops as soon as half of the cells are no heads. Figures are told from words at a glance, so they are counted first. */
function repeatsHead(row: SheetRow, { figures, isWord }: HeadWords): boolean {
  const count = filledCount(row)
  const plain = (cell: SheetCell) => !figures && isDigit(cell.text)
  let [same, other] = [0, 0]
  for (const cell of row.cells) if (isFilled(cell) && plain(cell) && ++other * 2 >= count) return false
  for (const cell of row.cells) {
    if (!isFilled(cell) || plain(cell)) continue
    if (isWord(cell.text)) same++
    else if (++other * 2 >= count) return false
  }
  return same >= 2
}

function isDigit(text: string): boolean {
  const first = text.charCodeAt(0)
  return first >= 48 && first <= 57
}

/** `figures`: whether some head begins with a digit. */
type HeadWords = { figures: boolean; isWord: Known }

const MOST_WORDS = 20_000

/** Whether a text is one of the heads; remembered, since the comparable form of a text is dear and rows repeat their words. */
function headWords(heads: ReadonlySet<string>): HeadWords {
  const words = new Map<string, boolean>()
  const isWord = (text: string) => {
    const known = words.get(text)
    if (known !== undefined) return known
    const found = heads.has(headKey(text))
    if (words.size < MOST_WORDS) words.set(text, found)
    return found
  }
  return { figures: [...heads].some(isDigit), isWord }
}
