/** Rows of an import before they enter a register. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import type { Issue, RowClass } from './stage/draft.ts'
import type { NewRow, StagedRow } from './tables.ts'

const columns = sql`id, import_id, area, sheet, row_number, cells, fixes, encoded, raw, links, issues, reasons, class, accepted, identity,
  target_id, target_version, fields, before, state`

const types = sql`sheet int, row_number int, cells jsonb, fixes jsonb, encoded jsonb, raw jsonb, links jsonb, issues jsonb, reasons text[],
  class text, accepted boolean, identity text, target_id bigint, target_version int, fields text[], before jsonb`

const names = sql`sheet, row_number, cells, fixes, encoded, raw, links, issues, reasons, class, accepted, identity, target_id,
  target_version, fields, before`

type InImport = { importId: number }

export async function insertStaged(
  { tx }: Ctx,
  { importId, area, rows }: InImport & { area: string; rows: readonly NewRow[] },
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into import_row (import_id, area, ${names})
    select ${importId}, ${area}, ${names} from jsonb_to_recordset(${wire(rows)}::jsonb) as r(${types})`.execute(
    tx,
  )
}

export async function replaceStaged({ tx }: Ctx, id: number, row: NewRow): Promise<void> {
  await sql`update import_row set (${names}) = (select ${names} from jsonb_to_recordset(${wire([row])}::jsonb) as r(${types}))
    where id = ${id} and state = 'staged'`.execute(tx)
}

function wire(rows: readonly NewRow[]): string {
  return JSON.stringify(
    rows.map((row) => ({
      ...row,
      row_number: row.rowNumber,
      target_id: row.targetId,
      target_version: row.targetVersion,
    })),
  )
}

/** Forgets what was staged, before staging again under another mapping. */
export async function clearStaged({ tx }: Ctx, importId: number): Promise<void> {
  await sql`delete from import_row where import_id = ${importId}`.execute(tx)
  await sql`delete from import_link where import_id = ${importId}`.execute(tx)
}

export type RowAsk = InImport & {
  classes?: readonly RowClass[]
  reason?: string
  after?: number
  limit: number
  sheet?: number
}

/** A page of rows in the order of the file. */
export async function listStaged(
  { tx }: Ctx,
  { importId, classes, reason, after = 0, limit, sheet }: RowAsk,
): Promise<StagedRow[]> {
  const found = await sql<StagedRow>`
    select ${columns} from import_row where import_id = ${importId} and id > ${after}
      ${classes ? sql`and class = any(${classes}::text[])` : sql``}
      ${reason ? sql`and ${reason} = any(reasons)` : sql``}
      ${sheet === undefined ? sql`` : sql`and sheet = ${sheet}`}
    order by id limit ${limit}`.execute(tx)
  return found.rows
}

export async function getStaged({ tx }: Ctx, ids: readonly number[]): Promise<StagedRow[]> {
  const found =
    await sql<StagedRow>`select ${columns} from import_row where id = any(${ids}::bigint[]) order by id for update`.execute(
      tx,
    )
  return found.rows
}

/** Rows that stand for the same thing as this one. */
export async function sameIdentity(
  { tx }: Ctx,
  { importId, identity }: InImport & { identity: string },
): Promise<StagedRow[]> {
  const found = await sql<StagedRow>`
    select ${columns} from import_row where import_id = ${importId} and identity = ${identity} order by id`.execute(
    tx,
  )
  return found.rows
}

export type Counts = {
  classes: Record<string, number>
  reasons: { code: string; class: string; count: number }[]
  merged: number
}

export async function countStaged({ tx }: Ctx, importId: number): Promise<Counts> {
  const classes = await sql<{ class: string; count: number; merged: number }>`
    select class, count(*) as count, count(*) filter (where state = 'merged') as merged
    from import_row where import_id = ${importId} group by class`.execute(tx)
  const reasons = await sql<{ code: string; class: string; count: number }>`
    select code, class, count(*) as count from import_row, unnest(reasons) as code
    where import_id = ${importId} and class in ('rejected', 'doubtful') group by code, class order by count(*) desc, code`.execute(
    tx,
  )
  return {
    classes: Object.fromEntries(classes.rows.map((row) => [row.class, row.count])),
    reasons: reasons.rows,
    merged: classes.rows.reduce((sum, row) => sum + row.merged, 0),
  }
}

/**
 * The same person twice in one file: a later row that says exactly the same is passed over, one that says something
 * else waits for a person (OF-31: the last wins only when asked).
 */
