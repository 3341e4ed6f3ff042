/** A workbook as the importer sees it, whatever file it came from. Rows come in batches, so that memory stays bounded. */
import type { Cell } from '../../kinds/index.ts'

/**
 * One cell. `value` is what the file holds (a date is `{ serial }` of the 1900 system), `text` what a person sees.
 * `merged`: part of a merged area; `'first'` holds the value, `'rest'` repeats the value of the first. `struck`: the
 * text is struck through, or a part of it. `uncomputed`: a formula whose result is not in the file; its text is empty.
 * `ditto`: said 同上, and repeats what stands above. `percent`: a number that the sheet shows as a percentage; the text
 * says it so.
 */
export type SheetCell = {
  value: Cell
  text: string
  merged?: 'first' | 'rest'
  hidden?: true
  struck?: 'all' | 'part'
  uncomputed?: true
  ditto?: true
  percent?: true
}

/** `number` counts from 1 as the sheet shows it; `cells` by column, counted from 0, with holes. */
export type SheetRow = { number: number; cells: readonly (SheetCell | undefined)[]; hidden?: true }

/** A merged area: rows from 1, columns from 0, both ends included. */
export type Merge = { top: number; bottom: number; left: number; right: number }

export type Sheet = {
  name: string
  hidden: boolean
  /** Reads the sheet from its beginning; may be called again. */
  rows(): AsyncIterable<readonly SheetRow[]>
  merges(): Promise<readonly Merge[]>
}

export type Workbook = {
  kind: 'xlsx' | 'xls' | 'csv'
  /** For text files: how the characters were written. */
  encoding?: Encoding
  sheets: readonly Sheet[]
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** Column letters of a sheet: 0 -> A, 26 -> AA. */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last
}

/** The inverse of `columnName`; -1 for what is no column. */
export function columnAt(letters: string): number {
  let at = 0
  for (let i = 0; i < letters.length; i++) {
    const digit = letters.charCodeAt(i) - 64
    if (digit < 1 || digit > 26) return -1
    at = at * 26 + digit
  }
  return at - 1
}
