// 办: cases, one case, objections, notices.
import { useCall } from '../../api.ts'
import { systemLabel, systemOf } from '../../app/meta.ts'
import type { Entry, EntryContext, PageRoute } from '../../app/page-route.ts'
import { t } from '../../app/text.tsx'

export const room = 'procedure'

export const routes: PageRoute[] = [
  { path: '/cases', load: () => import('./cases-page.tsx') },
  { path: '/case/$id', load: () => import('./case-page.tsx') },
  { path: '/objections', load: () => import('./objections-page.tsx') },
  { path: '/notices', load: () => import('./notices-page.tsx') },
]

const open = t('公开', 'In public')

export const entries = ({ meta, may }: EntryContext): Entry[] => {
  if (!may('case.read')) return []
  const cases = meta.procedures.map((one) => ({
    group: systemLabel(meta, systemOf(one)),
    label: one.label ?? t(one.id, one.id),
    to: `/cases?procedure=${one.id}`,
  }))
  return [
    ...cases,
    { group: open, label: t('公示', 'Notices'), to: '/notices' },
    { group: open, label: t('异议', 'Objections'), to: '/objections' },
  ]
}

/** Open cases of each procedure, running notices, objections without an answer. */
export const useCounts = (): Record<string, number> => {
  const { data } = useCall('case.counts', {}, { every: 120_000 })
  if (!data) return {}
  const open = Object.entries(data.open).map(([id, n]) => [`/cases?procedure=${id}`, n] as const)
  return { ...Object.fromEntries(open), '/notices': data.notices, '/objections': data.objections }
}

/** Things that wait for me here. */
export const useBadge = (): number | undefined => {
  const { data } = useCall('case.tasks', {}, { every: 120_000 })
  return data?.tasks.length
}
