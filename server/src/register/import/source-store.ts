/** The rows of files that made or changed a row of a register. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { readBlocks } from './block/block-store.ts'
import { unpackBlock } from './block/unpack.ts'
import { singleRows } from './staged-store.ts'
import type { StagedRow } from './tables.ts'

export type SourceRow = Pick<
  StagedRow,
  'sheet' | 'rowNumber' | 'fields' | 'encoded' | 'links' | 'importId'
> & {
  fileName: string
  sheetName: string
  mergedBy: string | null
  mergedAt: string | null
}

type Entry = { register: string; targetId: number }

/** The oldest first. */
export async function sourceRows(ctx: Ctx, { register, targetId }: Entry): Promise<SourceRow[]> {
  const single = await singleRows(
    ctx,
    sql`(r.fresh_id = ${targetId} and r.class = 'new' or r.target_id = ${targetId} and r.class = 'changed')
      and r.id <= b.merged_to and b.state <> 'undone' and b.register = ${register}`,
  )
  const blocks = await readBlocks(
    ctx,
    sql`int8range(b.fresh_from, b.fresh_to, '[]') @> ${targetId}::bigint and b.fresh_from is not null and ${targetId} = any(b.fresh_ids)
      and b.to_id <= i.merged_to and i.state <> 'undone' and i.register = ${register}`,
  )
  const rows = blocks.flatMap((block) => unpackBlock(block)).filter((row) => row.targetId === targetId)
  return withFiles(ctx, [...single, ...rows])
}

type File = Pick<SourceRow, 'importId' | 'fileName' | 'mergedBy' | 'mergedAt'> & { names: string[] }

async function withFiles({ tx }: Ctx, rows: readonly StagedRow[]): Promise<SourceRow[]> {
  const ids = [...new Set(rows.map(({ importId }) => importId))]
  const found = await sql<File>`
    select id as import_id, file_name, merged_by, merged_at, array(select s ->> 'name' from jsonb_array_elements(sheets) with ordinality as a(s, nth) order by nth) as names
    from import_batch where id = any(${ids}::bigint[]) order by merged_at, id`.execute(tx)
  return found.rows.flatMap(({ names, ...file }) =>
    rows
      .filter(({ importId }) => importId === file.importId)
      .sort((a, b) => a.id - b.id)
      .map(({ sheet, rowNumber, fields, encoded, links }) => ({
        ...file,
        sheet,
        rowNumber,
        fields,
        encoded,
        links,
        sheetName: names[sheet] ?? '',
      })),
  )
}
