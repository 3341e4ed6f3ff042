// 案: the desk.
import { t } from '../../app/text.tsx'

export const room = 'desk'
export const routes = [{ path: '/', load: () => import('./desk-page.tsx') }]
export const entries = () => [{ group: t('我的', 'Mine'), label: t('今日待办', 'Due today'), to: '/' }]
