/** Rows that a roster implies in another register: one for each key that its rows name and the register does not have. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { columnsOf, mainColumn } from '../columns.ts'
import type { Register } from '../define.ts'
import { encodeValues } from '../row.ts'
import { bigintArray } from './binary-array.ts'
import { blockRows } from './block/block-store.ts'
import { LINK } from './block/pack.ts'
import type { Derivation } from './define.ts'
import type { Importer } from './importer.ts'
import { decodeField } from './stage/classify.ts'
import type { Batch } from './tables.ts'

/**
 * Notes which rows are to be made, once the whole file has been read; `rowIds`: only for what these rows name. For each
 * key the row that the rule asks for speaks, else the first. Of a household that somebody enters, rows that are rejected for
 * another column count too; one of which all rows are left out is not made.
 */
export async function deriveLinks(
  ctx: Ctx,
  importer: Importer,
  batch: Batch,
  rowIds?: readonly number[],
): Promise<void> {
  const register = importer.registry.get(batch.register)
  for (const rule of importer.rulesOf(batch.register)?.derive ?? []) {
    const field = register.fields[rule.from]
    const target = field?.kind.target?.(field)
    if (target === undefined) continue
    const other = importer.registry.get(target)
    await noteLinks(ctx, { batch, register, other, rule, rowIds })
  }
}

type Noting = {
  batch: Batch
  register: Register
  other: Register
  rule: Derivation
  rowIds: readonly number[] | undefined
}

async function noteLinks({ tx }: Ctx, { batch, register, other, rule, rowIds }: Noting): Promise<void> {
  const speaks = rule.where ? sql`min(id) filter (where said = ${rule.where.is})` : sql`null`
  const some = rowIds
    ? sql`and key in (select links ->> ${rule.from} from import_row where id = any(${rowIds}::bigint[]) and links ? ${rule.from})
        and key not in (select key from import_link where import_id = ${batch.id} and register = ${other.name})`
    : sql``
  const said = mainColumn(register, rule.where?.field ?? rule.from)
  await sql`
    with named as materialized (
      select key, coalesce(${speaks}, min(id)) as row_id, count(*) as count
      from (${naming({ importId: batch.id, from: rule.from, said })}) as r where class <> 'skipped' ${some} group by 1
      having bool_or(class in ('new', 'changed'))
    )
    insert into import_link (import_id, area, register, key, row_id, count, fresh_id)
    select ${batch.id}, ${batch.area}, ${other.name}, n.key, n.row_id, n.count, f.id
    from (select *, row_number() over (order by row_id) as nth from named) as n
    join unnest(fresh_ids(${other.table}, (select count(*)::int from named))) with ordinality as f(id, nth) using (nth)
    on conflict on constraint import_link_once do nothing`.execute(tx)
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
  if (!touched.rows[0]?.some) return
  const register = importer.registry.get(batch.register)
  for (const { from } of importer.rulesOf(batch.register)?.derive ?? []) {
    const field = register.fields[from]
    const target = field?.kind.target?.(field)
    await sql`delete from import_link where import_id = ${batch.id} and register = ${target ?? ''}
      and key not in (select key from (${naming({ importId: batch.id, from, said: from })}) as r where class in ('new', 'changed'))`.execute(
      ctx.tx,
    )
  }
}

export type StagedLink = {
  id: number
  register: string
  key: string
  count: number
  freshId: number
  /** As it was staged before rows spoke for themselves. */
  encoded: Record<string, unknown> | null
  /** The row that speaks for it. */
  row: { encoded: Record<string, unknown>; area: string } | null
}

type OpenLinks = { importId: number; after: number; limit: number; columns: readonly string[] }

/**
 * The next rows to make, in order; `columns`: what of the rows that speak is told. Those that stand one by one are looked up one
 * by one (`offset 0` keeps it so): the planner would read the whole import for each few thousand.
 */
