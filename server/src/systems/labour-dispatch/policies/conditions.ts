/** Conditions of the claimant that both grants share (LM-13, AMB-27). */
import { t } from '#kernel'
import type { BooleanTerm, DayTerm } from '#policy'
import { allOf, boolean, ifApplies, step } from '#policy'
import { clause } from './sources.ts'

type Permit = { readonly permitFrom: DayTerm; readonly permitUntil: DayTerm; readonly claimedOn: DayTerm }

/** Valid on the day of the claim, first and last day included; an end that does not apply is open. */
export function permitHeld({ permitFrom, permitUntil, claimedOn }: Permit): BooleanTerm {
  const notEnded = ifApplies(permitUntil, permitUntil.isAtLeast(claimedOn), boolean(true))
  return step(
    'permitHeld',
    t('申领日持有有效许可证', 'Holds a valid permit on the day of the claim'),
    ifApplies(permitFrom, allOf(permitFrom.isAtMost(claimedOn), notEnded), boolean(false)),
    clause.licensed,
  )
}
