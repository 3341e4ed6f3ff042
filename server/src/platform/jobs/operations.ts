/** Seeing, stopping and resuming long work. Everybody his own; others' only with `job.manage`, within the area. */
import { z } from 'zod'
import { t } from '#kernel'
import { type Actor, may } from '../actor.ts'
import type { Ctx } from '../context.ts'
import { operation } from '../operation.ts'
import { platformProblems } from '../problems.ts'
import type { JobKind } from './define.ts'
import { jobProblems } from './problems.ts'
import { findJob, type JobRow, listJobs, requestCancel, resumeJob } from './store.ts'

const text = z.object({ zh: z.string(), en: z.string() })

export const jobShape = z.object({
  id: z.number(),
  kind: z.string(),
  text,
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  progress: z.object({ at: z.number(), total: z.number() }),
  say: text.nullable(),
  problem: z.unknown(),
  mine: z.boolean(),
  stopping: z.boolean(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  /** What the last chunk left (a file's number, counts); only for who started the job. */
  result: z.unknown(),
})

const one = z.object({ id: z.number().int() })

/** The operations on jobs; the kinds give the names to show. */
export function jobOperations(kinds: readonly JobKind[]) {
  const names = new Map(kinds.map((kind) => [kind.kind, kind.text]))
  const show = (row: JobRow, actor: Actor) => shown(row, actor, names.get(row.kind) ?? t(row.kind, row.kind))
  const jobList = operation({
    name: 'job.list',
    text: t('查看后台任务', 'List jobs'),
    can: 'signedIn',
    audit: 'none',
    input: z.object({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.object({ jobs: z.array(jobShape) }),
    run: async ({ tx, actor }, { limit }) => {
      const area = may(actor, 'job.manage') ? actor.area : undefined
      const rows = await listJobs(tx, { accountId: actor.accountId, area, limit })
      return { jobs: rows.map((row) => show(row, actor)) }
    },
  })
  const jobGet = operation({
    name: 'job.get',
    text: t('查看一项后台任务', 'Show a job'),
    can: 'signedIn',
    audit: 'none',
    input: one,
    output: jobShape,
    run: async (ctx, { id }) => show(await visibleJob(ctx, id), ctx.actor),
  })
  return [jobList, jobGet, jobCancel, jobResume] as const
}

const jobCancel = operation({
  name: 'job.cancel',
  text: t('停下后台任务', 'Stop a job'),
  can: 'signedIn',
  audit: 'write',
  input: one,
  output: z.object({}),
  run: async (ctx, { id }) => {
    const job = await visibleJob(ctx, id)
    if (!(await requestCancel(ctx.tx, id))) throw jobProblems.notRunning({ state: job.state })
    ctx.note({ subject: `job:${id}`, text: t('停下', 'stop') })
    return {}
  },
})

const jobResume = operation({
  name: 'job.resume',
  text: t('接着做后台任务', 'Resume a job'),
  can: 'signedIn',
  audit: 'write',
  input: one,
  output: z.object({}),
  run: async (ctx, { id }) => {
    const job = await visibleJob(ctx, id)
    if (!(await resumeJob(ctx.tx, id))) throw jobProblems.notStopped({ state: job.state })
    ctx.note({ subject: `job:${id}`, text: t('接着做', 'resume') })
    return {}
  },
})

async function visibleJob({ tx, actor }: Ctx, id: number): Promise<JobRow> {
  const job = await findJob(tx, id)
  const managed = job && may(actor, 'job.manage') && job.area.startsWith(actor.area)
  if (!job || !(job.accountId === actor.accountId || managed)) throw platformProblems.notFound()
  return job
}

function shown(row: JobRow, actor: Actor, label: { zh: string; en: string }) {
  const mine = row.accountId === actor.accountId
  return {
    id: row.id,
    kind: row.kind,
    text: label,
    state: row.state,
    progress: { at: row.progressAt, total: row.progressOf },
    say: row.say,
    problem: row.problem,
    mine,
    stopping: row.cancelling,
    createdAt: row.createdAt,
    endedAt: row.endedAt,
    result: mine ? row.memory : null,
  }
}
