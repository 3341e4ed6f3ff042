/** The directory's tables of accounts, hats and sessions, and every statement on them. */
import type { Generated } from 'kysely'
import { sql } from 'kysely'
import type { Reader, Tx } from '../db.ts'

export type AccountTables = {
  account: {
    id: Generated<number>
    login: string
    name: string
    office: string
    phone: string | null
    passwordHash: string
    passwordChangedAt: string
    mustChange: Generated<boolean>
    state: Generated<'active' | 'off'>
    failures: Generated<number>
    lockedUntil: string | null
    lastLoginAt: string | null
    createdAt: string
    createdBy: number
  }
  passwordHistory: { accountId: number; at: string; passwordHash: string }
  assignment: {
    id: Generated<number>
    accountId: number
    county: string
    role: string
    area: string
    party: string | null
    office: string
    validFrom: string
    validTo: string | null
    deputyFor: number | null
    onlyVerbs: string[] | null
    reason: string | null
    grantedBy: number
    grantedAt: string
    revokedBy: number | null
    revokedAt: string | null
  }
  session: {
    id: Generated<number>
    tokenHash: Buffer
    accountId: number
    assignmentId: number | null
    createdAt: string
    seenAt: string
    ip: string
    agent: string
    endedAt: string | null
    endedWhy: string | null
  }
  securitySetting: { key: string; value: number; at: string; by: number }
}

export type AccountRow = Omit<AccountTables['account'], 'id' | 'mustChange' | 'state' | 'failures'> & {
  id: number
  mustChange: boolean
  state: 'active' | 'off'
  failures: number
}
export type AssignmentRow = Omit<AccountTables['assignment'], 'id'> & { id: number }

export const directory = (db: Reader) => db.withTables<AccountTables>()

export async function findAccount(
  tx: Reader,
  by: { login: string } | { id: number },
): Promise<AccountRow | undefined> {
  const all = directory(tx).selectFrom('account').selectAll()
  const one = 'id' in by ? all.where('id', '=', by.id) : all.where('login', '=', by.login)
  return one.executeTakeFirst()
}

/** Locks the account's row, so that guesses at once are counted one by one. */
export async function lockAccount(tx: Tx, login: string): Promise<AccountRow | undefined> {
  return directory(tx)
    .selectFrom('account')
    .selectAll()
    .where('login', '=', login)
    .forUpdate()
    .executeTakeFirst()
}

/** The hats that an account may wear on a day. */
export async function assignmentsOf(tx: Reader, accountId: number, on: string): Promise<AssignmentRow[]> {
  return current(tx, on).where('accountId', '=', accountId).orderBy('id').execute()
}

/** The hats of other accounts that can sign in, over an area or over one that holds it; deputies are not counted. */
export async function othersOver(
  tx: Tx,
  given: { area: string; not: number; on: string },
): Promise<AssignmentRow[]> {
  return current(tx, given.on)
    .where('accountId', '<>', given.not)
    .where('deputyFor', 'is', null)
    .where(sql<boolean>`starts_with(${given.area}, area)`)
    .where(sql<boolean>`exists (select from account a where a.id = account_id and a.state = 'active')`)
    .execute()
}

/** Who can sign in with one of these roles, over an area within this one: account, name, area; deputies are not counted. */
export async function holdersWithin(
  tx: Tx,
  given: { area: string; roles: readonly string[]; on: string },
): Promise<{ accountId: number; name: string; area: string }[]> {
  if (given.roles.length === 0) return []
  return directory(tx)
    .selectFrom('assignment as s')
    .innerJoin('account as a', 'a.id', 's.accountId')
    .select(['a.id as accountId', 'a.name', 's.area'])
    .where('s.role', 'in', given.roles)
    .where('s.revokedAt', 'is', null)
    .where('s.deputyFor', 'is', null)
    .where('a.state', '=', 'active')
    .where('s.validFrom', '<=', given.on)
    .where((q) => q.or([q('s.validTo', 'is', null), q('s.validTo', '>', given.on)]))
    .where(sql<boolean>`starts_with(s.area, ${given.area})`)
    .orderBy('a.id')
    .execute()
}

