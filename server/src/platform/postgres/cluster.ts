/** Makes the cluster once, and starts, finds and stops its server. */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Account, chooseAccount, handOver, type Outcome, runAs } from './account.ts'
import { binariesFolder, isCode } from './binaries.ts'
import { databaseProblems } from './problems.ts'
import { localeFlags, serverOptions } from './settings.ts'

export type Cluster = { folder: string; native: string; account: Account }
export type Wanted = { port?: number; fast?: boolean }

const PATIENCE_MS = 30_000
const owner = 'xiangce'

/** Opens the folder, making the cluster in it if there is none. Call under the lock. */
export async function openCluster(folder: string, { fast = false }: Wanted): Promise<Cluster> {
  const native = binariesFolder()
  const cluster = { folder, native, account: chooseAccount(folder, native) }
  handOver(cluster.account, folder)
  chmodSync(folder, 0o700)
  if (!existsSync(join(folder, 'cluster'))) await makeCluster(cluster, fast)
  return cluster
}

/** initdb works beside the final place: a power cut in the middle leaves nothing half-made there. */
async function makeCluster(cluster: Cluster, fast: boolean): Promise<void> {
  const { folder } = cluster
  const [making, password] = [join(folder, 'cluster.making'), join(folder, 'password')]
  rmSync(making, { recursive: true, force: true })
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 })
  handOver(cluster.account, password)
  const flags = [
    '--auth=scram-sha-256',
    '-U',
    owner,
    `--pwfile=${password}`,
    '--no-instructions',
    ...localeFlags,
  ]
  const done = await run(cluster, ['initdb', '-D', making, ...flags, ...(fast ? ['--no-sync'] : [])])
  if (done.status !== 0) throw databaseProblems.notMade({ folder, output: done.output })
  renameSync(making, join(folder, 'cluster'))
}

/** Starts the server, or finds it running; the URL of its maintenance database. Call under the lock. */
export async function startServer(cluster: Cluster, wanted: Wanted): Promise<string> {
  let said = ''
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(300)) {
    const running = await findServer(cluster)
    if (running) return running
    // After a kill -9 of the postmaster its last children hold the memory for a moment: try again.
    const done = await start(cluster, wanted)
    if (done.status !== 0) said = tail(cluster) || done.output
  }
  throw databaseProblems.notStarted({ folder: cluster.folder, output: said })
}

async function start(cluster: Cluster, wanted: Wanted): Promise<Outcome> {
  if (await isRunning(cluster)) return { status: 0, output: '' } // still starting up, or not ours to start
  const options = serverOptions(wanted.port ?? (await freePort()), wanted.fast ?? false)
  const log = join(cluster.folder, 'server.log')
  return run(cluster, ['pg_ctl', 'start', '-w', '-t', '60', '-D', data(cluster), '-l', log, '-o', options])
}

/** The URL of the running server, if it answers with our password and serves our cluster. */
async function findServer(cluster: Cluster): Promise<string | undefined> {
  const port = portOf(cluster)
  if (!port) return undefined
  const url = urlOf(cluster, port)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    const { rows } = await client.query('show data_directory')
    return realpathSync(rows[0].data_directory) === realpathSync(data(cluster)) ? url : undefined
  } catch {
    return undefined // not up, going down, or somebody else's port
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Stops the server; its clients are disconnected, what they committed is safe. Call under the lock. */
export async function stopServer(cluster: Cluster): Promise<void> {
  if (!(await isRunning(cluster))) return
  const done = await run(cluster, ['pg_ctl', 'stop', '-w', '-t', '60', '-m', 'fast', '-D', data(cluster)])
  if (done.status !== 0 && (await isRunning(cluster)))
    throw databaseProblems.notStopped({ folder: cluster.folder, output: done.output })
}

async function isRunning(cluster: Cluster): Promise<boolean> {
  return (await run(cluster, ['pg_ctl', 'status', '-D', data(cluster)])).status === 0
}

function run({ account, folder, native }: Cluster, [program = '', ...args]: string[]): Promise<Outcome> {
  return runAs(account, { folder, native }, [join(native, 'bin', program), ...args])
}

function data(cluster: Cluster): string {
  return join(cluster.folder, 'cluster')
}

function urlOf(cluster: Cluster, port: number): string {
  const password = readFileSync(join(cluster.folder, 'password'), 'utf8')
  return `postgresql://${owner}:${password}@127.0.0.1:${port}/postgres`
}

/** Line 4 of postmaster.pid is the port. */
function portOf(cluster: Cluster): number | undefined {
  try {
    return Number(readFileSync(join(data(cluster), 'postmaster.pid'), 'utf8').split('\n')[3]) || undefined
  } catch (thrown) {
    if (isCode(thrown, 'ENOENT')) return undefined
    throw thrown
  }
}

function tail(cluster: Cluster): string {
  const log = join(cluster.folder, 'server.log')
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n') : ''
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
