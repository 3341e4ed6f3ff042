/** SQL of runs and their lines. */

import { sql } from 'kysely'
import type { Day, Fen } from '#kernel'
import type { Tx } from '#platform'
import type { RunState } from './run-problems.ts'

export type RunRow = {
  id: number
  area: string
  run: string
  fund: string
  period: string
  day: Day
  state: RunState
  input: Record<string, unknown>
  memory: Record<string, unknown>
  count: number
  held: number
  total: Fen
  postedCount: number
  postedTotal: Fen
  chunks: number
  postingRunId: number | null
  version: number
  proposedBy: number
  proposedName: string
  proposedAt: string
  approvedBy: number | null
  approvedName: string | null
  approvedAt: string | null
  sealedAt: string | null
}

export async function insertRun(
  tx: Tx,
  row: Pick<
    RunRow,
    'area' | 'run' | 'fund' | 'period' | 'day' | 'input' | 'memory' | 'proposedBy' | 'proposedName'
  >,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into run (area, run, fund, period, day, state, input, memory, proposed_by, proposed_name)
    values (${row.area}, ${row.run}, ${row.fund}, ${row.period}, ${row.day}, 'proposing', ${JSON.stringify(row.input)}::jsonb,
      ${JSON.stringify(row.memory)}::jsonb, ${row.proposedBy}, ${row.proposedName})
    on conflict (run, period, area) where state <> 'cancelled' do nothing returning id`.execute(tx)
  return rows[0]?.id
}

export async function readRun(tx: Tx, id: number, lock = false): Promise<RunRow | undefined> {
  const { rows } =
    await sql<RunRow>`select * from run where id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0]
}

export async function findRun(tx: Tx, by: { run: string; period: string }): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`
    select * from run where run = ${by.run} and period = ${by.period} and state <> 'cancelled' order by id desc limit 1`.execute(
    tx,
  )
  return rows[0]
}

export async function listRuns(
  tx: Tx,
  by: { run?: string; fund?: string; before?: number; limit: number },
): Promise<RunRow[]> {
  const { rows } = await sql<RunRow>`
    select * from run where run = coalesce(${by.run ?? null}::text, run) and fund = coalesce(${by.fund ?? null}::text, fund)
      and id < coalesce(${by.before ?? null}::bigint, id + 1) order by id desc limit ${by.limit}`.execute(tx)
  return rows
}

/** Moves a run on; what is not given stays. `add…` are increments. */
export async function updateRun(
  tx: Tx,
  id: number,
  to: {
    state?: RunState
    memory?: Record<string, unknown>
    addCount?: number
    addHeld?: number
    addTotal?: number
    addPosted?: { count: number; total: number }
    postingRunId?: number
    approved?: { id: number; name: string; at: string }
    sealedAt?: string
  },
): Promise<void> {
  await sql`
    update run set state = coalesce(${to.state ?? null}::text, state), memory = memory || ${JSON.stringify(to.memory ?? {})}::jsonb,
      count = count + ${to.addCount ?? 0}, held = held + ${to.addHeld ?? 0}, total = total + ${to.addTotal ?? 0},
      posted_count = posted_count + ${to.addPosted?.count ?? 0}, posted_total = posted_total + ${to.addPosted?.total ?? 0},
      chunks = chunks + ${to.addPosted ? 1 : 0}, posting_run_id = coalesce(${to.postingRunId ?? null}::bigint, posting_run_id),
      approved_by = coalesce(${to.approved?.id ?? null}::bigint, approved_by),
      approved_name = coalesce(${to.approved?.name ?? null}::text, approved_name),
      approved_at = coalesce(${to.approved?.at ?? null}::timestamptz, approved_at),
      sealed_at = coalesce(${to.sealedAt ?? null}::timestamptz, sealed_at), version = version + 1
    where id = ${id}`.execute(tx)
}

export type ChunkRow = {
  runId: number
  chunk: number
  fromKey: number
  toKey: number
  count: number
  total: number
  voucherId: number | null
}

export async function insertChunk(tx: Tx, area: string, row: ChunkRow): Promise<void> {
  await sql`
    insert into run_chunk (run_id, chunk, area, from_key, to_key, count, total, voucher_id)
    values (${row.runId}, ${row.chunk}, ${area}, ${row.fromKey}, ${row.toKey}, ${row.count}, ${row.total}, ${row.voucherId})`.execute(
    tx,
  )
}

export * from './run-line-store.ts'
