import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startPostgres, stopUnusedPostgres } from './index.ts'
import { isAlive, locked } from './lock.ts'

const here = import.meta.dirname
let base: string

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'xiangce-postgres-'))
  chmodSync(base, 0o755)
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** A process of its own that uses the server until it is told to leave, as a second `npm start` does. */
async function otherUser(
  dataDir: string,
): Promise<{ child: ChildProcess; url: string; ended: Promise<unknown> }> {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(join(here, 'index.ts'))})
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, fast: true })
    process.stdout.write(server.url)
    process.on('SIGTERM', () => server.stop().then(() => process.exit()))
    setInterval(() => undefined, 1e6)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (part) => resolve(String(part))),
  )
  return { child, url, ended }
}

function postmaster(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  await client.end()
  return rows[0]?.[0]
}

// Only root has somebody to hand the work down to; for others these promises do not exist.
const itAsRoot = (name: string, test: () => Promise<void>) => process.getuid?.() === 0 && it(name, test)

describe('the embedded server', () => {
  it('leaves a folder with other things in it as it is', async () => {
    const dataDir = join(base, 'documents')
    mkdirSync(dataDir)
    chmodSync(dataDir, 0o755)
    mkdirSync(join(dataDir, '.git'))
    await expect(startPostgres({ dataDir, fast: true })).rejects.toMatchObject({
      code: 'database.strangeFolder',
    })
    expect(statSync(dataDir).mode & 0o777).toBe(0o755)
  })

  it('finds Chinese names by trigram, never serves as root, listens at home only', async () => {
    const dataDir = join(base, 'plain')
    const server = await startPostgres({ dataDir, fast: true })
    await ask(server.url, 'create extension pg_trgm')
    expect(await ask(server.url, `select cardinality(show_trgm('王建国'))`)).toBe(4)
    expect(await ask(server.url, 'show listen_addresses')).toBe('127.0.0.1')
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600)
    const pid = postmaster(dataDir)
    await server.stop()
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false))
  })

  it('is made once by callers that come together, and stops with the last of them', async () => {
    const dataDir = join(base, 'together')
    const [one, two, mine] = await Promise.all([
      otherUser(dataDir),
      otherUser(dataDir),
      startPostgres({ dataDir, fast: true }),
    ])
    expect(one.url).toBe(mine.url)
    expect(two.url).toBe(mine.url)
    await mine.stop()
    one.child.kill('SIGTERM')
    await one.ended
    expect(await ask(two.url, 'select 1')).toBe(1)
    const pid = postmaster(dataDir)
    two.child.kill('SIGTERM')
    await two.ended
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false))
  })

  it('outlives a killed process and is used again, then stopped by the one that used it again', async () => {
    const dataDir = join(base, 'killed')
    const killed = await otherUser(dataDir)
    const pid = postmaster(dataDir)
    killed.child.kill('SIGKILL')
    await killed.ended
    const again = await startPostgres({ dataDir, fast: true })
    expect(again.url).toBe(killed.url)
    expect(postmaster(dataDir)).toBe(pid)
    await again.stop()
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false)) // it removes its pid file a moment before it ends
  })

  it('comes back after its own process was killed, with what was committed', {
    timeout: 60_000,
  }, async () => {
    const dataDir = join(base, 'crashed')
    const first = await startPostgres({ dataDir })
    await ask(first.url, 'create table kept as select 42 as n')
    process.kill(postmaster(dataDir), 'SIGKILL')
    const second = await startPostgres({ dataDir })
    expect(await ask(second.url, 'select n from kept')).toBe(42)
    await second.stop()
    await first.stop()
  })

  it('is stopped by stopUnusedPostgres only if nobody uses it', async () => {
    const dataDir = join(base, 'unused')
    const user = await otherUser(dataDir)
    expect(await stopUnusedPostgres(dataDir)).toBe(false)
    user.child.kill('SIGKILL')
    await user.ended
    expect(await stopUnusedPostgres(dataDir)).toBe(true)
    expect(await stopUnusedPostgres(dataDir)).toBe(true)
  })

  itAsRoot('runs under a home that only root enters', async () => {
    const home = join(base, 'home')
    mkdirSync(home, { mode: 0o700 })
    const server = await startPostgres({ dataDir: join(home, 'data'), fast: true })
    expect(await ask(server.url, 'select 1')).toBe(1)
    expect(statSync(join(home, 'data')).uid).toBe(0)
    await server.stop()
  })

  itAsRoot('keeps the account that made the cluster', async () => {
    const dataDir = join(base, 'owned')
    mkdirSync(dataDir)
    chownSync(dataDir, 65534, 65534)
    await (await startPostgres({ dataDir, fast: true })).stop()
    const made = statSync(join(dataDir, 'cluster')).uid
    await (await startPostgres({ dataDir, fast: true })).stop()
    expect(made).not.toBe(0)
    expect(statSync(join(dataDir, 'cluster')).uid).toBe(made)
  })
})

describe('the lock', () => {
  it('lets one in at a time', async () => {
    let inside = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setTimeout(resolve, 20))
      inside--
    }
    await Promise.all([1, 2, 3, 4].map(() => locked(base, work)))
    expect(most).toBe(1)
  })
})
