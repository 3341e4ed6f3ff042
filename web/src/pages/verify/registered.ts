// Rows of a sheet that name a figure of a register: pure.
import { emptyRow, type RegisterFigure, type RegisterValue, type Row } from './figures-types.ts'

export type Beside = { at: number; row: Row }

/** Rows that name a figure, with their place on the sheet. */
export function besides(rows: readonly Row[]): Beside[] {
  return rows.flatMap((row, at) => (row.register ? [{ at, row }] : []))
}

/** What the register is asked for: the place of the row, else of the sheet. */
export function linkedRow({ register = '', area }: Row, of: string | undefined) {
  const place = area ?? of
  return { figure: register, ...(place ? { area: place } : {}) }
}

/** A row of that name that stands on the sheet is linked; else a new one goes before the empty rows. */
export function withRegister(rows: readonly Row[], figure: RegisterFigure): Row[] {
  const same = rows.findIndex(({ label, register }) => label.trim() === figure.label.zh && !register)
  if (same >= 0) return rows.map((row, i) => (i === same ? { ...row, register: figure.id } : row))
  const filled = rows.filter(({ label, value }) => label.trim() !== '' || value.trim() !== '')
  const row: Row = { ...emptyRow, label: nameIn(filled, figure), unit: figure.unit.zh, register: figure.id }
  return [...filled, row, emptyRow]
}

/** Rows of one name are one fact (VR-05): the same figure of a second place gets a name of its own. */
function nameIn(rows: readonly Row[], { label }: RegisterFigure): string {
  const taken = new Set(rows.map((row) => row.label.trim()))
  let name = label.zh
  for (let n = 2; taken.has(name); n += 1) name = `${label.zh}（${n}）`
  return name
}

/** The register's figure as what was typed, with where it is from; of what it does not know all, a lower bound (GEN-08). */
export function takenOver(row: Row, { value, unknown, told }: RegisterValue): Row {
  if (value === null) return row
  const [source = ''] = told.zh.split('：')
  return { ...row, value: unknown > 0 ? `${value}以上` : value, place: `取自${source}` }
}

export function withArea({ area: _, ...row }: Row, code: string | undefined): Row {
  return code ? { ...row, area: code } : row
}

export function unlinked({ register: _, area: __, ...row }: Row): Row {
  return row
}
