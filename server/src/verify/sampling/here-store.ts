/** Samples that were drawn above the actor's area, as far as their records lie in it. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { sampleProblems } from './problems.ts'
import type { Task } from './task-store.ts'
import { tasksOf } from './task-store.ts'

export type Share = {
  sampleId: number
  design: string
  title: string
  due: string
  size: number
  looked: number
  faulty: number
  closedAt: string | null
}

/** The sample itself is out of the actor's sight: the fence hides what lies above him. */
const fromAbove = sql`not exists (select from sample s where s.id = t.sample_id)`

/** The newest first; `size`, `looked` and `faulty` count the records of the actor's area only. */
export async function listShares(
  { tx }: Ctx,
  { after, limit }: { after?: number | undefined; limit: number },
): Promise<Share[]> {
  const found = await sql<Share>`
    select t.sample_id, t.design, t.title, t.due::text as due, count(*) as size,
      count(*) filter (where t.result in ('confirmed', 'differs', 'notFound')) as looked,
      count(*) filter (where t.result in ('differs', 'notFound')) as faulty, max(t.closed_at) as closed_at
    from sample_task t
    where ${fromAbove} and ${after === undefined ? sql`true` : sql`t.sample_id < ${after}`}
    group by t.sample_id, t.design, t.title, t.due order by t.sample_id desc limit ${limit}`.execute(tx)
  return found.rows
}

/** The records of one; the Problem `sample.notFound` where none lies in the actor's area, or the sample is his own to read. */
export async function shareOf(ctx: Ctx, sampleId: number): Promise<Task[]> {
  const own = await sql<{
    seen: boolean
  }>`select exists (select from sample where id = ${sampleId}) as seen`.execute(ctx.tx)
  const tasks = own.rows[0]?.seen ? [] : await tasksOf(ctx, sampleId)
  if (tasks.length === 0) throw sampleProblems.notFound()
  return tasks
}
