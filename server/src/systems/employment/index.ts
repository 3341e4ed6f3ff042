/** 就业帮扶: employment assistance of poor labourers. */
import { t } from '#kernel'
import type { System } from '../system.ts'
import { employmentFigures } from './figures/index.ts'
import { employmentInquiries } from './inquiries/index.ts'
import { employmentPolicies } from './policies/index.ts'

export const employment: System = {
  id: 'employment',
  label: t('就业帮扶', 'Employment assistance'),
  policies: employmentPolicies,
  inquiries: employmentInquiries,
  figures: employmentFigures,
}
