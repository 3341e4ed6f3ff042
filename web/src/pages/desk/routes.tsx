// 案: the desk.
import { useCall } from '../../api.ts'
import type { Entry, EntryContext, PageRoute } from '../../app/page-route.ts'
import { useHas } from '../../app/session.tsx'
import { t } from '../../app/text.tsx'

export const room = 'desk'

export const routes: PageRoute[] = [
  { path: '/', load: () => import('./desk-page.tsx') },
  { path: '/mine', load: () => import('./mine-page.tsx') },
  { path: '/calendar', load: () => import('./calendar-page.tsx') },
  { path: '/alerts', load: () => import('./alerts-page.tsx') },
]

const mine = t('我的', 'Mine')
const all = t('全县', 'The county')

export const entries = ({ may, me, meta }: EntryContext): Entry[] => {
  const cases = may('case.read')
  const area = me.area === meta.county.code ? all : t(me.areaName, me.areaName)
  const lines: [boolean, Entry][] = [
    [true, { group: mine, label: t('今日待办', 'Due today'), to: '/' }],
    [cases, { group: mine, label: t('我经手的', 'Through my hands'), to: '/mine' }],
    [cases, { group: mine, label: t('期限日历', 'Calendar'), to: '/calendar' }],
    [may('ledger.read') || may('verify.read'), { group: area, label: t('预警', 'Alerts'), to: '/alerts' }],
    [true, { group: area, label: t('正在运行的任务', 'Running jobs'), to: '/settings/jobs' }],
  ]
  return lines.flatMap(([shown, entry]) => (shown ? [entry] : []))
}

/** The same reading as the page's: nothing is asked twice. */
export const useCounts = (): Record<string, number> => {
  const desk = useCall('desk.read', {}, { every: 120_000 })
  const counts = useCall('case.counts', {}, { enabled: useHas('case.counts') })
  const jobs = useCall('job.list', { limit: 20 }, { every: 10_000 })
  const running = jobs.data?.jobs.filter(({ state }) => state === 'waiting' || state === 'running').length
  return {
    ...(desk.data ? { '/': desk.data.tasks.length, '/alerts': desk.data.alerts.length } : {}),
    ...(counts.data ? { '/mine': counts.data.mine } : {}),
    ...(running ? { '/settings/jobs': running } : {}),
  }
}
