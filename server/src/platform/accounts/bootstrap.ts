/** The first county and the first accounts, without which nobody could let anybody in. */
import { sql } from 'kysely'
import { systemActor } from '../actor.ts'
import { clock } from '../clock.ts'
import type { Database } from '../db.ts'
import { createCounty } from '../migrate.ts'
import { withDirectory } from '../scope.ts'
import { insertAccount } from './account-write-store.ts'
import { insertHat } from './hat-store.ts'
import { hashPassword } from './password.ts'
import { checkNewPassword, securityRules } from './rules.ts'
import { appendAccess, findAccount } from './store.ts'

export type FirstAccount = {
  login: string
  name: string
  office: string
  role: string
  area: string
  party?: string
  /** The hat's first day; today if it is not given. */
  validFrom?: string
}

export type County = { code: string; name: string }

/** The first county of the directory; on an empty one the given county is made. */
export async function ensureCounty(db: Database, first: County): Promise<County> {
  const found = await sql<County>`select code, name from public.county order by code limit 1`.execute(
    db.owner,
  )
  if (found.rows[0]) return found.rows[0]
  await createCounty(db, first)
  return first
}

/** Makes those accounts that are not there yet, with one hat each, by the system (account 0). Returns the logins made. */
export async function ensureAccounts(
  db: Database,
  given: { county: string; accounts: readonly FirstAccount[]; password: string; mustChange: boolean },
): Promise<string[]> {
  const made: string[] = []
  const passwordHash = await hashPassword(given.password) // one password for all: slow by design, so once
  for (const account of given.accounts) {
    const added = await withDirectory(db, { accountId: 0 }, async (tx) => {
      if (await findAccount(tx, { login: account.login })) return false
      const ctx = { tx, now: clock.now(), today: clock.today(), actor: systemActor(given.county) }
      await checkNewPassword(tx, {
        login: account.login,
        password: given.password,
        rules: await securityRules(tx),
      })
      const accountId = await insertAccount(ctx, { ...account, mustChange: given.mustChange }, passwordHash)
      await insertHat(ctx, { ...account, accountId, county: given.county })
      await appendAccess(tx, {
        at: ctx.now,
        kind: 'account.first',
        accountId,
        login: account.login,
        by: 0,
        notes: { role: account.role, area: account.area },
      })
      return true
    })
    if (added) made.push(account.login)
  }
  return made
}
