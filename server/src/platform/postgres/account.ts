/** Which system user the server runs as. PostgreSQL refuses root, so root hands the work down. */
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { databaseProblems } from './problems.ts'

/** `owner`: who the files of the folder belong to. `prefix`: words put before a command. */
export type Account = { owner?: Ids; spawnAs?: Ids; prefix: readonly string[] }
type Ids = { uid: number; gid: number }

/** Chooses the account for a data folder; an existing cluster keeps the account that made it. */
export function chooseAccount(folder: string, native: string): Account {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const made = statSync(join(folder, 'cluster'), { throwIfNoEntry: false })
  if (made && made.uid !== 0) return lowered({ uid: made.uid, gid: made.gid })
  const ids = made ? undefined : systemUsers().find((user) => canReach(user, folder, native))
  return ids ? lowered(ids) : mappedAccount(folder)
}

/** Refuses a folder of somebody else, before anything in it fails for a reason that says less. */
export function assertOurs(folder: string): void {
  const self = process.getuid?.()
  const owner = statSync(folder).uid
  if (self !== undefined && self !== 0 && owner !== self)
    throw databaseProblems.foreignFolder({ folder, owner })
}

/** The folder is handed to the database's user and closed to others: it must hold nothing else. */
export function assertForUs(folder: string): void {
  if (existsSync(join(folder, 'cluster'))) return
  const strange = readdirSync(folder).find(
    (name) => !/^(cluster\.making|password|server\.log|users|lock(\..*)?)$/.test(name),
  )
  if (strange) throw databaseProblems.strangeFolder({ folder, entry: strange })
}

function lowered(ids: Ids): Account {
  return { owner: ids, spawnAs: ids, prefix: [] }
}

/** In a user namespace root looks like an ordinary user to PostgreSQL, yet still reads a 0700 home. */
function mappedAccount(folder: string): Account {
  for (const { uid, gid } of systemUsers()) {
    const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--']
    if (spawnSync(prefix[0] ?? '', [...prefix.slice(1), 'true']).status === 0) return { prefix }
  }
  throw databaseProblems.noAccount({ folder })
}

function systemUsers(): Ids[] {
  if (!existsSync('/etc/passwd')) return []
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return ['postgres', 'nobody'].flatMap((name) => {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    return uid && gid && Number(uid) > 0 ? [{ uid: Number(uid), gid: Number(gid) }] : []
  })
}

function canReach(user: Ids, folder: string, native: string): boolean {
  // The folder itself is handed over later; what must be open already is the way to it.
  const test = 'test -x "$1" && test -r "$2/share/postgresql/postgres.bki" && "$2/bin/postgres" --version'
  const done = spawnSync('/bin/sh', ['-c', test, 'sh', join(folder, '..'), native], { ...user, cwd: '/' })
  return done.status === 0
}

/** Gives a file or folder to the account. */
export function handOver(account: Account, path: string): void {
  if (account.owner) chownSync(path, account.owner.uid, account.owner.gid)
}

export type Outcome = { status: number; output: string }

/** Runs a program of PostgreSQL to its end as the account; output is both streams together. */
export function runAs(
  account: Account,
  at: { folder: string; native: string },
  args: string[],
): Promise<Outcome> {
  const [program = '', ...rest] = [...account.prefix, ...args]
  const env = { PATH: process.env.PATH, LC_ALL: 'C', LD_LIBRARY_PATH: join(at.native, 'lib') }
  const child = spawn(program, rest, {
    cwd: at.folder,
    env,
    ...account.spawnAs,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const parts: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) =>
      resolve({ status: status ?? 1, output: Buffer.concat(parts).toString().trim() }),
    )
  })
}
