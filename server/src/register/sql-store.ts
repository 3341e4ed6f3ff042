/** Pieces of SQL that the stores of this room share: what to select, how to write rows, names for ids. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { baseColumns, columnsOf, ownerColumn, ownFields, snake } from './columns.ts'
import type { Register } from './define.ts'
import type { AnyRow } from './row.ts'
import { decodeRow } from './row.ts'
import { searchColumns } from './search-keys.ts'

export type DbRow = Record<string, unknown>

export function tableOf(register: Register): RawBuilder<unknown> {
  return sql.table(register.table)
}

/** The columns of a row, in the order of `rowColumns`. */
export function rowColumns(register: Register): string[] {
  const owner = ownerColumn(register)
  const own = ownFields(register).flatMap(([name, field]) => columnsOf(name, field).map((c) => c.name))
  return [
    ...baseColumns,
    ...(owner ? [owner] : []),
    ...(register.shape === 'dated' ? ['valid_from', 'valid_to'] : []),
    ...own,
  ]
}

export function selectList(register: Register): RawBuilder<unknown> {
  return sql.join(rowColumns(register).map((name) => sql.ref(name)))
}

export async function fetchRows(ctx: Ctx, register: Register, query: RawBuilder<unknown>): Promise<AnyRow[]> {
  const found = await query.execute(ctx.tx)
  return (found.rows as DbRow[]).map((row) => decodeRow(register, row))
}

/** The SQL type of every column that may be written, for rows that go in as JSON. */
export function columnTypes(register: Register): Map<string, string> {
  const owner = ownerColumn(register)
  const types = new Map<string, string>([
    ['area', 'text'],
    ['raw', 'jsonb'],
    ['change_reason', 'text'],
    ['deleted_at', 'timestamptz'],
  ])
  if (owner) types.set(owner, 'bigint')
  if (register.shape === 'dated') types.set('valid_from', 'date').set('valid_to', 'date')
  for (const [name, field] of ownFields(register))
    for (const c of columnsOf(name, field)) types.set(c.name, c.type.replace(/ collate .*/, ''))
  if (register.search) for (const c of searchColumns) types.set(c.name, c.type)
  return types
}

/** `jsonb_to_recordset(…) as r(name text, …)`: rows of values as a table, each column with its type. */
export function recordset(
  register: Register,
  rows: readonly Record<string, unknown>[],
  columns: readonly string[],
): RawBuilder<unknown> {
  const types = columnTypes(register).set('id', 'bigint').set('line', 'bigint').set('version', 'int')
  const definition = columns.map((name) => sql`${sql.ref(name)} ${sql.raw(types.get(name) ?? 'text')}`)
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${sql.join(definition)})`
}

/** The names of accounts, by id; the house itself is 系统. */
export async function accountNames(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
  const wanted = [...new Set(ids)].filter((id) => id > 0)
  const found =
    wanted.length === 0
      ? { rows: [] }
      : await sql<{ id: number; name: string }>`
    select id, name from public.account where id = any(${wanted}::bigint[])`.execute(ctx.tx)
  return new Map([[0, '系统'], ...found.rows.map((row) => [row.id, row.name] as [number, string])])
}

/** The full names of areas below the county, by code: `柳溪镇 石桥村 三组`. Codes that nobody registered stand for themselves. */
export async function areaNames(ctx: Ctx, codes: readonly string[]): Promise<Map<string, string>> {
  const chains = new Map(
    [...new Set(codes)].map((code) => [
      code,
      [9, 12, 15].filter((n) => n <= code.length).map((n) => code.slice(0, n)),
    ]),
  )
  const wanted = [...new Set([...codes, ...[...chains.values()].flat()])]
  const found =
    wanted.length === 0
      ? { rows: [] }
      : // a place that was taken out of use still names what was written with its code
        await sql<{ code: string; name: string }>`
    select distinct on (code) code, name from area where code = any(${wanted}::text[])
    order by code, deleted_at desc nulls first`.execute(ctx.tx)
  const names = new Map(found.rows.map((row) => [row.code, row.name]))
  return new Map(
    [...chains].map(([code, chain]) => [
      code,
      chain
        .map((part) => names.get(part))
        .filter(Boolean)
        .join(' ') ||
        (names.get(code) ?? code),
    ]),
  )
}

export { snake }
