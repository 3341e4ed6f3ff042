/** The doors of the policy room. */
import { z } from 'zod'
import type { Outline } from '#expression'
import { outline } from '#expression'
import { t } from '#kernel'
import { operation } from '#platform'
import type { Assessment } from './assess.ts'
import { assess } from './assess.ts'
import { countyOperations } from './county/decide-job.ts'
import type { ExampleResult } from './example.ts'
import { runExamples } from './example.ts'
import type { DecisionExplanation } from './explain-decision.ts'
import { laboratoryOperations } from './laboratory/operations.ts'
import { planOperations } from './laboratory/plan-operations.ts'
import { bookOf, type CountyValue } from './lookup.ts'
import type { PolicyMeta } from './meta.ts'
import { policyMeta, policyTree } from './meta.ts'
import { proposalOperations } from './proposal-operations.ts'
import type { Entitlement, PolicyRoom } from './room.ts'
import { compareOperations } from './sql/county.ts'
import type { Decision } from './store.ts'
import { countyValues } from './store.ts'
import type { TimelineEntry } from './timeline.ts'
import { timelineOf } from './timeline.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const facts = z.record(z.string(), z.unknown())
const subject = { register: z.string(), id: z.number().int().positive() }

/** `policy.list`, `get`, `assess`, `explain`, `entitlements`, `decisions`; `propose`, `proposals`, `approve`; `compare`, `compared`; `decideCounty`. */
export function policyOperations(room: PolicyRoom) {
  return [
    listPolicies(room),
    getPolicy(room),
    assessPolicy(room),
    explainOne(room),
    entitlementsOf(room),
    decisionsAbout(room),
    ...proposalOperations(room),
    ...compareOperations(room),
    ...countyOperations(room),
    ...laboratoryOperations(room),
    ...planOperations(room),
  ] as const
}

function listPolicies(room: PolicyRoom) {
  return operation({
    name: 'policy.list',
    text: t('看政策目录', 'List policies'),
    can: 'signedIn',
    audit: 'none',
    input: z.object({}),
    output: z.object({ policies: z.custom<readonly PolicyMeta[]>() }),
    run: async () => ({ policies: policyMeta(room.policies.all) }),
  })
}

function getPolicy(room: PolicyRoom) {
  return operation({
    name: 'policy.get',
    text: t('看一项政策', 'Read a policy'),
    can: 'signedIn',
    audit: 'none',
    input: z.object({ id: z.string() }),
    output: z.object({
      meta: z.custom<PolicyMeta>(),
      tree: z.record(z.string(), z.unknown()),
      outline: z.custom<readonly Outline[]>(),
      examples: z.custom<readonly ExampleResult[]>(),
      parameterVersion: z.string(),
      countyValues: z.custom<readonly CountyValue[]>(),
      timeline: z.custom<Readonly<Record<string, readonly TimelineEntry[]>>>(),
    }),
    run: async (ctx, { id }) => {
      const policy = room.policies.get(id)
      const values = await countyValues(ctx.tx, id, ctx.now)
      const [meta] = policyMeta([policy])
      return {
        meta: meta as PolicyMeta,
        tree: policyTree(policy),
        outline: outline(policy.tree),
        examples: runExamples(policy),
        parameterVersion: bookOf(policy, values).version,
        countyValues: values,
        timeline: timelineOf(policy, values, ctx.today),
      }
    },
  })
}

function assessPolicy(room: PolicyRoom) {
  return operation({
    name: 'policy.assess',
    text: t('按政策试算', 'Assess facts by a policy'),
    can: 'signedIn',
    audit: 'none',
    input: z.object({ policy: z.string(), facts, on: day.optional(), overrides: facts.optional() }),
    output: z.custom<Assessment>(),
    run: async (ctx, input) => {
      const policy = room.policies.get(input.policy)
      const book = bookOf(policy, await countyValues(ctx.tx, policy.id, ctx.now))
      return assess(policy, input.facts, { on: input.on, overrides: input.overrides, book, settles: true })
    },
  })
}

function explainOne(room: PolicyRoom) {
  return operation({
    name: 'policy.explain',
    text: t('看决定的理由', 'Explain a decision'),
    can: 'policy.explain',
    audit: 'read',
    input: z.object({ decisionId: z.number().int().positive() }),
    output: z.custom<DecisionExplanation>(),
    run: (ctx, { decisionId }) => room.explainDecision(ctx, decisionId),
  })
}

function entitlementsOf(room: PolicyRoom) {
  return operation({
    name: 'policy.entitlements',
    text: t('看一人的待遇', "See a subject's entitlements"),
    can: 'policy.explain',
    audit: 'read',
    input: z.object({ ...subject, on: day.optional() }),
    output: z.object({ entitlements: z.custom<readonly Entitlement[]>() }),
    run: async (ctx, { register, id, on }) => ({
      entitlements: await room.entitlements(ctx, { subject: { register, id }, on: on ?? ctx.today }),
    }),
  })
}

type Latest = Pick<
  Decision,
  'id' | 'policy' | 'subjectRegister' | 'subjectId' | 'onDay' | 'valid' | 'status'
> &
  Pick<Decision, 'result' | 'decidedAt'>

function decisionsAbout(room: PolicyRoom) {
  return operation({
    name: 'policy.decisions',
    text: t('看作出的决定', 'See the decisions about a record'),
    can: 'policy.explain',
    audit: 'read',
    input: z.object({ subjects: z.array(z.object(subject)).min(1).max(20), on: day.optional() }),
    output: z.object({ decisions: z.custom<readonly Latest[]>() }),
    run: async (ctx, { subjects, on }) => {
      const found: Decision[] = []
      for (const one of subjects) found.push(...(await room.decisions(ctx, one)))
      const until = on ?? ctx.today
      return { decisions: latestOfEach(found.filter(({ valid }) => valid <= until)).map(shown) }
    },
  })
}

/** Of every policy and subject the decision for the latest day; of two for one day the later one. */
function latestOfEach(decisions: readonly Decision[]): readonly Decision[] {
  const latest = new Map<string, Decision>()
  for (const one of decisions) {
    const key = `${one.policy} ${one.subjectRegister} ${one.subjectId}`
    const before = latest.get(key)
    if (!before || before.valid < one.valid || (before.valid === one.valid && before.id < one.id))
      latest.set(key, one)
  }
  return [...latest.values()]
}

function shown({
  id,
  policy,
  subjectRegister,
  subjectId,
  onDay,
  valid,
  status,
  result,
  decidedAt,
}: Decision) {
  return { id, policy, subjectRegister, subjectId, onDay, valid, status, result, decidedAt }
}
