/** Rows that a roster implies in another register: one for each key that its rows name and the register does not have. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { mainColumn } from '../columns.ts'
import type { Register } from '../define.ts'
import { bigintArray } from './binary-array.ts'
import { blockRows } from './block/block-store.ts'
import { LINK } from './block/pack.ts'
import type { Derivation } from './define.ts'
import type { Importer } from './importer.ts'
import type { Batch } from './tables.ts'

/**
 * Notes which rows are to be made, once the whole file has been read; `rowIds`: only for what these rows name. For each
 * key the row that the rule asks for speaks, else the first. Of a household that somebody enters, rows that are rejected for
 * another column count too; one of which all rows are left out is not made. With `rowIds` the numbers of what was noted.
 */
export async function deriveLinks(
  ctx: Ctx,
  importer: Importer,
  batch: Batch,
  rowIds?: readonly number[],
): Promise<number[]> {
  const register = importer.registry.get(batch.register)
  const noted: number[] = []
  for (const rule of importer.rulesOf(batch.register)?.derive ?? []) {
    const field = register.fields[rule.from]
    const target = field?.kind.target?.(field)
    if (target === undefined) continue
    const other = importer.registry.get(target)
    noted.push(...(await noteLinks(ctx, { batch, register, other, rule, rowIds })))
  }
  return noted
}

type Noting = {
  batch: Batch
  register: Register
  other: Register
  rule: Derivation
  rowIds: readonly number[] | undefined
}

async function noteLinks({ tx }: Ctx, { batch, register, other, rule, rowIds }: Noting): Promise<number[]> {
  const speaks = rule.where ? sql`min(id) filter (where said = ${rule.where.is})` : sql`null`
  const some = rowIds
    ? sql`and key in (select links ->> ${rule.from} from import_row where id = any(${rowIds}::bigint[]) and links ? ${rule.from})
        and key not in (select key from import_link where import_id = ${batch.id} and register = ${other.name})`
    : sql``
  const said = mainColumn(register, rule.where?.field ?? rule.from)
  const noted = await sql<{ id: number }>`
    with named as materialized (
      select key, coalesce(${speaks}, min(id)) as row_id, count(*) as count
      from (${naming({ importId: batch.id, from: rule.from, said })}) as r where class <> 'skipped' ${some} group by 1
      having bool_or(class in ('new', 'changed'))
    )
    insert into import_link (import_id, area, register, key, row_id, count, fresh_id)
    select ${batch.id}, ${batch.area}, ${other.name}, n.key, n.row_id, n.count, f.id
    from (select *, row_number() over (order by row_id) as nth from named) as n
    join unnest(fresh_ids(${other.table}, (select count(*)::int from named))) with ordinality as f(id, nth) using (nth)
    ${rowIds ? sql`on conflict on constraint import_link_once do nothing returning id` : sql``}`.execute(tx)
  return noted.rows.map(({ id }) => id)
}

type Naming = { importId: number; from: string; said: string }

/** The rows of an import that name a key; `said`: the column whose value tells who speaks. */
function naming({ importId, from, said }: Naming): RawBuilder<unknown> {
  const link = LINK + from
  return sql`select id, class, links ->> ${from} as key, encoded ->> ${said} as said from import_row
      where import_id = ${importId} and links ? ${from}
    union all
    select id, class, key, said
    from (${blockRows(sql`b.import_id = ${importId} and ${link} = any(b.names)`, { key: link, said })}) as b where key is not null`
}

/**
 * Before the merge: of what was to be made, that which nobody enters any more goes, since rows were left out or mended
 * after it was noted. Where every row stands as it was read there is none.
 */
export async function dropIdleLinks(ctx: Ctx, importer: Importer, batch: Batch): Promise<void> {
  const touched = await sql<{ some: boolean }>`
    select exists (select from import_row where import_id = ${batch.id} and class in ('skipped', 'rejected', 'doubtful'))
      or exists (select from import_row where import_id = ${batch.id} and fixes <> '{}') as some`.execute(
    ctx.tx,
  )
  if (touched.rows[0]?.some) await dropUnnamed(ctx, importer, { batch })
}

/** The same of what a step noted that was taken back: of the `links` given only. */
export async function dropUnnamed(
  ctx: Ctx,
  importer: Importer,
  { batch, links }: { batch: Batch; links?: readonly number[] },
): Promise<void> {
  if (links?.length === 0) return
  const among = links ? sql`and id = any(${bigintArray(links)}::bigint[])` : sql``
  const register = importer.registry.get(batch.register)
  for (const { from } of importer.rulesOf(batch.register)?.derive ?? []) {
    const field = register.fields[from]
    const target = field?.kind.target?.(field)
    await sql`delete from import_link where import_id = ${batch.id} and register = ${target ?? ''} ${among}
      and key not in (select key from (${naming({ importId: batch.id, from, said: from })}) as r where class in ('new', 'changed'))`.execute(
      ctx.tx,
    )
  }
}

/** The row of a key was there already, or is out of sight (`OUTSIDE`): it is not made. */
export async function pointLinks(
  { tx }: Ctx,
  links: readonly { id: number; targetId: number }[],
): Promise<void> {
  if (links.length === 0) return
  await sql`update import_link l set target_id = r.target_id
    from unnest(${bigintArray(links.map(({ id }) => id))}::bigint[], ${bigintArray(links.map(({ targetId }) => targetId))}::bigint[])
      as r(id, target_id) where l.id = r.id`.execute(tx)
}

/** How many rows of other registers come with an import. */
export async function countLinks(
  { tx }: Ctx,
  importId: number,
): Promise<{ register: string; count: number }[]> {
  const found = await sql<{ register: string; count: number }>`
    select register, count(*) as count from import_link where import_id = ${importId} group by register order by register`.execute(
    tx,
  )
  return found.rows
}

/** A key whose row exists outside the actor's area, so that it can neither be found nor made. */
export const OUTSIDE = -1

/** The ids behind keys, `OUTSIDE` included. */
export async function linkTargets(
  { tx }: Ctx,
  { importId, register, keys }: { importId: number; register: string; keys: readonly string[] },
): Promise<Map<string, number>> {
  const found = await sql<{ key: string; targetId: number }>`
    select key, coalesce(target_id, fresh_id) as target_id from import_link
    where import_id = ${importId} and register = ${register} and key = any(${keys}::text[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.key, row.targetId]))
}

/** What a merged import itself made, for taking it back. */
export async function madeLinks(
  { tx }: Ctx,
  importId: number,
): Promise<{ register: string; targetId: number }[]> {
  const found = await sql<{ register: string; targetId: number }>`
    select register, fresh_id as target_id from import_link
    where import_id = ${importId} and target_id is null and fresh_id is not null order by id`.execute(tx)
  return found.rows
}
