/** Where the bench works: a PostgreSQL of its own, durable as in service, and empty counties in it. */
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Actor, Database } from '#platform'
import {
  createCounty,
  migrate,
  openDatabase,
  runOperation,
  startPostgres,
  systemActor,
  withContext,
} from '#platform'
import { COUNTY, type TestCounty } from '#test/database.ts'

const ONE_BENCH = 4912003
const TEMPLATE = 'bench_template'

export type Place = {
  /** An empty migrated county in a database of its own. */
  fresh(): Promise<TestCounty>
  /** The county of a data directory as it stands, brought up to date. */
  standing(dataDir: string): Promise<TestCounty>
  close(): Promise<void>
}

/** Starts the server, clears what an earlier bench left, and makes the template. A second bench at the same time is refused. */
export async function openPlace(): Promise<Place> {
  const server = await startPostgres({
    dataDir: fileURLToPath(new URL('../../.cache/bench-postgres/', import.meta.url)),
  })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await claim(client)
  await clear(client)
  await makeTemplate(client, server.url)
  const opened: Database[] = []
  const others: { stop(): Promise<void> }[] = []
  let made = 0
  return {
    fresh: async () => {
      const name = `bench_${++made}`
      await client.query(`create database ${name} template ${TEMPLATE}`)
      const db = openDatabase(databaseUrl(server.url, name), { app: 2, owner: 2 })
      opened.push(db)
      return countyOf(db)
    },
    standing: async (dataDir) => {
      const other = await startPostgres({ dataDir })
      others.push(other)
      const db = openDatabase(other.url, { app: 2, owner: 2 })
      opened.push(db)
      await migrate(db)
      return countyOf(db)
    },
    close: async () => {
      for (const db of opened) await db.close()
      for (const other of others) await other.stop()
      await clear(client)
      await client.end()
      await server.stop()
    },
  }
}

async function claim(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [
    ONE_BENCH,
  ])
  if (!rows[0]?.ours) throw new Error('another bench is running on this machine; wait for its end')
}

async function clear(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'bench\\_%'`,
  )
  for (const { name } of rows) await client.query(`drop database ${name} with (force)`)
}

async function makeTemplate(client: pg.Client, serverUrl: string): Promise<void> {
  await client.query(`create database ${TEMPLATE} template template0`)
  const db = openDatabase(databaseUrl(serverUrl, TEMPLATE))
  await migrate(db)
  await createCounty(db, { code: COUNTY, name: '青禾县' })
  await db.close()
}

function countyOf(db: Database): TestCounty {
  let people = 0
  return {
    db,
    close: () => db.close(),
    actor: (role, area = COUNTY, extra) => ({ ...person(++people, role), area, ...extra }),
    run: (actor, work) => withContext(db, actor, work),
    call: (actor, op, input, key) => runOperation(db, op, { actor, input, key }),
  }
}

function person(accountId: number, role: Parameters<TestCounty['actor']>[0] = {}): Actor {
  const all = systemActor(COUNTY)
  return {
    ...all,
    accountId,
    name: `测试${accountId}号`,
    role: role.name ?? 'bench',
    verbs: role.verbs ? new Set(role.verbs) : all.verbs,
    reads: role.reads ?? all.reads,
    writes: role.writes ?? all.writes,
    sees: role.sees ?? all.sees,
  }
}

function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