export async function openLinks(
  ctx: Ctx,
  { importId, after, limit, columns }: OpenLinks,
): Promise<StagedLink[]> {
  const found = await sql<StagedLink & { rowId: number | null }>`
    select l.id, l.register, l.key, l.count, l.fresh_id, l.encoded, l.row_id, r.row
    from (select * from import_link where import_id = ${importId} and id > ${after} and target_id is null
        order by id limit ${limit}) as l
      left join lateral (select jsonb_build_object('encoded', encoded, 'area', area) as row from import_row
        where id = l.row_id offset 0) as r on true
    order by l.id`.execute(ctx.tx)
  const ids = found.rows.flatMap(({ row, rowId }) => (row || rowId === null ? [] : [rowId]))
  const inBlocks = await rowsInBlocks(ctx, { importId, ids, columns })
  return found.rows.map(({ rowId, ...link }) => ({
    ...link,
    row: link.row ?? inBlocks.get(rowId ?? 0) ?? null,
  }))
}

type Told = NonNullable<StagedLink['row']>
type InBlock = { id: number; area: string; json: string[] | null } & Record<string, string | null>
type InBlocks = { importId: number; ids: readonly number[]; columns: readonly string[] }

/** What some columns of rows in blocks say, by the number of the row. */
async function rowsInBlocks(ctx: Ctx, { importId, ids, columns }: InBlocks): Promise<Map<number, Told>> {
  if (ids.length === 0) return new Map()
  const [from, to] = [ids.reduce((a, b) => Math.min(a, b)), ids.reduce((a, b) => Math.max(a, b))]
  const aliases = Object.fromEntries(columns.map((column, at) => [`c${at}`, column]))
  const where = sql`b.import_id = ${importId} and b.to_id >= ${from} and b.id <= ${to}`
  const found = await sql<InBlock>`
    select id, area, nullif(json, '{}') as json, ${sql.join(Object.keys(aliases).map((alias) => sql.ref(alias)))}
    from (${blockRows(where, aliases)}) as r where id = any(${bigintArray(ids)}::bigint[])`.execute(ctx.tx)
  return new Map(
    found.rows.map(({ id, area, json, ...cells }) => {
      const told = columns.flatMap((column, at) => {
        const text = cells[`c${at}`]
        return text === null || text === undefined
          ? []
          : [[column, json?.includes(column) ? JSON.parse(text) : text]]
      })
      return [id, { encoded: Object.fromEntries(told), area }]
    }),
  )
}

/** The columns from which rows of other registers are made. */
export function speakingColumns(importer: Importer, name: string): string[] {
  const register = importer.registry.get(name)
  const fields = (importer.rulesOf(name)?.derive ?? []).flatMap(({ values }) => Object.values(values))
  const own = fields.flatMap((field) => {
    const declared = register.fields[field]
    return declared && field !== register.areaField
      ? columnsOf(field, declared).map((column) => column.name)
      : []
  })
  return [...new Set(['area', ...own])]
}

/** What the row that speaks says of the row to be made. */
export function encodedLink(importer: Importer, batch: Batch, link: StagedLink): Record<string, unknown> {
  if (link.encoded) return link.encoded
  const register = importer.registry.get(batch.register)
  const other = importer.registry.get(link.register)
  const rule = importer.rulesOf(batch.register)?.derive?.find(({ from }) => {
    const field = register.fields[from]
    return field?.kind.target?.(field) === link.register
  })
  const cells = link.row?.encoded ?? {}
  const made: Record<string, unknown> = {}
  for (const to in rule?.values) made[to] = decodeField(register, rule.values[to] ?? '', cells) ?? undefined
  return encodeValues(other, {
    ...made,
    area: cells.area ?? link.row?.area ?? batch.area,
    [other.identity[0] ?? '']: link.key,
    ...(rule?.count === undefined ? {} : { [rule.count]: link.count }),
  })
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
