/** One chunk of a job: a transaction of its own, under the scope and the verbs that its actor has now. */

import { actorNow, type Gate } from '../accounts/session.ts'
import { type Actor, may, systemActor } from '../actor.ts'
import { appendAudit } from '../audit.ts'
import { type Ctx, contextOf } from '../context.ts'
import type { Tx } from '../db.ts'
import { platformProblems } from '../problems.ts'
import { withScope } from '../scope.ts'
import type { Hands, JobKind } from './define.ts'
import { jobProblems } from './problems.ts'
import { endJob, findJob, forgetChunk, type JobRow, keepChunk, takeChunk } from './store.ts'

export type ChunkOutcome = 'more' | 'over'

/**
 * Does the next chunk of a claimed job. The row (job, chunk) is written first: a second worker with the same chunk
 * waits at it and then finds nothing to do. Work, progress and log commit together or not at all.
 */
export async function runChunk(gate: Gate, kind: JobKind, job: JobRow): Promise<ChunkOutcome> {
  const actor = await actorOfJob(gate, job)
  if (!may(actor, kind.can)) throw platformProblems.notAllowed({ verb: kind.can, text: kind.text })
  return withScope(gate.db, actor, async (tx) => {
    if (!(await takeChunk(tx, { id: job.id, chunk: job.chunk + 1 }))) return 'over'
    const fresh = await findJob(tx, job.id)
    if (fresh?.cancelling) return cancel(tx, job)
    return work(tx, { gate, actor, kind, job: fresh ?? job })
  })
}

/** The chunk's row goes with it, so that the same chunk can be done when the job is resumed. */
async function cancel(tx: Tx, job: JobRow): Promise<ChunkOutcome> {
  await endJob(tx, { id: job.id, state: 'cancelled' })
  await forgetChunk(tx, { id: job.id, chunk: job.chunk + 1 })
  return 'over'
}

type Given = { gate: Gate; actor: Actor; kind: JobKind; job: JobRow }

async function work(tx: Tx, given: Given): Promise<ChunkOutcome> {
  const { actor, kind, job } = given
  const { ctx, notes } = contextOf(tx, actor)
  const hands = handsOf(given, ctx)
  const result = await kind.chunk(ctx, job.input as never, (job.memory ?? undefined) as never, hands)
  const { state: memory, done, progress, text } = result
  await keepChunk(tx, {
    id: job.id,
    chunk: job.chunk + 1,
    memory,
    at: progress.at,
    of: progress.total,
    say: text,
    done,
  })
  const own = { subject: `job:${job.id}`, text: kind.text }
  await appendAudit(ctx, { operation: `job.${job.kind}`, kind: 'write', notes: [own, ...notes] })
  return done ? 'over' : 'more'
}

/** What is noted apart goes into the record of the chunk. */
function handsOf({ gate, actor }: Given, { note }: Ctx): Hands {
  return {
    apart: (work) => withScope(gate.db, actor, (tx) => work({ ...contextOf(tx, actor).ctx, note })),
  }
}

/** As the hat is now: a role taken away stops the job at its next chunk. */
async function actorOfJob(gate: Gate, job: JobRow): Promise<Actor> {
  const kept = job.actor as Omit<Actor, 'verbs'> & { verbs: string[] }
  if (kept.accountId === 0) return systemActor(kept.county)
  if (kept.assignmentId === undefined) return { ...kept, verbs: new Set(kept.verbs) }
  const actor = await actorNow(gate, { accountId: kept.accountId, assignmentId: kept.assignmentId })
  if (!actor) throw jobProblems.actorGone()
  return actor
}
