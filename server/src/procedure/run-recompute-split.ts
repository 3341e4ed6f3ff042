/** Which accounts bear a top-up or are made whole by a recovery, and what of a top-up goes against an earlier claim (OF-07, OF-16). */
import { type Fen, fen, zeroFen } from '#kernel'
import { balance, balances, openAccount } from '#ledger'
import type { Ctx } from '#platform'
import { splitCharges } from './run-charge.ts'
import type { RecomputeRun, RunSubject } from './run-define.ts'
import type { MonthStanding } from './run-recompute-months.ts'
import type { RecomputeRow } from './run-recompute-store.ts'

/** A line with its month as it stands. */
export type Due = { line: RecomputeRow; month: MonthStanding }
/** Which accounts bear a line, or are made whole by it; `setOff`: what of it goes against a claim. */
export type Split = { line: RecomputeRow; own: Fen; pool: Fen; setOff: Fen }

/** Top-ups: own account, then the pool, as they stand now. Recoveries: the pool is made whole first, for it paid last. */
export async function splitsOf(
  ctx: Ctx,
  run: RecomputeRun,
  due: readonly Due[],
): Promise<{ splits: Split[]; uncovered: number[] }> {
  const recoveries = due.flatMap(({ line, month }): Split[] => {
    if (line.direction !== 'recovery') return []
    const pool = line.accountId === null ? line.amount : fen(Math.min(line.amount, Math.max(0, month.pool)))
    return [{ line, pool, own: fen(line.amount - pool), setOff: zeroFen }]
  })
  const topUps = due.flatMap(({ line }) => (line.direction === 'topUp' ? [line] : []))
  const { charges, uncovered } = await chargesOf(ctx, run, topUps)
  const found = (at: number) => due.find(({ line }) => line.line === at) as Due
  const setOff = await setOffs(
    ctx,
    run,
    charges.map(({ line }) => found(line)),
  )
  const charged = charges.map(({ line, own, pool }): Split => {
    return { line: found(line).line, own, pool, setOff: setOff.get(line) ?? zeroFen }
  })
  return { splits: [...charged, ...recoveries], uncovered }
}

async function chargesOf(ctx: Ctx, run: RecomputeRun, topUps: readonly RecomputeRow[]) {
  const pooledId = await openAccount(ctx, { fund: run.fund, kind: 'pooled', area: ctx.actor.county })
  const own = topUps.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]))
  const held = await balances(ctx, [...new Set([...own, pooledId])])
  return splitCharges(topUps, {
    balances: held,
    pooled: held.get(pooledId) ?? zeroFen,
    useOwn: run.charge.includes('individual'),
    usePool: run.charge.includes('pooled'),
  })
}

/** A top-up of a month that was claimed back goes against that claim, as far as it still stands; the rest is paid out. */
async function setOffs(
  ctx: Ctx,
  run: RecomputeRun,
  topUps: readonly Due[],
): Promise<ReadonlyMap<number, Fen>> {
  const found = new Map<number, Fen>()
  const left = new Map<number, Fen>()
  for (const { line, month } of topUps) {
    if (month.claimed <= 0) continue
    const id = await receivableOf(ctx, run.fund, line)
    const open = left.get(id) ?? (await balance(ctx, id))
    const amount = fen(Math.min(line.amount, month.claimed, open))
    left.set(id, fen(open - amount))
    found.set(line.line, amount)
  }
  return found
}

export function receivableOf(ctx: Ctx, fund: string, line: RecomputeRow): Promise<number> {
  const { subject, context } = subjectOf(line)
  const label = `${line.name} 应追回`
  return openAccount(ctx, {
    fund,
    kind: 'receivable',
    subject,
    ...(context && context.register !== '' ? { context } : {}),
    area: line.area,
    label,
  })
}

export function subjectOf(line: RecomputeRow): RunSubject {
  const { name, area, accountId } = line
  const subject = { register: line.subjectRegister, id: line.subjectId }
  return { key: line.subjectId, subject, context: contextOf(line), name, area, accountId }
}

export function contextOf(line: RecomputeRow) {
  return { register: line.contextRegister, id: line.contextId }
}
