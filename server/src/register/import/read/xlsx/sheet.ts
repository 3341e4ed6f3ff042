/** The rows of one sheet of an .xlsx, in batches, without ever holding the sheet. */
import type { Merge, SheetCell, SheetRow } from '../workbook.ts'
import { columnAt } from '../workbook.ts'
import type { Book } from './book.ts'
import { isTrue, richText } from './book.ts'
import type { RawCell } from './cell.ts'
import { cellOf } from './cell.ts'
import type { Parts } from './parts.ts'
import type { XmlHandler } from './xml.ts'
import { attribute, xmlReader } from './xml.ts'

const BATCH = 500
/** Longer than the beginning of a merge tag that a piece may cut. */
const MERGE_TAG = 64

/** Rows that hold nothing are left out; their numbers show the gap. */
export async function* readRows(parts: Parts, path: string, book: Book): AsyncIterable<readonly SheetRow[]> {
  const collector = rowCollector(book)
  const reader = xmlReader(collector.handler)
  for await (const piece of parts.pieces(path)) {
    reader.write(piece)
    if (collector.size() >= BATCH) yield collector.take()
    if (collector.done()) break // validations and pictures after the rows do not concern us
  }
  if (!collector.done()) reader.end()
  if (collector.size() > 0) yield collector.take()
}

type Reading = {
  book: Book
  rows: SheetRow[]
  done: boolean
  /** Columns that the sheet hides. */
  hidden: Set<number>
  row: { number: number; cells: (SheetCell | undefined)[]; hidden: boolean } | null
  last: number
  raw: RawCell
  column: number
  into: 'value' | 'inline' | null
  aid: number
  /** The runs of a text that stands in the cell itself. */
  rich: ReturnType<typeof richText>
}

function rowCollector(book: Book) {
  const state: Reading = {
    book,
    rows: [],
    done: false,
    hidden: new Set(),
    row: null,
    last: 0,
    raw: empty(),
    column: -1,
    into: null,
    aid: 0,
    rich: richText(),
  }
  const handler: XmlHandler = {
    open: (name, a) => openers[name]?.(state, a),
    close: (name) => closers[name]?.(state),
    text: (text) => addText(state, text),
  }
  return { handler, take: () => state.rows.splice(0), size: () => state.rows.length, done: () => state.done }
}

const openers: Record<string, (state: Reading, a: string) => void> = {
  col: hideColumns,
  row: openRow,
  c: openCell,
  v: (state) => turn(state, 'value'),
  t: (state, a) => {
    turn(state, state.aid === 0 ? 'inline' : null)
    state.rich.open('t', a)
  },
  f: (state) => {
    turn(state, null)
    state.raw.formula = true
  },
  r: (state, a) => state.rich.open('r', a),
  strike: (state, a) => state.rich.open('strike', a),
  rPh: (state) => aid(state, 1),
}

const closers: Record<string, (state: Reading) => void> = {
  v: (state) => turn(state, null),
  t: (state) => {
    turn(state, null)
    state.rich.close('t')
  },
  rPh: (state) => aid(state, -1),
  c: closeCell,
  row: closeRow,
  sheetData: (state) => {
    state.done = true
  },
}

function turn(state: Reading, into: Reading['into']): void {
  state.into = into
}

function aid(state: Reading, step: number): void {
  state.aid += step
}

function openRow(state: Reading, a: string): void {
  state.last = Number(attribute(a, 'r') ?? state.last + 1)
  state.row = { number: state.last, cells: [], hidden: isTrue(attribute(a, 'hidden')) }
  state.column = -1
}

function closeRow(state: Reading): void {
  const { row } = state
  if (row && row.cells.length > 0)
    state.rows.push({
      number: row.number,
      cells: row.cells,
      ...(row.hidden ? { hidden: true as const } : {}),
    })
  state.row = null
}

function empty(): RawCell {
  return { type: 'n', style: 0, value: '', inline: '', formula: false }
}

function hideColumns({ hidden }: Reading, a: string): void {
  if (!isTrue(attribute(a, 'hidden'))) return
  const to = Math.min(Number(attribute(a, 'max')), 16_384)
  for (let at = Number(attribute(a, 'min')); at <= to; at++) hidden.add(at - 1)
}

/** A cell without an address stands behind the one before it. */
function openCell(state: Reading, a: string): void {
  const address = attribute(a, 'r')
  const named = address ? columnOfAddress(address) : -1
  state.column = named >= 0 && named < 16_384 ? named : state.column + 1
  state.raw = empty()
  state.rich.begin()
  state.raw.type = attribute(a, 't') ?? 'n'
  state.raw.style = Number(attribute(a, 's') ?? 0)
}

/** `AB12` -> 27; capitals before the first digit. */
function columnOfAddress(address: string): number {
  let at = 0
  for (let i = 0; i < address.length; i++) {
    const letter = address.charCodeAt(i) - 64
    if (letter < 1 || letter > 26) break
    at = at * 26 + letter
  }
  return at - 1
}

function addText(state: Reading, text: string): void {
  if (state.into === 'value') state.raw.value += text
  else if (state.into === 'inline') {
    state.raw.inline += text
    state.rich.add(text)
  }
}

function closeCell(state: Reading): void {
  const struck = state.rich.struck()
  if (struck) state.raw.struck = struck
  const cell = cellOf(state.raw, state.book)
  if (!cell || !state.row) return
  if (state.hidden.has(state.column)) cell.hidden = true
  state.row.cells[state.column] = cell
}

/** The merged areas stand behind the rows: they are read in a pass of their own. */
export async function readMerges(parts: Parts, path: string): Promise<Merge[]> {
  const merges: Merge[] = []
  let rest = ''
  for await (const piece of parts.pieces(path)) {
    const text = rest + piece
    if (!text.includes('mergeCell')) {
      rest = text.slice(-MERGE_TAG)
      continue
    }
    for (const [, ref] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([^"']+)["'][^>]*>/g)) {
      const merge = mergeOf(ref ?? '')
      if (merge) merges.push(merge)
    }
    rest = text.slice(Math.max(0, text.lastIndexOf('<')))
    if (rest.includes('>')) rest = ''
  }
  return merges
}

function mergeOf(ref: string): Merge | null {
  const match = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(ref)
  if (!match) return null
  const [, left = '', top, right = '', bottom] = match
  return { left: columnAt(left), right: columnAt(right), top: Number(top), bottom: Number(bottom) }
}
