/** The embedded PostgreSQL: one call to have it, one to leave it. */
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { assertForUs, assertOurs } from './account.ts'
import { assertDatabase } from './check.ts'
import { type Cluster, openCluster, startServer, stopServer, type Wanted } from './cluster.ts'
import { locked } from './lock.ts'
import { enter, isUnused, leave } from './users.ts'

export { assertDatabase } from './check.ts'
export { databaseProblems } from './problems.ts'

/** `url`: the owner's connection to the database `xiangce`. `stop`: leaves; the last user stops the server. */
export type Postgres = { url: string; stop(): Promise<void> }

/**
 * Starts the embedded server of `dataDir`, or joins the running one. `port`: a fixed port instead of a free one.
 * `fast`: without durability, for tests. Safe to call from several processes at once; throws a Problem (database.*).
 */
export async function startPostgres({ dataDir, ...wanted }: { dataDir: string } & Wanted): Promise<Postgres> {
  const folder = resolve(dataDir)
  mkdirSync(folder, { recursive: true })
  assertOurs(folder)
  assertForUs(folder)
  return locked(folder, async () => {
    const cluster = await openCluster(folder, wanted)
    const url = await startServer(cluster, wanted)
    const entry = enter(folder)
    return { url: await openDatabase(url), stop: once(() => leaveServer(cluster, entry)) }
  })
}

/** Stops a server that nobody uses (a start that ended badly left it); true if one was stopped or none ran. */
export async function stopUnusedPostgres(dataDir: string): Promise<boolean> {
  const folder = resolve(dataDir)
  if (!existsSync(join(folder, 'cluster', 'postmaster.pid'))) return true
  return locked(folder, async () => {
    if (!isUnused(folder)) return false
    await stopServer(await openCluster(folder, {}))
    return true
  })
}

function leaveServer(cluster: Cluster, entry: string): Promise<void> {
  return locked(cluster.folder, async () => {
    if (leave(cluster.folder, entry)) await stopServer(cluster)
  })
}

async function openDatabase(maintenanceUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: maintenanceUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'xiangce'`)
    if (!rowCount) await client.query('create database xiangce')
  } finally {
    await client.end()
  }
  const url = maintenanceUrl.replace(/postgres$/, 'xiangce')
  await assertDatabase(url)
  return url
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
