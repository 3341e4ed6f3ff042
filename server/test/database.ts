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

/** Opens an empty migrated county 990101. `beforeAll(async () => { county = await testCounty() })`, `afterAll(() => county.close())`. */
export async function testCounty(): Promise<TestCounty> {
  const { db, close } = await testDatabase()
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
export async function testDatabase(): Promise<{ db: Database; url: string; close(): Promise<void> }> {
  const server = await startPostgres({ dataDir: dataDir(), fast: true })
  const name = `t_${process.pid}_${randomBytes(4).toString('hex')}`
  await exclusively(server.url, (client) => clone(client, server.url, name))
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

/** Migrated once per state of the migration files; test databases are copies of it. */
async function clone(client: pg.Client, serverUrl: string, name: string): Promise<void> {
  await dropDead(client)
  const template = `template_${migrationsHash()}`
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
  if (!rowCount) await makeTemplate(client, serverUrl, template)
  await client.query(`create database ${name} template ${template}`)
}

async function makeTemplate(client: pg.Client, serverUrl: string, template: string): Promise<void> {
  const making = `making_${process.pid}`
  await client.query(`drop database if exists ${making} with (force)`)
  await client.query(`create database ${making} template template0`)
  const db = openDatabase(databaseUrl(serverUrl, making))
  try {
    await migrate(db)
    await createCounty(db, { code: COUNTY, name: '青禾县' })
  } finally {
    await db.close()
  }
  await client.query(`alter database ${making} rename to ${template}`)
}

/** Databases of test processes that were killed, and templates of older migration files. */
async function dropDead(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ '^(t|making)_[0-9]+' or datname like 'template\\_%'`,
  )
  for (const { name } of rows)
    if (isDead(name)) await client.query(`drop database if exists ${name} with (force)`)
}

function isDead(name: string): boolean {
  if (name.startsWith('template_')) return name !== `template_${migrationsHash()}`
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
