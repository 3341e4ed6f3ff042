/** Staged rows as a merge goes through them, stretch by stretch. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { bigintArray, textArray } from '../binary-array.ts'
import type { Stored } from '../row-store.ts'
import { columns, merged, rowsOfBatch, stagedRow } from '../row-store.ts'
import type { Issue, RowClass } from '../stage/draft.ts'
import type { StagedRow } from '../tables.ts'

type InImport = { importId: number }

/**
 * The last of the next rows that may go in, and how many they are; 0 where there is none. `fresh`: how many of them are new;
 * `unready`: how many of these lack a number or, where they are searched, their search keys.
 */
export type Ready = { to: number; count: number; fresh: number; unready: number }

export const none: Ready = { to: 0, count: 0, fresh: 0, unready: 0 }

export async function nextReady(
  { tx }: Ctx,
  { importId, after, limit, searched }: InImport & { after: number; limit: number; searched: boolean },
): Promise<Ready> {
  const found = await sql<Ready>`
    select coalesce(max(id), 0) as to, count(*) as count, count(*) filter (where class = 'new') as fresh,
      count(*) filter (where class = 'new' and (fresh_id is null or (${searched} and not encoded ? 'search_keys'))) as unready
    from (select id, class, fresh_id, encoded from import_row
      where import_id = ${importId} and id > ${after} and class in ('new', 'changed') order by id limit ${limit}) as next`.execute(
    tx,
  )
  return found.rows[0] ?? none
}

/** A stretch of rows in the order of the file: behind `after`, up to `to`. */
export type Stretch = InImport & { after: number; to: number }

const ofStretch = ({ importId, after, to }: Stretch) =>
  sql`r.import_id = ${importId} and r.id > ${after} and r.id <= ${to}`

export async function changedRows({ tx }: Ctx, stretch: Stretch): Promise<StagedRow[]> {
  const found = await sql<Stored>`
    select ${columns} from ${rowsOfBatch} where ${ofStretch(stretch)} and r.class = 'changed' order by r.id`.execute(
    tx,
  )
  return found.rows.map(stagedRow)
}

export async function newRows({ tx }: Ctx, stretch: Stretch): Promise<Pick<StagedRow, 'id' | 'encoded'>[]> {
  const found = await sql<Pick<StagedRow, 'id' | 'encoded'>>`
    select r.id, r.encoded from import_row as r where ${ofStretch(stretch)} and r.class = 'new'`.execute(tx)
  return found.rows
}

/** Gives new rows the number that their register row will have, and the keys that it is searched by. */
export async function completeRows(
  { tx }: Ctx,
  { table, rows }: { table: string; rows: readonly { id: number; keys: string | null }[] },
): Promise<void> {
  await sql`update import_row as w set fresh_id = coalesce(w.fresh_id, r.fresh),
      encoded = case when r.keys is null then w.encoded else w.encoded || jsonb_build_object('search_keys', r.keys) end
    from unnest(${bigintArray(rows.map(({ id }) => id))}::bigint[], ${textArray(rows.map(({ keys }) => keys))}::text[],
      fresh_ids(${table}, ${rows.length})) as r(id, keys, fresh) where w.id = r.id`.execute(tx)
}

/** Rows that turned out not to fit when they were to go in: they stay in the import, with the reason. */
export async function refuseStaged(
  { tx }: Ctx,
  ids: readonly number[],
  { class: as, issue }: { class: RowClass; issue: Issue },
): Promise<void> {
  if (ids.length === 0) return
  await sql`update import_row set class = ${as}, accepted = false, reasons = array_append(reasons, ${issue.code}),
    issues = issues || ${JSON.stringify([issue])}::jsonb where id = any(${ids}::bigint[])`.execute(tx)
}

export async function mergedRows(
  { tx }: Ctx,
  { importId, after, limit }: InImport & { after: number; limit: number },
): Promise<StagedRow[]> {
  const found = await sql<Stored>`
    select ${columns} from ${rowsOfBatch}
    where r.import_id = ${importId} and r.id > ${after} and ${merged} order by r.id limit ${limit}`.execute(
    tx,
  )
  return found.rows.map(stagedRow)
}
