/** Interest as an allocation with a named source: credited to every individual account at once, exact to the fen (LS-11, OF-06). */
import type { Day, Fen, Text } from '#kernel'
import { addFen, fen, subFen, sumFen, t, zeroFen } from '#kernel'
import type { Ctx } from '#platform'
import { balance, openAccount } from './account.ts'
import { type InterestSpan, insertInterest, readInterest, spanEnd } from './interest-store.ts'
import type { AccountKind } from './kinds.ts'
import { writeVoucher } from './post.ts'
import { insertEntries } from './post-store.ts'

export type { InterestMethod, InterestSpan } from './interest-store.ts'

export type InterestSource = { kind: AccountKind; amount: Fen }

/** What a year's interest comes to, from which source, and what is missing; nothing is posted. */
export async function planInterest(
  ctx: Ctx,
  span: InterestSpan & { from: readonly AccountKind[] },
): Promise<{ accounts: number; total: Fen; sources: InterestSource[]; short: Fen }> {
  const { accounts, total } = await readInterest(ctx.tx, span)
  const sources = await shareOut(ctx, span.fund, span.from, total)
  const short = subFen(total, sumFen(sources.map((one) => one.amount)))
  return { accounts, total, sources, short }
}

/** Takes from each source in order as much as it has. */
async function shareOut(
  ctx: Ctx,
  fund: string,
  from: readonly AccountKind[],
  total: Fen,
): Promise<InterestSource[]> {
  const sources: InterestSource[] = []
  let left = total
  for (const kind of from) {
    const id = await openAccount(ctx, { fund, kind, area: ctx.actor.county })
    const amount = fen(Math.min(left, await balance(ctx, id)))
    left = subFen(left, amount)
    sources.push({ kind, amount })
  }
  return sources
}

/**
 * Credits the accounts of one span of ids in one voucher dated on the last day of the year. Throws ledger.overdrawn where
 * the sources do not cover it. Returns null if no account of the span has interest.
 */
export async function creditInterest(
  ctx: Ctx,
  span: InterestSpan & {
    from: readonly AccountKind[]
    runId: number
    source: string
    text: Text
    decisionId: number | null
    day: Day
    reviewed?: { id: number; name: string }
  },
): Promise<{ voucherId: number; accounts: number; total: Fen; sources: InterestSource[] } | null> {
  const { accounts, total } = await readInterest(ctx.tx, span)
  if (total === 0) return null
  const { fund, day, text, source, runId, reviewed } = span
  const { voucherId } = await writeVoucher(ctx, {
    fund,
    purpose: 'interest',
    day,
    text,
    source,
    runId,
    ...(reviewed ? { reviewed } : {}),
  })
  const sources = await shareOut(ctx, fund, span.from, total)
  await insertDebits(ctx, { fund, voucherId, day }, withRest(sources, total))
  await insertInterest(ctx.tx, { ...span, voucherId })
  return { voucherId, accounts, total, sources }
}

/** What no source covers is asked of the last one, so that PostgreSQL refuses it by name rather than we lose it. */
function withRest(sources: readonly InterestSource[], total: Fen): InterestSource[] {
  const missing = subFen(total, sumFen(sources.map((one) => one.amount)))
  return sources.map((one, i) =>
    i === sources.length - 1 ? { ...one, amount: addFen(one.amount, missing) } : one,
  )
}

async function insertDebits(
  ctx: Ctx,
  voucher: { fund: string; voucherId: number; day: Day },
  sources: readonly InterestSource[],
): Promise<void> {
  const lines = []
  for (const { kind, amount } of sources.filter((one) => one.amount > zeroFen)) {
    const id = await openAccount(ctx, { fund: voucher.fund, kind, area: ctx.actor.county })
    lines.push({ account: { id, area: ctx.actor.county }, debit: amount })
  }
  await insertEntries(ctx.tx, { id: voucher.voucherId, day: voucher.day, purpose: 'interest' }, lines)
}

/** Words of the method, for the run's page. */
export const interestMethods: Record<'yearEnd' | 'monthly' | 'daily', Text> = {
  yearEnd: t('年末余额', 'balance at the end of the year'),
  monthly: t('月积数', 'monthly products'),
  daily: t('日积数', 'daily products'),
}

/** The end of the next span of individual accounts after an id; null when none are left. */
export async function individualSpan(
  ctx: Ctx,
  given: { fund: string; after: number; size: number },
): Promise<number | null> {
  return spanEnd(ctx.tx, given)
}
