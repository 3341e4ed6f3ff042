/**
 * One record under several ids: what a merge of two rows leaves behind for all rooms. Vouchers, decisions, findings and cases
 * keep the id under which they were made; who asks for those of a row asks for those of all its ids. In SQL the same is
 * `known_as(register, id)`, `names_of(register, ids)`, `went_to(register, ids)` and `merged_into(register, id[, before])`.
 */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from './db.ts'

/** All ids of each of these rows as it is today, its own among them. */
export async function namesOf(
  tx: Tx,
  register: string,
  ids: readonly number[],
): Promise<Map<number, readonly number[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; name: number }>`
    select id, name from names_of(${register}, ${ids}::bigint[])`.execute(tx)
  const found = Map.groupBy(rows, ({ id }) => Number(id))
  return new Map([...found].map(([id, names]) => [id, names.map(({ name }) => Number(name))]))
}

/** These ids and all others of the same records, each once, in order. */
export async function withNames(tx: Tx, register: string, ids: readonly number[]): Promise<number[]> {
  const names = await namesOf(tx, register, ids)
  return [...new Set([...ids, ...[...names.values()].flat()])].sort((a, b) => a - b)
}

/** Where rows went that were merged into others, in the end; rows that stand by themselves are not in the map. */
export async function goneTo(
  tx: Tx,
  register: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; nowId: number }>`
    select id, now_id from went_to(${register}, ${ids}::bigint[])`.execute(tx)
  return new Map(rows.map(({ id, nowId }) => [Number(id), Number(nowId)]))
}

/** Where a row went by the merges that were known before a moment (`timestamptz`); null where it stood by itself then. */
export async function wentBefore(
  tx: Tx,
  { register, id }: { register: string; id: number },
  before: RawBuilder<unknown>,
): Promise<number | null> {
  const { rows } = await sql<{ into: number | null }>`
    select merged_into(${register}, ${id}::bigint, ${before}) as into`.execute(tx)
  const into = rows[0]?.into ?? null
  return into === null ? null : Number(into)
}
