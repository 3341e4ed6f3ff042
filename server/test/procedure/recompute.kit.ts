/** For tests of recomputing: people of one taking with the county's real policies, registers and runs. */
import { sql } from 'kysely'
import { cite, type Day, day, type Fen, fen, parseYuan, residentId } from '#kernel'
import type { Actor, Ctx } from '#platform'
import { getRow, insertRow, insertRows, updateRow } from '#register'
import type { TestCounty } from '#test/database.ts'
import { type Progress, postChunk } from '../../src/procedure/run-post.ts'
import { approveRun, openRun, proposeChunk } from '../../src/procedure/run-propose.ts'
import { type RecomputeRow, readRecomputeLines } from '../../src/procedure/run-recompute-store.ts'
import type { Runs } from '../../src/procedure/run-registry.ts'
import { type RunRow, readRun } from '../../src/procedure/run-store.ts'
import { landTake, protectedPerson } from '../../src/systems/land-security/registers/index.ts'
import { area, person } from '../../src/systems/population/registers/index.ts'
import { policy, runs } from './inheritance.kit.ts'
import { account, endow, village } from './run.kit.ts'

export const pension = 'land-security.pension'
export const pensionAgain = 'land-security.pension-again'

export type Someone = { person: number; listed: number; account: number; sex: 'male' | 'female' }

/** Places, the taking, money in the pool, the standard from 2024 on. Returns the id of the taking. */
export async function ground(ctx: Ctx, pooled = 1_000_000_00): Promise<number> {
  await insertRows(ctx, area, [{ code: village, name: '石桥村', level: 'village' }])
  await endow(ctx, pooled)
  await standard(ctx, '240.00', '2024-01-01')
  await parameter(ctx, 'dibao', '230.00', '2024-01-01')
  const values = { name: '上坝地块', area: village, takenOn: day('2023-06-30') }
  return (await insertRow(ctx, landTake, { ...values, basePerPerson: parseYuan('50000') })).id
}

export const standard = (ctx: Ctx, value: string, from: string) => parameter(ctx, 'standard', value, from)

function parameter(ctx: Ctx, key: string, value: string, from: string): Promise<number> {
  const citation = cite('青人社〔2025〕3 号', '第二条')
  return policy.setParameter(ctx, { policy: pension, key, value, from, citation, source: 'test' })
}

/** Somebody on the list with an account that holds `own`; the account is opened by hand, not by a case. */
export async function somebody(
  ctx: Ctx,
  given: { take: number; seq: number; born: string; own: number },
): Promise<Someone> {
  const idNumber = residentId('990101', day(given.born), given.seq)
  const values = { name: `测试${given.seq}`, area: village, idNumber, bankName: '青禾农商行' }
  const who = await insertRow(ctx, person, { ...values, bankAccountName: values.name, bankCard: null })
  const row = await insertRow(ctx, protectedPerson, { ownerId: given.take, person: who.id })
  const sex = given.seq % 2 === 1 ? ('male' as const) : ('female' as const)
  return { person: who.id, listed: row.id, account: await account(ctx, row.id, given.own), sex }
}

/** A late fact: the register is told something else about the past. */
export async function learn(
  ctx: Ctx,
  id: number,
  values: { birthDate?: Day | null; diedOn?: Day | null },
): Promise<void> {
  const { version } = await getRow(ctx, person, id)
  await updateRow(ctx, person, { id, version, values, reason: '核对更正' })
}

/** Proposes; returns the run as it stands then. */
export async function proposed(
  county: TestCounty,
  actor: Actor,
  given: { run: string; period: string; input?: Record<string, unknown> },
  all: Runs = runs,
): Promise<RunRow> {
  const on = /^\d{4}-\d{2}$/.test(given.period) ? `${given.period}-10` : '2025-12-20'
  const id = await county.run(actor, (ctx) => openRun(ctx, all.get(given.run), { ...given, day: day(on) }))
  while (!(await county.run(actor, (ctx) => proposeChunk(ctx, all, id))).done);
  return (await county.run(actor, (ctx) => readRun(ctx.tx, id))) as RunRow
}

/** Approves by another and posts, `chunk` lines at a time. Returns how far it came. */
export async function carriedOut(
  county: TestCounty,
  row: RunRow,
  chunk?: number,
  all: Runs = runs,
): Promise<Progress | undefined> {
  if (row.count === 0) return undefined
  const [approver, poster] = [county.actor(), county.actor()]
  await county.run(approver, (ctx) =>
    approveRun(ctx, all, { runId: row.id, count: row.count, total: row.total }),
  )
  for (;;) {
    const progress = await county.run(poster, (ctx) => postChunk(ctx, all, row.id, chunk))
    if (progress.done) return progress
  }
}

export function linesOf(county: TestCounty, runId: number): Promise<RecomputeRow[]> {
  return county.run(county.actor(), (ctx) => readRecomputeLines(ctx.tx, { runId, limit: 10_000 }))
}

/** What was paid for a month in all, by the entries of the books alone: to the person, less what is claimed back. */
export async function bookedFor(county: TestCounty): Promise<ReadonlyMap<number, Fen>> {
  const { rows } = await county.run(county.actor(), (ctx) =>
    sql<{ subjectId: number; sum: number }>`
      select e.subject_id, sum(case when e.side = 'D' then e.amount else -e.amount end)::bigint as sum
      from entry e join fund_account a on a.id = e.account_id
      where a.kind in ('individual', 'pooled') and e.subject_id > 0 and e.purpose in ('benefit', 'recovery') group by 1`.execute(
      ctx.tx,
    ),
  )
  return new Map(rows.map((row) => [Number(row.subjectId), fen(Number(row.sum))]))
}

/** The same by what goes to the banks, less what stands as owed by the person. */
export async function sentTo(county: TestCounty): Promise<ReadonlyMap<number, Fen>> {
  const { rows } = await county.run(county.actor(), (ctx) =>
    sql<{ subjectId: number; sum: number }>`
      select subject_id, sum(amount)::bigint as sum from (
        select subject_id, amount from batch_line
        union all select subject_id, -balance from fund_account where kind = 'receivable') s group by 1`.execute(
      ctx.tx,
    ),
  )
  return new Map(rows.map((row) => [Number(row.subjectId), fen(Number(row.sum))]))
}
