/** SQL of vouchers: reading them, and mirroring one. */

import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Day, Fen } from '#kernel'
import { fen } from '#kernel'
import type { Tx } from '#platform'
import type { AccountKind, Side } from './kinds.ts'
import type { PurposeId } from './purposes.ts'
import type { LedgerTables, VoucherTable } from './tables.ts'

export type VoucherHead = Selectable<VoucherTable> & {
  reversedBy: number | null
  total: Fen
  link: number | null
}

export type VoucherLine = {
  id: number
  accountId: number
  kind: AccountKind
  label: string
  side: Side
  amount: Fen
  subjectRegister: string
  subjectId: number
  decisionId: number | null
}

export async function readVoucherHead(tx: Tx, id: number): Promise<VoucherHead | undefined> {
  return (await headQuery(tx).where('v.id', '=', id).executeTakeFirst()) as VoucherHead | undefined
}

/** Newest first, before the given id. */
export async function listVouchers(
  tx: Tx,
  by: {
    fund?: string
    period?: string
    source?: string
    context?: { register: string; id: number }
    before?: number
    limit: number
  },
): Promise<VoucherHead[]> {
  let query = headQuery(tx).orderBy('v.id', 'desc').limit(by.limit)
  if (by.fund) query = query.where('v.fund', '=', by.fund)
  if (by.period) query = query.where('v.period', '=', by.period)
  if (by.source) query = query.where('v.source', '=', by.source)
  if (by.before) query = query.where('v.id', '<', by.before)
  const { context } = by
  if (context)
    query = query.where(sql<boolean>`exists (select from entry e join fund_account a on a.id = e.account_id
      where e.voucher_id = v.id and a.context_register = ${context.register} and a.context_id = ${context.id})`)
  return (await query.execute()) as VoucherHead[]
}

function headQuery(tx: Tx) {
  return tx
    .withTables<LedgerTables>()
    .selectFrom('voucher as v')
    .selectAll('v')
    .select([
      sql<number | null>`(select r.id from voucher r where r.reverses = v.id)`.as('reversedBy'),
      sql<Fen>`(select d.total from voucher_digest d where d.voucher_id = v.id)`.as('total'),
      sql<
        number | null
      >`(select l.seq from chain_link l where (l.kind, l.ref) in (('voucher', v.id), ('run', v.run_id)))`.as(
        'link',
      ),
    ])
}

/** Lines in id order, from the given id on. */
export async function readVoucherLines(
  tx: Tx,
  voucherId: number,
  page: { after?: number; limit: number },
): Promise<VoucherLine[]> {
  const { rows } = await sql<VoucherLine>`
    select e.id, e.account_id, a.kind, a.label, e.side, e.amount, e.subject_register, e.subject_id, e.decision_id
    from entry e join fund_account a on a.id = e.account_id
    where e.voucher_id = ${voucherId} and e.id > ${page.after ?? 0} order by e.id limit ${page.limit}`.execute(
    tx,
  )
  return rows
}

export type DecidedEntry = {
  decisionId: number
  voucherId: number
  period: string
  number: string
  day: Day
  purpose: PurposeId
  amount: Fen
}
export type Decided = { id: number; register: string; subjectId: number }

/** What was booked for these subjects by these decisions, newest first: per voucher its larger side; a reversal is negative. */
export async function entriesOfDecisions(tx: Tx, decided: readonly Decided[]): Promise<DecidedEntry[]> {
  const { rows } = await sql<DecidedEntry>`
    select e.decision_id, v.id as voucher_id, v.period, v.number, v.day, v.purpose,
      case when v.reverses is null then 1 else -1 end * greatest(
        abs(coalesce(sum(e.amount) filter (where e.side = 'C'), 0)),
        abs(coalesce(sum(e.amount) filter (where e.side = 'D'), 0))) as amount
    from unnest(${decided.map((d) => d.id)}::bigint[], ${decided.map((d) => d.register)}::text[],
      ${decided.map((d) => d.subjectId)}::bigint[]) as d(id, register, subject)
    join entry e on e.subject_register = d.register and e.subject_id = d.subject and e.decision_id = d.id
    join voucher v on v.id = e.voucher_id
    group by e.decision_id, v.id order by v.id desc limit 200`.execute(tx)
  return rows.map((row) => ({ ...row, amount: fen(Number(row.amount)) }))
}

/** The same lines with negative amounts, in the same order. */
export async function insertMirror(tx: Tx, given: { from: number; to: number; day: Day }): Promise<void> {
  await sql`
    insert into entry (year, area, voucher_id, account_id, side, amount, day, purpose, subject_register, subject_id, decision_id)
    select extract(year from ${given.day}::date)::int, area, ${given.to}, account_id, side, -amount, ${given.day}::date, purpose,
      subject_register, subject_id, decision_id
    from entry where voucher_id = ${given.from} order by id`.execute(tx)
}
