// 表: one page a report.

import { systemLabel } from '../../app/meta.ts'
import type { EntryContext } from '../../app/page-route.ts'

export const room = 'report'
export const routes = [
  { path: '/reports', load: () => import('./reports-page.tsx') },
  { path: '/report/$id', load: () => import('./report-page.tsx') },
  { path: '/report/$id/$frozen', load: () => import('./frozen-page.tsx') },
  { path: '/projection/$id', load: () => import('./projection-page.tsx') },
]

export const entries = ({ meta }: EntryContext) => [
  ...meta.reports.map((report) => ({
    group: systemLabel(meta, report.system),
    label: report.label,
    to: `/report/${report.id}`,
  })),
  ...meta.projections.map((projection) => ({
    group: systemLabel(meta, projection.system),
    label: projection.label,
    to: `/projection/${projection.id}`,
  })),
]
