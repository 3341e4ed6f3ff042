/** One row of a sheet on its way into a register: what was read, what is wrong or in doubt, what was put right by itself. */
import type { Text } from '#kernel'
import { columnAt } from '../read/index.ts'

/** `wrong` keeps the row out; `doubt` lets it in when a person has looked. `column` is the sheet's. */
export type Issue = {
  /** What kind of fault, for counts: `missing:name`, `unreadable:birthDate`, `unknownArea`, `repeated`. */
  code: string
  level: 'wrong' | 'doubt'
  field?: string
  column?: string
  text: Text
  /** What it may have been meant to be; nothing is put in its place unless a person says so. */
  proposals?: readonly Proposal[]
  /** The row of the same import that it may be the same as; `row` as its sheet shows it. */
  other?: { id: number; row: number; sheet: number }
}

/** `value`: what the cell of `field` would say. */
export type Proposal = { field: string; value: string; text: Text }

/** What was put right without asking, the original kept: code -> where. */
export type AutoFix =
  | 'merged'
  | 'ditto'
  | 'width'
  | 'date'
  | 'unit'
  | 'upgraded'
  | 'simplified'
  | 'gloss'
  | 'blank'

export type Draft = {
  sheet: number
  row: number
  /** Texts as they stood, in one (`lineOf`). */
  line: string
  /** Typed values by field; only what the file says. */
  values: Record<string, unknown>
  raw: Record<string, string>
  /** Reference field -> key of the row that is meant, until it is looked up. */
  links: Record<string, string>
  /** The same for the owner of a child row. */
  owner?: { key?: string; id?: number }
  issues: Issue[]
  fixed: AutoFix[]
}

export function newDraft({ sheet, row, line }: Pick<Draft, 'sheet' | 'row' | 'line'>): Draft {
  return { sheet, row, line, values: {}, raw: {}, links: {}, issues: [], fixed: [] }
}

export type RowClass = 'new' | 'changed' | 'unchanged' | 'rejected' | 'doubtful' | 'skipped'

/** Cells in the order of the sheet. */
export function cellsInOrder(cells: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(cells).sort(([a], [b]) => columnAt(a) - columnAt(b))
}
