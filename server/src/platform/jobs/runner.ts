/** Carries jobs on: claims one, does chunk after chunk, and picks up what a killed process left (decision 0002). */
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { isProblem } from '#kernel'
import type { Gate } from '../accounts/session.ts'
import { systemActor } from '../actor.ts'
import type { Tx } from '../db.ts'
import { problemBody } from '../problem-body.ts'
import { withScope } from '../scope.ts'
import { runChunk } from './chunk.ts'
import type { JobKind } from './define.ts'
import { jobProblems } from './problems.ts'
import { beat, claimJob, endJob, type JobRow, releaseWorkers, retryJob, runningWorkers } from './store.ts'

export type RunnerOptions = {
  /** How many jobs at once. */
  lanes?: number
  pollMs?: number
  /** After this silence another worker may take the job over. */
  deadSeconds?: number
  /** Where unforeseen errors are written. */
  log?: (incident: string, error: unknown) => void
}

export type Runner = {
  /** Ends after the chunks that are being done. */
  stop(): Promise<void>
}

type Lane = {
  gate: Gate
  kinds: ReadonlyMap<string, JobKind>
  worker: string
  options: Required<RunnerOptions>
  stopping: AbortSignal
}

const BEAT_MS = 10_000
const ATTEMPTS = 5

/** Frees what dead workers of this machine held, then works until stopped. */
export async function startJobs(
  gate: Gate,
  jobs: readonly JobKind[],
  given: RunnerOptions = {},
): Promise<Runner> {
  const options = { lanes: 2, pollMs: 300, deadSeconds: 60, log: writeError, ...given }
  await inSystem(gate, releaseDead)
  const stopper = new AbortController()
  const kinds = new Map(jobs.map((job) => [job.kind, job]))
  const lanes = Array.from({ length: options.lanes }, (_, i) =>
    runLane({
      gate,
      kinds,
      worker: `${ownPrefix()}${process.pid}:${randomBytes(3).toString('hex')}${i}`,
      options,
      stopping: stopper.signal,
    }),
  )
  return {
    stop: async () => {
      stopper.abort()
      await Promise.all(lanes)
    },
  }
}

async function runLane(lane: Lane): Promise<void> {
  for (let quiet = 0; !lane.stopping.aborted; ) {
    const worked = await step(lane).catch((error: unknown) => {
      // The database is away: say so once, and ask less and less often.
      if (quiet++ === 0 && !lane.stopping.aborted) lane.options.log('claim', error)
      return 'away' as const
    })
    if (worked !== 'away') quiet = 0
    if (worked !== true) await rest(lane, lane.options.pollMs * 2 ** Math.min(quiet, 6))
  }
}

/** True if there was a job to carry on. */
async function step(lane: Lane): Promise<boolean> {
  const job = await claim(lane)
  if (job) await carryOn(lane, job)
  return job !== undefined
}

function rest(lane: Lane, ms: number): Promise<void> {
  return sleep(ms, undefined, { signal: lane.stopping }).catch(() => {})
}

function claim(lane: Lane): Promise<JobRow | undefined> {
  const { worker, options } = lane
  return inSystem(lane.gate, (tx) =>
    claimJob(tx, { worker, kinds: [...lane.kinds.keys()], deadSeconds: options.deadSeconds }),
  )
}

/** Chunk after chunk; when the runner stops, the job goes back to the others. */
async function carryOn(lane: Lane, claimed: JobRow): Promise<void> {
  const timer = setInterval(
    () => void inSystem(lane.gate, (tx) => beat(tx, { id: claimed.id, worker: lane.worker })).catch(() => {}),
    BEAT_MS,
  )
  try {
    const kind = lane.kinds.get(claimed.kind)
    if (!kind) throw jobProblems.unknownKind({ kind: claimed.kind })
    for (let chunk = claimed.chunk; !lane.stopping.aborted; chunk++)
      if ((await runChunk(lane.gate, kind, { ...claimed, chunk })) === 'over') return
    await inSystem(lane.gate, (tx) => releaseWorkers(tx, [lane.worker]))
  } catch (error) {
    await settle(lane, claimed, error)
  } finally {
    clearInterval(timer)
  }
}

/** A refusal ends the job at once; an error that may pass is tried again, then ends it with an incident number. */
async function settle(lane: Lane, job: JobRow, error: unknown): Promise<void> {
  if (isProblem(error) && error.status < 500 && error.code !== 'platform.busy')
    return inSystem(lane.gate, (tx) =>
      endJob(tx, { id: job.id, state: 'failed', problem: problemBody(error) }),
    )
  const incident = randomBytes(4).toString('hex').toUpperCase()
  lane.options.log(incident, error)
  await inSystem(lane.gate, async (tx) => {
    if (job.attempts + 1 < ATTEMPTS) return retryJob(tx, job.id)
    await endJob(tx, {
      id: job.id,
      state: 'failed',
      problem: problemBody(jobProblems.interrupted({ incident })),
    })
  })
}

function inSystem<T>(gate: Gate, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withScope(gate.db, systemActor(gate.county), work)
}

/** Workers of this machine whose process is gone; those of other machines are left to their heartbeat. */
async function releaseDead(tx: Tx): Promise<void> {
  const dead = (await runningWorkers(tx)).filter(
    (worker) => worker.startsWith(ownPrefix()) && !isAlive(worker),
  )
  await releaseWorkers(tx, dead)
}

function ownPrefix(): string {
  return `${hostname()}:`
}

function isAlive(worker: string): boolean {
  const pid = Number(worker.slice(ownPrefix().length).split(':')[0])
  if (pid === process.pid) return false // an earlier process had our number: this one has only just started
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

function writeError(incident: string, error: unknown): void {
  process.stderr.write(`incident ${incident}: ${error instanceof Error ? error.stack : String(error)}\n`)
}
