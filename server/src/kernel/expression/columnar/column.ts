/** Facts of many subjects, one column a fact. */
import type { ListValue, Reading } from '../types.ts'
import type { Words } from './words.ts'

/** The state of a cell or of a result, one byte each. */
export const states = { known: 0, problem: 1, unknown: 2, notApplicable: 4 } as const

/**
 * Cells of one fact. Money in fen, days as day codes, options and texts as codes of `words`, booleans 0 and 1; numbers,
 * percentages and quantities as reduced fractions. A cell that is not known holds 0.
 */
export type Column = {
  readonly values: Float64Array | Int32Array | Uint8Array
  /** Denominators; absent: all are 1. */
  readonly dens?: Float64Array
  /** Absent: every cell is known. */
  readonly states?: Uint8Array
  /** Why cells of state `problem` have no value, by place. */
  readonly findings?: ReadonlyMap<number, Reading>
}

/** Records of a list: those of subject i stand from `offsets[i]` to below `offsets[i + 1]`. */
export type ListColumn = {
  readonly offsets: Int32Array
  readonly fields: Readonly<Record<string, Column>>
  /** Of the list as a whole. */
  readonly states?: Uint8Array
  readonly findings?: ReadonlyMap<number, Reading>
  /** Lists with a record of a wrong form, by subject: these subjects are evaluated one by one. */
  readonly broken?: ReadonlyMap<number, ListValue>
}

/** A fact that has no column is unknown for everybody. */
export type Columns = {
  readonly count: number
  readonly words: Words
  readonly facts: Readonly<Record<string, Column | ListColumn>>
  /** Parameters that the subjects' own papers fix; a cell that is not known leaves the county's value. */
  readonly parameters?: Readonly<Record<string, Column>>
}

export function isListColumn(column: Column | ListColumn): column is ListColumn {
  return 'offsets' in column
}
