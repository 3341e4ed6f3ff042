/** Where the table begins: title lines above, heads of one to three lines, merged or not. */
import type { SheetRow } from '../read/index.ts'
import { headKey } from './head-text.ts'
import { filled, squeeze } from './row-role.ts'

/** `path`: the lines of the head from above, without repeats: ['公民身份信息', '性别']. */
export type Column = { at: number; letters?: string; path: readonly string[] }

export type Head = {
  /** Rows of the head as the sheet numbers them. */
  top: number
  bottom: number
  columns: readonly Column[]
  /** Lines above it: title, reporting unit, date. */
  titles: readonly string[]
}

/** Rows that are looked at; a head below them is not found. */
export const HEAD_WITHIN = 40
const MOST_LINES = 3

/** `known`: whether a heading means something to the register. Null where there is no head in the first rows. */
export function findHead(rows: readonly SheetRow[], known: (key: string) => boolean): Head | null {
  const scored = rows.slice(0, HEAD_WITHIN).map((row) => knownHeads(row, known))
  const best = Math.max(0, ...scored)
  const at = best >= 2 ? scored.indexOf(best) : guessHead(rows.slice(0, HEAD_WITHIN))
  if (at < 0) return null
  const top = extendUp(rows, at)
  const bottom = extendDown(rows, at, { known, top })
  return headOf(rows, top, bottom)
}

/** The head where somebody says that it stands, by the numbers of its rows; null where nothing is written there. */
export function headAt(
  rows: readonly SheetRow[],
  { top, bottom }: { top: number; bottom: number },
): Head | null {
  const [first, last] = [
    rows.findIndex((row) => row.number >= top),
    rows.findLastIndex((row) => row.number <= bottom),
  ]
  if (first < 0 || last < first) return null
  const head = headOf(rows, first, last)
  return head.columns.length === 0 ? null : { ...head, top, bottom }
}

function headOf(rows: readonly SheetRow[], top: number, bottom: number): Head {
  return {
    top: rows[top]?.number ?? 1,
    bottom: rows[bottom]?.number ?? 1,
    columns: columnsOf(rows.slice(top, bottom + 1)),
    titles: rows.slice(0, top).flatMap((row) => filled(row).map(({ cell }) => cell.text.trim())),
  }
}

function knownHeads(row: SheetRow, known: (key: string) => boolean): number {
  return new Set(
    filled(row)
      .map(({ cell }) => headKey(cell.text))
      .filter(known),
  ).size
}

/** Without a known word: the first row of several short texts, all different, with a row of as many cells after it. */
function guessHead(rows: readonly SheetRow[]): number {
  return rows.findIndex((row, i) => {
    const cells = filled(row)
    const texts = cells.filter(({ cell }) => typeof cell.value === 'string' && cell.text.length <= 20)
    const next = rows[i + 1]
    const different = new Set(texts.map(({ cell }) => cell.text)).size === cells.length
    return cells.length >= 2 && different && next !== undefined && filled(next).length * 2 >= cells.length
  })
}

/** A line above belongs to the head if a cell of it spans into it, or over some but not all of its columns. */
function extendUp(rows: readonly SheetRow[], at: number): number {
  let top = at
  while (top > 0 && at - top < MOST_LINES - 1 && isUpperLine(rows, top)) top--
  return top
}

function isUpperLine(rows: readonly SheetRow[], top: number): boolean {
  const [above, line] = [rows[top - 1], rows[top]]
  if (!above || !line || above.number !== line.number - 1) return false
  const own = filled(above)
  const width = line.cells.length
  const spansDown = line.cells.some(
    (cell, at) => cell?.merged === 'rest' && above.cells[at]?.text === cell.text,
  )
  const titleLike = own.length === 1 && (widthOf(above, own[0]?.at ?? 0) > width / 2 || own[0]?.at === 0)
  return (
    spansDown ||
    (own.length >= 2 &&
      !titleLike &&
      own.every(({ cell }) => cell.text.length <= 20) &&
      own.some(({ at }) => widthOf(above, at) > 1))
  )
}

/** How many columns a cell is merged over. */
function widthOf(row: SheetRow, at: number): number {
  let end = at + 1
  while (row.cells[end]?.merged === 'rest' && row.cells[end]?.text === row.cells[at]?.text) end++
  return end - at
}

/** A line below belongs to the head if the head's cells reach into it, or if it holds known heads under wide ones. */
function extendDown(
  rows: readonly SheetRow[],
  at: number,
  { known, top }: { known: (key: string) => boolean; top: number },
): number {
  let bottom = at
  while (bottom - top < MOST_LINES - 1 && isLowerLine(rows, bottom, known)) bottom++
  return bottom
}

function isLowerLine(rows: readonly SheetRow[], bottom: number, known: (key: string) => boolean): boolean {
  const [line, below] = [rows[bottom], rows[bottom + 1]]
  if (!line || !below || below.number !== line.number + 1) return false
  const reaches = below.cells.some(
    (cell, at) => cell?.merged === 'rest' && line.cells[at]?.text === cell.text,
  )
  const wide = line.cells.some((cell, at) => cell?.merged === 'first' && widthOf(line, at) > 1)
  const texts = filled(below)
  const plain =
    texts.length > 0 && texts.every(({ cell }) => typeof cell.value === 'string' && !/\d{4,}/.test(cell.text))
  return plain && (reaches || (wide && knownHeads(below, known) > 0) || fillsGaps(line, below, known))
}

/** Text files know no merged cells: a line of nothing but known heads, none of them under a known one, completes the line above. */
function fillsGaps(line: SheetRow, below: SheetRow, known: (key: string) => boolean): boolean {
  return filled(below).every(
    ({ at, cell }) => known(headKey(cell.text)) && !known(headKey(line.cells[at]?.text ?? '')),
  )
}

function columnsOf(lines: readonly SheetRow[]): Column[] {
  const width = Math.max(...lines.map((line) => line.cells.length))
  return Array.from({ length: width }, (_, at) => ({ at, path: pathOf(lines, at) })).filter(
    ({ path }) => path.length > 0,
  )
}

function pathOf(lines: readonly SheetRow[], at: number): string[] {
  const texts = lines.map((line) => squeeze(line.cells[at]?.text ?? '')).filter((text) => text !== '')
  return texts.filter((text, i) => text !== texts[i - 1])
}
