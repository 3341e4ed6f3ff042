/** Which processes use the server now; the last one to leave stops it. A killed process counts no more. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './lock.ts'

let count = 0

/** Enters this process as a user; returns the file that `leave` removes. Call under the lock. */
export function enter(folder: string): string {
  const file = join(folder, 'users', `${process.pid}.${count++}`)
  mkdirSync(join(folder, 'users'), { recursive: true })
  writeFileSync(file, '')
  return file
}

/** Removes the entry; true if nobody alive uses the server any more. Call under the lock. */
export function leave(folder: string, file: string): boolean {
  rmSync(file, { force: true })
  return isUnused(folder)
}

/** True if no process alive uses the server; entries of dead ones are removed. */
export function isUnused(folder: string): boolean {
  const users = join(folder, 'users')
  mkdirSync(users, { recursive: true })
  const entries = readdirSync(users)
  const dead = entries.filter((entry) => !isAlive(Number(entry.split('.')[0])))
  for (const entry of dead) rmSync(join(users, entry), { force: true })
  return dead.length === entries.length
}
