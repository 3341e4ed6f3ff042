// 设: people and roles, the logs, one's own sign-ins and deputies, the rules of security.
import type { Entry, EntryContext, PageRoute } from '../../app/page-route.ts'
import { t } from '../../app/text.tsx'

export const room = 'settings'

export const routes: PageRoute[] = [
  { path: '/settings', load: () => import('./mine-page.tsx') },
  { path: '/settings/people', load: () => import('./people-page.tsx') },
  { path: '/settings/log', load: () => import('./log-page.tsx') },
  { path: '/settings/security', load: () => import('./security-page.tsx') },
  { path: '/settings/holidays', load: () => import('./holiday-page.tsx') },
  { path: '/settings/areas', load: () => import('./areas-page.tsx') },
  { path: '/settings/jobs', load: () => import('./jobs-page.tsx') },
  { path: '/settings/import', load: () => import('../import/words-page.tsx') },
]

const mine = t('我的', 'Mine')
const upkeep = t('管理', 'Administration')

export function entries({ may, meta }: EntryContext): Entry[] {
  const lines: [boolean, Entry][] = [
    [true, { group: mine, label: t('登录与代理', 'Sign-ins and deputies'), to: '/settings' }],
    [true, { group: mine, label: t('后台任务', 'Jobs'), to: '/settings/jobs' }],
    [
      may('account.list'),
      { group: upkeep, label: t('人员与身份', 'People and roles'), to: '/settings/people' },
    ],
    [
      may('audit.list') || may('access.list'),
      { group: upkeep, label: t('日志', 'Logs'), to: '/settings/log' },
    ],
    [
      may('area.mergePlaces'),
      { group: upkeep, label: t('村组合并', 'Mergers of places'), to: '/settings/areas' },
    ],
    [true, { group: upkeep, label: t('节假日与调休', 'Holidays'), to: '/settings/holidays' }],
    [
      meta.registers.some(({ can }) => can.import),
      { group: upkeep, label: t('导入用语', 'Words of imports'), to: '/settings/import' },
    ],
    [
      may('security.configure'),
      { group: upkeep, label: t('安全设置', 'Security'), to: '/settings/security' },
    ],
  ]
  return lines.flatMap(([open, entry]) => (open ? [entry] : []))
}
