/** Changing a parameter: one proposes with the document that decides it, another approves (design 4 "Parameters"). */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation, samePerson } from '#platform'
import { declaredParameter, rowsOf } from './lookup.ts'
import { policyProblems } from './problems.ts'
import type { Proposal } from './proposal-store.ts'
import { closeProposal, insertProposal, listProposals, lockProposal } from './proposal-store.ts'
import type { PolicyRoom } from './room.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const proposed = z.object({
  policy: z.string(),
  key: z.string(),
  value: z.unknown(),
  from: day,
  until: day.nullable().default(null),
  citation: z.object({ source: z.string().min(1), clause: z.string(), quote: z.string().optional() }),
  reason: z.string().min(1),
})

/** `policy.propose`, `policy.proposals`, `policy.approve`. */
export function proposalOperations(room: PolicyRoom) {
  return [propose(room), proposals(), approve(room)] as const
}

function propose(room: PolicyRoom) {
  return operation({
    name: 'policy.propose',
    text: t('提出参数调整', 'Propose a parameter'),
    can: 'policy.propose',
    audit: 'write',
    input: proposed,
    output: z.object({ id: z.number() }),
    run: async (ctx, { policy, key, value = null, from, until, citation, reason }) => {
      const declared = declaredParameter(room.policies.get(policy).tree, key)
      if (value !== null) rowsOf(key, declared, value)
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
          proposedBy,
        }),
      }
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

function enact(
  room: PolicyRoom,
  ctx: Ctx,
  { id, policy, key, value, validFrom, validUntil, citation }: Proposal,
): Promise<number> {
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
