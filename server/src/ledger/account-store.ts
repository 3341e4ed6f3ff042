/** SQL of accounts. */

import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Day, Fen } from '#kernel'
import { fen } from '#kernel'
import type { Tx } from '#platform'
import type { Account, AccountOf } from './draft.ts'
import type { FundAccountTable, LedgerTables } from './tables.ts'

type Row = Selectable<FundAccountTable>

export async function findAccounts(tx: Tx, wanted: readonly AccountOf[]): Promise<Account[]> {
  const rows = await tx
    .withTables<LedgerTables>()
    .selectFrom('fundAccount')
    .selectAll()
    .where((eb) => eb.or(wanted.map((w) => eb.and(keyOf(w)))))
    .orderBy('id')
    .execute()
  return rows.map(accountOf)
}

function keyOf(w: AccountOf) {
  return {
    fund: w.fund,
    bookEntity: w.bookEntity ?? 'agency',
    kind: w.kind,
    part: w.part ?? '',
    subjectRegister: w.subject?.register ?? '',
    subjectId: w.subject?.id ?? 0,
    contextRegister: w.context?.register ?? '',
    contextId: w.context?.id ?? 0,
  } as const
}

/**
 * The account of this purpose: of the subject's own id, else of another id of the same record (who was merged into it keeps
 * the account that he had). Where both have one, each keeps its own, and nobody moves money between them by itself.
 */
export async function findAccount(tx: Tx, wanted: AccountOf): Promise<Account | undefined> {
  const { subjectId, ...key } = keyOf(wanted)
  if (subjectId === 0) return (await findAccounts(tx, [wanted]))[0]
  const rows = await tx
    .withTables<LedgerTables>()
    .selectFrom('fundAccount')
    .selectAll()
    .where((eb) => eb.and(key))
    .where('subjectId', '=', sql<number>`any(known_as(${key.subjectRegister}, ${subjectId}))`)
    .orderBy('id')
    .execute()
  const found = rows.find((row) => row.subjectId === subjectId) ?? rows[0]
  return found && accountOf(found)
}

/** Inserts, or finds what another transaction inserted first. */
export async function insertAccount(
  tx: Tx,
  account: AccountOf & { area: string; label: string; openedOn: Day },
): Promise<number> {
  const made = await tx
    .withTables<LedgerTables>()
    .insertInto('fundAccount')
    .values({ ...keyOf(account), area: account.area, label: account.label, openedOn: account.openedOn })
    .onConflict((oc) => oc.constraint('fund_account_one').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return made.id
  const [found] = await findAccounts(tx, [account])
  return (found as Account).id
}

export async function readAccount(tx: Tx, id: number): Promise<Account | undefined> {
  const db = tx.withTables<LedgerTables>()
  const row = await db.selectFrom('fundAccount').selectAll().where('id', '=', id).executeTakeFirst()
  return row && accountOf(row)
}

export async function readAreas(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; area: string }>`
    select id, area from fund_account where id = any(${ids}::bigint[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.area]))
}

export async function readBalances(tx: Tx, ids: readonly number[]): Promise<Map<number, Fen>> {
  const { rows } = await sql<{ id: number; balance: number }>`
    select id, balance from fund_account where id = any(${ids}::bigint[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, fen(row.balance)]))
}

export async function readIndividuals(
  tx: Tx,
  fund: string,
  page: { after: number; limit: number },
): Promise<Account[]> {
  const db = tx.withTables<LedgerTables>()
  const rows = await db
    .selectFrom('fundAccount')
    .selectAll()
    .where('fund', '=', fund)
    .where('bookEntity', '=', 'agency')
    .where('kind', '=', 'individual')
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return rows.map(accountOf)
}

/** From the entries alone: what stood on the account at the end of a day. */
export async function readBalanceOn(tx: Tx, accountId: number, on: Day): Promise<Fen> {
  const { rows } = await sql<{ balance: number }>`
    select coalesce(sum(case when e.side = k.normal then e.amount else -e.amount end), 0)::bigint as balance
    from entry e join fund_account a on a.id = e.account_id join account_kind k on k.kind = a.kind
    where e.account_id = ${accountId} and e.day <= ${on}`.execute(tx)
  return fen(rows[0]?.balance ?? 0)
}

export function accountOf(row: Row): Account {
  const { subjectRegister, subjectId, contextRegister, contextId, ...rest } = row
  return {
    ...rest,
    balance: fen(row.balance),
    ...(subjectId > 0 ? { subject: { register: subjectRegister, id: subjectId } } : {}),
    ...(contextId > 0 ? { context: { register: contextRegister, id: contextId } } : {}),
  }
}
