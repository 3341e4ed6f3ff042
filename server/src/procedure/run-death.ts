/** A death that the ledger knows from an inheritance stops what is paid month by month, though the register may not have it yet (OF-15). */
import { monthOf, type Text, t } from '#kernel'
import type { Ref } from '#ledger'
import type { Ctx } from '#platform'
import type { Proposal, Run } from './run-define.ts'
import { deathSources } from './run-inheritance-form.ts'
import { deathsOf, type KnownDeath } from './run-inheritance-store.ts'

/** Empty for runs that do not pay the living by the month. */
export function knownDeaths(ctx: Ctx, run: Run): Promise<readonly KnownDeath[]> {
  const monthly = run.kind === 'pay' && run.every === 'month' && run.purpose === 'benefit'
  return monthly ? deathsOf(ctx.tx) : Promise.resolve([])
}

type Who = { subject: Ref; person: Ref | undefined }

/** The death of somebody in a month before the period: the month of death itself is still paid. The same person may have several accounts. */
export function diedBefore(
  deaths: readonly KnownDeath[],
  { subject, person }: Who,
  period: string,
): KnownDeath | undefined {
  return deaths.find(
    (death) =>
      monthOf(death.diedOn) < period &&
      death.who.some((one) => isSame(one, subject) || (person !== undefined && isSame(one, person))),
  )
}

function isSame(one: Ref, other: Ref): boolean {
  return one.register === other.register && one.id === other.id
}

/** The proposal, or that it is held because of a death. */
export function unlessDead(
  deaths: readonly KnownDeath[],
  {
    subject,
    proposal,
    period,
  }: { subject: { subject: Ref }; proposal: NonNullable<Proposal>; period: string },
): NonNullable<Proposal> {
  if ('held' in proposal) return proposal
  const death = diedBefore(deaths, { subject: subject.subject, person: proposal.payee?.person }, period)
  return death ? { held: heldAsDead(death), decisionId: proposal.decisionId } : proposal
}

/** `办理继承时登记 2025-08-02 去世（村报），人员册还没有登记，停发。请业务经办核对后登记去世日期` */
export function heldAsDead({ diedOn, source, runId }: KnownDeath): Text {
  const said = deathSources[source as keyof typeof deathSources] ?? t('来源未填', 'source not stated')
  return t(
    `办理继承时登记 ${diedOn} 去世（${said.zh}，第 ${runId} 号），人员册还没有登记，停发。请业务经办核对后登记去世日期`,
    `Died ${diedOn} by inheritance no. ${runId} (${said.en}), not in the register yet: not paid. Check, then register the day of death`,
  )
}
