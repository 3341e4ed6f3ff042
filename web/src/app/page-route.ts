// What `pages/<room>/routes.tsx` gives to the house: its pages, its lines in the second column, its badge.
import type { ComponentType } from 'react'
import type { Me, Meta } from './meta.ts'
import type { RoomId } from './rooms.ts'
import type { Text } from './text.tsx'

/** One page. `path` as TanStack Router writes it (`/case/$id`); the file is loaded when it is first opened. */
export type PageRoute = { path: string; load: () => Promise<{ Page: ComponentType }> }

/** One line of the second column. `count` is the number of rows in scope. */
export type Entry = { group: Text; label: Text; to: string; count?: number }

export type EntryContext = { me: Me; meta: Meta; may: (verb: string) => boolean }

/** The exports of `pages/<room>/routes.tsx`. Only `room` and `routes` are required. */
export type RoomPages = {
  room: RoomId
  routes: PageRoute[]
  /** Lines of the second column; without it they come from `/api/meta`. */
  entries?: (context: EntryContext) => Entry[]
  /** A hook: counts by `to`, asked only while the room is open. */
  useCounts?: () => Record<string, number>
  /** A hook: how many things wait for me in this room. */
  useBadge?: () => number | undefined
}
