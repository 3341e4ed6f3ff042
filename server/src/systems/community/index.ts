/** 基层治理: elections, meetings, awards, surveys of villages and communities. */
import { t } from '#kernel'
import type { System } from '../system.ts'
import { communityFigures } from './figures/index.ts'
import { communityPolicies } from './policies/index.ts'

export const community: System = {
  id: 'community',
  label: t('基层治理', 'Community'),
  policies: communityPolicies,
  figures: communityFigures,
}
