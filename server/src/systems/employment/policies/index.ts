/** Policies of employment assistance. */
import type { Policy } from '#policy'
import { enterpriseTraining } from './enterprise-training.ts'
import { homeService } from './home-service.ts'
import { publicPost } from './public-post.ts'
import { schoolTraining } from './school-training.ts'
import { startupLoan } from './startup-loan.ts'
import { startupPark } from './startup-park.ts'
import { workshopGrant } from './workshop.ts'
import { yearlyService } from './yearly-service.ts'

export const employmentPolicies: readonly Policy[] = [
  publicPost,
  schoolTraining,
  enterpriseTraining,
  startupLoan,
  yearlyService,
  workshopGrant,
  homeService,
  startupPark,
]
