/** The rows of lists, and the rows of registers that are not on them. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { goneTo } from '#platform'
import type { ComparedRow, NewRow, RowClass } from './tables.ts'

const columns = sql`id, comparison_id, area, sheet, row_number, cells, encoded, keys, identity, issues, class, targets, differs, candidates,
  decision, decided_name, decided_at, is_new`

export async function insertListRows(
  { tx }: Ctx,
  { id, area, rows }: { id: number; area: string; rows: readonly NewRow[] },
): Promise<void> {
  if (rows.length === 0) return
  const wire = JSON.stringify(rows.map((row) => ({ ...row, row_number: row.rowNumber })))
  await sql`insert into comparison_row (comparison_id, area, sheet, row_number, cells, encoded, keys, identity, issues, class)
    select ${id}, ${area}, sheet, row_number, cells, encoded, keys, identity, issues, class
    from jsonb_to_recordset(${wire}::jsonb) as r(sheet int, row_number int, cells jsonb, encoded jsonb, keys text[], identity text,
      issues jsonb, class text)`.execute(tx)
}

/** Before reading again under another mapping. */
export async function clearRows({ tx }: Ctx, id: number): Promise<void> {
  await sql`delete from comparison_row where comparison_id = ${id}`.execute(tx)
  await sql`delete from comparison_missing where comparison_id = ${id}`.execute(tx)
}

export type RowAsk = {
  id: number
  classes?: readonly RowClass[]
  onlyNew?: boolean
  /** Only rows that differ in this column of the list. */
  differs?: string
  after?: number
  limit: number
}

/** In the order of the list. */
export async function listRowsOf(
  { tx }: Ctx,
  { id, classes, onlyNew, differs, after = 0, limit }: RowAsk,
): Promise<ComparedRow[]> {
  const found = await sql<ComparedRow>`
    select ${columns} from comparison_row where comparison_id = ${id} and id > ${after}
      ${classes ? sql`and class = any(${[...classes]}::text[])` : sql``} ${onlyNew ? sql`and is_new` : sql``}
      ${differs === undefined ? sql`` : sql`and differs @> ${JSON.stringify([{ list: differs }])}::jsonb`}
    order by id limit ${limit}`.execute(tx)
  return asTheyStand(tx, found.rows)
}

/** Rows of the register that were merged since are meant where they stand now. */
async function asTheyStand(tx: Ctx['tx'], rows: readonly ComparedRow[]): Promise<ComparedRow[]> {
  const ids = rows.flatMap(({ targets, candidates }) => [...targets, ...candidates.map(({ id }) => id)])
  if (ids.length === 0) return [...rows]
  const gone = new Map<number, number>()
  for (const register of await registersOf(tx, rows))
    for (const [id, now] of await goneTo(tx, register, ids)) gone.set(id, now)
  if (gone.size === 0) return [...rows]
  const now = (id: number) => gone.get(Number(id)) ?? id
  return rows.map((row) => ({
    ...row,
    targets: [...new Set(row.targets.map(now))],
    candidates: row.candidates.map((one) => ({ ...one, id: now(one.id) })),
  }))
}

/** The register that the lists of these rows were laid beside: one, for they are of one list or one kind. */
async function registersOf(tx: Ctx['tx'], rows: readonly ComparedRow[]): Promise<string[]> {
  const found = await sql<{ register: string }>`
    select distinct register from comparison where id = any(${rows.map((row) => row.comparisonId)}::bigint[])`.execute(
    tx,
  )
  return found.rows.map(({ register }) => register)
}

/** Rows whose targets are known and whose differences are not yet. */
export async function matchedRows(
  { tx }: Ctx,
  { id, after, limit }: { id: number; after: number; limit: number },
): Promise<ComparedRow[]> {
  const found = await sql<ComparedRow>`
    select ${columns} from comparison_row
    where comparison_id = ${id} and id > ${after} and class is null and targets <> '{}' order by id limit ${limit}`.execute(
    tx,
  )
  return asTheyStand(tx, found.rows)
}

