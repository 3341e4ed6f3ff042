/** Policies of assistance. */
import type { Policy } from '#policy'
import { cleanersPolicy } from './cleaners.ts'
import { growthComparison } from './growth-comparison.ts'
import { incomeStandard } from './income-standard.ts'
import { industryPolicies } from './industry/index.ts'
import { landPerPerson } from './land-per-person.ts'
import { mutualAidFund } from './mutual-aid-fund.ts'
import { ownContribution } from './own-contribution.ts'
import { pairingPolicies } from './pairing/index.ts'
import { partyMembers } from './party-members.ts'
import { povertyClasses } from './poverty-classes.ts'
import { povertyPlanPolicies } from './poverty-plan/index.ts'
import { povertyPopulation } from './poverty-population.ts'
import { projectLibrary } from './project-library.ts'
import { projectSources } from './project-sources.ts'
import { projectStatus } from './project-status.ts'
import { projectTotals } from './project-totals.ts'
import { rainDew } from './rain-dew.ts'
import { registerAgreement } from './register-agreement.ts'
import { residentTerm } from './resident-term.ts'
import { supportClass } from './support-class.ts'
import { unitCost } from './unit-cost.ts'
import { veterans } from './veterans.ts'
import { villageGoalPolicies } from './village-goals/index.ts'
import { yacon } from './yacon.ts'

export const assistancePolicies: readonly Policy[] = [
  ...industryPolicies,
  ...pairingPolicies,
  ...povertyPlanPolicies,
  ...villageGoalPolicies,
  incomeStandard,
  yacon,
  projectSources,
  projectStatus,
  unitCost,
  cleanersPolicy,
  ownContribution,
  projectTotals,
  registerAgreement,
  povertyClasses,
  supportClass,
  rainDew,
  veterans,
  mutualAidFund,
  povertyPopulation,
  growthComparison,
  projectLibrary,
  residentTerm,
  partyMembers,
  landPerPerson,
]
