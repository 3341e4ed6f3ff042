/** 劳务输出: labour dispatch by village labour-service cooperatives. */
import { t } from '#kernel'
import type { System } from '../system.ts'
import { labourDispatchFigures } from './figures/index.ts'
import { labourDispatchPolicies } from './policies/index.ts'

export const labourDispatch: System = {
  id: 'labour-dispatch',
  label: t('劳务输出', 'Labour dispatch'),
  policies: labourDispatchPolicies,
  figures: labourDispatchFigures,
}
