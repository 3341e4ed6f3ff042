/** Blocks of rows of an import in their table. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { bigintArray, intArray, textArray } from '../binary-array.ts'
import type { Packed } from './pack.ts'
import { COLUMN, NOTHING, PART } from './pack.ts'
import type { Block } from './unpack.ts'

export type InsertingBlock = {
  importId: number
  area: string
  /** Of the register, from whose series new rows get their numbers. */
  table: string
  /** A query of the numbers of its rows, in one array. */
  ids: RawBuilder<unknown>
}

/** An insert to stand in a `with`, behind the numbers of the slice. */
export function insertBlock(
  { importId, area, table, ids }: InsertingBlock,
  block: Packed,
): RawBuilder<unknown> {
  const count = block.places.length
  const fresh = block.class === 'new' ? sql`fresh_ids(${table}, ${count})` : sql`null::bigint[]`
  const targets = block.targetIds ? sql`${bigintArray(block.targetIds)}::bigint[]` : sql`null`
  const versions = block.targetVersions ? sql`${intArray(block.targetVersions)}::int[]` : sql`null`
  return sql`insert into import_block (id, to_id, import_id, area, sheet, class, count, ids, row_numbers, lines, identities, names, json,
      cells, fresh_ids, fresh_from, fresh_to, target_ids, target_versions)
    select i.ids[1], i.ids[${count}::int], ${importId}, ${area}, ${block.sheet}, ${block.class}, ${count}, i.ids,
      ${intArray(block.rowNumbers)}::int[], ${block.lines}, ${block.identities}, ${textArray(block.names)}::text[],
      ${textArray(block.json)}::text[], ${textArray(block.cells)}::text[], f.ids, f.ids[1], f.ids[${count}::int], ${targets}, ${versions}
    from (${ids}) as i(ids), (select ${fresh} offset 0) as f(ids)`
}

const stored = sql`b.id, b.import_id, b.area, b.sheet, b.class, b.ids, b.row_numbers, b.lines, b.identities, b.names, b.json,
  array_to_string(b.cells, ${COLUMN}) as cells, b.fresh_ids, b.target_ids, b.target_versions,
  b.class = 'new' and b.to_id <= i.merged_to as is_merged, i.state = 'undone' as is_undone`

/** Blocks `b` in the order of the file. */
export async function readBlocks({ tx }: Ctx, where: RawBuilder<unknown>, limit?: number): Promise<Block[]> {
  const found = await sql<Block>`
    select ${stored} from import_block as b join import_batch as i on i.id = b.import_id where ${where}
    order by b.id ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(tx)
  return found.rows
}

/** Blocks `b` that hold one of these numbers. */
export function holding(ids: readonly number[]): RawBuilder<unknown> {
  const wanted = sql`${bigintArray(ids)}::bigint[]`
  return sql`exists (select from unnest(${wanted}) as w(id) where w.id between b.id and b.to_id and w.id = any(b.ids))`
}

/** Blocks `b` whose rows are named so. */
export function identified(identities: readonly string[]): RawBuilder<unknown> {
  return sql`exists (select from unnest(string_to_array(b.identities, ${PART})) as w(identity)
    where w.identity = any(${textArray(identities)}::text[]))`
}

export async function takeBlocks({ tx }: Ctx, ids: readonly number[]): Promise<number[]> {
  const found = await sql<{ id: number }>`
    delete from import_block where id = any(${bigintArray(ids)}::bigint[]) returning id`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/**
 * Rows of blocks `b` as a table: `id`, `class`, `area` and `json`, and for each alias the text of a column; `places`: also where
 * they stand and what they mean. `b.cells || '{}'` and `offset 0` fetch a block once, and not once a column.
 */
export function blockRows(
  where: RawBuilder<unknown>,
  columns: Readonly<Record<string, string>>,
  { places = false } = {},
): RawBuilder<unknown> {
  const texts = Object.entries(columns).map(
    ([alias, name]) =>
      sql`unnest(${parts(sql`c.cells[array_position(c.names, ${name})]`)}) as ${sql.ref(alias)}`,
  )
  const more = places
    ? [sql`unnest(c.row_numbers) as row_number`, sql`unnest(c.target_ids) as target_id`, sql`c.sheet`]
    : []
  const own = [sql`unnest(c.ids) as id`, sql`c.class`, sql`c.area`, sql`c.json`]
  return sql`select ${sql.join([...own, ...more, ...texts])}
    from (select b.sheet, b.class, b.area, b.json, b.names, b.ids || '{}'::bigint[] as ids, b.row_numbers, b.target_ids,
        b.cells || '{}'::text[] as cells
      from import_block as b where ${where} order by b.id offset 0) as c`
}

/** The values of a column, null where a row has none. */
export function parts(cells: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`string_to_array(${cells}, ${PART}, ${NOTHING})`
}
