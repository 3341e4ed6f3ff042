/** What drafts mean in the registers as they stand: the rows that references name, and the rows that drafts would change. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { columnsOf, mainColumn, ownerColumn, snake } from '../../columns.ts'
import { uniqueColumns } from '../../ddl.ts'
import type { Register } from '../../define.ts'
import type { AnyRow } from '../../row.ts'
import { encodeValues } from '../../row.ts'
import { columnTypes, fetchRows, selectList, tableOf } from '../../sql-store.ts'
import { textArray } from '../binary-array.ts'

type Values = Readonly<Record<string, unknown>>

/** The columns of some fields of a register, the owner's before them. */
export function keyColumns(register: Register, fields: readonly string[]): string[] {
  const owner = ownerColumn(register)
  return [...(owner ? [owner] : []), ...fields.map((name) => columnOf(register, name))]
}

export function columnOf(register: Register, name: string): string {
  const field = register.fields[name]
  if (!field || name === register.areaField) return snake(name === register.areaField ? 'area' : name)
  return columnsOf(name, field)[0]?.name ?? snake(name)
}

/** The comparable text of a key, or null where a part of it is not known. */
export function keyText(
  register: Register,
  key: { values: Values; columns: readonly string[] },
): string | null {
  const parts = partsOfKey(register, key)
  return parts && JSON.stringify(parts)
}

/** Its parts as texts. `columns`: one list for many rows, by which it is remembered how their cells are had. */
export function partsOfKey(
  register: Register,
  { values, columns }: { values: Values; columns: readonly string[] },
): string[] | null {
  const parts: string[] = []
  for (const cell of cellsOfKey(register, columns)) {
    const part = cell(values)
    if (part === undefined || part === null) return null
    parts.push(String(part))
  }
  return parts
}

type CellOfKey = (values: Values) => unknown

const keyCells = new WeakMap<readonly string[], readonly CellOfKey[]>()

/** How each column of a key is had from values; worked out once for a list of columns. */
function cellsOfKey(register: Register, columns: readonly string[]): readonly CellOfKey[] {
  const known = keyCells.get(columns)
  if (known) return known
  const made = columns.map((column) => cellOfKey(register, column))
  keyCells.set(columns, made)
  return made
}

function cellOfKey(register: Register, column: string): CellOfKey {
  for (const [name, field] of Object.entries(register.fields)) {
    const at =
      name === register.areaField ? -1 : columnsOf(name, field).findIndex((one) => one.name === column)
    if (at < 0) continue
    return (values) => {
      const value = values[name]
      return value === null || value === undefined ? null : field.kind.encode(value)[at]
    }
  }
  return (values) => encodeValues(register, values)[column]
}

type Keys = { columns: readonly string[]; keys: readonly string[]; unknown?: string | undefined }

/** The rows in scope whose columns have one of these keys, by key text. Several rows of one key are all there. `unknown`: a column that they do not know. */
export async function rowsByKey(
  ctx: Ctx,
  register: Register,
  { columns, keys, unknown }: Keys,
): Promise<Map<string, AnyRow[]>> {
  const found = new Map<string, AnyRow[]>()
  if (keys.length === 0) return found
  for (const row of await fetchByKey(ctx, register, { columns, keys, unknown })) {
    const key = keyText(register, { values: row, columns })
    if (key !== null) found.set(key, [...(found.get(key) ?? []), row])
  }
  return found
}

/** Whether there is a row in scope whose column nobody knows. */
export async function hasUnknown({ tx }: Ctx, register: Register, column: string): Promise<boolean> {
  const found = await sql<{ some: boolean }>`
    select exists (select from ${tableOf(register)} where ${sql.ref(column)} is null and deleted_at is null) as some`.execute(
    tx,
  )
  return found.rows[0]?.some ?? false
}

/** One key column goes through `= any`, which the index serves best; several through a row comparison. */
function fetchByKey(ctx: Ctx, register: Register, { columns, keys, unknown }: Keys) {
  const types = columnTypes(register)
  const parts = [...new Set(keys)].map((key) => JSON.parse(key) as string[])
  const lists = columns.map(
    (name, i) =>
      sql`${textArray(parts.map((part) => part[i] ?? null))}::text[]::${sql.raw(types.get(name) ?? 'text')}[]`,
  )
  const names = sql.join(columns.map((name) => sql.ref(name)))
  return fetchRows(
    ctx,
    register,
    sql`select ${selectList(register)} from ${tableOf(register)}
      where (${names}) in (select * from unnest(${sql.join(lists)})) and deleted_at is null
        ${unknown === undefined ? sql`` : sql`and ${sql.ref(unknown)} is null`}`,
  )
}

/**
 * Rows of another register by the text of one field, for references: only what tells them apart and where they stand.
 * What an index leads with is looked up text by text (`offset 0` keeps it so), since behind the fence the planner would
 * read the whole scope instead.
 */
export async function idsByText(
  ctx: Ctx,
  register: Register,
  { field, texts, area }: { field: string; texts: readonly string[]; area?: string },
): Promise<Map<string, number[]>> {
  if (texts.length === 0) return new Map()
  const name = mainColumn(register, field)
  const isText = columnTypes(register).get(name) === 'text'
  const column = isText ? sql.ref(name) : sql`${sql.ref(name)}::text`
  const wanted = sql`${textArray([...new Set(texts)])}::text[]`
  const here = sql`deleted_at is null ${area === undefined ? sql`` : sql`and area >= ${area} and area < ${`${area}~`}`}`
  const rows = await (isText && uniqueColumns(register)?.[0] === name
    ? sql<{ id: number; text: string }>`
        select one.id, r.text from unnest(${wanted}) as r(text)
          cross join lateral (select id from ${tableOf(register)} where ${column} = r.text and ${here} offset 0) as one`
    : sql<{ id: number; text: string }>`
        select id, ${column} as text from ${tableOf(register)} where ${column} = any(${wanted}) and ${here}`
  ).execute(ctx.tx)
  const found = new Map<string, number[]>()
  for (const { id, text } of rows.rows) found.set(text, [...(found.get(text) ?? []), id])
  return found
}
