/** Policies of land security. */
import type { Policy } from '#policy'
import { accountInterest } from './account-interest.ts'
import { combinedPension } from './combined-pension.ts'
import { employmentTier } from './employment-tier.ts'
import { fundingPlan } from './funding-plan.ts'
import { inheritance } from './inheritance.ts'
import { interest } from './interest.ts'
import { landBand } from './land-band.ts'
import { livingAllowance } from './living-allowance.ts'
import { mortality } from './mortality.ts'
import { paidDifference } from './paid-difference.ts'
import { pension } from './pension.ts'
import { protection } from './protection.ts'
import { reemployment } from './reemployment.ts'
import { villageWelfare } from './village-welfare.ts'

export const landSecurityPolicies: readonly Policy[] = [
  protection,
  fundingPlan,
  interest,
  accountInterest,
  pension,
  combinedPension,
  inheritance,
  livingAllowance,
  reemployment,
  landBand,
  employmentTier,
  villageWelfare,
  paidDifference,
  mortality,
]
