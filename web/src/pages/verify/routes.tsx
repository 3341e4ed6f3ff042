// 查: what is doubtful in the registers.
import { useCall } from '../../api.ts'
import type { Entry, EntryContext, PageRoute } from '../../app/page-route.ts'
import { useMay } from '../../app/session.tsx'
import { t } from '../../app/text.tsx'

export const room = 'verify'

export const routes: PageRoute[] = [
  { path: '/findings', load: () => import('./findings-page.tsx') },
  { path: '/verify/figures', load: () => import('./figures-page.tsx') },
]

export const entries = ({ may }: EntryContext): Entry[] =>
  may('verify.read')
    ? [
        { group: t('核查', 'Verify'), label: t('疑点', 'Findings'), to: '/findings' },
        { group: t('核查', 'Verify'), label: t('核数据', 'Check figures'), to: '/verify/figures' },
      ]
    : []

/** Findings that nobody has settled yet. */
export const useBadge = (): number | undefined => {
  const may = useMay()
  const { data } = useCall('verify.list', { limit: 1 }, { enabled: may('verify.read'), every: 300_000 })
  return data?.total.count || undefined
}
