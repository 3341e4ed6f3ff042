/** SQL of recomputing: what stands for each person and month, and the lines that are proposed. */

import { sql } from 'kysely'
import type { Fen } from '#kernel'
import type { Tx } from '#platform'
import type { Change } from '#policy'
import type { Payee } from './run-define.ts'
import { lastIssue } from './run-inheritance-store.ts'

/** A month for which a decision was made by a run that is posted. `decisionId`: the last one, but for those that recomputing made. */
export type DecidedMonth = { subjectId: number; period: string; decisionId: number }

export async function decidedMonths(
  tx: Tx,
  of: Of & { policy: string; from?: string | undefined; to?: string | undefined },
): Promise<DecidedMonth[]> {
  const { rows } = await sql<DecidedMonth>`
    select d.subject_id, to_char(d.valid, 'YYYY-MM') as period, max(d.id) as decision_id from decision d
    where d.subject_register = ${of.register} and d.subject_id = any(${of.ids}::bigint[]) and d.policy = ${of.policy}
      and extract(day from d.valid) = 1
      and to_char(d.valid, 'YYYY-MM') between ${of.from ?? '0000'} and ${of.to ?? '9999'}
      and exists (select from run r where r.run = ${of.run} and r.period = to_char(d.valid, 'YYYY-MM') and r.state = 'sealed')
      and not exists (
        select from recompute_line c where c.subject_register = d.subject_register and c.subject_id = d.subject_id
          and c.of_run = ${of.run} and c.after_decision = d.id)
    group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}

type Of = { run: string; register: string; ids: readonly number[] }

/** A month that was paid. `returned`: the bank gave the money back and it was not issued again (OF-08). */
export type PaidMonth = {
  subjectId: number
  period: string
  amount: Fen
  own: Fen
  pool: Fen
  decisionId: number | null
  returned: boolean
}

/** Months paid and not reversed since. */
export async function paidMonths(tx: Tx, of: Of): Promise<PaidMonth[]> {
  const { rows } = await sql<PaidMonth>`
    select l.subject_id, l.period, l.amount, l.own, l.pool, l.decision_id, exists (
        select from batch b join batch_line p on p.batch_id = b.id
        where b.source = 'run:' || l.run_id and p.subject_register = l.subject_register and p.subject_id = l.subject_id
          and p.context_register = l.context_register and p.context_id = l.context_id and (${lastIssue}) in ('failed', 'back')) as returned
    from run_line l
    where l.run = ${of.run} and l.subject_register = ${of.register} and l.subject_id = any(${of.ids}::bigint[]) and l.status = 'posted'
      and not exists (select from voucher v where v.reverses = l.voucher_id)
    order by l.subject_id, l.period`.execute(tx)
  return rows
}

export type Direction = 'topUp' | 'recovery' | 'none'

/** What recomputing itself has proposed or posted for a month. */
export type EarlierLine = {
  runId: number
  subjectId: number
  period: string
  direction: Direction
  status: 'proposed' | 'posted'
  amount: Fen
  own: Fen
  pool: Fen
  setOff: Fen
  afterDecision: number | null
}

export async function earlierLines(tx: Tx, of: Of): Promise<EarlierLine[]> {
  const { rows } = await sql<EarlierLine>`
    select c.run_id, c.subject_id, c.period, c.direction, c.status, c.amount, c.own, c.pool, c.set_off, c.after_decision from recompute_line c
    where c.of_run = ${of.run} and c.subject_register = ${of.register} and c.subject_id = any(${of.ids}::bigint[])
      and c.status in ('proposed', 'posted') and not exists (select from voucher v where v.reverses = c.voucher_id)
    order by c.run_id, c.line`.execute(tx)
  return rows
}

/** What was credited to accounts at their opening, and by which decision of a policy. */
export async function credited(
  tx: Tx,
  of: { accountIds: readonly number[]; policy: string },
): Promise<{ accountId: number; amount: Fen; decisionId: number | null }[]> {
  const { rows } = await sql<{ accountId: number; amount: Fen; decisionId: number | null }>`
    select e.account_id, sum(case e.side when 'C' then e.amount else -e.amount end)::bigint as amount,
      max(e.decision_id) filter (where d.policy = ${of.policy}) as decision_id
    from entry e left join decision d on d.id = e.decision_id
    where e.account_id = any(${of.accountIds}::bigint[]) and e.purpose = 'opening' group by 1`.execute(tx)
  return rows
}

/** What officers recorded as owed by hand, by account: it was claimed already (OF-16). A red entry is negative and takes its own back. */
export async function recordedByHand(tx: Tx, accountIds: readonly number[]): Promise<Map<number, Fen>> {
  const { rows } = await sql<{ accountId: number; amount: Fen }>`
    select e.account_id, sum(e.amount)::bigint as amount from entry e join voucher v on v.id = e.voucher_id
    where e.account_id = any(${accountIds}::bigint[]) and e.purpose = 'recovery' and e.side = 'C' and v.source not like 'run:%'
    group by 1`.execute(tx)
  return new Map(rows.map((row) => [row.accountId, row.amount]))
}

export type NewRecomputeLine = {
  line: number
  area: string
  subjectId: number
  contextRegister: string
  contextId: number
  name: string
  accountId: number | null
  period: string
  direction: Direction
  status: 'proposed' | 'held'
  paid: Fen
  due: Fen | null
  amount: Fen
  beforeDecision: number | null
  afterDecision: number | null
  decisionId: number | null
  changes: readonly Change[]
  payee: Payee | null
  reason: { zh: string; en: string }
}

export async function insertRecomputeLines(
  tx: Tx,
  run: { id: number; of: string; register: string },
  lines: readonly NewRecomputeLine[],
): Promise<void> {
  const of = <T>(pick: (line: NewRecomputeLine) => T): T[] => lines.map(pick)
  await sql`
    insert into recompute_line (run_id, of_run, subject_register, line, area, subject_id, context_register, context_id, name, account_id,
      period, direction, status, paid, due, amount, before_decision, after_decision, decision_id, changes, payee, reason_zh, reason_en)
    select ${run.id}, ${run.of}, ${run.register}, l.* from unnest(${of((l) => l.line)}::bigint[], ${of((l) => l.area)}::text[],
      ${of((l) => l.subjectId)}::bigint[], ${of((l) => l.contextRegister)}::text[], ${of((l) => l.contextId)}::bigint[],
      ${of((l) => l.name)}::text[], ${of((l) => l.accountId)}::bigint[], ${of((l) => l.period)}::text[],
      ${of((l) => l.direction)}::text[], ${of((l) => l.status)}::text[], ${of((l) => l.paid)}::bigint[], ${of((l) => l.due)}::bigint[],
      ${of((l) => l.amount)}::bigint[], ${of((l) => l.beforeDecision)}::bigint[], ${of((l) => l.afterDecision)}::bigint[],
      ${of((l) => l.decisionId)}::bigint[], ${of((l) => JSON.stringify(l.changes))}::jsonb[],
      ${of((l) => (l.payee ? JSON.stringify(l.payee) : null))}::jsonb[], ${of((l) => l.reason.zh)}::text[],
      ${of((l) => l.reason.en)}::text[]) l`.execute(tx)
}

export type RecomputeRow = Omit<NewRecomputeLine, 'status' | 'reason'> & {
  subjectRegister: string
  status: 'proposed' | 'held' | 'posted' | 'dropped'
  own: Fen
  pool: Fen
  setOff: Fen
  voucherId: number | null
  reasonZh: string
  reasonEn: string
}

export async function readRecomputeLines(
  tx: Tx,
  by: { runId: number; status?: string | undefined; after?: number | undefined; limit: number },
): Promise<RecomputeRow[]> {
  const { rows } = await sql<RecomputeRow>`
    select line, area, subject_register, subject_id, context_register, context_id, name, account_id, period, direction, status, paid, due,
      amount, before_decision, after_decision, decision_id, changes, payee, own, pool, set_off, voucher_id, reason_zh, reason_en
    from recompute_line where run_id = ${by.runId} and status = coalesce(${by.status ?? null}::text, status) and line > ${by.after ?? 0}
    order by line limit ${by.limit}`.execute(tx)
  return rows
}

export type SettledLine = { line: number; own: Fen; pool: Fen; setOff: Fen; voucherId: number }

export async function settleRecomputeLines(
  tx: Tx,
  runId: number,
  settled: readonly SettledLine[],
): Promise<void> {
  const of = <T>(pick: (line: SettledLine) => T): T[] => settled.map(pick)
  await sql`
    update recompute_line r set status = 'posted', own = s.own, pool = s.pool, set_off = s.set_off, voucher_id = s.voucher_id
    from unnest(${of((l) => l.line)}::bigint[], ${of((l) => l.own)}::bigint[], ${of((l) => l.pool)}::bigint[],
      ${of((l) => l.setOff)}::bigint[], ${of((l) => l.voucherId)}::bigint[]) s(line, own, pool, set_off, voucher_id)
    where r.run_id = ${runId} and r.line = s.line`.execute(tx)
}

export async function holdRecomputeLines(
  tx: Tx,
  runId: number,
  lines: readonly number[],
  reason: { zh: string; en: string },
): Promise<void> {
  if (lines.length === 0) return
  await sql`
    update recompute_line set status = 'held', reason_zh = ${reason.zh}, reason_en = ${reason.en}
    where run_id = ${runId} and line = any(${lines}::bigint[])`.execute(tx)
}

export async function dropRecomputeLines(tx: Tx, runId: number): Promise<void> {
  await sql`update recompute_line set status = 'dropped' where run_id = ${runId} and status in ('proposed', 'held')`.execute(
    tx,
  )
}

/** Whether somebody is paid out by what was posted: a top-up that is more than set off against a claim. */
export async function hasTopUps(tx: Tx, runId: number): Promise<boolean> {
  const { rows } = await sql`
    select from recompute_line where run_id = ${runId} and status = 'posted' and direction = 'topUp' and set_off < amount limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

/** How often a run was opened before, cancelled ones too: its name says which time it is. */
export async function countRuns(tx: Tx, run: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from run where run = ${run}`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}
