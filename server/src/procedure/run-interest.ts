/** The yearly interest run: planned in one statement, credited span by span, the source named (LS-11, OF-06). */
import { parsePercent, percentText, t } from '#kernel'
import type { AccountKind, InterestMethod } from '#ledger'
import { creditInterest, individualSpan, planInterest } from '#ledger'
import type { Ctx } from '#platform'
import type { InterestRun } from './run-define.ts'
import type { RunRow } from './run-store.ts'
import * as store from './run-store.ts'

const EVERYBODY = Number.MAX_SAFE_INTEGER

type Rate = { num: number; den: number; decisionId: number | null; ruleId?: number }

/** What the year comes to. Kept with the run: rate, sources, what bank interest does not cover, what is missing. */
export async function planInterestRun(ctx: Ctx, run: InterestRun, row: RunRow): Promise<number> {
  const { reason, ...rate } = await run.rate(ctx, row)
  const from = sourcesOf(run, row)
  const plan = await planInterest(ctx, { ...spanOf(run, row, rate), from, after: 0, upTo: EVERYBODY })
  const bank = plan.sources.find((one) => one.kind === 'interest')?.amount ?? 0
  await store.updateRun(ctx.tx, row.id, {
    state: 'proposed',
    memory: {
      rate,
      method: methodOf(run, row),
      percent: percentText(rate),
      reason,
      sources: plan.sources,
      short: plan.short,
      difference: plan.total - bank,
      after: 0,
    },
    addCount: plan.accounts,
    addTotal: plan.total,
  })
  return plan.accounts
}

/** The reserve bears interest only with the document that released it. */
function sourcesOf(run: InterestRun, row: RunRow): AccountKind[] {
  const released = typeof row.input.reserveDocument === 'string' && row.input.reserveDocument !== ''
  return [...run.from, ...(released ? (['reserve'] as const) : [])]
}

function spanOf(run: InterestRun, row: RunRow, rate: { num: number; den: number }) {
  return {
    fund: run.fund,
    year: Number(row.period),
    rate,
    method: methodOf(run, row),
  }
}

/** What was planned holds, whatever the declaration says later. */
function methodOf(run: InterestRun, { input, memory }: RunRow): InterestMethod {
  return ((memory.method ?? input.method) as InterestMethod | undefined) ?? run.method
}

/** Credits the next span. Null when no account is left. */
export async function creditSpan(
  ctx: Ctx,
  run: InterestRun,
  row: RunRow,
  { postingRunId, size }: { postingRunId: number; size: number },
): Promise<{ count: number; total: number; voucherId: number | null; from: number; to: number } | null> {
  const after = Number(row.memory.after ?? 0)
  const upTo = await individualSpan(ctx, { fund: run.fund, after, size })
  if (upTo === null) return null
  const rate = row.memory.rate as Rate
  const percent = percentText(parsePercent(String(row.memory.percent)))
  const made = await creditInterest(ctx, {
    ...spanOf(run, row, rate),
    after,
    upTo,
    from: sourcesOf(run, row),
    runId: postingRunId,
    source: `run:${row.id}`,
    day: row.day,
    decisionId: rate.decisionId,
    text: t(`${row.period} 年计息，年利率 ${percent}%`, `Interest ${row.period} at ${percent}%`),
    ...(row.approvedBy && row.approvedBy !== ctx.actor.accountId
      ? { reviewed: { id: row.approvedBy, name: row.approvedName ?? '' } }
      : {}),
  })
  return {
    count: made?.accounts ?? 0,
    total: made?.total ?? 0,
    voucherId: made?.voucherId ?? null,
    from: after,
    to: upTo,
  }
}
