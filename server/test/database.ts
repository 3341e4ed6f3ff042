/** A county of its own for a test file: a database cloned from a migrated template on the embedded server. */
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Actor, AnyOperation, Ctx, Database, Role } from '#platform'
import { createCounty, migrate, openDatabase, runOperation, systemActor, withContext } from '#platform'
import { startPostgres } from '../src/platform/postgres/index.ts'

export const COUNTY = '990101'

export type TestCounty = {
  db: Database
  /** A new person (own account id) in a role (default: all verbs) over an area (default: the county). */
  actor(role?: Partial<Role>, area?: string, extra?: Partial<Actor>): Actor
  /** Work in one transaction under the actor's scope. */
  run<T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** One operation as the doors run it: verb, input, log. */
  call(actor: Actor, op: AnyOperation, input: unknown, key?: string): Promise<unknown>
  close(): Promise<void>
}

/** `seeded`: with the places and people of `county.ts` (3 villages, 300 persons, one taking) instead of none. */
export type TestWish = { seeded?: boolean }

/** Opens an empty migrated county 990101. `beforeAll(async () => { county = await testCounty() })`, `afterAll(() => county.close())`. */
export async function testCounty(wish: TestWish = {}): Promise<TestCounty> {
  const { db, close } = await testDatabase(wish)
  let people = 0
  return {
    db,
    close,
    actor: (role, area = COUNTY, extra) => ({ ...actorOf(++people, role), area, ...extra }),
    run: (actor, work) => withContext(db, actor, work),
    call: (actor, op, input, key) => runOperation(db, op, { actor, input, key }),
  }
}

/** A migrated database of one's own, with what opened it. */
export async function testDatabase(
  wish: TestWish = {},
): Promise<{ db: Database; url: string; close(): Promise<void> }> {
  const server = await startPostgres({ dataDir: dataDir(), fast: true })
  const name = `t_${process.pid}_${randomBytes(4).toString('hex')}`
  await exclusively(server.url, (client) => clone(client, server.url, { name, ...wish }))
  const url = databaseUrl(server.url, name)
  const db = openDatabase(url, { app: 6, owner: 2 })
  const close = async () => {
    await db.close()
    await exclusively(server.url, (client) => client.query(`drop database if exists ${name} with (force)`))
    await server.stop()
  }
  return { db, url, close }
}

function actorOf(accountId: number, role: Partial<Role> = {}): Actor {
  const all = systemActor(COUNTY)
  const { verbs, reads, writes, sees, name } = role
  return {
    ...all,
    accountId,
    name: `测试${accountId}号`,
    role: name ?? 'test',
    verbs: verbs ? new Set(verbs) : all.verbs,
    reads: reads ?? all.reads,
    writes: writes ?? all.writes,
    sees: sees ?? all.sees,
  }
}

/** Migrated, and filled, once per state of the files that say how; test databases are copies of it. */
async function clone(
  client: pg.Client,
  serverUrl: string,
  { name, seeded = false }: TestWish & { name: string },
): Promise<void> {
  const template = await templateName(seeded)
  await dropDead(client, template)
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
  if (!rowCount) await makeTemplate(client, serverUrl, { template, seeded })
  await client.query(`create database ${name} template ${template}`)
}

async function templateName(seeded: boolean): Promise<string> {
  if (!seeded) return `template_${migrationsHash()}`
  const { countyHash } = await import('./county.ts')
  return `seeded_${migrationsHash()}_${countyHash()}`
}

async function makeTemplate(
  client: pg.Client,
  serverUrl: string,
  { template, seeded }: { template: string; seeded: boolean },
): Promise<void> {
  const making = `making_${process.pid}`
  await client.query(`drop database if exists ${making} with (force)`)
  await client.query(`create database ${making} template template0`)
  const db = openDatabase(databaseUrl(serverUrl, making))
  try {
    await migrate(db)
    await createCounty(db, { code: COUNTY, name: '青禾县' })
    if (seeded) await (await import('./county.ts')).fillCounty(db)
  } finally {
    await db.close()
  }
  await client.query(`alter database ${making} rename to ${template}`)
}

/** Databases of test processes that were killed, and templates of older migration files. */
async function dropDead(client: pg.Client, wanted: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ '^((t|making)_[0-9]+|template_|seeded_)'`,
  )
  for (const { name } of rows)
    if (name !== wanted && isDead(name, wanted))
      await client.query(`drop database if exists ${name} with (force)`)
}

function isDead(name: string, wanted: string): boolean {
  if (name.startsWith('template_')) return name !== `template_${migrationsHash()}`
  if (name.startsWith('seeded_'))
    return wanted.startsWith('seeded_') || !name.startsWith(`seeded_${migrationsHash()}_`)
  const pid = Number(name.split('_')[1])
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

/** One test process at a time makes, copies or drops databases. */
async function exclusively<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(4912002)')
    return await work(client)
  } finally {
    await client.end()
  }
}

function migrationsHash(): string {
  const folder = fileURLToPath(new URL('../migrations/', import.meta.url))
  const hash = createHash('sha256')
  for (const kind of ['public', 'county'])
    for (const name of readdirSync(`${folder}${kind}`).sort())
      hash.update(name).update(readFileSync(`${folder}${kind}/${name}`))
  return hash.digest('hex').slice(0, 16)
}

function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

function dataDir(): string {
  return fileURLToPath(new URL('../../.cache/test-postgres/', import.meta.url))
}
