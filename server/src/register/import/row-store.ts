/** Rows of an import before they enter a register. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import { bigintArray, intArray, jsonbArray, textArray } from './binary-array.ts'
import { unsureRows } from './namesake-store.ts'
import type { Issue, RowClass } from './stage/draft.ts'
import type { Stored } from './staged-store.ts'
import { columns, merged, rowsOfBatch, stagedRow } from './staged-store.ts'
import type { NewRow, StagedRow } from './tables.ts'

export type { Stored } from './staged-store.ts'
export { columns, merged, rowsOfBatch, stagedRow } from './staged-store.ts'

type InImport = { importId: number }

/** Thousands of rows in one statement; `table`: of the register, from whose series new rows get their numbers. */
export async function insertStaged(
  { tx }: Ctx,
  { importId, area, table, rows }: InImport & { area: string; table: string; rows: readonly NewRow[] },
): Promise<void> {
  if (rows.length === 0) return
  const fresh = rows.some((row) => row.class === 'new') ? rows.length : 0
  await sql`insert into import_row (import_id, area, ${names}, fresh_id)
    select ${importId}, ${area}, sheet, row_number, null, line, coalesce(fixes, '{}'), encoded, coalesce(raw, '{}'), coalesce(links, '{}'),
      coalesce(issues, '[]'), case when reasons is null then '{}' else array(select jsonb_array_elements_text(reasons)) end, class,
      accepted = 1, identity, target_id, target_version,
      case when fields is null then null else array(select jsonb_array_elements_text(fields)) end, coalesce(before, '{}'),
      case when class = 'new' then fresh_id end
    from unnest(${arraysOf(rows)}, fresh_ids(${table}, ${fresh}))
      as r(sheet, row_number, line, fixes, encoded, raw, links, issues, reasons, class, accepted, identity, target_id, target_version,
        fields, before, fresh_id)`.execute(tx)
}

const names = sql`sheet, row_number, cells, line, fixes, encoded, raw, links, issues, reasons, class, accepted, identity, target_id,
  target_version, fields, before`

/** One array a column; what most rows do not have is null. */
function arraysOf(rows: readonly NewRow[]): RawBuilder<unknown> {
  const json = (pick: (row: NewRow) => object) => jsonbArray(rows.map((row) => filledJson(pick(row))))
  return sql`${intArray(rows.map((row) => row.sheet))}::int[], ${intArray(rows.map((row) => row.rowNumber))}::int[],
    ${textArray(rows.map((row) => row.line))}::text[], ${json((row) => row.fixes)}::jsonb[],
    ${jsonbArray(rows.map((row) => JSON.stringify(row.encoded)))}::jsonb[], ${json((row) => row.raw)}::jsonb[],
    ${json((row) => row.links)}::jsonb[], ${json((row) => row.issues)}::jsonb[], ${json((row) => row.reasons)}::jsonb[],
    ${textArray(rows.map((row) => row.class))}::text[], ${intArray(rows.map((row) => (row.accepted ? 1 : 0)))}::int[],
    ${textArray(rows.map((row) => row.identity))}::text[], ${bigintArray(rows.map((row) => row.targetId))}::bigint[],
    ${intArray(rows.map((row) => row.targetVersion))}::int[],
    ${jsonbArray(rows.map((row) => (row.fields === null ? null : JSON.stringify(row.fields))))}::jsonb[],
    ${json((row) => row.before)}::jsonb[]`
}

function filledJson(value: object): string | null {
  for (const _ in value) return JSON.stringify(value)
  return null
}

