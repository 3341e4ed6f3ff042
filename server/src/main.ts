/** Composes the house and opens its doors: database, migrations, rooms, jobs, http. */
import { fileURLToPath } from 'node:url'
import { isProblem } from '#kernel'
import {
  buildServer,
  ensureCounty,
  fixClock,
  type House,
  migrate,
  openDatabase,
  rolesByName,
  startJobs,
  startPostgres,
  systemActor,
  withScope,
} from '#platform'
import { demoCounty, demoDay, demoOffices, demoPassword, openDemo } from '#systems'
import { allJobs, calendar, doors, metaParts, publicPages, roles } from './compose.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A year of holidays entered elsewhere is known here after a minute. */
const CALENDAR_MS = 60_000

export type Opened = { house: House; close(): Promise<void> }

/** Opens the database (embedded, or `DATABASE_URL`), brings it up to date and composes the house. */
export async function openHouse(dataDir = process.env.XIANGCE_DATA || `${root}data`): Promise<Opened> {
  const embedded = process.env.DATABASE_URL ? undefined : await startPostgres({ dataDir })
  const db = openDatabase(process.env.DATABASE_URL ?? (embedded?.url as string))
  await migrate(db)
  const county = await ensureCounty(db, demoCounty)
  if (county.code === demoCounty.code) fixClock(demoDay)
  const refresh = () => withScope(db, systemActor(county.code), calendar.refresh)
  await refresh()
  const refreshing = setInterval(() => void refresh().catch(() => {}), CALENDAR_MS) // the database may be away for a moment
  const house: House = {
    db,
    county: county.code,
    countyName: county.name,
    version: '0.1.0',
    roles: rolesByName(roles),
    operations: doors,
    jobs: allJobs,
    meta: metaParts,
    ...(publicPages ? { publicPages } : {}),
  }
  return {
    house,
    close: async () => {
      clearInterval(refreshing)
      await db.close()
      await embedded?.stop()
    },
  }
}

/** Serves on `PORT` (3000) until Ctrl-C; prints where, and who can sign in. What fails on the way closes the database. */
export async function serve(): Promise<void> {
  const opened = await openHouse()
  try {
    await openDoors(opened)
  } catch (thrown) {
    await opened.close()
    throw thrown
  }
}

async function openDoors({ house, close }: Opened): Promise<void> {
  const isDemo = house.county === demoCounty.code
  if (isDemo) await openDemo(house, (line) => console.log(`  ${line}`))
  const app = await buildServer(house, serverOptions())
  const url = await app.listen({
    port: Number(process.env.PORT ?? 3000),
    host: process.env.XIANGCE_HOST ?? '127.0.0.1',
  })
  const jobs = await startJobs(house, house.jobs)
  console.log(`\n  乡册 ${house.countyName}　${url}\n${isDemo ? demoText() : ''}`)
  const stop = once(async () => {
    await app.close()
    await jobs.stop()
    await close()
    process.exit(0)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

function demoText(): string {
  const lines = demoOffices.flatMap(({ label, accounts }) => [
    `  ${label.zh} / ${label.en}`,
    ...accounts.map(
      ({ login, name, office, role }) => `    ${login.padEnd(12)}${name}　${office}（${roleText(role)}）`,
    ),
  ])
  return `  示范县账号，密码都是 ${demoPassword} / demo accounts, one password:\n${lines.join('\n')}\n`
}

function roleText(name: string): string {
  return roles.find((role) => role.name === name)?.label.zh ?? name
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= work()
    return running
  }
}

function serverOptions() {
  return {
    webDir: `${root}web/dist`,
    trustedProxies:
      process.env.XIANGCE_TRUSTED_PROXIES?.split(',')
        .map((s) => s.trim())
        .filter(Boolean) ?? [],
    logLevel: process.env.XIANGCE_LOG ?? 'warn',
  }
}

/** A Problem is told in words; anything else keeps its stack. */
function tellAndExit(thrown: unknown): never {
  console.error(isProblem(thrown) ? `${thrown.text.zh}\n${thrown.text.en}` : thrown)
  process.exit(1)
}

if (import.meta.main) await serve().catch(tellAndExit)
