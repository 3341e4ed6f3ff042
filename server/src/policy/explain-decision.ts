/** Why a decision is as it is: the stored rule and parameters run again over the facts of the stored times. */
import { isDeepStrictEqual } from 'node:util'
import type { Explanation, Wire } from '#expression'
import { decodeFacts, restore } from '#expression'
import type { Text } from '#kernel'
import type { Ctx } from '#platform'
import type { CheckResult } from './assess.ts'
import { readTree } from './assess.ts'
import type { Room } from './decide.ts'
import { houseOf } from './decide.ts'
import type { Gathered } from './gather.ts'
import { gather, policyOrigins } from './gather.ts'
import { hashTree, sha256, sortedJson } from './hash.ts'
import { lookUp, openParameters } from './lookup.ts'
import { policyProblems } from './problems.ts'
import type { Decision } from './store.ts'
import { findBook, findDecision, findVersion } from './store.ts'

/** What was decided, done again. `differences` is empty and `reproduced` true unless something below has changed. */
export type DecisionExplanation = {
  readonly decision: Omit<Decision, 'given'>
  readonly title: Text
  readonly ruleHash: string
  readonly reproduced: boolean
  readonly differences: readonly {
    readonly name: string
    readonly stored: unknown
    readonly computed: unknown
  }[]
  /** The registers now give other facts for the same two times. */
  readonly factsChanged: boolean
  readonly trace: readonly Explanation[]
  readonly checks: readonly CheckResult[]
}

/** Runs the stored tree with the stored parameters over the facts as of the stored times. */
export async function explainDecision(room: Room, ctx: Ctx, id: number): Promise<DecisionExplanation> {
  const decision = await findDecision(ctx.tx, id)
  const version = decision && (await findVersion(ctx.tx, decision.policyVersionId))
  const book = decision && (await findBook(ctx.tx, decision.policy, decision.parameterVersion))
  if (!decision || !version || !book) throw policyProblems.decisionAbsent()
  const tree = restore(version.tree)
  const { given, ...shown } = decision
  const gathered = await gatherAgain(room, ctx, { decision, facts: given.facts })
  const { facts, findings } = decodeFacts(tree.facts, gathered.facts)
  const parameters = decision.onDay
    ? lookUp(tree, decision.onDay, { book, overrides: given.parameters })
    : openParameters(tree, [])
  const read = readTree(tree, facts, parameters, { origins: gathered.origins })
  const differences = [
    ...differencesOf(decision.result, read.result),
    ...branchDifference(decision.branches, read.branches),
    ...hashDifference(version.hash, hashTree(tree)),
  ]
  return {
    decision: shown,
    title: version.label,
    ruleHash: version.hash,
    reproduced: differences.length === 0 && findings.length === 0,
    differences,
    factsChanged: sha256(sortedJson(gathered.facts)) !== decision.factsDigest,
    trace: read.trace,
    checks: read.checks,
  }
}

async function gatherAgain(
  room: Room,
  ctx: Ctx,
  { decision, facts }: { decision: Decision; facts: Readonly<Record<string, unknown>> },
): Promise<Gathered> {
  const { subjectRegister: register, subjectId, valid, known, policy } = decision
  const request = {
    policy: room.registry.get(policy),
    subject: { register, id: subjectId },
    on: decision.onDay ?? valid,
    valid,
    known,
    facts,
  }
  const house = houseOf(room, [policy])
  const gathered = await gather(ctx, house, request)
  const bound = house.bindingOf(policy, register)?.facts ?? {}
  // What was stored as given had an origin of its own when it was decided.
  return { ...gathered, origins: { ...gathered.origins, ...policyOrigins(bound) } }
}

function differencesOf(stored: Readonly<Record<string, Wire>>, computed: Readonly<Record<string, Wire>>) {
  const names = [...new Set([...Object.keys(stored), ...Object.keys(computed)])]
  return names
    .filter((name) => !isDeepStrictEqual(stored[name], computed[name]))
    .map((name) => ({ name, stored: stored[name], computed: computed[name] }))
}

function branchDifference(stored: string, computed: string) {
  return stored === computed ? [] : [{ name: 'branches', stored, computed }]
}

function hashDifference(stored: string, computed: string) {
  return stored === computed ? [] : [{ name: 'ruleHash', stored, computed }]
}
