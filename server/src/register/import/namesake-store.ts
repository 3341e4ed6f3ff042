/** Namesakes within one file: rows without what tells people apart, beside rows that may mean the same person. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import { blockRows } from './block/block-store.ts'
import type { Issue } from './stage/draft.ts'
import { columnOf } from './stage/match-store.ts'
import type { NewRow } from './tables.ts'
import { isUnsure } from './unsure.ts'

/** `isUnsure` in SQL, of the row `r`; false where numbers always tell. Such rows stand one by one. */
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

/** Rows of an import that may be meant beside an unsure one: `titles` are the names asked for. */
function others(register: Register, importId: number, titles: RawBuilder<unknown>): RawBuilder<unknown> {
  const { title, areaField, identity, identityElse = [] } = register
  const names = [title, ...(areaField ? [areaField] : []), ...identity, ...identityElse]
  const columns = [...new Set(names.map((name) => columnOf(register, name)))]
  const aliases = Object.fromEntries(columns.map((column, at) => [`c${at}`, column]))
  const cells = columns.flatMap((column, at) => [sql`${column}::text`, sql.ref(`b.c${at}`)])
  return sql`(select id, row_number, sheet, class, encoded, raw, target_id from import_row where import_id = ${importId}
    union all
    select b.id, b.row_number, b.sheet, b.class, jsonb_build_object(${sql.join(cells)}), '{}', b.target_id
    from (${blockRows(sql`b.import_id = ${importId}`, aliases, { places: true })}) as b where b.c0 in (${titles}))`
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
  const titles = sql`select encoded ->> ${columnOf(register, register.title)} from open`
  await sql`
    with open as materialized (
      select r.* from import_row r where r.import_id = ${importId} and r.class in ('new', 'changed', 'doubtful') and ${unsure}
    ), found as (
      select distinct on (r.id) r.id, o.id as other, o.row_number as row, o.sheet
      from open r join ${others(register, importId, titles)} as o on o.id <> r.id and o.class not in ('rejected', 'skipped')
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
  const title = String(row.encoded[columnOf(register, register.title)] ?? '')
  const found = await sql<Namesake>`
    select o.id, o.row_number, o.sheet
    from (select ${row.id}::bigint as id, ${JSON.stringify(row.encoded)}::jsonb as encoded, ${JSON.stringify(row.raw)}::jsonb as raw,
        ${row.targetId}::bigint as target_id) as r
      join ${others(register, importId, sql`${title}::text`)} as o on o.id <> r.id and o.class not in ('rejected', 'skipped') and ${alike(register)}
    where o.id < r.id or not (${ofOther(register)})
    order by o.id limit 1`.execute(tx)
  return found.rows[0]
}
