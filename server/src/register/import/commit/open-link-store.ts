/** The rows of other registers that an import is to make, page by page, with what the rows that speak for them say. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { columnsOf } from '../../columns.ts'
import type { Register } from '../../define.ts'
import { encodeValues } from '../../row.ts'
import { bigintArray } from '../binary-array.ts'
import { blockRows } from '../block/block-store.ts'
import type { Derivation } from '../define.ts'
import type { Importer } from '../importer.ts'
import { decodeField } from '../stage/classify.ts'
import type { Batch } from '../tables.ts'

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

export type LinkPage = { after: number; to: number }
type Pages = { importId: number; after: number; size: number; most: number }

/** Where the next pages of rows to make begin and end. */
export async function linkPages({ tx }: Ctx, { importId, after, size, most }: Pages): Promise<LinkPage[]> {
  const found = await sql<{ to: number }>`
    select max(id) as to from (
      select id, (row_number() over (order by id) - 1) / ${size} as page from (
        select id from import_link where import_id = ${importId} and id > ${after} and target_id is null
        order by id limit ${size * most}) as l) as p
    group by page order by page`.execute(tx)
  return found.rows.map(({ to }, at) => ({ after: found.rows[at - 1]?.to ?? after, to }))
}

/** The registers of which an import may make rows. */
export function madeRegisters(importer: Importer, { register: name }: Batch): string[] {
  const register = importer.registry.get(name)
  const targets = (importer.rulesOf(name)?.derive ?? []).map(({ from }) => {
    const field = register.fields[from]
    return field?.kind.target?.(field)
  })
  return [...new Set(targets)].filter((target) => target !== undefined)
}

type OpenLinks = { importId: number; after: number; to: number; columns: readonly string[] }

/**
 * The rows to make of a page, in order; `columns`: what of the rows that speak is told. Those that stand one by one are looked up one
 * by one (`offset 0` keeps it so): the planner would read the whole import for each few thousand.
 */
export async function openLinks(
  ctx: Ctx,
  { importId, after, to, columns }: OpenLinks,
): Promise<StagedLink[]> {
  const found = await sql<StagedLink & { rowId: number | null }>`
    select l.id, l.register, l.key, l.count, l.fresh_id, l.encoded, l.row_id, r.row
    from (select * from import_link where import_id = ${importId} and id > ${after} and id <= ${to}
        and target_id is null offset 0) as l
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

/** How rows of a register are made from those of an import. */
export function ruleOf(
  importer: Importer,
  batch: Batch,
  made: string,
): { register: Register; rule: Derivation | undefined } {
  const register = importer.registry.get(batch.register)
  const rule = importer.rulesOf(batch.register)?.derive?.find(({ from }) => {
    const field = register.fields[from]
    return field?.kind.target?.(field) === made
  })
  return { register, rule }
}

/** What the row that speaks says of the row to be made. */
export function encodedLink(importer: Importer, batch: Batch, link: StagedLink): Record<string, unknown> {
  if (link.encoded) return link.encoded
  const { register, rule } = ruleOf(importer, batch, link.register)
  const other = importer.registry.get(link.register)
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
