// The shapes of a document to be checked, as the server gives them.
import type { Output } from '../../api.ts'

export type Opened = Output<'verify.figureSheet'>
export type Content = Opened['content']
export type Result = Opened['result']
export type Checked = Result['checked'][number]
export type RegisterFigure = Output<'verify.registerFigures'>['figures'][number]
export type RegisterValue = Output<'verify.registerFigures'>['values'][number]
export type Row = Extract<Content, { kind: 'rows' }>['rows'][number]

export const emptyRow: Row = { label: '', value: '' }

/** Rows that say something; empty cells are left out. */
export function filledRows(rows: readonly Row[]): Row[] {
  return rows
    .filter(({ label }) => label.trim() !== '')
    .map((row) => ({
      ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')),
      label: row.label,
      value: row.value,
    }))
}
