/** 生活补助按月发放: (b) persons without work, at most 24 paid months, from the regulating fund (LS-14, OF-05). */
import { firstOfMonth, month, parseYuan, t } from '#kernel'
import type { Ctx } from '#platform'
import {
  defineRun,
  type Population,
  type Proposal,
  type RunFactory,
  type RunMoment,
  type RunPorts,
  type RunSubject,
} from '#procedure'
import { holders } from './holders.ts'
import { payeeOf, whyNotKnown } from './subject.ts'

const policy = 'land-security.living-allowance'

/** Stated in the act of claiming; the run's input lists them. `id`: of the person's row on the list of the taking. */
type Claim = { id: number; unemployedFrom: string; paidBefore?: number; meetsDibao?: boolean }

export const allowanceRun: RunFactory = (ports) =>
  defineRun({
    kind: 'pay',
    id: 'land-security.living-allowance',
    label: t('未就业生活补助', 'Living allowance'),
    fund: 'land-security.regulating',
    every: 'month',
    purpose: 'benefit',
    item: t('生活补助', 'Living allowance'),
    charge: ['pooled'],
    population: claimants,
    propose: (ctx, subject, at) => propose(ports, ctx, subject, at),
  })

/** Who claims has an account of the protection fund; the money is the regulating fund's. */
async function claimants(
  ctx: Ctx,
  at: RunMoment,
  page: { after: number; limit: number },
): Promise<Population> {
  const claimed = new Set(claimsOf(at).map((claim) => claim.id))
  const { subjects, next } = await holders(ctx, page)
  const claiming = subjects.filter((one) => claimed.has(one.subject.id))
  return { subjects: claiming.map((one) => ({ ...one, accountId: null })), next }
}

function claimsOf(at: RunMoment): readonly Claim[] {
  return (at.input.claims ?? []) as readonly Claim[]
}

/** The county's earlier payments count against the 24 months by `paidBefore` (AMB-31). */
async function propose(ports: RunPorts, ctx: Ctx, subject: RunSubject, at: RunMoment): Promise<Proposal> {
  const on = firstOfMonth(month(at.period))
  const claim = claimsOf(at).find((one) => one.id === subject.subject.id)
  const { id: _, ...stated } = claim as Claim
  const facts = { paidBefore: 0, ...stated }
  const decided = await ports.policy.decideFor(ctx, { policy, subject: subject.subject, on, facts })
  const { entitled, amount } = decided.result
  if (entitled === false) return null
  if (entitled !== true || typeof amount !== 'string')
    return { held: whyNotKnown(ports.policy, policy, decided), decisionId: decided.decisionId }
  const payee = await payeeOf(ports.registers, ctx, subject.subject)
  return { amount: parseYuan(amount), decisionId: decided.decisionId, payee }
}
