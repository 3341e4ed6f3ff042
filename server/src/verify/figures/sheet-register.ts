/** Rows of a sheet that name a figure of a register. */
import type { Figure, FigureSource } from './shape.ts'
import type { SheetRow } from './sheet.ts'

/** Nothing was typed: the row is the figure of the register itself. */
export const takesFigure = ({ value, register }: SheetRow) => register !== undefined && value === ''

export function sourceOf({ register = '', area }: SheetRow): FigureSource {
  return { figure: register, ...(area ? { area } : {}) }
}

/** As somebody wrote it, or its number and name. */
export function placeOfRow({ place, label }: SheetRow, id: string): Pick<Figure, 'place' | 'en'> {
  if (place) return { place }
  const number = id.slice(1)
  return { place: `第 ${number} 行 ${label}`, en: { place: `row ${number} ${label}` } }
}

/** What the register has, beside what was typed. */
export function registered(row: SheetRow, id: string): Figure[] {
  if (!row.register || takesFigure(row)) return []
  const { label } = row
  const where = placeOfRow(row, id)
  return [
    {
      id: `${id}.register`,
      label: `名册里的${label}`,
      value: null,
      from: sourceOf(row),
      ...where,
      en: { ...where.en, label: `${label} in the register` },
    },
  ]
}
