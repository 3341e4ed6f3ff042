/** Accounts: found by what they are for, opened once. */
import type { Day, Fen } from '#kernel'
import { fen, invariant } from '#kernel'
import type { Ctx } from '#platform'
import {
  findAccount,
  insertAccount,
  readAccount,
  readAreas,
  readBalanceOn,
  readBalances,
  readIndividuals,
} from './account-store.ts'
import type { Account, AccountOf, AccountRef, Ref } from './draft.ts'
import { type AccountKind, accountKinds, type BookEntity } from './kinds.ts'
import { listAccounts } from './overview-store.ts'
import { ledgerProblems } from './problems.ts'

/** Kinds that belong to one person: they are opened by an act of their own, never in passing by a posting. */
const personal: readonly AccountKind[] = ['individual']

/** Opens an account, or returns the one that exists, also under another id of the same record. `area`: of the person, or the county. Returns its id. */
export async function openAccount(
  ctx: Ctx,
  given: AccountOf & { area: string; label?: string; on?: Day },
): Promise<number> {
  const found = await findAccount(ctx.tx, given)
  if (found) return found.id
  const { label = accountKinds[given.kind].label.zh, on = ctx.today, ...rest } = given
  return insertAccount(ctx.tx, { ...rest, label, openedOn: on })
}

/** The ids of the accounts of one voucher, in order; accounts of the fund itself are opened when first used. */
export async function resolveAccounts(
  ctx: Ctx,
  book: { fund: string; bookEntity: BookEntity },
  refs: readonly AccountRef[],
): Promise<{ id: number; area: string }[]> {
  const known = await readAreas(
    ctx.tx,
    refs.flatMap((ref) => ('id' in ref ? [ref.id] : [])),
  )
  const resolved: { id: number; area: string }[] = []
  for (const ref of refs) resolved.push('id' in ref ? byId(known, ref.id) : await byPurpose(ctx, book, ref))
  return resolved
}

function byId(known: ReadonlyMap<number, string>, id: number): { id: number; area: string } {
  const area = known.get(id)
  if (area === undefined) throw ledgerProblems.notFound({ what: 'account', id })
  return { id, area }
}

async function byPurpose(
  ctx: Ctx,
  book: { fund: string; bookEntity: BookEntity },
  ref: Exclude<AccountRef, { id: number }>,
): Promise<{ id: number; area: string }> {
  const found = await findAccount(ctx.tx, { ...book, ...ref })
  if (found) return found
  if (personal.includes(ref.kind))
    throw ledgerProblems.notFound({ what: 'account', id: ref.subject?.id ?? 0 })
  const area = ref.area ?? ctx.actor.county
  return { id: await openAccount(ctx, { ...book, ...ref, area }), area }
}

/** One account; outside the scope it does not exist. */
export async function getAccount(ctx: Ctx, id: number): Promise<Account> {
  const found = await readAccount(ctx.tx, id)
  if (!found) throw ledgerProblems.notFound({ what: 'account', id })
  return found
}

/** The balance in fen in the account's own direction, now or at the end of the day `on`; from the entries alone if `on` is given. */
export async function balance(ctx: Ctx, accountId: number, on?: Day): Promise<Fen> {
  if (on !== undefined) return readBalanceOn(ctx.tx, accountId, on)
  const { balance } = await getAccount(ctx, accountId)
  invariant(balance >= 0, 'PostgreSQL refuses a negative balance')
  return fen(balance)
}

/** Balances of many accounts at once, by id; accounts outside the scope are absent. */
export async function balances(ctx: Ctx, ids: readonly number[]): Promise<ReadonlyMap<number, Fen>> {
  return ids.length === 0 ? new Map() : readBalances(ctx.tx, ids)
}

/** The individual accounts of a fund in id order: the population of its runs. */
export async function individualAccounts(
  ctx: Ctx,
  fund: string,
  page: { after: number; limit: number },
): Promise<Account[]> {
  return readIndividuals(ctx.tx, fund, page)
}

export type Holder = { accountId: number; label: string; area: string; subject: Ref; context: Ref }

/** Who has an individual account of a fund, found by a part of the name, or by rows of a register; in id order. */
export async function findHolders(
  ctx: Ctx,
  by: {
    fund: string
    label?: string
    subjects?: { register: string; ids: readonly number[] }
    limit: number
  },
): Promise<Holder[]> {
  const rows = await listAccounts(ctx.tx, { ...by, kind: 'individual' })
  return rows.map((row) => ({
    accountId: row.id,
    label: row.label,
    area: row.area,
    subject: { register: row.subjectRegister, id: row.subjectId },
    context: { register: row.contextRegister, id: row.contextId },
  }))
}
