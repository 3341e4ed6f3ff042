/** The job that decides a county, a few subjects a page, in a process that is killed in the middle. Argument: database URL. */
import { openDatabase, startJobs } from '#platform'
import { countyJobs, openPolicyRoom } from '#policy'
import { registerFactSource } from '#register'
import { roles, systems } from '../../src/compose.ts'

export const PAGE = 20

export const gateOf = (db: Parameters<typeof startJobs>[0]['db']) => ({
  db,
  county: '990101',
  roles: new Map(roles.map((role) => [role.name, role])),
})

/** Says how many are decided after each page, just before it is kept for good. */
export function smallPages(say: (decided: number) => void) {
  const room = openPolicyRoom({
    policies: systems.flatMap((system) => system.policies ?? []),
    bindings: systems.flatMap((system) => system.bindings ?? []),
    source: registerFactSource(systems.flatMap((system) => system.registers ?? [])),
  })
  const telling: Pick<typeof room, 'decideCountyPage' | 'countyRules'> = {
    ...room,
    decideCountyPage: async (...given) => {
      const page = await room.decideCountyPage(...given)
      say(page.state.decided)
      return page
    },
  }
  return countyJobs(telling, { limit: PAGE })
}

if (import.meta.main) {
  const db = openDatabase(process.argv[2] ?? '', { app: 3, owner: 1 })
  const jobs = smallPages((decided) => console.log(`decided ${decided}`))
  await startJobs(gateOf(db), jobs, { lanes: 1, pollMs: 20 })
}
