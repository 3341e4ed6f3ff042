// 策: the policies, one policy, one explanation.
import { systemLabel, systemOf } from '../../app/meta.ts'
import type { Entry, EntryContext, PageRoute } from '../../app/page-route.ts'
import { t } from '../../app/text.tsx'

export const room = 'policy'

export const routes: PageRoute[] = [
  { path: '/policy', load: () => import('./policies-page.tsx') },
  { path: '/policy/$id', load: () => import('./policy-page.tsx') },
  { path: '/laboratory', load: () => import('./laboratory/laboratories-page.tsx') },
  { path: '/laboratory/$id', load: () => import('./laboratory/laboratory-page.tsx') },
  { path: '/explain/entry/$id', load: () => import('./explain-entry-page.tsx') },
  { path: '/contrast/$register/$id', load: () => import('./contrast-page.tsx') },
  { path: '/contrast-why/$run/$id/$month', load: () => import('./contrast-why-page.tsx') },
  { path: '/explain/$id', load: () => import('./explain-page.tsx') },
]

export const entries = ({ meta, may }: EntryContext): Entry[] => [
  { group: t('全部', 'All'), label: t('政策目录', 'All policies'), to: '/policy' },
  ...(may('policy.simulate')
    ? [{ group: t('全部', 'All'), label: t('政策实验室', 'Laboratory'), to: '/laboratory' }]
    : []),
  ...meta.policies.map((policy) => ({
    group: systemLabel(meta, systemOf(policy)),
    label: policy.label,
    to: `/policy/${policy.id}`,
  })),
]
