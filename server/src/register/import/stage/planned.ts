/** The columns of a sheet as rows are read by them. */
import type { Day } from '#kernel'
import type { Register } from '../../define.ts'
import type { ImportDeclaration } from '../define.ts'
import type { PlannedColumn, SheetPlan, Target } from '../mapping/target.ts'
import { readTarget } from '../mapping/target.ts'
import type { SheetCell } from '../read/index.ts'
import type { AreaBook } from './area-book.ts'
import type { CellMemo } from './cell-memo.ts'
import { columnReader } from './cell-memo.ts'
import type { CellRead } from './read-cell.ts'
import { saysAge } from './read-cell.ts'
import { unitOf } from './units.ts'

export type Reader = {
  register: Register
  rules: ImportDeclaration | undefined
  plan: SheetPlan
  sheet: number
  areas: AreaBook
  /** What the actor may write in; the area of a row that names none is that of its sheet. */
  scope: string
  today: Day
  /** What cells of the import were read as so far. */
  memo?: CellMemo
}

/** A column with what is the same for all of its cells. */
export type Planned = { column: PlannedColumn; target: Target; read: ((cell: SheetCell) => CellRead) | null }

const planned = new WeakMap<Reader, readonly Planned[]>()

/** Worked out once a stretch: a million rows have ten million cells. */
export function plannedOf(reader: Reader): readonly Planned[] {
  const known = planned.get(reader)
  if (known) return known
  const made = reader.plan.columns.map((column) => plannedColumn(reader, column))
  planned.set(reader, made)
  return made
}

export function plannedColumn(reader: Reader, column: PlannedColumn): Planned {
  const target = readTarget(column.target)
  const field = target.kind === 'field' ? reader.register.fields[target.field] : undefined
  if (target.kind !== 'field' || !field) return { column, target, read: null }
  const ask = {
    name: target.field,
    field,
    column: column.letters,
    words: reader.rules?.words?.[target.field],
    today: reader.today,
    unit: unitOf(field, column.path, reader.plan.titles),
    age: saysAge(column.path),
  }
  return { column, target, read: columnReader(ask, reader.memo) }
}
