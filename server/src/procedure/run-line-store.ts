/** SQL of the lines of runs. */

import { sql } from 'kysely'
import type { Fen } from '#kernel'
import type { Ref } from '#ledger'
import type { Tx } from '#platform'
import type { Payee } from './run-define.ts'

export type NewLine = {
  line: number
  area: string
  subject: Ref
  context?: Ref
  name: string
  accountId: number | null
  status: 'proposed' | 'held'
  amount: Fen
  elsewhere: Fen
  elsewhereText: { zh: string; en: string }
  decisionId: number | null
  payee: Payee | null
  reason: { zh: string; en: string }
}

export async function insertLines(
  tx: Tx,
  run: { id: number; run: string; period: string },
  lines: readonly NewLine[],
): Promise<void> {
  const of = <T>(pick: (line: NewLine) => T): T[] => lines.map(pick)
  await sql`
    insert into run_line (run_id, run, period, line, area, subject_register, subject_id, context_register, context_id, name, account_id,
      status, amount, elsewhere, elsewhere_zh, elsewhere_en, decision_id, payee, reason_zh, reason_en)
    select ${run.id}, ${run.run}, ${run.period}, l.* from unnest(${of((l) => l.line)}::bigint[], ${of((l) => l.area)}::text[],
      ${of((l) => l.subject.register)}::text[], ${of((l) => l.subject.id)}::bigint[], ${of((l) => l.context?.register ?? '')}::text[],
      ${of((l) => l.context?.id ?? 0)}::bigint[], ${of((l) => l.name)}::text[], ${of((l) => l.accountId)}::bigint[],
      ${of((l) => l.status)}::text[], ${of((l) => l.amount)}::bigint[], ${of((l) => l.elsewhere)}::bigint[],
      ${of((l) => l.elsewhereText.zh)}::text[], ${of((l) => l.elsewhereText.en)}::text[], ${of((l) => l.decisionId)}::bigint[],
      ${of((l) => (l.payee ? JSON.stringify(l.payee) : null))}::jsonb[], ${of((l) => l.reason.zh)}::text[], ${of((l) => l.reason.en)}::text[]) l`.execute(
    tx,
  )
}

export type LineRow = {
  line: number
  area: string
  subjectRegister: string
  subjectId: number
  contextRegister: string
  contextId: number
  name: string
  accountId: number | null
  status: 'proposed' | 'held' | 'posted' | 'dropped'
  amount: Fen
  elsewhere: Fen
  elsewhereZh: string
  elsewhereEn: string
  own: Fen
  pool: Fen
  monthsLeft: number | null
  decisionId: number | null
  payee: Payee | null
  reasonZh: string
  reasonEn: string
  voucherId: number | null
}

export async function readLines(
  tx: Tx,
  by: { runId: number; status?: string; after?: number; limit: number },
): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select line, area, subject_register, subject_id, context_register, context_id, name, account_id, status, amount, elsewhere,
      elsewhere_zh, elsewhere_en, own, pool, months_left, decision_id, payee, reason_zh, reason_en, voucher_id
    from run_line where run_id = ${by.runId} and status = coalesce(${by.status ?? null}::text, status) and line > ${by.after ?? 0}
    order by line limit ${by.limit}`.execute(tx)
  return rows
}

/** Who bears a line, as it was charged. */
export type Charged = { line: number; own: Fen; pool: Fen; monthsLeft: number | null }

/** Writes what was charged. The status `posted` is refused by PostgreSQL unless own + pool = amount. */
export async function markPosted(
  tx: Tx,
  runId: number,
  voucherId: number,
  splits: readonly Charged[],
): Promise<void> {
  await sql`
    update run_line r set status = 'posted', own = s.own, pool = s.pool, months_left = s.months, voucher_id = ${voucherId}
    from unnest(${splits.map((s) => s.line)}::bigint[], ${splits.map((s) => s.own)}::bigint[], ${splits.map((s) => s.pool)}::bigint[],
      ${splits.map((s) => s.monthsLeft)}::int[]) s(line, own, pool, months)
    where r.run_id = ${runId} and r.line = s.line`.execute(tx)
}

export async function holdLines(
  tx: Tx,
  runId: number,
  lines: readonly number[],
  reason: { zh: string; en: string },
): Promise<void> {
  await sql`
    update run_line set status = 'held', reason_zh = ${reason.zh}, reason_en = ${reason.en}
    where run_id = ${runId} and line = any(${lines}::bigint[])`.execute(tx)
}

export async function dropLines(tx: Tx, runId: number): Promise<void> {
  await sql`update run_line set status = 'dropped' where run_id = ${runId} and status in ('proposed', 'held')`.execute(
    tx,
  )
}

/** Months (or years) already paid to a subject by a run: what LS-14 counts (AMB-31). */
export async function countPaid(tx: Tx, run: string, subject: Ref): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from run_line
    where run = ${run} and subject_register = ${subject.register} 
      and subject_id = any(known_as(${subject.register}, ${subject.id})) and status = 'posted'`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Whether somebody outside the fund is paid by what was posted. */
export async function hasPayees(tx: Tx, runId: number): Promise<boolean> {
  const { rows } = await sql`
    select from run_line where run_id = ${runId} and status = 'posted' and payee is not null limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

export type Emptying = {
  accountId: number
  name: string
  area: string
  monthly: Fen
  monthsLeft: number
  period: string
}

/** Accounts that the last payment left with less than so many months (OF-07). */
export async function listEmptying(tx: Tx, by: { within: number; limit: number }): Promise<Emptying[]> {
  const { rows } = await sql<Emptying>`
    select account_id, name, area, monthly, months_left, period from (
      select distinct on (account_id) account_id, name, area, amount as monthly, months_left, period
      from run_line where status = 'posted' and months_left is not null order by account_id, period desc) s
    where months_left < ${by.within} order by months_left, account_id limit ${by.limit}`.execute(tx)
  return rows
}
