/** Writing accounts: new ones, their passwords with history, their state. */
import type { Ctx } from '../context.ts'
import { directory } from './store.ts'

export type NewAccount = {
  login: string
  name: string
  office: string
  phone?: string | undefined
  mustChange: boolean
}

type Pen = Pick<Ctx, 'tx' | 'now' | 'actor'>

/** Adds an account whose password has been checked and hashed; returns its id. A taken login is `account.loginTaken`. */
export async function insertAccount(ctx: Pen, account: NewAccount, passwordHash: string): Promise<number> {
  const { login, name, office, phone, mustChange } = account
  const made = await directory(ctx.tx)
    .insertInto('account')
    .values({
      login,
      name,
      office,
      phone: phone ?? null,
      passwordHash,
      passwordChangedAt: ctx.now,
      mustChange,
      lockedUntil: null,
      lastLoginAt: null,
      createdAt: ctx.now,
      createdBy: ctx.actor.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await remember(ctx, made.id, passwordHash)
  return made.id
}

/** Replaces a password and unlocks the account. */
export async function storePassword(
  ctx: Pen,
  given: { accountId: number; passwordHash: string; mustChange: boolean },
): Promise<void> {
  const { accountId, passwordHash, mustChange } = given
  await directory(ctx.tx)
    .updateTable('account')
    .set({ passwordHash, passwordChangedAt: ctx.now, mustChange, failures: 0, lockedUntil: null })
    .where('id', '=', accountId)
    .execute()
  await remember(ctx, accountId, passwordHash)
}

export async function setAccountState(ctx: Pen, accountId: number, state: 'active' | 'off'): Promise<void> {
  await directory(ctx.tx).updateTable('account').set({ state }).where('id', '=', accountId).execute()
}

async function remember(ctx: Pen, accountId: number, passwordHash: string): Promise<void> {
  await directory(ctx.tx)
    .insertInto('passwordHistory')
    .values({ accountId, at: ctx.now, passwordHash })
    .execute()
}
