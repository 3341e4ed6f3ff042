/** LS-13 as the registers and the policy have it: who died, and what is inherited of the account. */
import { isDay, parseYuan, t, yuanText } from '#kernel'
import type { Ref } from '#ledger'
import type { Ctx } from '#platform'
import type { Deceased, InheritanceDecision, InheritanceFacts, InheritancePorts, RunPorts } from '#procedure'
import { standingRow } from '#register'
import { personOf, whyNotKnown } from './subject.ts'

const policy = 'land-security.inheritance'

export function inheritancePorts(ports: RunPorts): InheritancePorts {
  return {
    policy,
    deceased: (ctx, subject) => deceased(ports, ctx, subject),
    decide: (ctx, facts) => decide(ports, ctx, facts),
  }
}

async function deceased({ registers }: RunPorts, ctx: Ctx, subject: Ref): Promise<Deceased | undefined> {
  const id = await personOf(registers, ctx, subject)
  if (id === undefined) return undefined
  const row = (await standingRow(ctx, registers.get('person'), id)) as Record<string, unknown> | undefined
  if (!row) return undefined
  return {
    person: { register: 'person', id: Number(row.id) },
    name: String(row.name ?? ''),
    diedOn: typeof row.diedOn === 'string' && isDay(row.diedOn) ? row.diedOn : null,
    source: typeof row.diedSource === 'string' ? row.diedSource : null,
  }
}

/** The sums are the ledger's; category, sex and birth date are the register's. */
async function decide(
  { policy: room }: RunPorts,
  ctx: Ctx,
  { subject, diedOn, credited, paid, keep }: InheritanceFacts,
): Promise<InheritanceDecision> {
  const facts = { diedOn, credited: yuanText(credited), paid: yuanText(paid) }
  const request = { policy, subject, on: diedOn, facts }
  const decided = keep
    ? await room.decideFor(ctx, request)
    : await room.assessFor(ctx, { ...request, trace: false })
  const decisionId = 'decisionId' in decided ? decided.decisionId : null
  const { inherited, inherits } = decided.result
  const noHeirTo = decided.result.noHeirTo === 'collective' ? ('collective' as const) : ('pool' as const)
  if (typeof inherited === 'string')
    return { decisionId, inherited: parseYuan(inherited), noHeirTo, why: t('', '') }
  const why =
    inherits === false
      ? t('按县里定的办法，到龄后去世不再继承', 'the county has nothing inherited after pension age')
      : whyNotKnown(room, policy, decided)
  return { decisionId, inherited: null, noHeirTo, why }
}
