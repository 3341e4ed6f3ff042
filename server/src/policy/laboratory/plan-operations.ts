/** A plan: what was tried is written down, sent with its reason, and made to hold by a second person (GEN-13, OF-22). */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation, samePerson } from '#platform'
import { citationShape } from '../citation-shape.ts'
import { readBook } from '../decide.ts'
import { lookUp } from '../lookup.ts'
import { policyProblems } from '../problems.ts'
import { mustHold } from '../proposal-operations.ts'
import type { PolicyRoom } from '../room.ts'
import { checkStated, statedShape } from '../stated.ts'
import type { LabAsk } from './laboratory.ts'
import { checkKnown, trialShape } from './operations.ts'
import type { Change, Plan } from './plan-store.ts'
import { closePlan, insertPlan, listPlans, lockPlan, rewritePlan, sendPlan } from './plan-store.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const id = z.number().int().positive()
/** Years that a plan tells of. */
const YEARS = 3
const planShape = z.object({
  id: id.optional(),
  title: z.string().min(1),
  trial: z.object(trialShape),
  validFrom: day.nullable().default(null),
  validUntil: day.nullable().default(null),
  citation: citationShape.nullable().default(null),
  reason: z.string().default(''),
  examples: z.array(statedShape).default([]),
})

/** `policy.plans`, `policy.savePlan`, `policy.sendPlan`, `policy.decidePlan`. */
export function planOperations(room: PolicyRoom) {
  return [plans(), save(room), send(room), decide(room)] as const
}

function plans() {
  return operation({
    name: 'policy.plans',
    text: t('看政策方案', 'List plans'),
    can: 'policy.simulate',
    audit: 'none',
    input: z.object({ policy: z.string().optional() }),
    output: z.object({ plans: z.custom<readonly Plan[]>() }),
    run: async (ctx, { policy }) => ({ plans: await listPlans(ctx, policy) }),
  })
}

/** The effect is computed here, under the scope of the author, never taken from who asks. */
function save(room: PolicyRoom) {
  return operation({
    name: 'policy.savePlan',
    text: t('存为方案', 'Save a plan'),
    can: 'policy.propose',
    audit: 'write',
    input: planShape,
    output: z.object({ id: z.number() }),
    run: async (ctx, { id: known, trial, ...words }) => {
      checkKnown(ctx, trial.known)
      if (Object.keys(trial.overrides).length === 0) throw policyProblems.planEmpty()
      checkStated(room.policies.get(trial.policy), words.examples)
      const effect = await effectOf(room, ctx, trial)
      const { policy, ruleHash, parameterVersion, on, known: knownAt } = effect
      const changes = await changesOf(room, ctx, { policy, on, overrides: trial.overrides })
      const tried = { ...trial, on, known: knownAt }
      const plan = { ...words, policy, changes, trial: tried, effect, ruleHash, parameterVersion }
      if (known !== undefined && (await lockPlan(ctx, known)).madeBy !== ctx.actor.accountId)
        throw policyProblems.planAbsent()
      const saved = known ?? (await insertPlan(ctx, plan))
      if (known !== undefined) await rewritePlan(ctx, known, plan)
      ctx.note({ subject: `policy:${policy}`, after: { plan: saved, ...words, changes } })
      return { id: saved }
    },
  })
}

/** With whole years, where the benefit is monthly. */
async function effectOf({ laboratory }: PolicyRoom, ctx: Ctx, trial: LabAsk): Promise<Plan['effect']> {
  const effect = await laboratory.simulate(ctx, trial)
  if (effect.kind !== 'money' || !laboratory.goesOn(effect.policy, effect.register)) return effect
  return { ...effect, ahead: await laboratory.ahead(ctx, { ...trial, known: effect.known, years: YEARS }) }
}

async function changesOf(
  room: PolicyRoom,
  ctx: Ctx,
  given: { policy: string; on: string; overrides: Readonly<Record<string, unknown>> },
): Promise<readonly Change[]> {
  const policy = room.policies.get(given.policy)
  const held = lookUp(policy.tree, given.on, { book: await readBook(ctx, policy, ctx.now) })
  return Object.entries(given.overrides).map(([key, value]) => {
    const was = held[key]
    return { key, value, was: was?.state === 'known' ? (was.wire ?? null) : null }
  })
}

function send(room: PolicyRoom) {
  return operation({
    name: 'policy.sendPlan',
    text: t('送出方案', 'Send a plan'),
    can: 'policy.propose',
    audit: 'write',
    input: z.object({ id }),
    output: z.object({ id: z.number() }),
    run: async (ctx, { id: planId }) => {
      const plan = await lockPlan(ctx, planId)
      if (plan.sentAt !== null) throw policyProblems.planSent()
      if (!plan.validFrom || !plan.citation || plan.reason === '') throw policyProblems.planIncomplete()
      await checkStill(room, ctx, plan)
      await mustHold(room, ctx, triedIn(plan))
      await sendPlan(ctx, planId)
      ctx.note({ subject: `policy:${plan.policy}`, after: { plan: planId, sent: true } })
      return { id: planId }
    },
  })
}

function decide(room: PolicyRoom) {
  return operation({
    name: 'policy.decidePlan',
    text: t('批准方案', 'Decide a plan'),
    can: 'policy.approve',
    audit: 'write',
    input: z.object({ id, outcome: z.enum(['approved', 'refused']) }),
    output: z.object({ parameterValueIds: z.array(z.number()) }),
    run: async (ctx, { id: planId, outcome }) => {
      const plan = await lockPlan(ctx, planId)
      if (plan.sentAt === null) throw policyProblems.planNotSent()
      if (plan.outcome) throw policyProblems.planSent()
      if (samePerson({ accountId: plan.madeBy }, ctx.actor)) throw policyProblems.samePerson()
      if (outcome === 'approved') await checkStill(room, ctx, plan)
      const ids = outcome === 'approved' ? await enact(room, ctx, plan) : []
      await closePlan(ctx, planId, outcome)
      ctx.note({ subject: `policy:${plan.policy}`, after: { plan: planId, outcome } })
      return { parameterValueIds: ids }
    },
  })
}

/** The effect was worked out with this rule and these values; with others it would be another. */
async function checkStill(room: PolicyRoom, ctx: Ctx, plan: Plan): Promise<void> {
  const policy = room.policies.get(plan.policy)
  const { version } = await readBook(ctx, policy, ctx.now)
  if (version !== plan.parameterVersion || policy.hash !== plan.ruleHash) throw policyProblems.planStale()
}

/** Its values from the day on which they are to hold. Throws `policy.planIncomplete`. */
function triedIn({ policy, changes, validFrom, validUntil, citation, examples }: Plan) {
  if (!validFrom || !citation) throw policyProblems.planIncomplete()
  const values = changes.map(({ key, value }) => ({
    key,
    value,
    from: validFrom,
    until: validUntil,
    citation,
  }))
  return { policy, values, examples }
}

async function enact(room: PolicyRoom, ctx: Ctx, plan: Plan): Promise<number[]> {
  const { id: planId, policy, changes, validFrom, validUntil, citation } = plan
  if (!validFrom || !citation) throw policyProblems.planIncomplete()
  await mustHold(room, ctx, triedIn(plan))
  const ids: number[] = []
  for (const { key, value } of changes) {
    const given = { policy, key, value, from: validFrom, until: validUntil, citation }
    ids.push(await room.setParameter(ctx, { ...given, source: `plan:${planId}` }))
  }
  return ids
}
