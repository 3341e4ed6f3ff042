/** The one list of what the house is made of. A room joins with one line in each list that concerns it. */
import type { Actor, AnyOperation, Command, House, JobKind, MetaParts, Role } from '#platform'
import { jobOperations, may, platformCommands, platformOperations } from '#platform'
import { paperMeta, reportMeta, reportOperations } from '#report'
import { roles, systems } from '#systems'

export { roles, systems }

const reports = systems.flatMap((system) => system.reports ?? [])
const papers = systems.flatMap((system) => system.papers ?? [])

/** Long work, by kind. */
export const allJobs: readonly JobKind[] = []

/** Every operation of every room; names stay literal, so that `Api` knows them. */
export const allOperations = [
  ...platformOperations(roles),
  ...jobOperations(allJobs),
  ...reportOperations({ reports, papers }),
] as const

/** What `/api/meta` tells, room by room, cut to the actor. */
export const metaParts = {
  systems: (_: Actor) => systems.map(({ id, label }) => ({ id, label })),
  reports: (actor: Actor) => reportMeta(reports, actor),
  papers: (actor: Actor) => paperMeta(papers, actor),
  roles: (_: Actor) =>
    roles.map((role) => ({
      ...roleName(role),
      party: role.party ?? false,
      administers: role.administers ?? null,
      can: actsOf(role),
    })),
} satisfies MetaParts

/** The same operations as the doors hold them: by name, input to be parsed. */
export const doors: readonly AnyOperation[] = allOperations

/** Pages without log-in under /gs. */
export const publicPages: House['publicPages'] = undefined

/** What `xiangce <command>` can do beside `serve`. */
export const allCommands: readonly Command[] = [...platformCommands]

function roleName({ name, label }: Role) {
  return { name, label }
}

/** What a role may do, in the words of the operations: those that change or export something. */
function actsOf(role: Role) {
  const held = { verbs: new Set(role.verbs) }
  const acts = doors.filter(({ can, audit }) => typeof can === 'string' && audit !== 'none' && may(held, can))
  return acts.map(({ text }) => text)
}
