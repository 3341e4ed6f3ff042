/** What drafts mean in the registers as they stand: the rows that references name, and the rows that drafts would change. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { columnsOf, mainColumn, ownerColumn, snake } from '../../columns.ts'
import type { Register } from '../../define.ts'
import type { AnyRow } from '../../row.ts'
import { encodeValues } from '../../row.ts'
import { columnTypes, fetchRows, selectList, tableOf } from '../../sql-store.ts'

type Values = Readonly<Record<string, unknown>>

/** The columns of some fields of a register, the owner's before them. */
export function keyColumns(register: Register, fields: readonly string[]): string[] {
  const owner = ownerColumn(register)
  return [...(owner ? [owner] : []), ...fields.map((name) => columnOf(register, name))]
}

function columnOf(register: Register, name: string): string {
  const field = register.fields[name]
  if (!field || name === register.areaField) return snake(name === register.areaField ? 'area' : name)
  return columnsOf(name, field)[0]?.name ?? snake(name)
}

/** The comparable text of a key, or null where a part of it is not known. */
export function keyText(
  register: Register,
  { values, columns }: { values: Values; columns: readonly string[] },
): string | null {
  const encoded = encodeValues(register, values)
  const parts = columns.map((column) => encoded[column])
  return parts.some((part) => part === undefined || part === null) ? null : JSON.stringify(parts.map(String))
}

/** The rows in scope whose columns have one of these keys, by key text. Several rows of one key are all there. */
export async function rowsByKey(
  ctx: Ctx,
  register: Register,
  { columns, keys }: { columns: readonly string[]; keys: readonly string[] },
): Promise<Map<string, AnyRow[]>> {
  const found = new Map<string, AnyRow[]>()
  if (keys.length === 0) return found
  for (const row of await fetchByKey(ctx, register, { columns, keys })) {
    const key = keyText(register, { values: row, columns })
    if (key !== null) found.set(key, [...(found.get(key) ?? []), row])
  }
  return found
}

/** One key column goes through `= any`, which the index serves best; several through a row comparison. */
function fetchByKey(
  ctx: Ctx,
  register: Register,
  { columns, keys }: { columns: readonly string[]; keys: readonly string[] },
) {
  const types = columnTypes(register)
  const parts = [...new Set(keys)].map((key) => JSON.parse(key) as string[])
  const lists = columns.map(
    (name, i) => sql`${parts.map((part) => part[i])}::text[]::${sql.raw(types.get(name) ?? 'text')}[]`,
  )
  const names = sql.join(columns.map((name) => sql.ref(name)))
  return fetchRows(
    ctx,
    register,
    sql`select ${selectList(register)} from ${tableOf(register)}
      where (${names}) in (select * from unnest(${sql.join(lists)})) and deleted_at is null`,
  )
}

/** Rows of another register by the text of one field, for references: only what tells them apart and where they stand. */
export async function idsByText(
  ctx: Ctx,
  register: Register,
  { field, texts, area }: { field: string; texts: readonly string[]; area?: string },
): Promise<Map<string, number[]>> {
  const column = sql.ref(mainColumn(register, field))
  const rows = await sql<{ id: number; text: string }>`
    select id, ${column}::text as text from ${tableOf(register)}
    where ${column}::text = any(${[...new Set(texts)]}::text[]) and deleted_at is null
      ${area === undefined ? sql`` : sql`and area >= ${area} and area < ${`${area}~`}`}`.execute(ctx.tx)
  const found = new Map<string, number[]>()
  for (const { id, text } of rows.rows) found.set(text, [...(found.get(text) ?? []), id])
  return found
}
