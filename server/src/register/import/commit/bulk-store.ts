/** Many rows of a register at once, for imports: what meets a row that is already there is left out instead of stopping all. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { uniqueColumns } from '../../ddl.ts'
import type { Register } from '../../define.ts'
import { searchKeys } from '../../search-keys.ts'
import { columnTypes, recordset, tableOf } from '../../sql-store.ts'
import { decodeAll } from '../stage/classify.ts'

type Encoded = Record<string, unknown>

/** What a list is found by follows from its values. */
export function withSearchKeys(register: Register, encoded: Encoded): Encoded {
  return register.search
    ? { ...encoded, search_keys: searchKeys(register, decodeAll(register, encoded)) }
    : encoded
}

/** Inserts rows (columns -> values, `area` among them). Per row its id, or null where such a row exists, in scope or out of it. */
export async function insertLoose(
  ctx: Ctx,
  register: Register,
  rows: readonly Encoded[],
): Promise<(number | null)[]> {
  const unique = uniqueColumns(register)
  const keys = rows.map((row) => (unique ? keyOf(row, unique) : null))
  const keyed = rows.filter((_, at) => keys[at] !== null)
  const free = rows.filter((_, at) => keys[at] === null)
  const byKey = unique ? await insertKeyed(ctx, register, { rows: keyed, unique }) : new Map<string, number>()
  const ids = await insertFree(ctx, register, free)
  return keys.map((key) => (key === null ? (ids.shift() ?? null) : (byKey.get(key) ?? null)))
}

function keyOf(row: Encoded, columns: readonly string[]): string | null {
  const parts = columns.map((column) => row[column])
  return parts.some((part) => part === null || part === undefined) ? null : JSON.stringify(parts.map(String))
}

/** The key tells which rows were taken. */
async function insertKeyed(
  ctx: Ctx,
  register: Register,
  { rows, unique }: { rows: readonly Encoded[]; unique: readonly string[] },
): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const columns = columnsOfRows(register, rows)
  const names = sql.join(columns.map((name) => sql.ref(name)))
  const texts = sql.join(unique.map((name) => sql`${sql.ref(name)}::text`))
  const made = await sql<{ id: number; key: string[] }>`
    insert into ${tableOf(register)} (${names}) select ${names} from ${recordset(register, rows, columns)}
    on conflict do nothing returning id, array[${texts}] as key`.execute(ctx.tx)
  return new Map(made.rows.map(({ id, key }) => [JSON.stringify(key), id]))
}

/** Rows without a key meet nobody; ids come back in the order of the rows. */
async function insertFree(ctx: Ctx, register: Register, rows: readonly Encoded[]): Promise<number[]> {
  if (rows.length === 0) return []
  const columns = columnsOfRows(register, rows)
  const names = sql.join(columns.map((name) => sql.ref(name)))
  const made = await sql<{ id: number }>`
    insert into ${tableOf(register)} (${names}) select ${names} from ${recordset(register, rows, columns)} returning id`.execute(
    ctx.tx,
  )
  return made.rows.map(({ id }) => id)
}

function columnsOfRows(register: Register, rows: readonly Encoded[]): string[] {
  return [...columnTypes(register).keys()].filter((name) => rows.some((row) => name in row))
}

export type Change = { id: number; version: number; set: Encoded }

/**
 * Writes changes. Every change names the same columns. Returns the ids that were changed: a row that has another
 * version by now, or is gone, is not among them.
 */
export async function updateLoose(
  ctx: Ctx,
  register: Register,
  changes: readonly Change[],
): Promise<Set<number>> {
  const [first] = changes
  if (!first) return new Set()
  const types = columnTypes(register)
  const columns = Object.keys(first.set).filter((name) => types.has(name))
  const rows = changes.map(({ id, version, set }) => ({ ...set, row_id: id, row_version: version }))
  const shape = sql.join(columns.map((name) => sql`${sql.ref(name)} ${sql.raw(types.get(name) ?? 'text')}`))
  const sets = sql.join(columns.map((name) => sql`${sql.ref(name)} = ${sql.ref(`r.${name}`)}`))
  const done = await sql<{ id: number }>`
    update ${tableOf(register)} as t set ${sets}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(row_id bigint, row_version int, ${shape})
    where t.id = r.row_id and t.version = r.row_version and t.deleted_at is null returning t.id`.execute(
    ctx.tx,
  )
  return new Set(done.rows.map(({ id }) => id))
}
