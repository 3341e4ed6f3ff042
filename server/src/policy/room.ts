/** The policy room of a county: decides subjects of registers, stores decisions, explains them by doing them again. */
import type { Citation, Text } from '#kernel'
import type { Ctx } from '#platform'
import type { Assessment } from './assess.ts'
import { assess } from './assess.ts'
import type { Binding } from './binding.ts'
import { checkBinding } from './check-binding.ts'
import type { CountyDoors } from './county/doors.ts'
import { countyDoors } from './county/doors.ts'
import type { Decided, DecideRequest, Room } from './decide.ts'
import { assessed, assessedMany, decideFor, decideMany } from './decide.ts'
import type { FactsRequest } from './decide-facts.ts'
import { decideFacts, pinnedEvidence, pinRule } from './decide-facts.ts'
import type { Policy } from './define.ts'
import type { Evidence } from './evidence.ts'
import type { DecisionEvidence, DecisionExplanation } from './explain-decision.ts'
import { decisionEvidence, explainDecision } from './explain-decision.ts'
import type { Laboratory } from './laboratory/laboratory.ts'
import { openLaboratory } from './laboratory/laboratory.ts'
import { openShelf } from './laboratory/shelf.ts'
import { bookOf, declaredParameter, rowsOf } from './lookup.ts'
import type { FactSource, Subject } from './port.ts'
import type { PolicyRegistry } from './registry.ts'
import { policies as registryOf } from './registry.ts'
import type { CompareRequest, CompareState } from './sql/compare.ts'
import { comparePage } from './sql/compare.ts'
import type { Comparison } from './sql/comparison-store.ts'
import { keepComparison } from './sql/comparison-store.ts'
import type { Decision } from './store.ts'
import { countyValues, decisionsOf, findDecisions, insertValue } from './store.ts'
import type { TouchedRequest } from './touched.ts'
import { touched } from './touched.ts'
import type { Change } from './why-differs.ts'
import { askedAgain, changesOf, whyDiffer } from './why-differs.ts'

export type Entitlement = Assessment & { readonly title: Text; readonly source: Citation }
export type NewParameter = {
  readonly policy: string
  readonly key: string
  readonly value: unknown
  readonly from: string
  readonly until?: string | null
  readonly citation: Citation
  readonly source: string
}

export type PolicyRoom = CountyDoors & {
  readonly policies: PolicyRegistry
  readonly bindings: readonly Binding[]
  /** Decides and stores. Throws where the subject is not seen or not bound; unknown facts are a result, not an error. */
  decideFor(ctx: Ctx, request: DecideRequest): Promise<Decided>
  /** The same for many subjects of one act, in the order given. */
  decideMany(ctx: Ctx, requests: readonly DecideRequest[]): Promise<Decided[]>
  /** Decides without storing. */
  assessFor(ctx: Ctx, request: DecideRequest & { trace?: boolean }): Promise<Assessment>
  /** The same for many subjects of one act, in the order given, without explanations. */
  assessMany(ctx: Ctx, requests: readonly DecideRequest[]): Promise<Assessment[]>
  /** Decides facts that belong to no row, such as the rate of a year, with the county's own parameters. */
  assessFacts(
    ctx: Ctx,
    request: { policy: string; facts: Readonly<Record<string, unknown>>; on?: string },
  ): Promise<Assessment>
  /** The same, and keeps the decision: what it is for is no row of a register, such as a run. */
  decideFacts(ctx: Ctx, request: FactsRequest): Promise<Decided>
  explainDecision(ctx: Ctx, decisionId: number): Promise<DecisionExplanation>
  /** A decision with rule, parameters and facts in full. Throws `policy.decisionAbsent`. */
  evidence(ctx: Ctx, decisionId: number): Promise<DecisionEvidence>
  /** Keeps a rule as it is now and returns the id under which `pinnedEvidence` finds it. */
  pinRule(ctx: Ctx, policy: string): Promise<number>
  /** A pinned rule that has no parameters over facts in wire form, `on` a day. */
  pinnedEvidence(
    ctx: Ctx,
    given: { versionId: number; facts: Evidence['facts']; origins: Evidence['origins']; on: string },
  ): Promise<Evidence>
  /** Every policy that is bound to the register and not to an act only, decided on the fly with its reason. */
  /** Registers whose rows policies decide about outside of an act. */
  readonly subjects: readonly string[]
  entitlements(ctx: Ctx, request: { subject: Subject; on: string }): Promise<readonly Entitlement[]>
  decisions(ctx: Ctx, subject: Subject): Promise<readonly Decision[]>
  /** Decisions by id; those that the actor does not see are absent. */
  decisionsById(ctx: Ctx, ids: readonly number[]): Promise<readonly Decision[]>
  /** The question that a decision answered: to be asked again with what is known now. */
  askedAgain(decision: Decision): DecideRequest
  /** Of each decision, which facts, parameters or rules are others now than when it was decided. */
  whyDiffer(ctx: Ctx, decisions: readonly Decision[]): Promise<readonly (readonly Change[])[]>
  /** The same between two moments (ISO) of knowing. */
  changesOf(
    ctx: Ctx,
    request: DecideRequest,
    known: { before: string; after: string },
  ): Promise<readonly Change[]>
  /** Whom late facts concern since a moment (ISO); undefined: it may be anybody. */
  touched(ctx: Ctx, request: TouchedRequest): Promise<readonly number[] | undefined>
  /** The next page of all subjects of a policy, each read by the oracle and by SQL. */
  comparePage(
    ctx: Ctx,
    given: { request: CompareRequest; state?: CompareState },
  ): Promise<{ state: CompareState; done: boolean }>
  /** Writes down what a comparison came to. */
  keepComparison(ctx: Ctx, request: CompareRequest, state: CompareState): Promise<Comparison>
  /** Parameters tried over everybody in scope. */
  readonly laboratory: Laboratory
  /** A county value of a parameter from a day on; the verb and the two signatures are the caller's procedure. */
  setParameter(ctx: Ctx, value: NewParameter): Promise<number>
}

