/** Counties that were decided or are being decided: one row each, which says how far it is. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'

/** What is decided. `on`: the day for which. */
export type CountyCase = { readonly policy: string; readonly register: string; readonly on: string }

export type CountyRecord = {
  readonly id: number
  readonly rules: string
  readonly known: string | null
  readonly after: number
  readonly decided: number
  readonly total: number | null
  readonly jobId: number | null
  readonly endedAt: string | null
}

const cells = sql`id, rules, known, after, decided, total, job_id, ended_at`

/** Two who start at once: the second waits here and then sees what the first has begun. */
export async function startingAlone(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(current_schema() || '.county_decision'))`.execute(ctx.tx)
}

/** The latest of the actor's own area. */
export async function latestRecord(
  ctx: Ctx,
  { policy, register, on }: CountyCase,
): Promise<CountyRecord | undefined> {
  const { rows } = await sql<CountyRecord>`
    select ${cells} from county_decision where policy = ${policy} and subject_register = ${register} and valid = ${on}
      and area = ${ctx.actor.area} order by id desc limit 1`.execute(ctx.tx)
  return rows[0]
}

export async function openRecord(
  ctx: Ctx,
  { policy, register, on }: CountyCase,
  rules: string,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into county_decision (area, policy, subject_register, valid, rules, started_by)
    values (${ctx.actor.area}, ${policy}, ${register}, ${on}, ${rules}, ${ctx.actor.accountId}) returning id`.execute(
    ctx.tx,
  )
  return (rows[0] as { id: number }).id
}

export async function carriedBy(ctx: Ctx, id: number, jobId: number): Promise<void> {
  await sql`update county_decision set job_id = ${jobId} where id = ${id}`.execute(ctx.tx)
}

/** The row, held until the transaction ends: a page is decided by one job only. */
export async function holdRecord(ctx: Ctx, id: number): Promise<CountyRecord | undefined> {
  const { rows } =
    await sql<CountyRecord>`select ${cells} from county_decision where id = ${id} for update`.execute(ctx.tx)
  return rows[0]
}

export async function keepProgress(
  ctx: Ctx,
  id: number,
  to: Pick<CountyRecord, 'rules' | 'known' | 'after' | 'decided' | 'total'> & { done: boolean },
): Promise<void> {
  await sql`
    update county_decision set rules = ${to.rules}, known = ${to.known}::timestamptz, after = ${to.after}, decided = ${to.decided},
      total = ${to.total}, ended_at = case when ${to.done} then clock_now() end
    where id = ${id}`.execute(ctx.tx)
}
