/** Policies of the industry plan (plan 1): titles, certificates, works, nomination, the claim in all. */
import type { Policy } from '#policy'
import { awardTotal } from './award-total.ts'
import { certificateAward } from './certificates.ts'
import { greenhouse } from './greenhouse.ts'
import { nomination } from './nomination.ts'
import { riceFish } from './rice-fish.ts'
import { titleAward } from './titles.ts'

export const industryPolicies: readonly Policy[] = [
  titleAward,
  certificateAward,
  greenhouse,
  riceFish,
  nomination,
  awardTotal,
]
