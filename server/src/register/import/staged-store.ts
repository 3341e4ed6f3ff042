/** How a staged row is read from its table. */
import { sql } from 'kysely'
import { cellsOfLine } from './line.ts'
import type { StagedRow } from './tables.ts'

/** What a row is by now follows from how far the merge of its batch got. */
export const merged = sql`(r.class in ('new', 'changed') and r.id <= b.merged_to)`
export const columns = sql`r.id, r.import_id, r.area, r.sheet, r.row_number, r.cells, r.line, r.fixes, r.encoded, r.raw, r.links, r.issues, r.reasons,
  r.class, r.accepted, r.identity, case when r.class = 'new' and ${merged} then r.fresh_id else r.target_id end as target_id,
  r.target_version, r.fields, r.before,
  case when not ${merged} then 'staged' when b.state = 'undone' then 'undone' else 'merged' end as state`
export const rowsOfBatch = sql`import_row as r join import_batch as b on b.id = r.import_id`

export type Stored = Omit<StagedRow, 'cells'> & { cells: Record<string, string> | null; line: string | null }

export function stagedRow({ line, ...row }: Stored): StagedRow {
  return { ...row, cells: row.cells ?? cellsOfLine(line ?? '') }
}
