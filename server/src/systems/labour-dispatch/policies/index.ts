/** Policies of labour dispatch. */
import type { Policy } from '#policy'
import { doubleFunding } from './double-funding.ts'
import { grantA } from './grant-a.ts'
import { grantB } from './grant-b.ts'
import { grantClaim } from './grant-claim.ts'
import { licenceTerms } from './licence-terms.ts'
import { placeLevel } from './place-level.ts'
import { townshipIndicators } from './township-indicators.ts'
import { travelGrant } from './travel-grant.ts'
import { villageSurplus } from './village-surplus.ts'

export const labourDispatchPolicies: readonly Policy[] = [
  licenceTerms,
  placeLevel,
  grantA,
  grantB,
  doubleFunding,
  grantClaim,
  townshipIndicators,
  villageSurplus,
  travelGrant,
]
