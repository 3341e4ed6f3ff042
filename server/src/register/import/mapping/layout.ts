/** How the tables of one sender look. A sheet is known by its headings, wherever the title lines have pushed them. Pure. */
import type { SheetRow } from '../read/index.ts'
import type { Column, Head } from '../table/find-head.ts'
import { headAt } from '../table/find-head.ts'
import { headKey } from '../table/head-text.ts'
import type { PlannedColumn } from './target.ts'

/** `head`: as `headText` compares it; `target` null: what the words say, as with any other file. */
export type LayoutColumn = { head: string; target: string | null }

export type Layout = {
  id: number
  name: string
  /** Rows of the head. */
  lines: number
  /** Whether such a sheet is taken. */
  use: boolean
  columns: readonly LayoutColumn[]
}

/** The heading under which choices are remembered. */
export function headText(path: readonly string[]): string {
  return path.map(headKey).join('·')
}

type Fit<L extends Layout> = { layout: L; head: Head }

/** The layout with the most headings of which all stand in the sheet; of two alike the first. */
export function fittingLayout<L extends Layout>(
  rows: readonly SheetRow[],
  layouts: readonly L[],
): Fit<L> | null {
  let best: Fit<L> | null = null
  for (const layout of layouts) {
    if (best && layout.columns.length <= best.layout.columns.length) continue
    const head = headOf(rows, layout)
    if (head) best = { layout, head }
  }
  return best
}

function headOf(rows: readonly SheetRow[], { lines, columns }: Layout): Head | null {
  const wanted = columns.map(({ head }) => head)
  for (const { number } of rows) {
    const head = headAt(rows, { top: number, bottom: number + lines - 1 })
    if (head && holdsAll(head.columns, wanted)) return head
  }
  return null
}

function holdsAll(columns: readonly Column[], wanted: readonly string[]): boolean {
  const left = columns.map(({ path }) => headText(path))
  return wanted.every((head) => {
    const at = left.indexOf(head)
    if (at < 0) return false
    left.splice(at, 1)
    return true
  })
}

/** What the layout says of each column: a heading that stands twice is told by its order. */
export function targetsBy(
  { columns: kept }: Pick<Layout, 'columns'>,
  columns: readonly Column[],
): (string | null)[] {
  const left = [...kept]
  return columns.map(({ path }) => {
    const at = left.findIndex(({ head }) => head === headText(path))
    return at < 0 ? null : (left.splice(at, 1)[0]?.target ?? null)
  })
}

/** What nobody recognised and nobody chose stays open, so that a word added later holds. */
export function layoutColumns(columns: readonly PlannedColumn[]): LayoutColumn[] {
  return columns.map(({ path, target, how }) => ({
    head: headText(path),
    target: how === 'none' ? null : target,
  }))
}
