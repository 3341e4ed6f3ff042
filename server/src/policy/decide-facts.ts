/** Decisions and rules of what is no row of a register: the rate of a year, the interest of one account. */
import type { FactOrigins } from '#expression'
import { restore } from '#expression'
import type { Ctx } from '#platform'
import { assess } from './assess.ts'
import { versionOf } from './book-version.ts'
import type { Decided, Room } from './decide.ts'
import type { Evidence } from './evidence.ts'
import { readEvidence } from './evidence.ts'
import { sha256, sortedJson } from './hash.ts'
import type { ParameterBook } from './lookup.ts'
import { bookOf } from './lookup.ts'
import type { Subject } from './port.ts'
import { policyProblems } from './problems.ts'
import { countyValues, findVersion, insertDecisions, storeBook, storeVersion } from './store.ts'
import { ruleAsTold } from './wording.ts'

export type FactsRequest = {
  readonly policy: string
  readonly facts: Readonly<Record<string, unknown>>
  /** What it is decided for: a run. */
  readonly subject: Subject
  /** Where it is seen; default: the county. */
  readonly area?: string
}

/** Decides stated facts with the county's parameters of now, and keeps the decision with rule and parameters. */
export async function decideFacts(room: Room, ctx: Ctx, request: FactsRequest): Promise<Decided> {
  const policy = room.registry.get(request.policy)
  const book = bookOf(policy, await countyValues(ctx.tx, policy.id, ctx.now))
  const assessment = assess(policy, request.facts, { book, trace: false })
  const policyVersionId = await storeVersion(ctx.tx, policy)
  await storeBook(ctx.tx, policy.id, book)
  const { status, result, missing, missingParameters, problems, checks, branches } = assessment
  const [decisionId] = await insertDecisions(ctx.tx, [
    {
      area: request.area ?? ctx.actor.county,
      policyVersionId,
      policy: policy.id,
      parameterVersion: book.version,
      subjectRegister: request.subject.register,
      subjectId: request.subject.id,
      onDay: assessment.on,
      valid: assessment.on ?? ctx.today,
      known: ctx.now,
      status,
      result,
      branches,
      given: { facts: request.facts, parameters: {}, alone: true },
      factsDigest: sha256(sortedJson(request.facts)),
      decidedBy: ctx.actor.accountId,
    },
  ])
  return {
    decisionId: decisionId as number,
    status,
    result,
    missing,
    missingParameters,
    problems,
    checks,
    branches,
  }
}

/** Keeps the rule as it is now; the id names it for ever. */
export function pinRule(room: Room, ctx: Ctx, policy: string): Promise<number> {
  return storeVersion(ctx.tx, room.registry.get(policy))
}

/** A pinned rule without parameters over facts. Throws `policy.decisionAbsent` where nothing is pinned under the id. */
export async function pinnedEvidence(
  room: Room,
  ctx: Ctx,
  given: { versionId: number; facts: Readonly<Record<string, unknown>>; origins: FactOrigins; on: string },
): Promise<Evidence> {
  const stored = await findVersion(ctx.tx, given.versionId)
  if (!stored) throw policyProblems.decisionAbsent()
  const version = ruleAsTold(stored, room.registry.find(stored.policy))
  const book = emptyBook(Object.keys(restore(version.tree).parameters))
  const { policy, label: title, hash: ruleHash, tree } = version
  const { facts, origins, on } = given
  const open = { policy, title, ruleHash, tree, on, book, overrides: {}, facts, origins }
  const { result, branches } = readEvidence({ ...open, result: {}, branches: '' })
  return { ...open, result, branches }
}

function emptyBook(keys: readonly string[]): ParameterBook {
  const none = { defaults: Object.fromEntries(keys.map((key) => [key, []])), values: [] }
  return { ...none, version: versionOf(none) }
}
