/** Why a decision is as it is: the stored rule and parameters run again over the facts of the stored times. */
import type { Explanation } from '#expression'
import type { Text } from '#kernel'
import type { Ctx } from '#platform'
import type { CheckResult } from './assess.ts'
import type { Room } from './decide.ts'
import { houseOf } from './decide.ts'
import type { Difference, Evidence } from './evidence.ts'
import { readEvidence } from './evidence.ts'
import type { Gathered } from './gather.ts'
import { gather, policyOrigins, statedOrigins } from './gather.ts'
import { sha256, sortedJson } from './hash.ts'
import { policyProblems } from './problems.ts'
import type { Decision } from './store.ts'
import { findBook, findDecision, findVersion } from './store.ts'
import { bookAsTold, ruleAsTold } from './wording.ts'

/** What was decided, done again. `differences` is empty and `reproduced` true unless something below has changed. */
export type DecisionExplanation = {
  readonly decision: Omit<Decision, 'given'>
  readonly title: Text
  readonly ruleHash: string
  readonly reproduced: boolean
  readonly differences: readonly Difference[]
  /** The registers now give other facts for the same two times. */
  readonly factsChanged: boolean
  readonly trace: readonly Explanation[]
  readonly checks: readonly CheckResult[]
}

/** Runs the stored tree with the stored parameters over the facts as of the stored times. */
export async function explainDecision(room: Room, ctx: Ctx, id: number): Promise<DecisionExplanation> {
  return explained(await decisionEvidence(room, ctx, id))
}

/** A decision with all that it rests on. */
export type DecisionEvidence = {
  readonly decision: Decision
  readonly evidence: Evidence
  readonly factsChanged: boolean
}

/** Throws `policy.decisionAbsent`. */
export async function decisionEvidence(room: Room, ctx: Ctx, id: number): Promise<DecisionEvidence> {
  const decision = await findDecision(ctx.tx, id)
  const stored = decision && (await findVersion(ctx.tx, decision.policyVersionId))
  const kept = decision && (await findBook(ctx.tx, decision.policy, decision.parameterVersion))
  if (!decision || !stored || !kept) throw policyProblems.decisionAbsent()
  const policy = room.registry.find(decision.policy)
  const [version, book] = [ruleAsTold(stored, policy), bookAsTold(kept, policy)]
  const { facts, origins } = await gatherAgain(room, ctx, decision)
  const evidence: Evidence = {
    policy: decision.policy,
    title: version.label,
    ruleHash: version.hash,
    tree: version.tree,
    on: decision.onDay,
    book,
    overrides: decision.given.parameters,
    facts,
    origins,
    result: decision.result,
    branches: decision.branches,
  }
  return { decision, evidence, factsChanged: sha256(sortedJson(facts)) !== decision.factsDigest }
}

/** The evidence of a decision, read again. */
export function explained({ decision, evidence, factsChanged }: DecisionEvidence): DecisionExplanation {
  const { given: _, ...shown } = decision
  const { differences, reproduced, trace, checks } = readEvidence(evidence)
  return {
    decision: shown,
    title: evidence.title,
    ruleHash: evidence.ruleHash,
    reproduced,
    differences,
    factsChanged,
    trace,
    checks,
  }
}

type FactsAgain = Pick<Gathered, 'facts' | 'origins'>

async function gatherAgain(room: Room, ctx: Ctx, decision: Decision): Promise<FactsAgain> {
  const { subjectRegister: register, subjectId, valid, known, policy, given } = decision
  if (given.alone) return { facts: given.facts, origins: statedOrigins(given.facts) }
  const request = {
    policy: room.registry.get(policy),
    subject: { register, id: subjectId },
    on: decision.onDay ?? valid,
    valid,
    known,
    facts: given.facts,
  }
  const house = houseOf(room, [policy])
  const gathered = await gather(ctx, house, request)
  const bound = house.bindingOf(policy, register)?.facts ?? {}
  // What was stored as given had an origin of its own when it was decided.
  return { facts: gathered.facts, origins: { ...gathered.origins, ...policyOrigins(bound) } }
}
