// 查: what is doubtful in the registers.
import { useCall } from '../../api.ts'
import type { Entry, EntryContext, PageRoute } from '../../app/page-route.ts'
import { useMay } from '../../app/session.tsx'
import { t } from '../../app/text.tsx'

export const room = 'verify'

export const routes: PageRoute[] = [
  { path: '/findings', load: () => import('./findings-page.tsx') },
  { path: '/verify/figures', load: () => import('./figures-page.tsx') },
  { path: '/verify/compare', load: () => import('./compare-page.tsx') },
  { path: '/verify/compare/$id', load: () => import('./compare-one-page.tsx') },
  { path: '/verify/sampling', load: () => import('./sampling-page.tsx') },
  { path: '/verify/sampling/new', load: () => import('./sampling-new-page.tsx') },
  { path: '/verify/sampling/here/$id', load: () => import('./sampling-here-page.tsx') },
  { path: '/verify/sampling/$id', load: () => import('./sampling-report-page.tsx') },
  { path: '/verify/visit', load: () => import('./sampling-visit-page.tsx') },
]

const verify = t('核查', 'Verify')

/** By the verb that opens it. */
const lines: readonly { verb: string; entry: Entry }[] = [
  { verb: 'verify.read', entry: { group: verify, label: t('疑点', 'Findings'), to: '/findings' } },
  {
    verb: 'verify.read',
    entry: { group: verify, label: t('核数据', 'Check figures'), to: '/verify/figures' },
  },
  {
    verb: 'verify.read',
    entry: { group: verify, label: t('名单比对', 'Compare a list'), to: '/verify/compare' },
  },
  { verb: 'sample.read', entry: { group: verify, label: t('抽查', 'Samples'), to: '/verify/sampling' } },
  {
    verb: 'sample.visit',
    entry: { group: verify, label: t('现场复核', 'Field re-check'), to: '/verify/visit' },
  },
]

export const entries = ({ may }: EntryContext): Entry[] =>
  lines.filter(({ verb }) => may(verb)).map(({ entry }) => entry)

/** Findings that nobody has settled yet, for who may settle them: for who reads only, nothing waits. */
export const useBadge = (): number | undefined => {
  const may = useMay()
  const { data } = useCall('verify.tally', {}, { enabled: may('verify.act'), every: 300_000 })
  return data?.total.count || undefined
}
