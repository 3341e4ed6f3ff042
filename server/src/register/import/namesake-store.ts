/** Namesakes within one file: rows without what tells people apart, beside rows that may mean the same person. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import type { Issue } from './stage/draft.ts'
import { columnOf } from './stage/match-store.ts'
import type { Stored } from './staged-store.ts'
import { columns, rowsOfBatch, stagedRow } from './staged-store.ts'
import type { NewRow, StagedRow } from './tables.ts'

/** Whether nobody can tell from the row alone who is meant: it has no number, and the register has people without. */
export function isUnsure(register: Register, { encoded }: Pick<NewRow, 'encoded'>): boolean {
  return (
    register.identityElse !== undefined &&
    register.identity.some((name) => (encoded[columnOf(register, name)] ?? null) === null)
  )
}

/** The same in SQL, of the row `r`; false where numbers always tell. */
export function unsureRows(register: Register): RawBuilder<unknown> {
  const missing = register.identity.map((name) => sql`r.encoded ->> ${columnOf(register, name)} is null`)
  return register.identityElse === undefined ? sql`false` : sql`(${sql.join(missing, sql` or `)})`
}

/** Same name, same village; birth date and number are the same, or one of the two does not say them. */
function alike(register: Register): RawBuilder<unknown> {
  const { title, areaField, identity, identityElse = [] } = register
  const rest = [...identity, ...identityElse].filter((name) => name !== title && name !== areaField)
  const equal = rest.map((name) => {
    const column = columnOf(register, name)
    return sql`(r.encoded ->> ${column} is null or o.encoded ->> ${column} is null or r.encoded ->> ${column} = o.encoded ->> ${column})
      and (r.raw ->> ${name} is null or o.raw ->> ${name} is null or r.raw ->> ${name} = o.raw ->> ${name})`
  })
  const name = columnOf(register, title)
  return sql`${sql.join(
    [
      sql`r.encoded ->> ${name} = o.encoded ->> ${name}`,
      ...(areaField ? [sql`left(r.encoded ->> 'area', 12) = left(o.encoded ->> 'area', 12)`] : []),
      ...equal,
    ],
    sql` and `,
  )} and not (r.target_id is not null and o.target_id is not null and r.target_id <> o.target_id)`
}

/** Of two without number the later one waits; beside one with a number the one without. What the register has already stays. */
export async function markNamesakes(
  { tx }: Ctx,
  { importId, register }: { importId: number; register: Register },
): Promise<void> {
  const unsure = unsureRows(register)
  if (register.identityElse === undefined) return
  const some = await sql<{ some: boolean }>`
    select exists (select 1 from import_row r where r.import_id = ${importId} and ${unsure}) as some`.execute(
    tx,
  )
  if (!some.rows[0]?.some) return
  const said = wording(register, '%')
  await sql`
    with open as materialized (
      select r.* from import_row r where r.import_id = ${importId} and r.class in ('new', 'changed', 'doubtful') and ${unsure}
    ), found as (
      select distinct on (r.id) r.id, o.id as other, o.row_number as row, o.sheet
      from open r join import_row o on o.import_id = ${importId} and o.id <> r.id and o.class not in ('rejected', 'skipped')
        and ${alike(register)}
      where o.id < r.id or not (${ofOther(register)})
      order by r.id, o.id
    )
    update import_row r set class = 'doubtful', reasons = array_append(r.reasons, 'namesakeHere'),
      issues = r.issues || jsonb_build_object('code', 'namesakeHere', 'level', 'doubt',
        'other', jsonb_build_object('id', found.other, 'row', found.row, 'sheet', found.sheet),
        'text', jsonb_build_object('zh', replace(${said.zh}, '%', found.row::text), 'en', replace(${said.en}, '%', found.row::text)))
    from found where found.id = r.id`.execute(tx)
}

function ofOther(register: Register): RawBuilder<unknown> {
  return sql.join(
    register.identity.map((name) => sql`o.encoded ->> ${columnOf(register, name)} is null`),
    sql` or `,
  )
}

function wording(register: Register, row: string): Text {
  const label = register.fields[register.identity[0] ?? '']?.label ?? register.label
  return t(
    `与第 ${row} 行同名同村，缺${label.zh}，分不清是不是同一人。是两个人就收；是同一人就跳过一行，或补上${label.zh}。`,
    `Row ${row} has the same name and village, and ${label.en} is missing. Accept it if they are two people; leave one row out, or add ${label.en}, if they are one.`,
  )
}

export function namesakeHere(register: Register, { id, rowNumber, sheet }: Namesake): Issue {
  const other = { id, row: rowNumber, sheet }
  return { code: 'namesakeHere', level: 'doubt', text: wording(register, String(rowNumber)), other }
}

export type Namesake = { id: number; rowNumber: number; sheet: number }

/** The first other row of the import that may mean the same person as this one, as it stands now. */
export async function namesakeOf(
  { tx }: Ctx,
  { importId, register, row }: { importId: number; register: Register; row: { id: number } & NewRow },
): Promise<Namesake | undefined> {
  if (!isUnsure(register, row)) return undefined
  const found = await sql<Namesake>`
    select o.id, o.row_number, o.sheet
    from (select ${row.id}::bigint as id, ${JSON.stringify(row.encoded)}::jsonb as encoded, ${JSON.stringify(row.raw)}::jsonb as raw,
        ${row.targetId}::bigint as target_id) as r
      join import_row o on o.import_id = ${importId} and o.id <> r.id and o.class not in ('rejected', 'skipped') and ${alike(register)}
    where o.id < r.id or not (${ofOther(register)})
    order by o.id limit 1`.execute(tx)
  return found.rows[0]
}

/** Rows of an import as they stand, to be shown beside others. */
export async function rowsBeside({ tx }: Ctx, ids: readonly number[]): Promise<StagedRow[]> {
  if (ids.length === 0) return []
  const found =
    await sql<Stored>`select ${columns} from ${rowsOfBatch} where r.id = any(${ids}::bigint[])`.execute(tx)
  return found.rows.map(stagedRow)
}
