/** What cells were read as: a roster says 男, 农业 and 1963-07-15 again and again, and reading the same cell gives the same. */
import type { SheetCell } from '../read/index.ts'
import type { Asked, CellRead } from './read-cell.ts'
import { readCell } from './read-cell.ts'

/** Entries of one column; beyond them cells are read one by one. */
const MOST = 20_000
/** A column whose cells hardly repeat (numbers, telephones) is not worth remembering. */
const TRIAL = 5_000
const WORTH = 0.3

type Known = { cells: Map<string, CellRead>; asked: number; hits: number; off: boolean }

export type CellMemo = Map<string, Known>

/** Reads the cells of one column. `memo` is shared by the columns of an import whose words and day are the same. */
export function columnReader(ask: Asked, memo: CellMemo | undefined): (cell: SheetCell) => CellRead {
  if (!memo) return (cell) => readCell(ask, cell)
  const name = [ask.name, ask.unit ?? '', ask.age === true].join('|')
  const known: Known = memo.get(name) ?? { cells: new Map(), asked: 0, hits: 0, off: false }
  memo.set(name, known)
  return (cell) => (isPlain(cell) && !known.off ? remembered(known, ask, cell) : readCell(ask, cell))
}

/** Whether text and value say all there is to the cell. */
function isPlain(cell: SheetCell): boolean {
  return (
    typeof cell.value === 'string' && cell.value === cell.text && cell.merged === undefined && !cell.percent
  )
}

function remembered(known: Known, ask: Asked, cell: SheetCell): CellRead {
  const found = known.cells.get(cell.text)
  known.asked++
  if (found) {
    known.hits++
    return found
  }
  if (known.asked > TRIAL && known.hits < known.asked * WORTH) forget(known)
  const read = readCell(ask, cell)
  // Issues name the column they stand in, and another column may ask.
  if (read.issues.length === 0 && known.cells.size < MOST && !known.off)
    known.cells.set(cell.text, lean(read))
  return read
}

const none: never[] = []

/** Thousands are kept: what they do not have they share. */
function lean(read: CellRead): CellRead {
  return { ...read, issues: none, fixed: read.fixed.length === 0 ? none : read.fixed }
}

function forget(known: Known): void {
  known.off = true
  known.cells.clear()
}
