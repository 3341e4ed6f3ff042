/** SQL of interest: whole numbers only, each account rounded half-up once (GEN-01). */

import { type RawBuilder, sql } from 'kysely'
import type { Day, Fen } from '#kernel'
import type { Tx } from '#platform'

export type InterestMethod = 'yearEnd' | 'monthly' | 'daily'

/** The accounts of a fund with ids in (after, upTo], a year, a rate num/den of the whole year. */
export type InterestSpan = {
  fund: string
  year: number
  rate: { num: number; den: number }
  method: InterestMethod
  after: number
  upTo: number
}

/**
 * Interest per account. The product is units x today's balance, less what entries of the year and later change: an entry of
 * the year counts for the units it stood there, a later one for none. Only entries since the year began are read.
 */
function perAccount(span: InterestSpan): RawBuilder<unknown> {
  const [first, last] = [`${span.year}-01-01`, `${span.year}-12-31`]
  const units =
    span.method === 'yearEnd'
      ? sql`1`
      : span.method === 'monthly'
        ? sql`12`
        : sql`(${last}::date - ${first}::date + 1)`
  const stood =
    span.method === 'yearEnd'
      ? sql`1`
      : span.method === 'monthly'
        ? sql`13 - extract(month from e.day)::int`
        : sql`${last}::date - e.day + 1`
  const { num, den } = span.rate
  return sql`
    select a.id, a.area, (2 * p.product * ${num}::bigint + ${den}::bigint * ${units}) / (2 * ${den}::bigint * ${units}) as interest
    from fund_account a
    left join (
      select e.account_id, sum((case e.side when 'C' then e.amount else -e.amount end)
        * (${units} - case when e.day > ${last}::date then 0 else ${stood} end))::bigint as less
      from entry e where e.year >= ${span.year} and e.account_id > ${span.after} and e.account_id <= ${span.upTo}
      group by e.account_id) m on m.account_id = a.id
    cross join lateral (select ${units} * a.balance - coalesce(m.less, 0) as product) p
    where a.fund = ${span.fund} and a.book_entity = 'agency' and a.kind = 'individual' and a.id > ${span.after} and a.id <= ${span.upTo}
      and p.product > 0`
}

export async function readInterest(tx: Tx, span: InterestSpan): Promise<{ accounts: number; total: Fen }> {
  const { rows } = await sql<{ accounts: number; total: Fen }>`
    select count(*) as accounts, coalesce(sum(interest), 0)::bigint as total from (${perAccount(span)}) i where interest > 0`.execute(
    tx,
  )
  return rows[0] as { accounts: number; total: Fen }
}

/** The credits of the span in one statement, in id order. */
export async function insertInterest(
  tx: Tx,
  span: InterestSpan & { voucherId: number; day: Day; decisionId: number | null },
): Promise<void> {
  await sql`
    insert into entry (year, area, voucher_id, account_id, side, amount, day, purpose, decision_id)
    select ${span.year}, i.area, ${span.voucherId}, i.id, 'C', i.interest, ${span.day}::date, 'interest', ${span.decisionId}::bigint
    from (${perAccount(span)}) i where interest > 0 order by i.id`.execute(tx)
}

/** So many times the size of a span are ids near. */
const NEAR = 2

/**
 * The id below which so many individual accounts of a fund lie, after an id; null when none are left. Looked for near the id
 * first: a span would otherwise read all accounts behind it, and a run of a county read them for every span.
 */
export async function spanEnd(
  tx: Tx,
  { fund, after, size }: { fund: string; after: number; size: number },
): Promise<number | null> {
  const next = (bound: RawBuilder<unknown>) => sql`
    select id from fund_account where fund = ${fund} and book_entity = 'agency' and kind = 'individual' and id > ${after} ${bound}
    order by id limit ${size}`
  const { rows } = await sql<{ end: number | null }>`
    with near as materialized (${next(sql`and id <= ${after + NEAR * size}::bigint`)})
    select max(id) as end from (
      select id from near where (select count(*) from near) = ${size}
      union all select id from (${next(sql``)}) far where (select count(*) from near) < ${size}) s`.execute(
    tx,
  )
  return rows[0]?.end ?? null
}
