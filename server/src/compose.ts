/** The one list of what the house is made of. A room joins with one line in each list that concerns it. */
import type { Actor, AnyOperation, Command, House, JobKind, MetaParts } from '#platform'
import { jobOperations, platformCommands, platformOperations } from '#platform'
import { roles, systems } from '#systems'

export { roles, systems }

/** Long work, by kind. */
export const allJobs: readonly JobKind[] = []

/** Every operation of every room; names stay literal, so that `Api` knows them. */
export const allOperations = [...platformOperations(roles), ...jobOperations(allJobs)] as const

/** What `/api/meta` tells, room by room, cut to the actor. */
export const metaParts = {
  systems: (_: Actor) => systems.map(({ id, label }) => ({ id, label })),
  roles: (_: Actor) => roles.map(({ name, label }) => ({ name, label })),
} satisfies MetaParts

/** The same operations as the doors hold them: by name, input to be parsed. */
export const doors: readonly AnyOperation[] = allOperations

/** Pages without log-in under /gs. */
export const publicPages: House['publicPages'] = undefined

/** What `xiangce <command>` can do beside `serve`. */
export const allCommands: readonly Command[] = [...platformCommands]
