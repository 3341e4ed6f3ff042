/**
 * The rows of files that made or changed a row of a register. Read as the owner of the tables (0397): a record is told where it came
 * from also where the file stands with another office, or above the village.
 */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import type { AnyRow } from '../row.ts'
import { encodeValues } from '../row.ts'
import { COLUMN } from './block/pack.ts'
import type { Block } from './block/unpack.ts'
import { unpackBlock } from './block/unpack.ts'
import type { SheetPlan } from './mapping/target.ts'
import type { StagedRow } from './tables.ts'

type Said = Pick<
  StagedRow,
  'importId' | 'sheet' | 'rowNumber' | 'fields' | 'encoded' | 'links' | 'fixes' | 'issues' | 'accepted'
>

export type SourceRow = Said & {
  fileName: string
  plan: SheetPlan | undefined
  mergedBy: string | null
  mergedAt: string | null
}

type Entry = { register: string; targetId: number }

/** The oldest first. */
export async function sourceRows(ctx: Ctx, { register, targetId }: Entry): Promise<SourceRow[]> {
  const single = await sql<Said>`
    select import_id, sheet, row_number, fields, encoded, links, fixes, issues, accepted
    from source_rows(${register}, ${targetId}::bigint) order by id`.execute(ctx.tx)
  const blocks = await sql<Block>`
    select b.id, b.import_id, b.area, b.sheet, b.class, b.ids, b.row_numbers, b.lines, b.identities, b.names, b.json,
      array_to_string(b.cells, ${COLUMN}) as cells, b.fresh_ids, b.target_ids, b.target_versions, true as is_merged, false as is_undone
    from source_blocks(${register}, ${targetId}::bigint) as b order by b.id`.execute(ctx.tx)
  const rows = blocks.rows.flatMap((block) => unpackBlock(block)).filter((row) => row.targetId === targetId)
  return withFiles(ctx, [...single.rows, ...rows])
}

/** Of a record that an import made beside its own rows (the household of a roster): it says all that the record began with. */
export async function linkSources(
  ctx: Ctx,
  register: Register,
  first: AnyRow | undefined,
): Promise<SourceRow[]> {
  const key = first?.[register.identity[0] ?? '']
  if (!first || typeof key !== 'string') return []
  const made = await sql<Pick<Said, 'importId' | 'sheet' | 'rowNumber'>>`
    select l.import_id, p.sheet, p.row_number from source_link(${register.name}, ${first.id}::bigint, ${key}) as l,
      source_place(l.import_id, l.row_id) as p`.execute(ctx.tx)
  const fields = Object.keys(register.fields).filter((name) => (first[name] ?? null) !== null)
  const values = Object.fromEntries(fields.map((name) => [name, first[name]]))
  const said = {
    fields,
    encoded: { ...encodeValues(register, values), area: first.area },
    ...{ links: {}, fixes: {}, issues: [], accepted: false },
  }
  return withFiles(
    ctx,
    made.rows.map((row) => ({ ...row, ...said })),
  )
}

type File = Pick<SourceRow, 'fileName' | 'mergedBy' | 'mergedAt'> & { id: number; sheets: SheetPlan[] }

async function withFiles({ tx }: Ctx, rows: readonly Said[]): Promise<SourceRow[]> {
  if (rows.length === 0) return []
  const ids = [...new Set(rows.map(({ importId }) => importId))]
  const found = await sql<File>`
    select id, file_name, merged_by, merged_at, sheets from source_files(${ids}::bigint[]) order by merged_at, id`.execute(
    tx,
  )
  return found.rows.flatMap(({ id, fileName, mergedBy, mergedAt, sheets }) =>
    rows
      .filter(({ importId }) => importId === id)
      .map((row) => ({ ...row, fileName, mergedBy, mergedAt, plan: sheets[row.sheet] })),
  )
}
