/** One at a time: two starts at once must not both make or stop the server. */
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isCode } from './binaries.ts'
import { databaseProblems } from './problems.ts'

const WAIT_MS = 90_000
let count = 0

/** Runs `work` while holding the folder's lock; the lock of a dead process is taken over. */
export async function locked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'lock')
  await take(folder, lock)
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

async function take(folder: string, lock: string): Promise<void> {
  for (let waited = 0; ; waited += 50) {
    if (tryTake(lock)) return
    const pid = holderOf(lock)
    if (pid !== undefined && !isAlive(pid)) dropStale(lock, pid)
    else if (waited > WAIT_MS) throw databaseProblems.busy({ folder, pid: pid ?? 0 })
    else await sleep(50)
  }
}

/** A link appears with its content in one step, so nobody ever reads a lock without its holder. */
function tryTake(lock: string): boolean {
  const own = `${lock}.${process.pid}.${count++}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, lock)
    return true
  } catch (thrown) {
    if (isCode(thrown, 'EEXIST')) return false
    throw thrown
  } finally {
    rmSync(own)
  }
}

function holderOf(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return undefined // just released
  }
}

/** Moves the lock away first: if it is no longer the dead one, it goes back to its holder. */
function dropStale(lock: string, dead: number): void {
  const aside = `${lock}.${process.pid}.${count++}`
  try {
    renameSync(lock, aside)
    if (holderOf(aside) !== dead) linkSync(aside, lock)
    rmSync(aside, { force: true })
  } catch (thrown) {
    if (!isCode(thrown, 'ENOENT') && !isCode(thrown, 'EEXIST')) throw thrown
  }
}

/** Whether a process with this number runs (one of another user counts, a dead one that nobody buried does not). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isUnburied(pid)
  } catch (thrown) {
    return isCode(thrown, 'EPERM')
  }
}

/** A container whose first process buries nobody keeps killed processes as zombies. */
function isUnburied(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  return existsSync(stat) && /\) Z /.test(readFileSync(stat, 'utf8'))
}
