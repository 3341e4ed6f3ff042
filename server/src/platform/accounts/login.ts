/** The way in: one password, counted failures, a session row. Everything is written to the chain of access. */
import { createHash, randomBytes } from 'node:crypto'
import type { Problem } from '#kernel'
import { clock, later, milliseconds } from '../clock.ts'
import type { Database, Tx } from '../db.ts'
import { withDirectory } from '../scope.ts'
import { nobodysHash, verifyPassword } from './password.ts'
import { accountProblems } from './problems.ts'
import { type SecurityRules, securityRules } from './rules.ts'
import type { AccountRow } from './store.ts'
import { appendAccess, assignmentsOf, directory, findAccount, lockAccount } from './store.ts'

export type LoginRequest = { login: string; password: string; ip: string; agent: string }
export type LoginResult = { token: string; accountId: number; mustChange: boolean }

const nobody = { accountId: -1 }

/** Signs in; wrong passwords are counted, then the account is locked. Throws a Problem `account.*`. */
export async function logIn(db: Pick<Database, 'app'>, request: LoginRequest): Promise<LoginResult> {
  const checked = await checkPassword(db, request)
  const outcome = await withDirectory(db, nobody, (tx) => settle(tx, request, checked))
  if ('refused' in outcome) throw outcome.refused // thrown after the commit, so that the count stays
  return outcome
}

/** Derives outside any transaction: it is slow by design and must not hold a connection or a row. */
async function checkPassword(
  db: Pick<Database, 'app'>,
  { login, password }: LoginRequest,
): Promise<string | undefined> {
  const account = await withDirectory(db, nobody, (tx) => findAccount(tx, { login }))
  const right = await verifyPassword(password, account?.passwordHash ?? nobodysHash)
  return right ? account?.passwordHash : undefined
}

async function settle(
  tx: Tx,
  request: LoginRequest,
  rightHash: string | undefined,
): Promise<LoginResult | { refused: Problem }> {
  const account = await lockAccount(tx, request.login)
  const rules = await securityRules(tx)
  const refused = account ? refusal(account, rightHash) : accountProblems.wrong({ left: null })
  if (account && !refused) return enter(tx, account, request, rules)
  const told = account && !rightHash && !isLocked(account) ? await countFailure(tx, account, rules) : refused
  await log(tx, {
    kind: 'refused',
    request,
    accountId: account?.id ?? null,
    name: account?.name,
    why: (told ?? refused)?.code,
  })
  return { refused: told ?? accountProblems.wrong({ left: null }) }
}

function refusal(account: AccountRow, rightHash: string | undefined): Problem | undefined {
  if (isLocked(account)) return lockedProblem(account.lockedUntil as string)
  if (rightHash !== account.passwordHash) return accountProblems.wrong({ left: null })
  return account.state === 'off' ? accountProblems.off() : undefined
}

function isLocked(account: AccountRow): boolean {
  return account.lockedUntil !== null && Date.parse(account.lockedUntil) > milliseconds()
}

function lockedProblem(until: string): Problem {
  return accountProblems.locked({ until, minutes: Math.ceil((Date.parse(until) - milliseconds()) / 60_000) })
}

async function countFailure(tx: Tx, account: AccountRow, rules: SecurityRules): Promise<Problem> {
  const failures = account.failures + 1
  const until = new Date(milliseconds() + rules.lockMinutes * 60_000).toISOString()
  const lock = failures >= rules.failures
  await directory(tx)
    .updateTable('account')
    .set(lock ? { failures: 0, lockedUntil: until } : { failures })
    .where('id', '=', account.id)
    .execute()
  return lock ? lockedProblem(until) : accountProblems.wrong({ left: rules.failures - failures })
}

async function enter(
  tx: Tx,
  account: AccountRow,
  request: LoginRequest,
  rules: SecurityRules,
): Promise<LoginResult> {
  const token = randomBytes(32).toString('base64url')
  const now = clock.now()
  const mustChange = account.mustChange || isExpired(account, rules, now)
  const [first] = await assignmentsOf(tx, account.id, clock.today())
  await directory(tx)
    .updateTable('account')
    .set({ failures: 0, lockedUntil: null, lastLoginAt: now, mustChange })
    .where('id', '=', account.id)
    .execute()
  await openSession(tx, { token, accountId: account.id, assignmentId: first?.id ?? null, request })
  await log(tx, { kind: 'in', request, accountId: account.id, name: account.name })
  return { token, accountId: account.id, mustChange }
}

function isExpired(account: AccountRow, rules: SecurityRules, now: string): boolean {
  return rules.passwordDays > 0 && later(account.passwordChangedAt, rules.passwordDays * 86_400_000) < now
}

async function openSession(
  tx: Tx,
  given: { token: string; accountId: number; assignmentId: number | null; request: LoginRequest },
): Promise<void> {
  const now = new Date(milliseconds()).toISOString() // idle time is real time, whatever day a demo shows
  await directory(tx)
    .insertInto('session')
    .values({
      tokenHash: tokenHash(given.token),
      accountId: given.accountId,
      assignmentId: given.assignmentId,
      createdAt: now,
      seenAt: now,
      ip: given.request.ip,
      agent: given.request.agent.slice(0, 300),
      endedAt: null,
      endedWhy: null,
    })
    .execute()
}

/** What the database keeps of a session's secret. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

async function log(
  tx: Tx,
  given: {
    kind: string
    request: LoginRequest
    accountId: number | null
    name?: string | undefined
    why?: string | undefined
  },
): Promise<void> {
  const { kind, request, accountId, name, why } = given
  const record = {
    at: clock.now(),
    kind: `login.${kind}`,
    accountId,
    login: request.login.slice(0, 60),
    ip: request.ip,
  }
  await appendAccess(tx, { ...record, notes: { name, why, agent: request.agent.slice(0, 300) } })
}