/** Rows for which no key fits. */
export async function openRows(
  { tx }: Ctx,
  { id, after, limit }: { id: number; after: number; limit: number },
): Promise<ComparedRow[]> {
  const found = await sql<ComparedRow>`
    select ${columns} from comparison_row
    where comparison_id = ${id} and id > ${after} and class is null and targets = '{}' order by id limit ${limit}`.execute(
    tx,
  )
  return found.rows
}

export async function getRows({ tx }: Ctx, ids: readonly number[]): Promise<ComparedRow[]> {
  const found = await sql<ComparedRow>`
    select ${columns} from comparison_row where id = any(${[...ids]}::bigint[]) order by id for update`.execute(
    tx,
  )
  return asTheyStand(tx, found.rows)
}

export type RowResult = Pick<ComparedRow, 'id' | 'class' | 'targets' | 'differs' | 'candidates'>

/** What was found out about rows, many in one statement. */
export async function keepResults({ tx }: Ctx, results: readonly RowResult[]): Promise<void> {
  if (results.length === 0) return
  await sql`update comparison_row c set class = r.class, targets = r.targets, differs = r.differs, candidates = r.candidates
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as r(id bigint, class text, targets bigint[], differs jsonb, candidates jsonb)
    where c.id = r.id`.execute(tx)
}

export async function keepDecision(
  { tx, actor }: Ctx,
  { id, decision }: { id: number; decision: 'same' | 'none' },
): Promise<void> {
  await sql`update comparison_row set decision = ${decision}, decided_by = ${actor.accountId}, decided_name = ${actor.name},
    decided_at = clock_now() where id = ${id}`.execute(tx)
}

export async function countClasses({ tx }: Ctx, id: number): Promise<Record<string, number>> {
  const found = await sql<{ class: string; count: number; fresh: number }>`
    select coalesce(class, 'open') as class, count(*) as count, count(*) filter (where is_new) as fresh
    from comparison_row where comparison_id = ${id} group by 1`.execute(tx)
  const missing = await sql<{ count: number }>`
    select count(*) as count from comparison_missing where comparison_id = ${id}`.execute(tx)
  return {
    ...Object.fromEntries(found.rows.map(({ class: name, count }) => [name, count])),
    onlyHere: missing.rows[0]?.count ?? 0,
    isNew: found.rows
      .filter(({ class: name }) => name !== 'repeated')
      .reduce((sum, { fresh }) => sum + fresh, 0),
  }
}

/** Row numbers of the register that are not on the list. */
export async function missingRows(
  { tx }: Ctx,
  { id, after, limit }: { id: number; after: number; limit: number },
): Promise<{ id: number; rowId: number }[]> {
  const found = await sql<{ id: number; rowId: number }>`
    select id, row_id from comparison_missing where comparison_id = ${id} and id > ${after} order by id limit ${limit}`.execute(
    tx,
  )
  return found.rows
}

/** Before comparing again: what people decided stays. */
export async function resetRows({ tx }: Ctx, id: number): Promise<void> {
  await sql`update comparison_row set differs = '[]', is_new = true,
      class = case when class = 'unreadable' then class when decision = 'none' then 'onlyThere' end,
      targets = case when decision = 'same' then targets else '{}' end,
      candidates = case when decision is null then '[]' else candidates end
    where comparison_id = ${id}`.execute(tx)
  await sql`delete from comparison_missing where comparison_id = ${id}`.execute(tx)
}

/** What the last list of a kind says of rows of the register, under whatever id of theirs. */
export async function lastSaid(
  { tx }: Ctx,
  { kind, register, ids }: { kind: string; register: string; ids: readonly number[] },
): Promise<(ComparedRow & { target: number })[]> {
  const found = await sql<ComparedRow & { target: number }>`
    with named as materialized (select id, name from names_of(${register}, ${[...ids]}::bigint[])),
    all_names as materialized (select coalesce(array_agg(name), '{}') as names from named)
    select distinct on (n.id) n.id as target, w.* from comparison c join comparison_row w on w.comparison_id = c.id,
      unnest(w.targets) as meant join named n on n.name = meant
    where c.kind = ${kind} and c.state <> 'dropped' and w.targets && (select names from all_names)
    order by n.id, c.list_date desc, w.id desc`.execute(tx)
  return found.rows
}
