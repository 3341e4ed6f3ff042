/** Changes of many rows of a register at once, for imports. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import type { Register } from '../../define.ts'
import { searchedFields, searchKeys } from '../../search-keys.ts'
import { columnTypes, tableOf } from '../../sql-store.ts'
import { decodeSome } from '../stage/classify.ts'

type Encoded = Record<string, unknown>

/** What a list is found by follows from its values. */
export function withSearchKeys(register: Register, encoded: Encoded): Encoded {
  return register.search
    ? {
        ...encoded,
        search_keys: searchKeys(register, decodeSome(register, searchedFields(register), encoded)),
      }
    : encoded
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
