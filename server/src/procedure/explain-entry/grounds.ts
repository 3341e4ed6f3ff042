/** Why an entry is as large as it is: the decision it rests on, or the rule of interest over what stood in the account. */
import type { Fen } from '#kernel'
import { fen, parseYuan } from '#kernel'
import type { Entry, InterestMethod, YearMoves } from '#ledger'
import { bookedByDecision, decidedBeside, interestFacts, originalEntry } from '#ledger'
import type { Ctx } from '#platform'
import type { Decision, Evidence, EvidenceReading, PolicyRoom } from '#policy'
import { readEvidence } from '#policy'
import { readRun } from '../run-store.ts'
import { factOrigins, wireSpans } from './interest-wire.ts'

export type Basis = 'decision' | 'interest' | 'sum' | 'document'

export type Reason = {
  readonly evidence: Evidence
  /** Absent for a rule that was pinned by a run and decided nothing by itself. */
  readonly decision?: Pick<Decision, 'id' | 'subjectRegister' | 'subjectId' | 'decidedAt' | 'decidedBy'>
  /** The registers now give other facts for the same times. */
  readonly factsChanged: boolean
}

/** Which result of which reason was booked, and with what sum. `booked` has no sign: a red entry undoes the same sum. */
export type Claim = { readonly booked: Fen; readonly reason: number; readonly result: string }

export type Grounds = {
  readonly basis: Basis
  /** The entry that is explained: of a red one, the entry that it mirrors. */
  readonly original: Entry
  /** In the order of reasoning; the last one gives the amount. */
  readonly reasons: readonly Reason[]
  readonly claim: Claim | null
  readonly balances: (YearMoves & { readonly method: InterestMethod }) | null
}

export async function groundsOf(policy: PolicyRoom, ctx: Ctx, entry: Entry): Promise<Grounds> {
  const original = await originalEntry(ctx, entry)
  const none = { original, reasons: [], claim: null, balances: null }
  if (original.purpose === 'interest' && original.kind === 'individual')
    return (await interestGrounds(policy, ctx, original)) ?? { ...none, basis: 'document' }
  const { decisionId } = original
  if (decisionId !== null) return decisionGrounds(policy, ctx, { ...original, decisionId })
  return { ...none, basis: (await decidedBeside(ctx, original)) > 0 ? 'sum' : 'document' }
}

async function decisionGrounds(
  policy: PolicyRoom,
  ctx: Ctx,
  original: Entry & { decisionId: number },
): Promise<Grounds> {
  const reason = await decided(policy, ctx, original.decisionId)
  const booked = await bookedByDecision(ctx, original)
  const result = nearest(readEvidence(reason.evidence), booked)
  return {
    basis: 'decision',
    original,
    reasons: [reason],
    claim: result === undefined ? null : { booked, reason: 0, result },
    balances: null,
  }
}

async function decided(policy: PolicyRoom, ctx: Ctx, id: number): Promise<Reason> {
  const { decision, evidence, factsChanged } = await policy.evidence(ctx, id)
  const { subjectRegister, subjectId, decidedAt, decidedBy } = decision
  return { evidence, decision: { id, subjectRegister, subjectId, decidedAt, decidedBy }, factsChanged }
}

/** A voucher may hold any one of a decision's amounts. */
function nearest({ trace }: EvidenceReading, booked: Fen): string | undefined {
  const amounts = trace.flatMap(({ id, type, state, value }) =>
    type === 'money' && state === 'known' && typeof value === 'string'
      ? [{ id, off: Math.abs(parseYuan(value) - booked) }]
      : [],
  )
  return amounts.sort((a, b) => a.off - b.off)[0]?.id
}

type Pinned = { rate?: { decisionId?: number | null; ruleId?: number }; method?: InterestMethod }

/** Undefined where the run kept no decision on its rate: it was posted by no run, or before runs did. */
async function interestGrounds(policy: PolicyRoom, ctx: Ctx, original: Entry): Promise<Grounds | undefined> {
  const [, runId] = /^run:(\d+)$/.exec(original.source) ?? []
  const run = runId ? await readRun(ctx.tx, Number(runId)) : undefined
  const { rate: pinned, method } = (run?.memory ?? {}) as Pinned
  if (!run || !pinned?.decisionId || !pinned.ruleId || !method) return undefined
  const rate = await decided(policy, ctx, pinned.decisionId)
  const year = Number(run.period)
  const { balances, spans } = await interestFacts(ctx, original, { year, method })
  const facts = { spans: wireSpans(spans), rate: rate.evidence.result.rate, creditedOn: run.day }
  const evidence = await policy.pinnedEvidence(ctx, {
    versionId: pinned.ruleId,
    facts,
    origins: factOrigins(original, { method, rateDecision: pinned.decisionId }),
    on: run.day,
  })
  return {
    basis: 'interest',
    original,
    reasons: [rate, { evidence, factsChanged: false }],
    claim: { booked: fen(Math.abs(original.amount)), reason: 1, result: 'interest' },
    balances: { ...balances, method },
  }
}

/** What the rule gives for the claim, done again; null where it gives no amount. */
export function recomputed({ reasons, claim }: Pick<Grounds, 'reasons' | 'claim'>): Fen | null {
  const reason = claim && reasons[claim.reason]
  const value = reason && readEvidence(reason.evidence).result[claim.result]
  return typeof value === 'string' ? parseYuan(value) : null
}
