// 账: funds, accounts, vouchers, payment batches, runs.
import { useCall } from '../../api.ts'
import { labelOf, systemLabel, systemOf } from '../../app/meta.ts'
import type { Entry, EntryContext, PageRoute } from '../../app/page-route.ts'
import { t } from '../../app/text.tsx'

export const room = 'ledger'

export const routes: PageRoute[] = [
  { path: '/funds', load: () => import('./funds-page.tsx') },
  { path: '/fund/$id', load: () => import('./fund-page.tsx') },
  { path: '/account/$id', load: () => import('./account-page.tsx') },
  { path: '/account/$id/inheritance', load: () => import('./inheritance-page.tsx') },
  { path: '/voucher/$id', load: () => import('./voucher-page.tsx') },
  { path: '/batches', load: () => import('./batches-page.tsx') },
  { path: '/batch/$id', load: () => import('./batch-page.tsx') },
  { path: '/runs', load: () => import('./runs-page.tsx') },
  { path: '/run/$id', load: () => import('./run-page.tsx') },
]

const payments = t('发放', 'Payments')

export const entries = ({ meta, may }: EntryContext): Entry[] => {
  if (!may('ledger.read')) return []
  const funds = meta.funds.map((fund) => ({
    group: systemLabel(meta, systemOf(fund)),
    label: labelOf(fund),
    to: `/fund/${fund.id}`,
  }))
  return [
    { group: t('资金', 'Funds'), label: t('全部资金', 'All funds'), to: '/funds' },
    ...funds,
    { group: payments, label: t('发放批次', 'Batches'), to: '/batches' },
    { group: payments, label: t('批量记账', 'Runs'), to: '/runs' },
  ]
}

/** Batches that wait for an act of mine. */
export const useBadge = (): number | undefined => {
  const { data } = useCall('batch.list', { limit: 50 }, { every: 300_000 })
  const open = data?.batches.filter((batch) => batch.mine).length
  return open || undefined
}
