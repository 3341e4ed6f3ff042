/** SQL of merges: the record of one, who points to a row, turning pointers, where a row went. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { mainColumn, ownerColumn } from '../columns.ts'
import type { Register } from '../define.ts'
import type { Registry } from '../registry.ts'
import { tableOf } from '../sql-store.ts'

export type MergeState = 'proposed' | 'done' | 'withdrawn' | 'undone'
/** Rows of one column that pointed to the row that went. */
export type Moved = { register: string; column: string; ids: number[] }

export type MergeRow = {
  id: number
  area: string
  register: string
  keptId: number
  goneId: number
  state: MergeState
  taken: string[]
  before: Record<string, unknown>
  moved: Moved[]
  reason: string
  second: boolean
  keptVersion: number
  goneVersion: number
  proposedBy: number
  proposedName: string
  proposedAt: string
  doneBy: number | null
  doneName: string | null
  doneAt: string | null
  undoneBy: number | null
  undoneName: string | null
  undoneAt: string | null
  undoneReason: string | null
}

const columns = sql`id, area, register, kept_id, gone_id, state, taken, before, moved, reason, second, kept_version, gone_version,
  proposed_by, proposed_name, proposed_at, done_by, done_name, done_at, undone_by, undone_name, undone_at, undone_reason`

export type NewMerge = Pick<
  MergeRow,
  'area' | 'register' | 'keptId' | 'goneId' | 'taken' | 'reason' | 'second' | 'keptVersion' | 'goneVersion'
>

/** Writes the proposal; undefined where one of the two stands in another open or done merge as the one that goes. */
export async function insertMerge(ctx: Ctx, given: NewMerge): Promise<MergeRow | undefined> {
  const { accountId, name } = ctx.actor
  const { rows } = await sql<MergeRow>`
    insert into row_merge (area, register, kept_id, gone_id, state, taken, reason, second, kept_version, gone_version, proposed_by,
      proposed_name)
    values (${given.area}, ${given.register}, ${given.keptId}, ${given.goneId}, 'proposed', ${given.taken}::text[], ${given.reason},
      ${given.second}, ${given.keptVersion}, ${given.goneVersion}, ${accountId}, ${name})
    on conflict (register, gone_id) where state in ('proposed', 'done') do nothing returning ${columns}`.execute(
    ctx.tx,
  )
  return rows[0]
}

/** The merge, locked. */
export async function lockMerge(ctx: Ctx, register: Register, id: number): Promise<MergeRow | undefined> {
  const { rows } = await sql<MergeRow>`
    select ${columns} from row_merge where id = ${id} and register = ${register.name} for update`.execute(
    ctx.tx,
  )
  return rows[0]
}

/** A proposal or a later merge in which one of these rows stands. */
export async function standingMerge(
  ctx: Ctx,
  register: Register,
  of: { ids: readonly number[]; after?: number },
): Promise<MergeRow | undefined> {
  const { rows } = await sql<MergeRow>`
    select ${columns} from row_merge where register = ${register.name} and id > ${of.after ?? 0}
      and (kept_id = any(${of.ids}::bigint[]) or gone_id = any(${of.ids}::bigint[]))
      and (state = 'proposed' or (${of.after !== undefined} and state = 'done'))
    order by id desc limit 1`.execute(ctx.tx)
  return rows[0]
}

export async function markDone(
  ctx: Ctx,
  { id, before, moved }: { id: number; before: Record<string, unknown>; moved: readonly Moved[] },
): Promise<void> {
  await sql`
    update row_merge set state = 'done', before = ${JSON.stringify(before)}::jsonb, moved = ${JSON.stringify(moved)}::jsonb,
      done_by = ${ctx.actor.accountId}, done_name = ${ctx.actor.name}, done_at = clock_now() where id = ${id}`.execute(
    ctx.tx,
  )
}

export async function markEnded(
  ctx: Ctx,
  { id, state, reason }: { id: number; state: 'withdrawn' | 'undone'; reason: string },
): Promise<void> {
  await sql`
    update row_merge set state = ${state}, undone_by = ${ctx.actor.accountId}, undone_name = ${ctx.actor.name},
      undone_at = clock_now(), undone_reason = ${reason} where id = ${id}`.execute(ctx.tx)
}

/** Newest first; those of one row where `id` is given; `waiting`: only those that wait for a second person. */
export async function listMerges(
  ctx: Ctx,
  register: Register,
  { id, before, waiting, limit }: { id?: number; before?: number; waiting?: boolean; limit: number },
): Promise<MergeRow[]> {
  const { rows } = await sql<MergeRow>`
    select ${columns} from row_merge where register = ${register.name}
      ${waiting ? sql`and state = 'proposed'` : sql``}
      and (${id === undefined} or kept_id = ${id ?? 0} or gone_id = ${id ?? 0}) and id < ${before ?? Number.MAX_SAFE_INTEGER}
    order by id desc limit ${limit}`.execute(ctx.tx)
  return rows
}

