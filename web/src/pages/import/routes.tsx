// 导入: sheets on their way into the registers. The line in the second column stands with the registers.
import type { PageRoute } from '../../app/page-route.ts'

export const room = 'register'

export const routes: PageRoute[] = [
  { path: '/import', load: () => import('./imports-page.tsx') },
  { path: '/import/$id', load: () => import('./import-page.tsx') },
]
