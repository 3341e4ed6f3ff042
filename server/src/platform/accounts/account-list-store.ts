/** Accounts with the hats they wear on a day, for the administrators' page. */
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../db.ts'
import type { accountShape } from './account-operations.ts'

export type AccountEntry = z.input<typeof accountShape>

/** By login; `search` is part of a login, a name or an office. */
export async function listAccounts(tx: Tx, given: { search: string; on: string }): Promise<AccountEntry[]> {
  const like = `%${given.search.replace(/[\\%_]/g, '\\$&')}%`
  const found = await sql<AccountEntry>`
    select a.id, a.login, a.name, a.office, a.phone, a.state, a.must_change, a.locked_until, a.last_login_at,
      coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'role', h.role, 'area', h.area, 'party', h.party,
          'office', h.office, 'validFrom', h.valid_from, 'validTo', h.valid_to, 'onlyVerbs', to_jsonb(h.only_verbs),
          'reason', h.reason, 'deputyFor', (select p.name from assignment o join account p on p.id = o.account_id where o.id = h.deputy_for))
          order by h.id)
        from assignment h where h.account_id = a.id and h.revoked_at is null
          and (h.valid_to is null or h.valid_to > ${given.on}::date)), '[]') as hats
    from account a
    where a.login like ${like} or a.name like ${like} or a.office like ${like}
    order by a.login`.execute(tx)
  return found.rows
}
