/** Rows of an import before they enter a register. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import { intArray, textArray } from './binary-array.ts'
import { insertBlock } from './block/block-store.ts'
import type { Packed } from './block/pack.ts'
import { PART, packRows } from './block/pack.ts'
import { unfoldNamed, unfoldRows } from './block/unfold-store.ts'
import { unsureRows } from './namesake-store.ts'
import { insertRows } from './single-store.ts'
import type { Issue } from './stage/draft.ts'
import { merged, rowsOfBatch } from './staged-store.ts'
import type { NewRow } from './tables.ts'

type InImport = { importId: number }

type Slice = InImport & {
  area: string
  register: Register
  rows: readonly NewRow[]
  /** Rows of the slice that came as a block; the others stand between them. */
  plain?: Packed | undefined
}

/** A slice in one statement: plain rows in blocks, the others one by one. Numbers are in the order of the file. */
export async function insertStaged(
  { tx }: Ctx,
  { importId, area, register, rows, plain }: Slice,
): Promise<void> {
  const count = rows.length + (plain?.places.length ?? 0)
  if (count === 0) return
  const { table } = register
  const places = placesBeside(count, plain?.places ?? [])
  const { blocks, single } = packRows(register, rows, places)
  const parts = [
    sql`numbers as materialized (select row_ids(${count}) as ids)`,
    ...[...(plain ? [plain] : []), ...blocks].map((block, nth) => {
      const ids = block.places.length === count ? sql`select ids from numbers` : numbersAt(block.places)
      return sql`${sql.ref(`b${nth}`)} as (${insertBlock({ importId, area, table, ids }, block)})`
    }),
  ]
  const own = single.map((at) => rows[at] as NewRow)
  const ids = sql`(${numbersAt(single.map((at) => places[at] as number))})`
  const fresh = own.some((row) => row.class === 'new') ? own.length : 0
  const rest =
    own.length === 0
      ? sql`select 1`
      : insertRows({ importId, area, rows: own, ids, freshIds: sql`fresh_ids(${table}, ${fresh})` })
  await sql`with ${sql.join(parts)} ${rest}`.execute(tx)
}

/** The places from 0 that others have not taken; these in order. */
function placesBeside(count: number, taken: readonly number[]): number[] {
  const places: number[] = []
  for (let at = 0, next = 0; at < count; at++)
    if (taken[next] === at) next++
    else places.push(at)
  return places
}

/** Of the numbers of a slice those at these places, counted from 0. */
function numbersAt(places: readonly number[]): RawBuilder<unknown> {
  return sql`select array_agg(n.ids[p.at + 1] order by p.nth)
    from numbers as n, unnest(${intArray(places)}::int[]) with ordinality as p(at, nth)`
}

/** A row read anew takes the place of what was staged; its texts stay. */
export async function replaceStaged(
  { tx }: Ctx,
  id: number,
  { row, table }: { row: NewRow; table: string },
): Promise<void> {
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  await sql`update import_row set fixes = ${json(row.fixes)}, encoded = ${json(row.encoded)}, raw = ${json(row.raw)},
      links = ${json(row.links)}, issues = ${json(row.issues)}, reasons = ${row.reasons}::text[], class = ${row.class},
      accepted = ${row.accepted}, identity = ${row.identity}, target_id = ${row.targetId}, target_version = ${row.targetVersion},
      fields = ${row.fields}::text[], before = ${json(row.before)},
      fresh_id = coalesce(fresh_id, case when ${row.class} = 'new' then (fresh_ids(${table}, 1))[1] end)
    where id = ${id}`.execute(tx)
}

/** Forgets what was staged, before staging again under another mapping. */
export async function clearStaged({ tx }: Ctx, importId: number): Promise<void> {
  await sql`delete from import_row where import_id = ${importId}`.execute(tx)
  await sql`delete from import_block where import_id = ${importId}`.execute(tx)
  await sql`delete from import_link where import_id = ${importId}`.execute(tx)
}

export type Counts = {
  classes: Record<string, number>
  reasons: { code: string; class: string; count: number }[]
  merged: number
}

