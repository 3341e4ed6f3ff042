/** The whole house on a free port of this machine, over a small county with people in it; its clock goes where the test says. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Database, House, Role } from '#platform'
import {
  buildServer,
  ensureAccounts,
  fixClock,
  rolesByName,
  startJobs,
  systemActor,
  withScope,
} from '#platform'
import { demoAccounts, demoCounty, demoPassword } from '#systems'
import { allJobs, calendar, doors, metaParts, publicPages, roles } from '../../src/compose.ts'
import { testDatabase } from '../database.ts'

/** One person in all chairs of the bureau, as a small office may have it: the house itself must keep the hands apart. */
export const everyChair = { login: 'both1', name: '韦两全' }

function chairs(): Role {
  const held = roles.filter(({ name }) => ['hrOfficer', 'hrReviewer', 'fundReviewer'].includes(name))
  const all = (pick: (role: Role) => readonly string[]) => [...new Set(held.flatMap(pick))]
  return {
    ...(held[0] as Role),
    name: 'everyChair',
    label: { zh: '业务经办兼复核', en: 'Officer and reviewer' },
    verbs: all((role) => role.verbs),
    reads: all((role) => role.reads ?? []),
  }
}

export type Served = { url: string; house: House; db: Database; close(): Promise<void> }

/** Days follow `setDay`, never the machine. */
export function setDay(day: string): void {
  delete process.env.XIANGCE_TODAY
  fixClock(day)
}

/** `prepare`: what happened in the county before its doors open. */
export async function serve(given: {
  day: string
  prepare?: (house: House) => Promise<void>
}): Promise<Served> {
  const webDir = builtWeb()
  setDay(given.day)
  const { db, close } = await testDatabase({ seeded: true })
  await ensureAccounts(db, {
    county: demoCounty.code,
    accounts: [
      ...demoAccounts,
      {
        ...everyChair,
        office: '县人社局业务科',
        role: 'everyChair',
        area: '990101',
        validFrom: '2023-01-01',
      },
    ],
    password: demoPassword,
    mustChange: false,
  })
  await withScope(db, systemActor(demoCounty.code), calendar.refresh)
  const house: House = {
    db,
    county: demoCounty.code,
    countyName: demoCounty.name,
    version: 'test',
    roles: rolesByName([...roles, chairs()]),
    operations: doors,
    jobs: allJobs,
    meta: metaParts,
    ...(publicPages ? { publicPages } : {}),
  }
  await given.prepare?.(house)
  const app = await buildServer(house, { webDir, logLevel: 'error', loginTries: 10_000 })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const jobs = await startJobs(house, house.jobs, { lanes: 1, pollMs: 50 })
  return {
    url,
    house,
    db,
    close: async () => {
      await app.close()
      await jobs.stop()
      await close()
    },
  }
}

/** The built page: `npm test` builds it first. */
function builtWeb(): string {
  const folder = process.env.XIANGCE_WEB_DIST ?? fileURLToPath(new URL('../../../web/dist', import.meta.url))
  if (!existsSync(`${folder}/index.html`))
    throw new Error(`no built page in ${folder}: npm test builds it, or build it in web/ with vite`)
  return folder
}
