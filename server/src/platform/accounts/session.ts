/** Who is asking: from the cookie's secret to the actor, with idle time, expiry, hats and deputies. */
import type { Actor } from '../actor.ts'
import { clock, milliseconds } from '../clock.ts'
import type { Database, Reader } from '../db.ts'
import { platformProblems } from '../problems.ts'
import { withDirectory } from '../scope.ts'
import { actorOf, hatless } from './actor-of.ts'
import { tokenHash } from './login.ts'
import { accountProblems } from './problems.ts'
import type { Roles } from './roles.ts'
import { type SecurityRules, securityRules } from './rules.ts'
import type { AccountRow, AssignmentRow, SessionRow } from './store.ts'
import {
  appendAccess,
  assignmentsOf,
  directory,
  endSessions,
  findAccount,
  findAssignment,
  findSession,
  touchSession,
} from './store.ts'

export type Session = {
  id: number
  account: AccountRow
  actor: Actor
  assignmentId: number | null
  hats: AssignmentRow[]
}

/** The gatekeeper of one installation. `county` is where somebody without a hat stands. */
export type Gate = { db: Pick<Database, 'app'>; roles: Roles; county: string }

/** A session is touched at most this often, so that reading a page is not a write. */
const TOUCH_MS = 60_000
const RULES_MS = 10_000

/**
 * The live session of a secret; undefined if there is none, it was ended, or it idled too long. Every request asks
 * this, so it is two statements without a transaction.
 */
export async function openedSession(gate: Gate, token: string | undefined): Promise<Session | undefined> {
  if (!token) return undefined
  const db = gate.db.app
  const found = await findSession(db, tokenHash(token))
  if (!found || (await isOver(db, found.row)) || found.account.state === 'off') return undefined
  return sessionOf(gate, db, found.row, found.account)
}

async function isOver(db: Reader, row: SessionRow): Promise<boolean> {
  const rules = await recentRules(db)
  const now = milliseconds()
  const idle = now - Date.parse(row.seenAt)
  const old = now - Date.parse(row.createdAt) > rules.sessionHours * 3_600_000
  const why = idle > rules.idleMinutes * 60_000 ? 'idle' : old ? 'expired' : undefined
  const at = new Date(now).toISOString()
  if (why) await endSessions(db, { accountId: row.accountId, id: row.id, at, why })
  else if (idle > TOUCH_MS) await touchSession(db, row.id, at)
  return why !== undefined
}

const rulesRead = new WeakMap<Reader, { rules: SecurityRules; at: number }>()

/** A changed idle time counts within ten seconds. */
async function recentRules(db: Reader): Promise<SecurityRules> {
  const known = rulesRead.get(db)
  if (known && milliseconds() - known.at < RULES_MS) return known.rules
  const rules = await securityRules(db)
  rulesRead.set(db, { rules, at: milliseconds() })
  return rules
}

async function sessionOf(gate: Gate, tx: Reader, row: SessionRow, account: AccountRow): Promise<Session> {
  const hats = (await assignmentsOf(tx, account.id, clock.today())).filter((hat) => gate.roles.has(hat.role))
  const hat = hats.find((one) => one.id === row.assignmentId) ?? hats[0]
  const actor = (hat && (await wearing(gate, tx, account, hat))) ?? hatless(account, gate.county)
  return { id: row.id, account, actor, assignmentId: hat?.id ?? null, hats }
}

/** A deputy's hat is worth nothing once the hat that it stands in for is gone. */
async function wearing(
  gate: Gate,
  tx: Reader,
  account: AccountRow,
  hat: AssignmentRow,
): Promise<Actor | undefined> {
  const role = gate.roles.get(hat.role)
  if (!role) return undefined
  if (hat.deputyFor === null) return actorOf({ account, hat, role })
  const original = await findAssignment(tx, hat.deputyFor)
  const principal = original && (await findAccount(tx, { id: original.accountId }))
  const stands =
    principal && (await assignmentsOf(tx, principal.id, clock.today())).some((one) => one.id === original.id)
  return stands ? actorOf({ account, hat, role, principal }) : undefined
}

/** The actor of one hat of an account, as of now: for jobs, which check the verb again at each chunk. */
export async function actorNow(
  gate: Gate,
  given: { accountId: number; assignmentId: number },
): Promise<Actor | undefined> {
  const db = gate.db.app
  const account = await findAccount(db, { id: given.accountId })
  const hats = account ? await assignmentsOf(db, account.id, clock.today()) : []
  const hat = hats.find((one) => one.id === given.assignmentId)
  return account?.state === 'active' && hat ? wearing(gate, db, account, hat) : undefined
}

/** Whether this session may do business; a password due for change comes first. */
export function requireReady(session: Session | undefined): Session {
  if (!session) throw platformProblems.notSignedIn()
  if (session.account.mustChange) throw accountProblems.changeFirst()
  return session
}

/** Puts on another of one's own hats. */
export async function switchHat(gate: Gate, session: Session, assignmentId: number): Promise<void> {
  const hat = session.hats.find((one) => one.id === assignmentId)
  if (!hat) throw accountProblems.noHat()
  await withDirectory(gate.db, session.actor, async (tx) => {
    await directory(tx).updateTable('session').set({ assignmentId }).where('id', '=', session.id).execute()
    await appendAccess(tx, record('session.scope', session, { role: hat.role, area: hat.area }))
  })
}

/** Ends the session. */
export async function logOut(gate: Gate, session: Session): Promise<void> {
  await withDirectory(gate.db, session.actor, async (tx) => {
    await endSessions(tx, { accountId: session.account.id, id: session.id, at: clock.now(), why: 'logout' })
    await appendAccess(tx, record('login.out', session))
  })
}

function record(kind: string, { account }: Session, notes?: unknown) {
  return { at: clock.now(), kind, accountId: account.id, login: account.login, by: account.id, notes }
}