export async function countStaged({ tx }: Ctx, importId: number): Promise<Counts> {
  const classes = await sql<{ class: string; count: number; merged: number }>`
    select class, sum(count) as count, sum(count) filter (where is_merged) as merged
    from (
      select r.class, 1::bigint as count, ${merged} and b.state <> 'undone' as is_merged from ${rowsOfBatch} where r.import_id = ${importId}
      union all
      select b.class, b.count, b.class = 'new' and b.to_id <= i.merged_to and i.state <> 'undone'
      from import_block as b join import_batch as i on i.id = b.import_id where b.import_id = ${importId}
    ) as r group by class`.execute(tx)
  const reasons = await sql<{ code: string; class: string; count: number }>`
    select code, class, count(*) as count from import_row, unnest(reasons) as code
    where import_id = ${importId} and class in ('rejected', 'doubtful') group by code, class order by count(*) desc, code`.execute(
    tx,
  )
  return {
    classes: Object.fromEntries(classes.rows.map((row) => [row.class, Number(row.count)])),
    reasons: reasons.rows,
    merged: classes.rows.reduce((sum, row) => sum + Number(row.merged ?? 0), 0),
  }
}

/**
 * The same person twice in one file: a later row that says exactly the same is passed over, one that says something
 * else waits for a person (OF-31: the last wins only when asked). Whom nothing tells apart is left to `markNamesakes`.
 */
export async function markRepeated(
  ctx: Ctx,
  { importId, register }: InImport & { register: Register },
): Promise<void> {
  const { tx } = ctx
  const told = sql`r.import_id = ${importId} and r.identity is not null and r.class <> 'rejected' and not ${unsureRows(register)}`
  // Whom there are twice is asked first: mostly nobody, and the planner knows nothing yet of rows that were just staged.
  const twice = await sql<{ identity: string }>`
    select identity from (
      select r.identity from import_row r where ${told}
      union all
      select unnest(string_to_array(b.identities, ${PART})) from import_block as b where b.import_id = ${importId}
    ) as r group by identity having count(*) > 1`.execute(tx)
  if (twice.rows.length === 0) return
  const names = twice.rows.map(({ identity }) => identity)
  await unfoldNamed(ctx, { importId, identities: names })
  const identities = textArray(names)
  await sql`
    with seen as (
      select id, identity, encoded, first_value(id) over same as first_id, first_value(encoded) over same as first_encoded,
        first_value(row_number) over same as first_row, first_value(sheet) over same as first_sheet, row_number() over same as n
      from import_row r where ${told} and r.identity = any(${identities}::text[])
      window same as (partition by identity order by id)
    )
    update import_row r set
      class = case when seen.encoded = seen.first_encoded then 'skipped' else 'doubtful' end,
      reasons = array_append(r.reasons, case when seen.encoded = seen.first_encoded then 'sameTwice' else 'repeated' end),
      issues = r.issues || jsonb_build_object('code', case when seen.encoded = seen.first_encoded then 'sameTwice' else 'repeated' end,
        'level', 'doubt', 'other', jsonb_build_object('id', seen.first_id, 'row', seen.first_row, 'sheet', seen.first_sheet),
        'text', jsonb_build_object('zh', format('与第 %s 行是同一人，两行写得不一样。请留一行。', seen.first_row),
          'en', format('Row %s is the same; the two rows differ. Keep one of them.', seen.first_row)))
    from seen where seen.id = r.id and seen.n > 1`.execute(tx)
}

/** Takes rows out of the import: they stay in it as skipped. */
export async function skipStaged(ctx: Ctx, ids: readonly number[]): Promise<void> {
  await unfoldRows(ctx, ids)
  await sql`update import_row set class = 'skipped' where id = any(${ids}::bigint[])`.execute(ctx.tx)
}

/** Rows that wait for a person with the same fault, in the order of the file; with a text, only those that say the same. */
export async function alikeRows(
  { tx }: Ctx,
  { importId, issue }: InImport & { issue: Pick<Issue, 'code'> & Partial<Pick<Issue, 'text'>> },
): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select id from import_row where import_id = ${importId} and class in ('rejected', 'doubtful')
      and issues @> ${JSON.stringify([issue])}::jsonb order by id`.execute(tx)
  return found.rows.map(({ id }) => id)
}
