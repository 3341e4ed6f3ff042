/** Rows of a sheet that name a figure of a register. */
import type { Figure, FigureSource } from './shape.ts'
import type { SheetRow } from './sheet.ts'

/** Nothing was typed: the row is the figure of the register itself. */
export const takesFigure = ({ value, register }: SheetRow) => register !== undefined && value === ''

export function sourceOf({ register = '', area }: SheetRow): FigureSource {
  return { figure: register, ...(area ? { area } : {}) }
}

/** What the register has, beside what was typed. */
export function registered(row: SheetRow, id: string): Figure[] {
  if (!row.register || takesFigure(row)) return []
  const place = row.place ?? `第 ${id.slice(1)} 行 ${row.label}`
  return [{ id: `${id}.register`, label: `名册里的${row.label}`, value: null, place, from: sourceOf(row) }]
}
