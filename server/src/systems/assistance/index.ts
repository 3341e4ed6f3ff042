/** 帮扶: industry awards, targeted work, villages and their projects, pairing, poverty registers. */
import { t } from '#kernel'
import type { System } from '../system.ts'
import { assistanceFigures } from './figures/index.ts'
import { assistanceInquiries } from './inquiries/index.ts'
import { assistancePolicies } from './policies/index.ts'

export const assistance: System = {
  id: 'assistance',
  label: t('帮扶', 'Assistance'),
  policies: assistancePolicies,
  inquiries: assistanceInquiries,
  figures: assistanceFigures,
}
