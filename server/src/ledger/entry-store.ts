/** SQL of one entry: what it is, what was booked beside it, what stood in its account before it. */

import { sql } from 'kysely'
import type { Day, Fen } from '#kernel'
import type { Tx } from '#platform'
import type { AccountKind, Side } from './kinds.ts'
import type { PurposeId } from './purposes.ts'

export type EntryRow = {
  id: number
  day: Day
  side: Side
  amount: Fen
  purpose: PurposeId
  decisionId: number | null
  subjectRegister: string
  subjectId: number
  accountId: number
  kind: AccountKind
  label: string
  voucherId: number
  fund: string
  period: string
  number: string
  textZh: string
  textEn: string
  source: string
  reverses: number | null
  preparedName: string
  reviewedName: string | null
  createdAt: string
}

/** `entry` is keyed by year first: each year is one probe of the key. */
export async function readEntry(tx: Tx, id: number): Promise<EntryRow | undefined> {
  const { rows } = await sql<EntryRow>`
    select e.id, e.day, e.side, e.amount, e.purpose, e.decision_id, e.subject_register, e.subject_id, e.account_id, a.kind, a.label,
      e.voucher_id, v.fund, v.period, v.number, v.text_zh, v.text_en, v.source, v.reverses, v.prepared_name, v.reviewed_name, v.created_at
    from entry e join fund_account a on a.id = e.account_id join voucher v on v.id = e.voucher_id
    where e.id = ${id} and e.year = any(array(select generate_series(1980, extract(year from clock_now())::int + 1)))`.execute(
    tx,
  )
  return rows[0]
}

/** What one decision led to in one voucher for its subject: the larger side, without a sign. */
export async function sumOfDecision(
  tx: Tx,
  of: { voucherId: number; decisionId: number; subjectRegister: string; subjectId: number },
): Promise<Fen> {
  const { rows } = await sql<{ amount: Fen }>`
    select greatest(abs(coalesce(sum(amount) filter (where side = 'C'), 0)), abs(coalesce(sum(amount) filter (where side = 'D'), 0)))::bigint
      as amount
    from entry where voucher_id = ${of.voucherId} and decision_id = ${of.decisionId}
      and subject_register = ${of.subjectRegister} and subject_id = ${of.subjectId}`.execute(tx)
  return rows[0]?.amount as Fen
}

/** Entries of a voucher that have a decision of their own. */
export async function countDecided(tx: Tx, voucherId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from entry where voucher_id = ${voucherId} and decision_id is not null`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

/** The entry of the same account in the voucher that a red one mirrors. */
export async function mirroredEntry(
  tx: Tx,
  of: { voucherId: number; accountId: number; side: Side; amount: Fen; decisionId: number | null },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from entry where voucher_id = ${of.voucherId} and account_id = ${of.accountId} and side = ${of.side}
      and amount = ${-of.amount} and decision_id is not distinct from ${of.decisionId}::bigint order by id limit 1`.execute(
    tx,
  )
  return rows[0]?.id
}

/** What stood in an account of whose money it is, by the entries posted before one of them. */
export async function readMoves(
  tx: Tx,
  of: { accountId: number; before: number; year: number },
): Promise<{ opening: Fen; moves: { day: Day; amount: Fen }[] }> {
  const [first, last] = [`${of.year}-01-01`, `${of.year}-12-31`]
  const { rows } = await sql<{ day: Day | null; amount: Fen }>`
    select case when e.day < ${first}::date then null else e.day end as day,
      sum(case when e.side = k.normal then e.amount else -e.amount end)::bigint as amount
    from entry e join fund_account a on a.id = e.account_id join account_kind k on k.kind = a.kind
    where e.account_id = ${of.accountId} and e.id < ${of.before} and e.day <= ${last}::date
    group by 1 order by 1 nulls first`.execute(tx)
  const opening = rows.find((row) => row.day === null)?.amount ?? (0 as Fen)
  return { opening, moves: rows.flatMap(({ day, amount }) => (day === null ? [] : [{ day, amount }])) }
}
