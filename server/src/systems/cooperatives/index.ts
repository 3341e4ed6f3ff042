/** 合作社: quality of farmers' cooperatives, demonstration levels, surplus, meetings. */
import { t } from '#kernel'
import type { System } from '../system.ts'
import { cooperativeFigures } from './figures/index.ts'
import { cooperativesInquiries } from './inquiries/index.ts'
import { cooperativePolicies } from './policies/index.ts'

export const cooperatives: System = {
  id: 'cooperatives',
  label: t('合作社', 'Cooperatives'),
  policies: cooperativePolicies,
  inquiries: cooperativesInquiries,
  figures: cooperativeFigures,
}