/** Made by `main` from the systems' policies and bindings and the registers' facts. Throws where a binding names no policy, or a path that does not fit. */
export function openPolicyRoom(given: {
  policies: readonly Policy[]
  bindings: readonly Binding[]
  source: FactSource
}): PolicyRoom {
  const registry = registryOf(given.policies)
  for (const binding of given.bindings) checkBinding(registry.get(binding.policy), binding, given.source)
  const room: Room = { registry, source: given.source, bindings: given.bindings }
  return {
    ...countyDoors(room),
    policies: registry,
    bindings: given.bindings,
    decideFor: (ctx, request) => decideFor(room, ctx, request),
    decideMany: (ctx, requests) => decideMany(room, ctx, requests),
    assessMany: async (ctx, requests) => {
      const untraced = requests.map((one) => ({ ...one, trace: false }))
      return (await assessedMany(room, ctx, untraced)).map((one) => one.assessment)
    },
    assessFor: async (ctx, request) => (await assessed(room, ctx, request)).assessment,
    assessFacts: async (ctx, { policy: id, facts, on }) => {
      const policy = registry.get(id)
      return assess(policy, facts, { on, book: bookOf(policy, await countyValues(ctx.tx, id, ctx.now)) })
    },
    decideFacts: (ctx, request) => decideFacts(room, ctx, request),
    explainDecision: (ctx, id) => explainDecision(room, ctx, id),
    evidence: (ctx, id) => decisionEvidence(room, ctx, id),
    pinRule: (ctx, policy) => pinRule(room, ctx, policy),
    pinnedEvidence: (ctx, given) => pinnedEvidence(room, ctx, given),
    subjects: [...new Set(room.bindings.filter((one) => !one.inActOnly).map(({ subject }) => subject))],
    entitlements: (ctx, request) => entitlements(room, ctx, request),
    decisions: (ctx, subject) => decisionsOf(ctx.tx, subject),
    decisionsById: (ctx, ids) => findDecisions(ctx.tx, ids),
    askedAgain: (decision) => askedAgain(room, decision),
    whyDiffer: (ctx, decisions) => whyDiffer(room, ctx, decisions),
    changesOf: (ctx, request, known) => changesOf(room, ctx, request, known),
    touched: (ctx, request) => touched(room, ctx, request),
    comparePage: (ctx, given) => comparePage(room, ctx, given),
    keepComparison: (ctx, request, state) => kept(room, ctx, request, state),
    laboratory: openLaboratory(room, openShelf()),
    setParameter: (ctx, value) => setParameter(room, ctx, value),
  }
}

async function entitlements(
  room: Room,
  ctx: Ctx,
  { subject, on }: { subject: Subject; on: string },
): Promise<readonly Entitlement[]> {
  const bound = room.bindings.filter((b) => b.subject === subject.register && !b.inActOnly)
  const found: Entitlement[] = []
  for (const { policy: id } of bound) {
    const policy = room.registry.get(id)
    const { assessment } = await assessed(room, ctx, { policy: id, subject, on })
    found.push({ ...assessment, title: policy.label, source: policy.source })
  }
  return found
}

async function kept(
  room: Room,
  ctx: Ctx,
  { policy: id, on, known }: CompareRequest,
  { compared, agreed, differing }: CompareState,
): Promise<Comparison> {
  const policy = room.registry.get(id)
  const { version } = bookOf(policy, await countyValues(ctx.tx, id, known))
  const read = { policy: id, ruleHash: policy.hash, parameterVersion: version, onDay: on, known }
  const comparison = { ...read, compared, agreed, differing }
  await keepComparison(ctx, comparison)
  return comparison
}

/** Throws `policy.noParameter`, `policy.parameterForm`. */
async function setParameter(room: Room, ctx: Ctx, value: NewParameter): Promise<number> {
  const policy = room.registry.get(value.policy)
  const declared = declaredParameter(policy.tree, value.key)
  if (value.value !== null) rowsOf(value.key, declared, value.value)
  const { key, from, until = null, citation, source } = value
  ctx.note({
    subject: `policy:${policy.id}/${key}`,
    after: { value: value.value, from, until, citation, source },
  })
  return insertValue(ctx.tx, {
    policy: policy.id,
    key,
    value: value.value,
    from,
    until,
    citation,
    source,
    setBy: ctx.actor.accountId,
  })
}
