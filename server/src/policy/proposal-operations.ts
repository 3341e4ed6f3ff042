/** Changing a parameter: one proposes with the document that decides it, another approves (design 4 "Parameters"). */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation, samePerson } from '#platform'
import { citationShape } from './citation-shape.ts'
import { readBook } from './decide.ts'
import type { CountyValue, ParameterBook } from './lookup.ts'
import { bookOf, declaredParameter, rowsOf } from './lookup.ts'
import { policyProblems } from './problems.ts'
import type { Proposal } from './proposal-store.ts'
import { closeProposal, insertProposal, listProposals, lockProposal } from './proposal-store.ts'
import type { PolicyRoom } from './room.ts'
import type { ExampleUnder, Stated } from './stated.ts'
import { checkExamples, checkStated, examplesUnder, standing, statedShape } from './stated.ts'
import { approvedExamples } from './stated-store.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const proposed = z.object({
  policy: z.string(),
  key: z.string(),
  value: z.unknown(),
  from: day,
  until: day.nullable().default(null),
  citation: citationShape,
  reason: z.string().min(1),
  examples: z.array(statedShape).default([]),
})

/** `policy.propose`, `policy.examplesUnder`, `policy.proposals`, `policy.approve`. */
export function proposalOperations(room: PolicyRoom) {
  return [propose(room), underValues(room), proposals(), approve(room)] as const
}

function propose(room: PolicyRoom) {
  return operation({
    name: 'policy.propose',
    text: t('提出参数调整', 'Propose a parameter'),
    can: 'policy.propose',
    audit: 'write',
    input: proposed,
    output: z.object({ id: z.number() }),
    run: async (ctx, { policy, key, value = null, from, until, citation, reason, examples }) => {
      const declared = declaredParameter(room.policies.get(policy).tree, key)
      if (value !== null) rowsOf(key, declared, value)
      checkStated(room.policies.get(policy), examples)
      await mustHold(room, ctx, { policy, values: [{ key, value, from, until, citation }], examples })
      ctx.note({ subject: `policy:${policy}/${key}`, after: { value, from, until, citation, reason } })
      const proposedBy = ctx.actor.accountId
      return {
        id: await insertProposal(ctx.tx, {
          policy,
          key,
          value,
          validFrom: from,
          validUntil: until,
          citation,
          reason,
          examples,
          proposedBy,
        }),
      }
    },
  })
}

/** Values as they would hold, and the examples stated with them. */
type Tried = { policy: string; values: readonly CountyValue[]; examples: readonly Stated[] }

/** No value takes effect while an example comes out otherwise than somebody stated. Throws `policy.examplesFail`. */
export async function mustHold(
  room: PolicyRoom,
  ctx: Ctx,
  { policy: id, values, examples }: Tried,
): Promise<void> {
  const policy = room.policies.get(id)
  const stated = [...(await approvedExamples(ctx.tx, id)), ...examples]
  checkExamples(policy, stated, await bookWith(room, ctx, { policy: id, values }))
}

async function bookWith(
  room: PolicyRoom,
  ctx: Ctx,
  { policy: id, values }: Pick<Tried, 'policy' | 'values'>,
): Promise<ParameterBook> {
  const policy = room.policies.get(id)
  const now = await readBook(ctx, policy, ctx.now)
  return bookOf(policy, [...now.values, ...values])
}

const untold: CountyValue['citation'] = { source: '', clause: '' }

function underValues(room: PolicyRoom) {
  return operation({
    name: 'policy.examplesUnder',
    text: t('看哪些例子按新值不同', 'See which examples come out otherwise'),
    can: 'policy.propose',
    audit: 'none',
    input: z.object({
      policy: z.string(),
      values: z.record(z.string(), z.unknown()),
      from: day,
      until: day.nullable().default(null),
      examples: z.array(statedShape).default([]),
    }),
    output: z.object({ failing: z.custom<readonly ExampleUnder[]>(), all: z.number() }),
    run: async (ctx, { policy: id, values, from, until, examples }) => {
      const policy = room.policies.get(id)
      checkStated(policy, examples)
      const tried = Object.entries(values).map(([key, value = null]): CountyValue => {
        const declared = declaredParameter(policy.tree, key)
        if (value !== null) rowsOf(key, declared, value)
        return { key, value, from, until, citation: untold }
      })
      const all = standing(policy, [...(await approvedExamples(ctx.tx, id)), ...examples])
      const book = await bookWith(room, ctx, { policy: id, values: tried })
      return { failing: examplesUnder(policy, all, book), all: all.length }
    },
  })
}

function proposals() {
  return operation({
    name: 'policy.proposals',
    text: t('看参数提议', 'List proposed parameters'),
    can: 'signedIn',
    audit: 'none',
    input: z.object({ policy: z.string().optional() }),
    output: z.object({ proposals: z.custom<readonly Proposal[]>() }),
    run: async (ctx, { policy }) => ({ proposals: await listProposals(ctx.tx, policy) }),
  })
}

function approve(room: PolicyRoom) {
  return operation({
    name: 'policy.approve',
    text: t('批准参数调整', 'Approve a parameter'),
    can: 'policy.approve',
    audit: 'write',
    input: z.object({ id: z.number().int().positive(), outcome: z.enum(['approved', 'refused']) }),
    output: z.object({ parameterValueId: z.number().nullable() }),
    run: async (ctx, { id, outcome }) => {
      const proposal = await undecided(ctx, id)
      await closeProposal(ctx.tx, id, { outcome, decidedBy: ctx.actor.accountId, decidedAt: ctx.now })
      ctx.note({ subject: `policy:${proposal.policy}/${proposal.key}`, after: { outcome } })
      return { parameterValueId: outcome === 'approved' ? await enact(room, ctx, proposal) : null }
    },
  })
}

/** Throws `policy.proposalAbsent`, `policy.proposalDecided`, `policy.samePerson`. */
async function undecided(ctx: Ctx, id: number): Promise<Proposal> {
  const proposal = await lockProposal(ctx.tx, id)
  if (!proposal) throw policyProblems.proposalAbsent()
  if (proposal.outcome) throw policyProblems.proposalDecided()
  const proposer = { accountId: proposal.proposedBy }
  if (samePerson(proposer, ctx.actor)) throw policyProblems.samePerson() // GEN-13, OF-22: nor as their deputy
  return proposal
}

async function enact(room: PolicyRoom, ctx: Ctx, proposal: Proposal): Promise<number> {
  const { id, policy, key, value, validFrom, validUntil, citation, examples } = proposal
  const values = [{ key, value: value ?? null, from: validFrom, until: validUntil, citation }]
  await mustHold(room, ctx, { policy, values, examples })
  return room.setParameter(ctx, {
    policy,
    key,
    value: value ?? null,
    from: validFrom,
    until: validUntil,
    citation,
    source: `proposal:${id}`,
  })
}
