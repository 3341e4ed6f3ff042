/** What a password must be and how long doors stay open. The security administrator may change each number. */
import type { Reader, Tx } from '../db.ts'
import { verifyPassword } from './password.ts'
import { accountProblems } from './problems.ts'
import { lastPasswords, storedRules } from './store.ts'

export type SecurityRules = {
  /** Shortest password, characters. */
  passwordLength: number
  /** Days after which a password must be changed; 0 never. */
  passwordDays: number
  /** How many earlier passwords may not come back. */
  passwordHistory: number
  /** Wrong passwords in a row before the account is locked. */
  failures: number
  /** Minutes that a lock lasts. */
  lockMinutes: number
  /** Minutes without a request after which a session ends. */
  idleMinutes: number
  /** Hours after which a session ends in any case. */
  sessionHours: number
}

export const houseRules: SecurityRules = {
  passwordLength: 10,
  passwordDays: 90,
  passwordHistory: 5,
  failures: 5,
  lockMinutes: 30,
  idleMinutes: 30,
  sessionHours: 12,
}

/** The bounds within which each number may be set. */
export const ruleBounds: Record<keyof SecurityRules, readonly [number, number]> = {
  passwordLength: [8, 64],
  passwordDays: [0, 365],
  passwordHistory: [0, 24],
  failures: [3, 20],
  lockMinutes: [5, 1440],
  idleMinutes: [5, 480],
  sessionHours: [1, 24],
}

/** The rules in force: the house's, with what the administrator set. */
export async function securityRules(tx: Reader): Promise<SecurityRules> {
  const rows = await storedRules(tx)
  return { ...houseRules, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) }
}

/** Refuses a new password that is too short, too plain, the login itself, or one of the last ones. */
export async function checkNewPassword(
  tx: Tx,
  given: { accountId?: number; login: string; password: string; rules: SecurityRules },
): Promise<void> {
  const { password, login, rules } = given
  if ([...password].length < rules.passwordLength)
    throw accountProblems.passwordShort({ length: rules.passwordLength })
  if (kindsOf(password) < 3 || password.toLowerCase().includes(login)) throw accountProblems.passwordPlain()
  if (given.accountId === undefined) return
  for (const hash of await lastPasswords(tx, given.accountId, rules.passwordHistory))
    if (await verifyPassword(password, hash))
      throw accountProblems.passwordUsed({ count: rules.passwordHistory })
}

/** Lower case, upper case, digits, all else. */
function kindsOf(password: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length
}
