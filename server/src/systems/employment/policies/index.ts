/** Policies of employment assistance. */
import type { Policy } from '#policy'
import { enterpriseTraining } from './enterprise-training.ts'
import { publicPost } from './public-post.ts'
import { schoolTraining } from './school-training.ts'
import { startupLoan } from './startup-loan.ts'

export const employmentPolicies: readonly Policy[] = [
  publicPost,
  schoolTraining,
  enterpriseTraining,
  startupLoan,
]
