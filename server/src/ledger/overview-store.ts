/** SQL of the pages that look at a whole fund. */

import { sql } from 'kysely'
import type { Fen } from '#kernel'
import type { Tx } from '#platform'
import type { AccountKind, BookEntity } from './kinds.ts'

export type KindSum = { bookEntity: BookEntity; kind: AccountKind; count: number; balance: Fen }

/** Balances by book and kind. */
export async function sumsByKind(tx: Tx, fund: string): Promise<KindSum[]> {
  const { rows } = await sql<KindSum>`
    select book_entity, kind, count(*) as count, sum(balance)::bigint as balance from fund_account where fund = ${fund}
    group by book_entity, kind order by book_entity, kind`.execute(tx)
  return rows
}

export type MonthFlow = { period: string; income: Fen; expense: Fen }

/** Money that came into and left the fund's accounts, month by month; the two never net (LS-18). A payment that came back was none. */
export async function monthFlows(tx: Tx, fund: string, year: string): Promise<MonthFlow[]> {
  const { rows } = await sql<MonthFlow>`
    select to_char(e.day, 'YYYY-MM') as period,
      coalesce(sum(e.amount) filter (where e.side = 'D' and e.purpose <> 'bounce'), 0)::bigint as income,
      (coalesce(sum(e.amount) filter (where e.side = 'C'), 0)
        - coalesce(sum(e.amount) filter (where e.side = 'D' and e.purpose = 'bounce'), 0))::bigint as expense
    from entry e join fund_account a on a.id = e.account_id
    where a.fund = ${fund} and a.book_entity = 'agency' and e.year = ${Number(year)}
      and a.kind in ('special', 'deposit', 'expenditure') and e.purpose not in ('appropriation', 'deposit', 'initial')
    group by 1 order by 1`.execute(tx)
  return rows
}

export type ProjectRow = {
  contextRegister: string
  contextId: number
  due: Fen
  arrived: Fen
  accounts: number
  individual: Fen
}

/** Projects of a fund: what each has to bring, what was claimed for it, how many accounts it has. */
export async function projectsOf(tx: Tx, fund: string): Promise<ProjectRow[]> {
  const { rows } = await sql<ProjectRow>`
    with due as (
      select context_register, context_id, sum(due) as due from (
        select distinct on (context_register, context_id, part) context_register, context_id, due from funding_due
        where fund = ${fund} order by context_register, context_id, part, id desc) d group by 1, 2),
    claimed as (
      select c.context_register, c.context_id, sum(c.amount) as amount from receipt_claim c join receipt r on r.id = c.receipt_id
      where r.fund = ${fund} group by 1, 2),
    waiting as (
      select context_register, context_id, sum(amount - coalesce((select sum(c.amount) from receipt_claim c where c.receipt_id = r.id), 0)) as amount
      from receipt r where fund = ${fund} and context_id > 0 group by 1, 2),
    accounts as (
      select context_register, context_id, count(*) as count, sum(balance) as balance from fund_account
      where fund = ${fund} and kind = 'individual' group by 1, 2)
    select context_register, context_id, coalesce(d.due, 0)::bigint as due,
      (coalesce(c.amount, 0) + coalesce(w.amount, 0))::bigint as arrived, coalesce(a.count, 0) as accounts, coalesce(a.balance, 0)::bigint as individual
    from due d full join claimed c using (context_register, context_id) full join waiting w using (context_register, context_id)
      full join accounts a using (context_register, context_id)
    where context_id > 0 order by context_id desc`.execute(tx)
  return rows
}

export type AccountRow = {
  id: number
  kind: AccountKind
  part: string
  label: string
  area: string
  openedOn: string
  balance: Fen
  subjectRegister: string
  subjectId: number
  contextRegister: string
  contextId: number
}

export async function listAccounts(
  tx: Tx,
  by: {
    fund?: string
    bookEntity?: BookEntity
    kind?: string
    context?: { register: string; id: number }
    subjects?: { register: string; ids: readonly number[] }
    about?: readonly { register: string; id: number }[]
    label?: string
    after?: number
    limit: number
  },
): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select id, kind, part, label, area, opened_on, balance, subject_register, subject_id, context_register, context_id from fund_account
    where fund = coalesce(${by.fund ?? null}::text, fund) and book_entity = ${by.bookEntity ?? 'agency'}
      and kind = coalesce(${by.kind ?? null}::text, kind) and id > ${by.after ?? 0}
      and (${by.context?.id ?? null}::bigint is null or (context_register = ${by.context?.register ?? ''} and context_id = ${by.context?.id ?? 0}))
      and (${by.subjects?.register ?? null}::text is null or (subject_register = ${by.subjects?.register ?? ''}
        and subject_id in (select unnest(known_as(${by.subjects?.register ?? ''}, i)) from unnest(${by.subjects?.ids ?? []}::bigint[]) i)))
      and (${by.about === undefined} or (subject_register, subject_id) in (
        select a.register, unnest(known_as(a.register, a.id)) from json_to_recordset(${JSON.stringify(by.about ?? [])}::json)
          as a(register text, id bigint)))
      and (${by.label ?? null}::text is null or position(${by.label ?? ''} in label) > 0)
    order by id limit ${by.limit}`.execute(tx)
  return rows
}

export type RefusalRow = {
  id: number
  purposeText: string
  amount: Fen
  reasonZh: string
  reasonEn: string
  askedName: string
  askedAt: string
}

export async function listRefusals(tx: Tx, fund: string): Promise<RefusalRow[]> {
  const { rows } = await sql<RefusalRow>`
    select id, purpose_text, amount, reason_zh, reason_en, asked_name, asked_at from refusal where fund = ${fund} order by id desc limit 50`.execute(
    tx,
  )
  return rows
}

export async function insertRefusal(
  tx: Tx,
  row: {
    area: string
    fund: string
    purpose: string
    purposeText: string
    amount: Fen
    reason: { zh: string; en: string }
    by: number
    name: string
  },
): Promise<void> {
  await sql`
    insert into refusal (area, fund, purpose, purpose_text, amount, reason_zh, reason_en, asked_by, asked_name)
    values (${row.area}, ${row.fund}, ${row.purpose}, ${row.purposeText}, ${row.amount}, ${row.reason.zh}, ${row.reason.en}, ${row.by}, ${row.name})`.execute(
    tx,
  )
}

/** The numbers before and after a voucher in its book and month. */
export async function neighbours(
  tx: Tx,
  voucherId: number,
): Promise<{ before: number | null; after: number | null }> {
  const { rows } = await sql<{ before: number | null; after: number | null }>`
    select (select b.id from voucher b where (b.fund, b.book_entity, b.period, b.serial) = (v.fund, v.book_entity, v.period, v.serial - 1)) as before,
      (select b.id from voucher b where (b.fund, b.book_entity, b.period, b.serial) = (v.fund, v.book_entity, v.period, v.serial + 1)) as after
    from voucher v where v.id = ${voucherId}`.execute(tx)
  return rows[0] ?? { before: null, after: null }
}

export async function readDigest(
  tx: Tx,
  voucherId: number,
): Promise<{ digest: string | null; hash: string | null }> {
  const { rows } = await sql<{ digest: string | null; hash: string | null }>`
    select encode(d.digest, 'hex') as digest, (select encode(l.hash, 'hex') from chain_link l
      where (l.kind, l.ref) in (('voucher', v.id), ('run', v.run_id))) as hash
    from voucher v left join voucher_digest d on d.voucher_id = v.id where v.id = ${voucherId}`.execute(tx)
  return rows[0] ?? { digest: null, hash: null }
}
