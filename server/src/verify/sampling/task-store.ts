/** The records that were drawn, who looks at them, and what they found. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { sampleProblems } from './problems.ts'

export const results = ['confirmed', 'differs', 'notFound', 'notMet'] as const
export type Result = (typeof results)[number]

export type Task = {
  id: number
  sampleId: number
  area: string
  part: string
  layer: string
  design: string
  title: string
  due: string
  rowId: number
  rowVersion: number
  called: string
  assignee: number | null
  assigneeName: string | null
  result: Result | null
  asked: string[]
  /** Fields that differ. */
  faults: string[]
  found: Readonly<Record<string, unknown>>
  note: string | null
  fileId: number | null
  visitor: number | null
  visitorName: string | null
  visitedAt: string | null
  closedAt: string | null
}

const columns = sql`id, sample_id, area, part, layer, design, title, due::text as due, row_id, row_version, called, assignee, assignee_name,
  result, asked, faults, found, note, file_id, visitor, visitor_name, visited_at, closed_at`

export type NewTask = Pick<
  Task,
  | 'sampleId'
  | 'area'
  | 'part'
  | 'layer'
  | 'design'
  | 'title'
  | 'due'
  | 'rowId'
  | 'rowVersion'
  | 'called'
  | 'assignee'
  | 'assigneeName'
>

export async function addTasks({ tx }: Ctx, tasks: readonly NewTask[]): Promise<void> {
  await sql`insert into sample_task (sample_id, area, part, layer, design, title, due, row_id, row_version, called, assignee, assignee_name)
    select "sampleId", area, part, layer, design, title, due, "rowId", "rowVersion", called, assignee, "assigneeName"
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as r("sampleId" bigint, area text, part text, layer text, design text, title text,
      due date, "rowId" bigint, "rowVersion" int, called text, assignee bigint, "assigneeName" text)`.execute(
    tx,
  )
}

export async function tasksOf({ tx }: Ctx, sampleId: number): Promise<Task[]> {
  const found = await sql<Task>`select ${columns} from sample_task where sample_id = ${sampleId}
    order by area, id`.execute(tx)
  return found.rows
}

/** What this member of a team has to look at: what is his, and what nobody was named for. Open first, then what he answered. */
export async function tasksFor({ tx, actor }: Ctx, limit: number): Promise<Task[]> {
  const found = await sql<Task>`select ${columns} from sample_task
    where closed_at is null and (assignee is null or assignee = any(${mine(actor)}::bigint[]))
    order by (result is not null and result <> 'notMet'), (result is not null), due, area, id limit ${limit}`.execute(
    tx,
  )
  return found.rows
}

/** A deputy looks for whom he stands in (OF-22). */
function mine({ accountId, actsFor }: Ctx['actor']): number[] {
  return actsFor ? [accountId, actsFor.accountId] : [accountId]
}

export function isFor(actor: Ctx['actor'], { assignee }: Pick<Task, 'assignee'>): boolean {
  return assignee === null || mine(actor).includes(assignee)
}

export type Waiting = { sampleId: number; title: string; due: string; area: string; open: number }

/** What waits for this member, a line for every sample. */
export async function waitingFor({ tx, actor }: Ctx): Promise<Waiting[]> {
  const found =
    await sql<Waiting>`select sample_id, title, due::text as due, min(area) as area, count(*) as open from sample_task
    where closed_at is null and (result is null or result = 'notMet')
      and (assignee is null or assignee = any(${mine(actor)}::bigint[]))
    group by sample_id, title, due order by due, sample_id`.execute(tx)
  return found.rows
}

/** Locked, so that two answers to one record come one after the other. */
export async function getTask({ tx }: Ctx, id: number): Promise<Task> {
  const found = await sql<Task>`select ${columns} from sample_task where id = ${id} for update`.execute(tx)
  const [task] = found.rows
  if (!task) throw sampleProblems.noTask()
  return task
}

export type Answer = {
  result: Result
  asked: readonly string[]
  seen: Readonly<Record<string, string>>
  /** By field, in words. */
  found: Readonly<Record<string, string>>
  note: string | null
  fileId: number | null
}

export async function keepAnswer({ tx, actor }: Ctx, task: Task, answer: Answer): Promise<void> {
  const { result, asked, seen, found, note, fileId } = answer
  const words = JSON.stringify(found)
  await sql`update sample_task set result = ${result}, asked = ${asked}::text[], faults = ${Object.keys(found)}::text[], found = ${words}::jsonb,
      note = ${note}, file_id = ${fileId}, visitor = ${actor.accountId}, visitor_name = ${actor.name}, visited_at = clock_now()
    where id = ${task.id}`.execute(tx)
  await sql`insert into sample_visit (task_id, area, name, result, seen, found, note, file_id)
    values (${task.id}, ${task.area}, ${actor.name}, ${result}, ${JSON.stringify(seen)}::jsonb, ${words}::jsonb, ${note}, ${fileId})`.execute(
    tx,
  )
}

/** Whether somebody could say how it is. */
export function isLooked({ result }: Pick<Task, 'result'>): boolean {
  return result === 'confirmed' || result === 'differs' || result === 'notFound'
}

export function isFaulty({ result }: Pick<Task, 'result'>): boolean {
  return result === 'differs' || result === 'notFound'
}

/** Hands the records of a village that nobody looked at yet to the whole team. */
export async function freeTasks(
  { tx }: Ctx,
  { sampleId, part }: { sampleId: number; part: string },
): Promise<number> {
  const freed = await sql`update sample_task set assignee = null, assignee_name = null
    where sample_id = ${sampleId} and part = ${part} and closed_at is null and assignee is not null
      and (result is null or result = 'notMet')`.execute(tx)
  return Number(freed.numAffectedRows ?? 0n)
}
