/** 同上: a cell that says that it repeats what stands above it. */
import type { SheetCell, SheetRow } from '../read/index.ts'

const ditto = /^(?:同上|同前|上同|〃|″)$/ // a plain quotation mark may be a text of its own

/** Most cells are told apart by this alone. */
const maybe = /[同〃″]/

export function saysDitto(text: string): boolean {
  return maybe.test(text) && ditto.test(text.replace(/\s/g, ''))
}

/** Rows of data must come in their order. With nothing above, the cell stays as it is. */
export function dittoReader(): (row: SheetRow) => SheetRow {
  let above: readonly (SheetCell | undefined)[] = []
  return (row) => {
    const cells = row.cells.some((cell) => cell && saysDitto(cell.text))
      ? row.cells.map((cell, at) => repeated(cell, above[at]))
      : row.cells
    above = cells
    return cells === row.cells ? row : { ...row, cells }
  }
}

function repeated(cell: SheetCell | undefined, above: SheetCell | undefined): SheetCell | undefined {
  if (!cell || !saysDitto(cell.text) || !above || above.text.trim() === '' || saysDitto(above.text))
    return cell
  const { merged: _, struck: __, hidden: ___, ...said } = above // how it looks is its own
  const { struck, hidden } = cell
  return { ...said, ...(struck ? { struck } : {}), ...(hidden ? { hidden } : {}), ditto: true }
}
