/** Comparisons: one row a list. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { compareProblems } from './problems.ts'
import type { Compared, CompareState } from './tables.ts'

const columns = sql`id, area, kind, register, file_id, file_name, sha256, sender, list_date, basis, sheets, keys, state, read, rest, counts,
  previous_id, job_id, account_id, maker, office, made_at, done_at`

export type NewCompared = Pick<
  Compared,
  'kind' | 'register' | 'fileId' | 'fileName' | 'sha256' | 'sender' | 'listDate' | 'basis' | 'sheets' | 'keys'
>

export async function insertCompared({ tx, actor }: Ctx, given: NewCompared): Promise<number> {
  const made = await sql<{ id: number }>`
    insert into comparison (area, kind, register, file_id, file_name, sha256, sender, list_date, basis, sheets, keys, maker, office)
    values (${actor.area}, ${given.kind}, ${given.register}, ${given.fileId}, ${given.fileName}, ${given.sha256}, ${given.sender},
      ${given.listDate}, ${given.basis}, ${JSON.stringify(given.sheets)}::jsonb, ${JSON.stringify(given.keys)}::jsonb, ${actor.name}, ${actor.office})
    returning id`.execute(tx)
  return (made.rows[0] as { id: number }).id
}

/** The comparison, or the Problem `compare.notFound`. `lock`: nobody else changes it until this transaction ends. */
export async function getCompared({ tx }: Ctx, id: number, lock = false): Promise<Compared> {
  const found = await sql<Compared>`
    select ${columns} from comparison where id = ${id} and state <> 'dropped' ${lock ? sql`for update` : sql``}`.execute(
    tx,
  )
  const [compared] = found.rows
  if (!compared) throw compareProblems.notFound()
  return compared
}

/** The newest first. */
export async function listCompared({ tx }: Ctx, limit: number): Promise<Compared[]> {
  const found = await sql<Compared>`
    select ${columns} from comparison where state <> 'dropped' order by id desc limit ${limit}`.execute(tx)
  return found.rows
}

/** A comparison of the same bytes of the same kind over the same area. */
export async function sameList(
  { tx, actor }: Ctx,
  { sha256, kind }: { sha256: string; kind: string },
): Promise<Compared | undefined> {
  const found = await sql<Compared>`
    select ${columns} from comparison
    where sha256 = ${sha256} and kind = ${kind} and area = ${actor.area} and state <> 'dropped' order by id desc limit 1`.execute(
    tx,
  )
  return found.rows[0]
}

/** The sender's last list of this kind before this one. */
export async function listBefore({ tx }: Ctx, of: Compared): Promise<Compared | undefined> {
  const found = await sql<Compared>`
    select ${columns} from comparison
    where kind = ${of.kind} and sender = ${of.sender} and area = ${of.area} and state = 'done' and id <> ${of.id}
      and (list_date, id) < (${of.listDate}::date, ${of.id}) order by list_date desc, id desc limit 1`.execute(
    tx,
  )
  return found.rows[0]
}

/** Whether a later list of the sender was compared already. */
export async function hasLater({ tx }: Ctx, of: Compared): Promise<boolean> {
  const found = await sql`
    select from comparison where kind = ${of.kind} and sender = ${of.sender} and area = ${of.area} and state = 'done'
      and (list_date, id) > (${of.listDate}::date, ${of.id}) limit 1`.execute(tx)
  return found.rows.length > 0
}

export type Change = Partial<{
  state: CompareState
  sheets: Compared['sheets']
  keys: Compared['keys']
  listDate: string
  read: number
  rest: number
  counts: Record<string, number>
  previousId: number
  jobId: number
  doneAt: string
}>

/** Writes what is given and leaves the rest. */
export async function changeCompared({ tx }: Ctx, id: number, change: Change): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  await sql`update comparison set
    state = coalesce(${change.state ?? null}, state),
    sheets = coalesce(${json(change.sheets)}::jsonb, sheets),
    keys = coalesce(${json(change.keys)}::jsonb, keys),
    list_date = coalesce(${change.listDate ?? null}::date, list_date),
    read = coalesce(${change.read ?? null}::int, read),
    rest = coalesce(${change.rest ?? null}::int, rest),
    counts = coalesce(${json(change.counts)}::jsonb, counts),
    previous_id = coalesce(${change.previousId ?? null}::bigint, previous_id),
    job_id = coalesce(${change.jobId ?? null}::bigint, job_id),
    done_at = coalesce(${change.doneAt ?? null}::timestamptz, done_at)
    where id = ${id}`.execute(tx)
}
