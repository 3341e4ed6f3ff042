/** SQL of inheritance: what an account was paid from, what was paid after the month of death, the runs that took its rest. */

import { sql } from 'kysely'
import type { Fen } from '#kernel'
import type { Tx } from '#platform'
import type { RunState } from './run-problems.ts'

/** `paid`: benefits that the account bore, less what was made whole again; `recorded`: what stands as to be recovered. */
export async function accountSums(tx: Tx, accountId: number): Promise<{ paid: Fen; recorded: Fen }> {
  const { rows } = await sql<{ paid: Fen; recorded: Fen }>`
    select coalesce(sum(case when purpose = 'benefit' and side = 'D' then amount when purpose = 'recovery' and side = 'C' then -amount
        else 0 end), 0)::bigint as paid,
      coalesce(sum(amount) filter (where purpose = 'recovery' and side = 'C'), 0)::bigint as recorded
    from entry where account_id = ${accountId}`.execute(tx)
  return rows[0] as { paid: Fen; recorded: Fen }
}

export type PaidAfter = { runId: number; run: string; period: string; amount: Fen; voucherId: number }

/** Months paid from an account, or for it by the pool, after a month (`2024-12`); what was reversed since is not among them. */
export async function paidAfter(tx: Tx, accountId: number, month: string): Promise<PaidAfter[]> {
  const { rows } = await sql<PaidAfter>`
    select l.run_id, l.run, l.period, l.amount, l.voucher_id from run_line l
    where l.account_id = ${accountId} and l.status = 'posted' and l.period ~ '^\\d{4}-\\d{2}$' and l.period > ${month}
      and not exists (select from voucher v where v.reverses = l.voucher_id)
    order by l.period`.execute(tx)
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
