/** Policies of assistance. */
import type { Policy } from '#policy'
import { cleanersPolicy } from './cleaners.ts'
import { incomeStandard } from './income-standard.ts'
import { ownContribution } from './own-contribution.ts'
import { projectSources } from './project-sources.ts'
import { projectStatus } from './project-status.ts'
import { unitCost } from './unit-cost.ts'
import { yacon } from './yacon.ts'

export const assistancePolicies: readonly Policy[] = [
  incomeStandard,
  yacon,
  projectSources,
  projectStatus,
  unitCost,
  cleanersPolicy,
  ownContribution,
]
