// Gathers the pages of all rooms into one router. A room adds `pages/<room>/routes.tsx`; nothing is listed here twice.
import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { Entrance } from './entrance.tsx'
import { NoSuchPage, PageBroke } from './no-page.tsx'
import type { PageRoute } from './page-route.ts'
import { roomPages } from './room-pages.ts'

/** The router of the office pages. */
export function buildRouter() {
  const root = createRootRoute({
    component: () => <Entrance pages={roomPages} />,
    notFoundComponent: NoSuchPage,
    errorComponent: PageBroke,
  })
  const routes = roomPages.flatMap((room) => room.routes.map((page) => routeOf(root, page)))
  return createRouter({
    routeTree: root.addChildren(routes),
    defaultNotFoundComponent: NoSuchPage,
    defaultErrorComponent: PageBroke,
    scrollRestoration: true,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => stringify(search),
  })
}

function routeOf(root: AnyRoute, page: PageRoute): AnyRoute {
  return createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: lazyRouteComponent(page.load, 'Page'),
  })
}

/** Plain `?a=b`: addresses are read and sent by people. Absent values leave the address. */
function stringify(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()
  return text ? `?${text}` : ''
}