/** A row read anew takes the place of what was staged; its texts stay. */
export async function replaceStaged(
  { tx }: Ctx,
  id: number,
  { row, table }: { row: NewRow; table: string },
): Promise<void> {
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  await sql`update import_row set fixes = ${json(row.fixes)}, encoded = ${json(row.encoded)}, raw = ${json(row.raw)},
      links = ${json(row.links)}, issues = ${json(row.issues)}, reasons = ${row.reasons}::text[], class = ${row.class},
      accepted = ${row.accepted}, identity = ${row.identity}, target_id = ${row.targetId}, target_version = ${row.targetVersion},
      fields = ${row.fields}::text[], before = ${json(row.before)},
      fresh_id = coalesce(fresh_id, case when ${row.class} = 'new' then (fresh_ids(${table}, 1))[1] end)
    where id = ${id}`.execute(tx)
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
  const found = await sql<Stored>`
    select ${columns} from ${rowsOfBatch} where r.import_id = ${importId} and r.id > ${after}
      ${classes ? sql`and r.class = any(${classes}::text[])` : sql``}
      ${reason ? sql`and ${reason} = any(r.reasons)` : sql``}
      ${sheet === undefined ? sql`` : sql`and r.sheet = ${sheet}`}
    order by r.id limit ${limit}`.execute(tx)
  return found.rows.map(stagedRow)
}

export async function getStaged({ tx }: Ctx, ids: readonly number[]): Promise<StagedRow[]> {
  const found =
    await sql<Stored>`select ${columns} from ${rowsOfBatch} where r.id = any(${ids}::bigint[]) order by r.id for update of r`.execute(
      tx,
    )
  return found.rows.map(stagedRow)
}

/** The index holds hashes of identities. */
const isNamed = (identity: string) =>
  sql`hashtext(r.identity) = hashtext(${identity}) and r.identity = ${identity}`

/** Rows that stand for the same thing as this one. */
export async function sameIdentity(
  { tx }: Ctx,
  { importId, identity }: InImport & { identity: string },
): Promise<StagedRow[]> {
  const found = await sql<Stored>`
    select ${columns} from ${rowsOfBatch} where r.import_id = ${importId} and ${isNamed(identity)} order by r.id`.execute(
    tx,
  )
  return found.rows.map(stagedRow)
}

export type Counts = {
  classes: Record<string, number>
  reasons: { code: string; class: string; count: number }[]
  merged: number
}

export async function countStaged({ tx }: Ctx, importId: number): Promise<Counts> {
  const classes = await sql<{ class: string; count: number; merged: number }>`
    select r.class, count(*) as count, count(*) filter (where ${merged} and b.state <> 'undone') as merged
    from ${rowsOfBatch} where r.import_id = ${importId} group by r.class`.execute(tx)
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
 * else waits for a person (OF-31: the last wins only when asked). Whom nothing tells apart is left to `markNamesakes`.
 */
export async function markRepeated(
  { tx }: Ctx,
  { importId, register }: InImport & { register: Register },
): Promise<void> {
  const told = sql`r.import_id = ${importId} and r.identity is not null and r.class <> 'rejected' and not ${unsureRows(register)}`
  // Whom there are twice is asked first: mostly nobody, and the planner knows nothing yet of rows that were just staged.
  const twice = await sql<{ identity: string }>`
    select r.identity from import_row r where ${told} group by r.identity having count(*) > 1`.execute(tx)
  if (twice.rows.length === 0) return
  const identities = textArray(twice.rows.map(({ identity }) => identity))
  await sql`
    with seen as (
      select id, identity, encoded, first_value(id) over same as first_id, first_value(encoded) over same as first_encoded,
        first_value(row_number) over same as first_row, first_value(sheet) over same as first_sheet, row_number() over same as n
      from import_row r where ${told} and r.identity = any(${identities}::text[])
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
  await sql`update import_row set class = 'skipped' where id = any(${ids}::bigint[])`.execute(tx)
}

export type SourceRow = Pick<
  StagedRow,
  'sheet' | 'rowNumber' | 'fields' | 'encoded' | 'links' | 'importId'
> & {
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
    select r.sheet, r.row_number, r.fields, r.encoded, r.links, r.import_id, b.file_name, b.sheets -> r.sheet ->> 'name' as sheet_name,
      b.merged_by, b.merged_at
    from ${rowsOfBatch}
    where (r.fresh_id = ${targetId} and r.class = 'new' or r.target_id = ${targetId} and r.class = 'changed')
      and r.id <= b.merged_to and b.state <> 'undone' and b.register = ${register} order by b.merged_at, r.id`.execute(
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
    select id from import_row where import_id = ${importId} and class in ('rejected', 'doubtful')
      and issues @> ${JSON.stringify([issue])}::jsonb order by id`.execute(tx)
  return found.rows.map(({ id }) => id)
}