export async function markRepeated({ tx }: Ctx, importId: number): Promise<void> {
  await sql`
    with seen as (
      select id, identity, encoded, first_value(id) over same as first_id, first_value(encoded) over same as first_encoded,
        first_value(row_number) over same as first_row, first_value(sheet) over same as first_sheet, row_number() over same as n
      from import_row where import_id = ${importId} and identity is not null and class <> 'rejected'
      window same as (partition by identity order by id)
    )
    update import_row r set
      class = case when seen.encoded = seen.first_encoded then 'skipped' else 'doubtful' end,
      reasons = array_append(r.reasons, case when seen.encoded = seen.first_encoded then 'sameTwice' else 'repeated' end),
      issues = r.issues || jsonb_build_object('code', case when seen.encoded = seen.first_encoded then 'sameTwice' else 'repeated' end,
        'level', 'doubt', 'other', jsonb_build_object('id', seen.first_id, 'row', seen.first_row, 'sheet', seen.first_sheet),
        'text', jsonb_build_object('zh', format('与第 %s 行是同一人，两行写得不一样。请留一行。', seen.first_row),
          'en', format('Row %s is the same; the two rows differ. Keep one of them.', seen.first_row)))
    from seen where seen.id = r.id and seen.n > 1`.execute(tx)
}

/** Takes rows out of the import: they stay in it as skipped. */
export async function skipStaged({ tx }: Ctx, ids: readonly number[]): Promise<void> {
  await sql`update import_row set class = 'skipped' where id = any(${ids}::bigint[]) and state = 'staged'`.execute(
    tx,
  )
}

/** The next rows that may go in. */
export async function readyRows(
  { tx }: Ctx,
  { importId, after, limit }: InImport & { after: number; limit: number },
): Promise<StagedRow[]> {
  const found = await sql<StagedRow>`
    select ${columns} from import_row
    where import_id = ${importId} and id > ${after} and class in ('new', 'changed') and state = 'staged' order by id limit ${limit}`.execute(
    tx,
  )
  return found.rows
}

export async function markMerged(
  { tx }: Ctx,
  rows: readonly { id: number; targetId: number }[],
): Promise<void> {
  if (rows.length === 0) return
  const wire = rows.map(({ id, targetId }) => ({ id, target_id: targetId }))
  await sql`update import_row w set state = 'merged', target_id = r.target_id
    from jsonb_to_recordset(${JSON.stringify(wire)}::jsonb) as r(id bigint, target_id bigint) where w.id = r.id`.execute(
    tx,
  )
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
  const found = await sql<StagedRow>`
    select ${columns} from import_row
    where import_id = ${importId} and id > ${after} and state = 'merged' order by id limit ${limit}`.execute(
    tx,
  )
  return found.rows
}

export async function markUndone({ tx }: Ctx, ids: readonly number[]): Promise<void> {
  await sql`update import_row set state = 'undone' where id = any(${ids}::bigint[])`.execute(tx)
}

export type SourceRow = Pick<StagedRow, 'sheet' | 'rowNumber' | 'fields' | 'encoded' | 'importId'> & {
  fileName: string
  sheetName: string
  mergedBy: string | null
  mergedAt: string | null
}

/** The rows of files that made or changed a row of a register, the oldest first. */
export async function sourceRows(
  { tx }: Ctx,
  { register, targetId }: { register: string; targetId: number },
): Promise<SourceRow[]> {
  const found = await sql<SourceRow>`
    select r.sheet, r.row_number, r.fields, r.encoded, r.import_id, b.file_name, b.sheets -> r.sheet ->> 'name' as sheet_name, b.merged_by,
      b.merged_at
    from import_row as r join import_batch as b on b.id = r.import_id
    where r.target_id = ${targetId} and r.state = 'merged' and b.register = ${register} order by b.merged_at, r.id`.execute(
    tx,
  )
  return found.rows
}

/** Rows that wait for a person with the same fault, in the order of the file; with a text, only those that say the same. */
export async function alikeRows(
  { tx }: Ctx,
  { importId, issue }: InImport & { issue: Pick<Issue, 'code'> & Partial<Pick<Issue, 'text'>> },
): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select id from import_row where import_id = ${importId} and class in ('rejected', 'doubtful') and state = 'staged'
      and issues @> ${JSON.stringify([issue])}::jsonb order by id`.execute(tx)
  return found.rows.map(({ id }) => id)
}
