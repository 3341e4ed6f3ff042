/** Who is asking: from the cookie's secret to the actor, with idle time, expiry, hats and deputies. */
import type { Actor } from '../actor.ts'
import { clock, milliseconds } from '../clock.ts'
import type { Database, Tx } from '../db.ts'
import { platformProblems } from '../problems.ts'
import { withDirectory } from '../scope.ts'
import { actorOf, hatless } from './actor-of.ts'
import { tokenHash } from './login.ts'
import { accountProblems } from './problems.ts'
import type { Roles } from './roles.ts'
import { securityRules } from './rules.ts'
import type { AccountRow, AssignmentRow, SessionRow } from './store.ts'
import {
  appendAccess,
  assignmentsOf,
  directory,
  endSessions,
  findAccount,
  findAssignment,
  findSession,
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

/** The live session of a secret; undefined if there is none, it was ended, or it idled too long. */
export async function openedSession(gate: Gate, token: string | undefined): Promise<Session | undefined> {
  if (!token) return undefined
  return withDirectory(gate.db, { accountId: -1 }, async (tx) => {
    const row = await findSession(tx, tokenHash(token))
    if (!row || (await isOver(tx, row))) return undefined
    const account = await findAccount(tx, { id: row.accountId })
    return account?.state === 'active' ? sessionOf(gate, tx, row, account) : undefined
  })
}

async function isOver(tx: Tx, row: SessionRow): Promise<boolean> {
  const rules = await securityRules(tx)
  const now = milliseconds()
  const idle = now - Date.parse(row.seenAt)
  const why =
    idle > rules.idleMinutes * 60_000
      ? 'idle'
      : now - Date.parse(row.createdAt) > rules.sessionHours * 3_600_000
        ? 'expired'
        : undefined
  const at = new Date(now).toISOString()
  if (why) await endSessions(tx, { accountId: row.accountId, id: row.id, at, why })
  else if (idle > TOUCH_MS)
    await directory(tx).updateTable('session').set({ seenAt: at }).where('id', '=', row.id).execute()
  return why !== undefined
}

async function sessionOf(gate: Gate, tx: Tx, row: SessionRow, account: AccountRow): Promise<Session> {
  const hats = (await assignmentsOf(tx, account.id, clock.today())).filter((hat) => gate.roles.has(hat.role))
  const hat = hats.find((one) => one.id === row.assignmentId) ?? hats[0]
  const actor = (hat && (await wearing(gate, tx, account, hat))) ?? hatless(account, gate.county)
  return { id: row.id, account, actor, assignmentId: hat?.id ?? null, hats }
}

/** A deputy's hat is worth nothing once the hat that it stands in for is gone. */
async function wearing(
  gate: Gate,
  tx: Tx,
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
  return withDirectory(gate.db, { accountId: -1 }, async (tx) => {
    const account = await findAccount(tx, { id: given.accountId })
    const hat =
      account &&
      (await assignmentsOf(tx, account.id, clock.today())).find((one) => one.id === given.assignmentId)
    return account?.state === 'active' && hat ? wearing(gate, tx, account, hat) : undefined
  })
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
