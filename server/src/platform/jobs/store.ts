/** The county's job rows, and every statement on them. */
import { sql } from 'kysely'
import type { Text } from '#kernel'
import type { Actor } from '../actor.ts'
import type { Tx } from '../db.ts'

export type NewJob = {
  kind: string
  input: unknown
  /** The same kind and key is one job, however often it is asked for. */
  key?: string
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

export type JobRow = {
  id: number
  kind: string
  input: unknown
  actor: unknown
  accountId: number
  area: string
  state: JobState
  memory: unknown
  chunk: number
  progressAt: number
  progressOf: number
  say: Text | null
  problem: unknown
  attempts: number
  cancelling: boolean
  worker: string | null
  createdAt: string
  endedAt: string | null
}

/** The row is the outbox: it becomes visible to the runner when the transaction commits, and not at all if it does not. */
export async function enqueueJob(tx: Tx, actor: Actor, job: NewJob): Promise<number> {
  const made = await sql<{ id: number }>`
    insert into job (kind, key, input, actor, account_id, area, created_at)
    values (${job.kind}, ${job.key ?? null}, ${json(job.input)}, ${json({ ...actor, verbs: [...actor.verbs] })},
      ${actor.accountId}, ${actor.area}, clock_now())
    on conflict (kind, key) where key is not null do update set kind = excluded.kind
    returning id`.execute(tx)
  return (made.rows[0] as { id: number }).id
}

/** Takes one job that waits, or whose worker has not been heard of for `deadSeconds`. */
export async function claimJob(
  tx: Tx,
  given: { worker: string; kinds: readonly string[]; deadSeconds: number },
): Promise<JobRow | undefined> {
  const found = await sql<JobRow>`
    update job set state = 'running', worker = ${given.worker}, heartbeat = now()
    where id = (
      select id from job
      where kind = any(${given.kinds}::text[]) and (
        (state = 'waiting' and wake_at <= now())
        or (state = 'running' and heartbeat < now() - make_interval(secs => ${given.deadSeconds})))
      order by wake_at, id for update skip locked limit 1)
    returning *`.execute(tx)
  return found.rows[0]
}

export async function findJob(tx: Tx, id: number): Promise<JobRow | undefined> {
  return (await sql<JobRow>`select * from job where id = ${id}`.execute(tx)).rows[0]
}

/** Newest first; `scope` undefined = those of one account. */
export async function listJobs(
  tx: Tx,
  given: { accountId: number; area?: string | undefined; limit: number },
): Promise<JobRow[]> {
  const found = await sql<JobRow>`
    select * from job where account_id = ${given.accountId}
      or (${given.area ?? null}::text is not null and area >= ${given.area ?? ''} and area < ${given.area ?? ''} || '~')
    order by id desc limit ${given.limit}`.execute(tx)
  return found.rows
}

/** True if this worker is the one to do this chunk: the row (job, chunk) can be written once. */
export async function takeChunk(tx: Tx, job: { id: number; chunk: number }): Promise<boolean> {
  const taken = await sql`
    insert into job_chunk (job_id, chunk) select id, ${job.chunk} from job where id = ${job.id} and chunk = ${job.chunk - 1}
    on conflict do nothing`.execute(tx)
  return taken.numAffectedRows === 1n
}

/** Undoes `takeChunk` where the chunk was not done after all. */
export async function forgetChunk(tx: Tx, job: { id: number; chunk: number }): Promise<void> {
  await sql`delete from job_chunk where job_id = ${job.id} and chunk = ${job.chunk}`.execute(tx)
}

export async function keepChunk(
  tx: Tx,
  job: {
    id: number
    chunk: number
    memory: unknown
    at: number
    of: number
    say: Text | undefined
    done: boolean
  },
): Promise<void> {
  await sql`
    update job set chunk = ${job.chunk}, memory = ${json(job.memory)}, progress_at = ${job.at}, progress_of = ${job.of},
      say = coalesce(${json(job.say ?? null, true)}, say), attempts = 0, heartbeat = now(),
      state = ${job.done ? 'done' : 'running'}, ended_at = case when ${job.done} then clock_now() end
    where id = ${job.id}`.execute(tx)
}

/** Ends a job that will not go on by itself; `problem` says why. */
export async function endJob(
  tx: Tx,
  job: { id: number; state: 'failed' | 'cancelled'; problem?: unknown },
): Promise<void> {
  await sql`
    update job set state = ${job.state}, problem = ${json(job.problem ?? null, true)}, cancelling = false, ended_at = clock_now()
    where id = ${job.id} and state in ('waiting', 'running')`.execute(tx)
}

/** Puts a job back after an error that may pass; it waits a little longer each time. */
export async function retryJob(tx: Tx, id: number): Promise<void> {
  await sql`
    update job set state = 'waiting', attempts = attempts + 1, wake_at = now() + make_interval(secs => 0.2 * power(3, attempts))
    where id = ${id} and state = 'running'`.execute(tx)
}

/** Lets a stopped or failed job go on where it was. */
export async function resumeJob(tx: Tx, id: number): Promise<boolean> {
  const resumed = await sql`
    update job set state = 'waiting', problem = null, attempts = 0, cancelling = false, wake_at = now(), ended_at = null
    where id = ${id} and state in ('failed', 'cancelled')`.execute(tx)
  return resumed.numAffectedRows === 1n
}

/** A waiting job stops at once, a running one after its chunk. */
export async function requestCancel(tx: Tx, id: number): Promise<boolean> {
  const asked = await sql`
    update job set cancelling = true, wake_at = now() where id = ${id} and state in ('waiting', 'running')`.execute(
    tx,
  )
  return asked.numAffectedRows === 1n
}

export async function beat(tx: Tx, given: { id: number; worker: string }): Promise<void> {
  await sql`update job set heartbeat = now() where id = ${given.id} and worker = ${given.worker} and state = 'running'`.execute(
    tx,
  )
}

export async function runningWorkers(tx: Tx): Promise<string[]> {
  const found = await sql<{ worker: string }>`
    select distinct worker from job where state = 'running' and worker is not null`.execute(tx)
  return found.rows.map((row) => row.worker)
}

/** Gives back what dead workers held. Returns how many jobs. */
export async function releaseWorkers(tx: Tx, workers: readonly string[]): Promise<number> {
  const freed = await sql`
    update job set state = 'waiting', wake_at = now() where state = 'running' and worker = any(${workers}::text[])`.execute(
    tx,
  )
  return Number(freed.numAffectedRows ?? 0)
}

function json(value: unknown, nullable = false) {
  return sql`${nullable && value === null ? null : JSON.stringify(value ?? null)}::jsonb`
}
