// All `pages/<room>/routes.tsx`: a room adds its file, nothing is listed twice.
import type { RoomPages } from './page-route.ts'

const modules = import.meta.glob<Partial<RoomPages>>('../pages/*/routes.tsx', { eager: true })

/** The rooms that have pages, as their modules declare them. */
export const roomPages: readonly RoomPages[] = Object.entries(modules).map(([file, module]) =>
  checked(file, module),
)

function checked(file: string, module: Partial<RoomPages>): RoomPages {
  if (!module.room || !module.routes) throw new Error(`${file} must export room and routes`)
  return { ...module, room: module.room, routes: module.routes }
}
