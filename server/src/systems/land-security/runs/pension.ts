/** 养老金按月发放: from pension age on, own account first, then the pool; what the rural fund pays is shown beside (LS-12, LS-13, LS-17). */
import { firstOfMonth, month, parseYuan, t } from '#kernel'
import type { Ctx } from '#platform'
import {
  defineRun,
  type Proposal,
  type RunFactory,
  type RunMoment,
  type RunPorts,
  type RunSubject,
} from '#procedure'
import { holders, protectionFundId } from './holders.ts'
import { payeeOf, whyNotKnown } from './subject.ts'

const policy = 'land-security.pension'
const ruralFund = t('农保基金', 'the rural insurance fund')

export const pensionRun: RunFactory = (ports) =>
  defineRun({
    kind: 'pay',
    id: 'land-security.pension',
    label: t('养老金发放', 'Pension'),
    fund: protectionFundId,
    every: 'month',
    purpose: 'benefit',
    item: t('养老金', 'Pension'),
    charge: ['individual', 'pooled'],
    population: (ctx, _, page) => holders(ctx, page),
    propose: (ctx, subject, at) => propose(ports, ctx, subject, at),
  })

async function propose(ports: RunPorts, ctx: Ctx, subject: RunSubject, at: RunMoment): Promise<Proposal> {
  const on = firstOfMonth(month(at.period))
  const decided = await ports.policy.decideFor(ctx, { policy, subject: subject.subject, on })
  const { entitled, monthly } = decided.result
  if (entitled === false) return null
  if (entitled !== true || typeof monthly !== 'string')
    return { held: whyNotKnown(ports.policy, policy, decided), decisionId: decided.decisionId }
  const amount = parseYuan(monthly)
  const payee = await payeeOf(ports.registers, ctx, subject.subject)
  const other = await paidByOthers(ports, ctx, subject, on)
  return { amount, decisionId: decided.decisionId, payee, components: [{ amount }, ...other] }
}

/** LS-17: what comes from the rural fund together with ours; not known is not shown, and never added to ours. */
async function paidByOthers(ports: RunPorts, ctx: Ctx, { subject }: RunSubject, on: string) {
  const request = { policy: 'land-security.combined-pension', subject, on, trace: false }
  const { byOthers } = (await ports.policy.assessFor(ctx, request)).result
  const amount = parseYuan(typeof byOthers === 'string' ? byOthers : '0')
  return amount > 0 ? [{ amount, otherFund: ruralFund }] : []
}
