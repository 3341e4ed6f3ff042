/** SQL of inheritance: what an account was paid from, what was paid after the month of death, the runs that took its rest. */

import { sql } from 'kysely'
import { addFen, type Day, type Fen } from '#kernel'
import type { Ref } from '#ledger'
import type { Tx } from '#platform'
import type { RunState } from './run-problems.ts'

/** `paid`: benefits that the account bore, less what was made whole again; `recorded`: what stands as to be recovered. */
async function accountSums(tx: Tx, accountId: number): Promise<{ paid: Fen; recorded: Fen }> {
  const { rows } = await sql<{ paid: Fen; recorded: Fen }>`
    select coalesce(sum(case when purpose = 'benefit' and side = 'D' then amount when purpose = 'recovery' and side = 'C' then -amount
        else 0 end), 0)::bigint as paid,
      coalesce(sum(amount) filter (where purpose = 'recovery' and side = 'C'), 0)::bigint as recorded
    from entry where account_id = ${accountId}`.execute(tx)
  return rows[0] as { paid: Fen; recorded: Fen }
}

/** What an account was paid from, and what had been credited before that. */
export async function creditOf(
  tx: Tx,
  account: { id: number; balance: Fen },
): Promise<{ paid: Fen; credited: Fen; recorded: Fen }> {
  const { paid, recorded } = await accountSums(tx, account.id)
  return { paid, recorded, credited: addFen(account.balance, paid) }
}

export type PaidAfter = { runId: number; run: string; period: string; amount: Fen; voucherId: number }

/**
 * Months paid from an account, or for it by the pool, after a month (`2024-12`). What was reversed since is not among them,
 * nor what the bank sent back, unless it was issued again and kept (OF-08).
 */
export async function paidAfter(tx: Tx, accountId: number, month: string): Promise<PaidAfter[]> {
  const { rows } = await sql<PaidAfter>`
    select l.run_id, l.run, l.period, l.amount, l.voucher_id from run_line l
    where l.account_id = ${accountId} and l.status = 'posted' and l.period ~ '^\\d{4}-\\d{2}$' and l.period > ${month}
      and not exists (select from voucher v where v.reverses = l.voucher_id)
      and not exists (
        select from batch b join batch_line p on p.batch_id = b.id
        where b.source = 'run:' || l.run_id and p.subject_register = l.subject_register and p.subject_id = l.subject_id
          and p.context_register = l.context_register and p.context_id = l.context_id and (${lastIssue}) in ('failed', 'back'))
    order by l.period`.execute(tx)
  return rows
}

/** How the payment `p` stands, or the last one that was issued in its place. */
export const lastIssue = sql`
  with recursive issue as (
    select p.id, p.status
    union all select n.id, n.status from issue i join batch_line n on n.reissue_of = i.id)
  select status from issue order by id desc limit 1`

/** `who`: the row that the account is for and the person, each under all ids of theirs. */
export type KnownDeath = {
  runId: number
  diedOn: Day
  source: string
  who: readonly Ref[]
}

/** Deaths that stand in inheritances of a county, the last word on each account; withdrawn ones count unless it was said that nobody died. */
export async function deathsOf(tx: Tx): Promise<KnownDeath[]> {
  const { rows } = await sql<KnownDeath>`
    select run_id, died_on, source, (
        select jsonb_agg(jsonb_build_object('register', w.register, 'id', n.name))
        from (select subject_register, subject_id union select person->>'register', (person->>'id')::bigint) as w(register, id),
          names_of(w.register, array[w.id]) n where w.id is not null) as who from (
      select distinct on (a.id) r.id as run_id, r.input->>'diedOn' as died_on, r.input->>'source' as source,
        a.subject_register, a.subject_id, nullif(r.input->'person', 'null') as person,
        r.state <> 'cancelled' or coalesce((r.memory->>'deathStands')::boolean, true) as stands
      from run r join fund_account a on a.id = (r.input->>'accountId')::bigint
      where r.input ? 'diedOn' order by a.id, r.id desc) d
    where stands`.execute(tx)
  return rows
}

/** The runs by which heirs of this account were paid, or are to be, oldest first. */
export async function inheritancesOf(
  tx: Tx,
  by: { run: string; accountId: number },
): Promise<{ id: number; state: RunState; total: Fen; batchId: number | null }[]> {
  const { rows } = await sql<{ id: number; state: RunState; total: Fen; batchId: number | null }>`
    select id, state, total, (memory->>'batchId')::bigint as batch_id from run
    where run = ${by.run} and (input->>'accountId')::bigint = ${by.accountId} and state <> 'cancelled' order by id`.execute(
    tx,
  )
  return rows
}
