/** Staged rows as they are read, whether they stand one by one or in blocks. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { bigintArray } from './binary-array.ts'
import { holding, identified, readBlocks } from './block/block-store.ts'
import { unfoldRows } from './block/unfold-store.ts'
import { unpackBlock } from './block/unpack.ts'
import { cellsOfLine } from './line.ts'
import type { RowClass } from './stage/draft.ts'
import type { StagedRow } from './tables.ts'

/** What a row is by now follows from how far the merge of its batch got. */
export const merged = sql`(r.class in ('new', 'changed') and r.id <= b.merged_to)`
const columns = sql`r.id, r.import_id, r.area, r.sheet, r.row_number, r.cells, r.line, r.fixes, r.encoded, r.raw, r.links, r.issues, r.reasons,
  r.class, r.accepted, r.identity, case when r.class = 'new' and ${merged} then r.fresh_id else r.target_id end as target_id,
  r.target_version, r.fields, r.before,
  case when not ${merged} then 'staged' when b.state = 'undone' then 'undone' else 'merged' end as state`
export const rowsOfBatch = sql`import_row as r join import_batch as b on b.id = r.import_id`

type Stored = Omit<StagedRow, 'cells'> & { cells: Record<string, string> | null; line: string | null }

function stagedRow({ line, ...row }: Stored): StagedRow {
  return { ...row, cells: row.cells ?? cellsOfLine(line ?? '') }
}

/** Rows `r` that stand one by one, of batches `b`; `rest`: what comes behind their order. */
export async function singleRows(
  { tx }: Ctx,
  where: RawBuilder<unknown>,
  rest: RawBuilder<unknown> = sql``,
): Promise<StagedRow[]> {
  const found =
    await sql<Stored>`select ${columns} from ${rowsOfBatch} where ${where} order by r.id ${rest}`.execute(tx)
  return found.rows.map(stagedRow)
}

type InImport = { importId: number }

export type RowAsk = InImport & {
  classes?: readonly RowClass[]
  reason?: string
  after?: number
  limit: number
  sheet?: number
}

/** A page of rows in the order of the file. */
export async function listStaged(ctx: Ctx, ask: RowAsk): Promise<StagedRow[]> {
  const { importId, classes, reason, after = 0, limit, sheet } = ask
  const single = await singleRows(
    ctx,
    sql`r.import_id = ${importId} and r.id > ${after}
      ${classes ? sql`and r.class = any(${classes}::text[])` : sql``}
      ${reason ? sql`and ${reason} = any(r.reasons)` : sql``}
      ${sheet === undefined ? sql`` : sql`and r.sheet = ${sheet}`}`,
    sql`limit ${limit}`,
  )
  const hasBlocks = !reason && (!classes || classes.includes('new') || classes.includes('unchanged'))
  const rows = hasBlocks ? [...single, ...(await rowsOfBlocks(ctx, ask))].sort((a, b) => a.id - b.id) : single
  return rows.slice(0, limit)
}

/** Read in one go. Blocks of one slice lie within each other, so that the last only says how far the others are all there is. */
const BLOCKS = 4

/** The first rows behind a place that stand in blocks. */
async function rowsOfBlocks(
  ctx: Ctx,
  { importId, classes, after = 0, limit, sheet }: RowAsk,
): Promise<StagedRow[]> {
  const rows: StagedRow[] = []
  for (let [from, more] = [0, true]; more && rows.length < limit; ) {
    const blocks = await readBlocks(
      ctx,
      sql`b.import_id = ${importId} and b.to_id > ${after} and b.id >= ${from}
        ${classes ? sql`and b.class = any(${classes}::text[])` : sql``}
        ${sheet === undefined ? sql`` : sql`and b.sheet = ${sheet}`}`,
      BLOCKS,
    )
    more = blocks.length === BLOCKS
    const last = more ? blocks.at(-1) : undefined
    const here = blocks.flatMap((block) => unpackBlock(block))
    const end = last?.id ?? Number.POSITIVE_INFINITY
    rows.push(...here.filter(({ id }) => id > after && id >= from && id < end))
    from = end
  }
  return rows
}

/** Rows that are about to be changed; they stand one by one from then on. */
export async function getStaged(ctx: Ctx, ids: readonly number[]): Promise<StagedRow[]> {
  await unfoldRows(ctx, ids)
  return singleRows(ctx, sql`r.id = any(${bigintArray(ids)}::bigint[])`, sql`for update of r`)
}

/** Rows of an import as they stand, to be shown beside others. */
export async function rowsBeside(ctx: Ctx, ids: readonly number[]): Promise<StagedRow[]> {
  if (ids.length === 0) return []
  const wanted = new Set(ids)
  const single = await singleRows(ctx, sql`r.id = any(${bigintArray(ids)}::bigint[])`)
  if (single.length === wanted.size) return single
  const blocks = await readBlocks(ctx, holding(ids))
  return [...single, ...blocks.flatMap((block) => unpackBlock(block)).filter(({ id }) => wanted.has(id))]
}

/** The index holds hashes of identities. */
const isNamed = (identity: string) =>
  sql`hashtext(r.identity) = hashtext(${identity}) and r.identity = ${identity}`

/** Rows that stand for the same thing as this one. */
export async function sameIdentity(
  ctx: Ctx,
  { importId, identity }: InImport & { identity: string },
): Promise<StagedRow[]> {
  const single = await singleRows(ctx, sql`r.import_id = ${importId} and ${isNamed(identity)}`)
  const blocks = await readBlocks(ctx, sql`b.import_id = ${importId} and ${identified([identity])}`)
  const rows = blocks.flatMap((block) => unpackBlock(block)).filter((row) => row.identity === identity)
  return [...single, ...rows].sort((a, b) => a.id - b.id)
}
