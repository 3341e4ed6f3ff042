/** 生活补助按月发放: (b) persons without work, at most 24 paid months, from the regulating fund (LS-14, OF-05). */
import { type Day, isDay, lastOfMonth, month, monthOf, parseYuan, type Text, t } from '#kernel'
import type { Ctx } from '#platform'
import { policyMeta } from '#policy'
import {
  defineRun,
  type Population,
  type Proposal,
  type RunFactory,
  type RunMoment,
  type RunPorts,
  type RunSubject,
} from '#procedure'
import { categoryOptions } from '../policies/words.ts'
import { type Claim, claimantsOf } from './claimants.ts'
import { holders } from './holders.ts'
import { payeeOf, whyNotKnown } from './subject.ts'

const policy = 'land-security.living-allowance'

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
    claimants: (ctx, by) => claimantsOf(ports, ctx, by),
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

/**
 * The county's earlier payments count against the 24 months by `paidBefore` (AMB-31). The registers are read on the last
 * day of the month: a job that starts within it is the first job, and its month is not paid (AMB-41).
 */
async function propose(ports: RunPorts, ctx: Ctx, subject: RunSubject, at: RunMoment): Promise<Proposal> {
  const on = lastOfMonth(month(at.period))
  const claim = claimsOf(at).find((one) => one.id === subject.subject.id)
  const { id: _, ...stated } = claim as Claim
  const facts = { paidBefore: 0, ...stated }
  const decided = await ports.policy.decideFor(ctx, { policy, subject: subject.subject, on, facts })
  const { entitled, amount } = decided.result
  if (entitled === false)
    return { held: whyRefused(ports, decided.result, on), decisionId: decided.decisionId }
  if (entitled !== true || typeof amount !== 'string')
    return { held: whyNotKnown(ports.policy, policy, decided), decisionId: decided.decisionId }
  const payee = await payeeOf(ports.registers, ctx, subject.subject)
  return { amount: parseYuan(amount), decisionId: decided.decisionId, payee }
}

/** Who claimed and is refused is told why, and what follows (LS-14, LS-15, LS-16): never only left out. */
function whyRefused({ policy: room }: RunPorts, result: Readonly<Record<string, unknown>>, on: Day): Text {
  const { months, paidThrough, next } = result
  const claimed = monthOf(on)
  const concerned = typeof next !== 'object' || next === null // else it does not apply: another category
  if (!concerned || typeof months !== 'number' || typeof paidThrough !== 'string' || !isDay(paidThrough))
    return t(
      `不是${categoryOptions.working.zh}，不发生活补助`,
      `not ${categoryOptions.working.en}: no living allowance`,
    )
  const follows = nextWords(room, next)
  if (on < paidThrough)
    return t(`${claimed} 还没有到未就业起始月，不发`, `${claimed} is before the first month without work`)
  const last = monthOf(paidThrough)
  if (months === 0)
    return t(`可发月数是 0，${claimed} 不发${follows.zh}`, `no month is due in ${claimed}${follows.en}`)
  return t(
    `最多发 ${months} 个月，发到 ${last} 为止，${claimed} 不再发${follows.zh}`,
    `${months} months at the most, the last ${last}; nothing for ${claimed}${follows.en}`,
  )
}

/** `；以后走失业保险` as the policy names it; nothing while it cannot say. */
function nextWords(room: RunPorts['policy'], next: unknown): Text {
  const [meta] = policyMeta([room.policies.get(policy)])
  const found = meta?.results.find((one) => one.name === 'next')
  const word = found && 'options' in found ? (found.options as Record<string, Text>)[String(next)] : undefined
  return word ? t(`；以后：${word.zh}`, `; then: ${word.en}`) : t('', '')
}