export async function findAssignment(tx: Reader, id: number): Promise<AssignmentRow | undefined> {
  return directory(tx).selectFrom('assignment').selectAll().where('id', '=', id).executeTakeFirst()
}

function current(tx: Reader, on: string) {
  return directory(tx)
    .selectFrom('assignment')
    .selectAll()
    .where('revokedAt', 'is', null)
    .where('validFrom', '<=', on)
    .where((q) => q.or([q('validTo', 'is', null), q('validTo', '>', on)]))
}

export async function lastPasswords(tx: Tx, accountId: number, count: number): Promise<string[]> {
  const rows = await directory(tx)
    .selectFrom('passwordHistory')
    .select('passwordHash')
    .where('accountId', '=', accountId)
    .orderBy('at', 'desc')
    .limit(count)
    .execute()
  return rows.map((row) => row.passwordHash)
}

export type SessionRow = {
  id: number
  accountId: number
  assignmentId: number | null
  createdAt: string
  seenAt: string
}

/** A session that is not ended, with its account, in one statement. */
export async function findSession(
  tx: Reader,
  tokenHash: Buffer,
): Promise<{ row: SessionRow; account: AccountRow } | undefined> {
  const found = await directory(tx)
    .selectFrom('session as s')
    .innerJoin('account as a', 'a.id', 's.accountId')
    .selectAll('a')
    .select(['s.id as sessionId', 's.assignmentId', 's.createdAt as openedAt', 's.seenAt'])
    .where('s.tokenHash', '=', tokenHash)
    .where('s.endedAt', 'is', null)
    .executeTakeFirst()
  if (!found) return undefined
  const { sessionId, assignmentId, openedAt, seenAt, ...account } = found
  return { row: { id: sessionId, accountId: account.id, assignmentId, createdAt: openedAt, seenAt }, account }
}

export async function touchSession(tx: Reader, id: number, at: string): Promise<void> {
  await directory(tx).updateTable('session').set({ seenAt: at }).where('id', '=', id).execute()
}

/** The sessions of an account that are not ended, the last seen first; times are real ones, whatever day a demo shows. */
export async function liveSessions(tx: Tx, accountId: number) {
  return directory(tx)
    .selectFrom('session')
    .select(['id', 'createdAt', 'seenAt', 'ip', 'agent'])
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .orderBy('seenAt', 'desc')
    .execute()
}

/** Ends sessions: one, or all of an account (but one that is kept). */
export async function endSessions(
  tx: Reader,
  given: { accountId: number; id?: number; keep?: number | undefined; at: string; why: string },
): Promise<number> {
  const ended = await directory(tx)
    .updateTable('session')
    .set({ endedAt: given.at, endedWhy: given.why })
    .where('accountId', '=', given.accountId)
    .where('endedAt', 'is', null)
    .$if(given.id !== undefined, (q) => q.where('id', '=', given.id as number))
    .$if(given.keep !== undefined, (q) => q.where('id', '<>', given.keep as number))
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

/** One link of the chain of log-ins and user administration; call it last. */
export async function appendAccess(tx: Tx, record: AccessRecord): Promise<void> {
  await sql`select append_access(${JSON.stringify(record)}::jsonb)`.execute(tx)
}

export type AccessRecord = {
  at: string
  kind: string
  accountId?: number | null
  login?: string
  by?: number
  ip?: string
  notes?: unknown
}

/** What the security administrator set. */
export async function storedRules(tx: Reader): Promise<{ key: string; value: number }[]> {
  return directory(tx).selectFrom('securitySetting').select(['key', 'value']).execute()
}

export async function storeRule(tx: Tx, row: AccountTables['securitySetting']): Promise<void> {
  await directory(tx)
    .insertInto('securitySetting')
    .values(row)
    .onConflict((c) => c.column('key').doUpdateSet({ value: row.value, at: row.at, by: row.by }))
    .execute()
}
