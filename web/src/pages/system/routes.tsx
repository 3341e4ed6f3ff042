// The home of a system: its registers, policies, procedures, funds and reports on one page.
import type { PageRoute } from '../../app/page-route.ts'
import type { RoomId } from '../../app/rooms.ts'

export const room: RoomId = 'desk'
export const routes: PageRoute[] = [{ path: '/system/$id', load: () => import('./system-page.tsx') }]