/** Merges in which one of these rows stands or stood, the first first; those that were only proposed are none. */
export async function mergesOfRows(
  ctx: Ctx,
  register: Register,
  ids: readonly number[],
): Promise<MergeRow[]> {
  const { rows } = await sql<MergeRow>`
    select ${columns} from row_merge where register = ${register.name} and state in ('done', 'undone')
      and (kept_id = any(${ids}::bigint[]) or gone_id = any(${ids}::bigint[])) order by id`.execute(ctx.tx)
  return rows
}

/** The columns of other registers that point to rows of this one: its children's owners, and references. */
export function pointingColumns(
  registry: Registry,
  register: Register,
): { register: Register; column: string }[] {
  const owned = registry.childrenOf(register.name).map((child) => ({
    register: child,
    column: ownerColumn(child) ?? 'id',
  }))
  const references = registry
    .pointersTo(register.name)
    .map(({ register: from, field }) => ({ register: from, column: mainColumn(from, field) }))
  return [...owned, ...references]
}

/** Turns the pointers of one column from one row to another; the ids of those that turned. `only`: no others. */
export async function turnPointers(
  ctx: Ctx,
  at: { register: Register; column: string; target: Register },
  turn: { from: number; to: number; only?: readonly number[]; why: string },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select turn_pointers(${at.register.table}, ${at.column}, ${at.target.table}, ${at.target.name}, ${turn.from}::bigint,
      ${turn.to}::bigint, ${turn.only ?? null}::bigint[], ${turn.why}) as id`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

/** Takes the row that goes out of use, or puts it back. False where it was not as expected. */
export async function setGone(
  ctx: Ctx,
  register: Register,
  { id, gone, why }: { id: number; gone: boolean; why: string },
): Promise<boolean> {
  const done = await sql`
    update ${tableOf(register)} set deleted_at = ${gone ? sql`clock_now()` : sql`null`}, change_reason = ${why}
    where id = ${id} and (deleted_at is null) = ${gone}`.execute(ctx.tx)
  return done.numAffectedRows === 1n
}

/** The row that this one was merged into, in the end; null where it was not. */
export async function mergedInto(ctx: Ctx, register: Register, id: number): Promise<number | null> {
  const { rows } = await sql<{ id: number | null }>`
    select merged_into(${register.name}, ${id}::bigint) as id`.execute(ctx.tx)
  return rows[0]?.id ?? null
}

/** What came under the two records while they were one, and stays where it stands when they are two again. */
export type Rests = { decisions: number; vouchers: number; rows: number }

/** `rows`: of other registers, written since and pointing to the one that stayed, which the merge had not turned. */
export async function restsOf(ctx: Ctx, registry: Registry, merge: MergeRow): Promise<Rests> {
  const { rows } = await sql<{ decisions: number; vouchers: number }>`
    select decisions, vouchers from merge_rests(${merge.id}::bigint)`.execute(ctx.tx)
  let written = 0
  for (const { register, column } of pointingColumns(registry, registry.get(merge.register))) {
    const turned =
      merge.moved.find((one) => one.register === register.name && one.column === column)?.ids ?? []
    const found = await sql<{ count: number }>`
      select count(*) as count from ${tableOf(register)} where ${sql.ref(column)} = ${merge.keptId} and deleted_at is null
        and updated_at > ${merge.doneAt}::timestamptz and id <> all(${turned}::bigint[])`.execute(ctx.tx)
    written += Number(found.rows[0]?.count ?? 0)
  }
  const { decisions = 0, vouchers = 0 } = rows[0] ?? {}
  return { decisions: Number(decisions), vouchers: Number(vouchers), rows: written }
}

/** Whether spans of two owners that may not overlap do. */
export async function spansClash(
  ctx: Ctx,
  register: Register,
  { by, a, b }: { by: readonly string[]; a: number; b: number },
): Promise<boolean> {
  const owner = sql.ref(ownerColumn(register) ?? 'id')
  const same = by.map((field) => {
    const column = sql.ref(mainColumn(register, field))
    return sql`x.${column} is not distinct from y.${column}`
  })
  const { rows } = await sql`
    select from ${tableOf(register)} x join ${tableOf(register)} y on ${sql.join([sql`true`, ...same], sql` and `)}
    where x.${owner} = ${a} and y.${owner} = ${b} and x.deleted_at is null and y.deleted_at is null
      and daterange(x.valid_from, x.valid_to) && daterange(y.valid_from, y.valid_to) limit 1`.execute(ctx.tx)
  return rows.length > 0
}

/** The row itself and the rows of other registers that point to it, wherever they stand. */
export async function idsAbout(
  ctx: Ctx,
  registry: Registry,
  { register, id }: { register: Register; id: number },
): Promise<{ register: string; ids: number[] }[]> {
  const about = [{ register: register.name, ids: [id] }]
  for (const at of pointingColumns(registry, register)) {
    const { rows } = await sql<{ id: number }>`
      select pointing_ids(${at.register.table}, ${at.column}, ${id}::bigint) as id`.execute(ctx.tx)
    about.push({ register: at.register.name, ids: rows.map((row) => row.id) })
  }
  return about
}
