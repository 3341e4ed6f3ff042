/** Rows of an import that stand one by one: what is to be told or asked of them, what a person wrote. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { bigintArray, intArray, jsonbArray, textArray } from './binary-array.ts'
import type { NewRow } from './tables.ts'

type Inserting = {
  importId: number
  area: string
  rows: readonly NewRow[]
  /** `bigint[]`, one a row; of `freshIds` those of new rows count. */
  ids: RawBuilder<unknown>
  freshIds: RawBuilder<unknown>
}

/** The insert, to stand behind a `with`. */
export function insertRows({ importId, area, rows, ids, freshIds }: Inserting): RawBuilder<unknown> {
  return sql`insert into import_row (id, import_id, area, ${names}, fresh_id) overriding system value
    select id, ${importId}, ${area}, sheet, row_number, null, line, coalesce(fixes, '{}'), encoded, coalesce(raw, '{}'), coalesce(links, '{}'),
      coalesce(issues, '[]'), case when reasons is null then '{}' else array(select jsonb_array_elements_text(reasons)) end, class,
      accepted = 1, identity, target_id, target_version,
      case when fields is null then null else array(select jsonb_array_elements_text(fields)) end, coalesce(before, '{}'),
      case when class = 'new' then fresh_id end
    from unnest(${ids}, ${arraysOf(rows)}, ${freshIds})
      as r(id, sheet, row_number, line, fixes, encoded, raw, links, issues, reasons, class, accepted, identity, target_id, target_version,
        fields, before, fresh_id)`
}

type Numbered = NewRow & { id: number; freshId: number | null }

/** Rows that have their numbers. */
export async function insertSingle(
  { tx }: Ctx,
  { importId, area, rows }: { importId: number; area: string; rows: readonly Numbered[] },
): Promise<void> {
  const ids = sql`${bigintArray(rows.map(({ id }) => id))}::bigint[]`
  const freshIds = sql`${bigintArray(rows.map(({ freshId }) => freshId))}::bigint[]`
  await insertRows({ importId, area, rows, ids, freshIds }).execute(tx)
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
