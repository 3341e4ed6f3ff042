/** Staged rows as a merge goes through them, stretch by stretch. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { bigintArray, textArray } from '../binary-array.ts'
import { unfoldRows } from '../block/unfold-store.ts'
import type { Issue, RowClass } from '../stage/draft.ts'
import { listStaged, singleRows } from '../staged-store.ts'
import type { StagedRow } from '../tables.ts'

type InImport = { importId: number }

/**
 * The next rows that may go in: `to` is the last of them, `count` how many they are, 0 where there is none; `more`: whether there are
 * others behind. `fresh`: how many of them are new, `blocks` how many of these stand in blocks; `unready`: how many of the
 * others lack a number or, where they are searched, their search keys.
 */
export type Ready = {
  to: number
  count: number
  fresh: number
  blocks: number
  unready: number
  more: boolean
}

/** A block goes in as a whole, with its last row: about `limit` rows, and more only where one block has more. */
export async function nextReady(
  { tx }: Ctx,
  { importId, after, limit, searched }: InImport & { after: number; limit: number; searched: boolean },
): Promise<Ready> {
  const found = await sql<Ready>`
    with next as (
      (select id as upto, 1 as count, class = 'new' as fresh, false as block,
        class = 'new' and (fresh_id is null or (${searched} and not encoded ? 'search_keys')) as unready
      from import_row where import_id = ${importId} and id > ${after} and class in ('new', 'changed') order by id limit ${limit})
      union all
      (select to_id, count, true, true, false from import_block
      where import_id = ${importId} and to_id > ${after} and class = 'new' order by to_id limit ${limit})
    ), run as (select *, sum(count) over (order by upto, block rows unbounded preceding) as sum from next),
    own as (select * from run where sum <= ${limit} or sum = count)
    select coalesce(max(upto), 0) as to, coalesce(sum(count), 0)::int as count, coalesce(sum(count) filter (where fresh), 0)::int as fresh,
      coalesce(sum(count) filter (where block), 0)::int as blocks, count(*) filter (where unready)::int as unready,
      coalesce(sum(count), 0) >= ${limit} or (select count(*) from own) < (select count(*) from next) as more
    from own`.execute(tx)
  return found.rows[0] ?? { to: 0, count: 0, fresh: 0, blocks: 0, unready: 0, more: false }
}

/** A stretch of rows in the order of the file: behind `after`, up to `to`. */
export type Stretch = InImport & { after: number; to: number }

const ofStretch = ({ importId, after, to }: Stretch) =>
  sql`r.import_id = ${importId} and r.id > ${after} and r.id <= ${to}`

export function changedRows(ctx: Ctx, stretch: Stretch): Promise<StagedRow[]> {
  return singleRows(ctx, sql`${ofStretch(stretch)} and r.class = 'changed'`)
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
  ctx: Ctx,
  ids: readonly number[],
  { class: as, issue }: { class: RowClass; issue: Issue },
): Promise<void> {
  if (ids.length === 0) return
  await unfoldRows(ctx, ids)
  await sql`update import_row set class = ${as}, accepted = false, reasons = array_append(reasons, ${issue.code}),
    issues = issues || ${JSON.stringify([issue])}::jsonb where id = any(${ids}::bigint[])`.execute(ctx.tx)
}

/** Rows that went in, in the order of the file. */
export async function mergedRows(
  ctx: Ctx,
  ask: InImport & { after: number; limit: number },
): Promise<StagedRow[]> {
  const rows = await listStaged(ctx, { ...ask, classes: ['new', 'changed'] })
  return rows.filter(({ state }) => state !== 'staged')
}
