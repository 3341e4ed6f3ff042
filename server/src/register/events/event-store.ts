/** Every statement on the events and their rows. */
import { sql } from 'kysely'
import type { Day } from '#kernel'
import type { Ctx } from '#platform'
import { withNames } from '#platform'
import type { Values } from './define.ts'

export type Ref = { register: string; id: number }
export type Mark = Readonly<Record<string, number>>

export type EventHead = {
  id: number
  area: string
  kind: string
  register: string
  subjectId: number
  validOn: Day
  knownAt: string
  accountName: string
  office: string
  paper: string
  mark: Mark
  undoneAt: string | null
  undoneName: string | null
  undoneReason: string | null
}

export type EventRow = {
  eventId: number
  area: string
  areaBefore: string | null
  register: string
  rowId: number
  before: Values
  after: Values
}

export type NewEvent = Pick<EventHead, 'area' | 'kind' | 'register' | 'subjectId' | 'validOn' | 'paper'>

/** Writes an event with its rows; its id. */
export async function insertEvent(
  ctx: Ctx,
  event: NewEvent,
  rows: readonly Omit<EventRow, 'eventId'>[],
): Promise<number> {
  const { area, kind, register, subjectId, validOn, paper } = event
  const { name, office } = ctx.actor
  const done = await sql<{ id: number }>`
    insert into register_event (area, kind, register, subject_id, valid_on, paper, account_name, office, mark)
    values (${area}, ${kind}, ${register}, ${subjectId}, ${validOn}::date, ${paper}, ${name}, ${office}, event_mark())
    returning id`.execute(ctx.tx)
  const id = Number(done.rows[0]?.id)
  await sql`
    insert into register_event_row (event_id, area, area_before, register, row_id, before, after)
    select ${id}, area, area_before, register, row_id, before, after from jsonb_to_recordset(${JSON.stringify(
      rows.map((row) => ({ ...row, area_before: row.areaBefore, row_id: row.rowId })),
    )}::jsonb) as r (area text, area_before text, register text, row_id bigint, before jsonb, after jsonb)`.execute(
    ctx.tx,
  )
  return id
}

const head = sql`e.id, e.area, e.kind, e.register, e.subject_id, e.valid_on, e.known_at, e.account_name, e.office, e.paper,
  e.mark, e.undone_at, e.undone_name, e.undone_reason`

/** The event, locked until the transaction ends; undefined where the actor sees none. */
export async function lockEvent(ctx: Ctx, id: number): Promise<EventHead | undefined> {
  const { rows } =
    await sql<EventHead>`select ${head} from register_event e where e.id = ${id} for update`.execute(ctx.tx)
  return rows[0]
}

export async function rowsOfEvents(ctx: Ctx, ids: readonly number[]): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select event_id, area, area_before, register, row_id, before, after from register_event_row
    where event_id = any(${ids}::bigint[]) order by event_id, id`.execute(ctx.tx)
  return rows
}

/** The events that concern one of these rows, the latest first, those that were taken back too. */
export async function eventsOf(ctx: Ctx, refs: readonly Ref[]): Promise<EventHead[]> {
  const { rows } = await sql<EventHead>`
    select ${head} from register_event e where e.id in (
      select r.event_id from register_event_row r
      join jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) as w (register text, id bigint)
        on w.register = r.register and w.id = r.row_id)
    order by e.valid_on desc, e.id desc`.execute(ctx.tx)
  return rows
}

/** Those of a record, what it was merged of included; `last`: the one of the row itself that can be taken back. */
export async function eventsUnderAllNames(
  ctx: Ctx,
  ref: Ref,
): Promise<{ names: number[]; heads: EventHead[]; rows: EventRow[]; last: number | undefined }> {
  const names = await withNames(ctx.tx, ref.register, [ref.id])
  const heads = await eventsOf(
    ctx,
    names.map((id) => ({ ...ref, id })),
  )
  const own = names.length > 1 ? await eventsOf(ctx, [ref]) : heads
  const rows = await rowsOfEvents(
    ctx,
    heads.map(({ id }) => id),
  )
  return { names, heads, rows, last: own.find(({ undoneAt }) => undoneAt === null)?.id }
}

export async function markUndone(ctx: Ctx, id: number, reason: string): Promise<void> {
  await sql`update register_event set undone_at = clock_now(), undone_name = ${ctx.actor.name}, undone_reason = ${reason}
    where id = ${id}`.execute(ctx.tx)
}

/** Rows of a table whose column names one of these. */
export type Way = { register: string; tbl: string; col: string; ids: readonly number[] }

/** How many decisions about these rows or those that point to them, and vouchers for them, came after the mark, seen or not. */
export async function restsOn(
  ctx: Ctx,
  { refs, ways, mark }: { refs: readonly Ref[]; ways: readonly Way[]; mark: Mark },
): Promise<{ decisions: number; vouchers: number }> {
  const { rows } = await sql<{ decisions: number; vouchers: number }>`
    select decisions, vouchers from event_rests(
      ${JSON.stringify(refs)}::jsonb, ${JSON.stringify(ways)}::jsonb, ${JSON.stringify(mark)}::jsonb)`.execute(
    ctx.tx,
  )
  return { decisions: Number(rows[0]?.decisions ?? 0), vouchers: Number(rows[0]?.vouchers ?? 0) }
}
