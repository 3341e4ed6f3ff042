/** Policies of the district's poverty plan (plan 4). */
import type { Policy } from '#policy'
import { povertyEligibility } from './eligibility.ts'
import { fiveOnes } from './five-ones.ts'
import { fundShare } from './fund-share.ts'
import { moneyPlan } from './money-plan.ts'
import { reductionRate } from './reduction.ts'
import { teamTerm } from './team-term.ts'
import { yearlyVisits } from './visits.ts'

export const povertyPlanPolicies: readonly Policy[] = [
  povertyEligibility,
  fiveOnes,
  reductionRate,
  fundShare,
  moneyPlan,
  teamTerm,
  yearlyVisits,
]
