/** SQL of the chain's proof, set-based. */

import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { LedgerTables } from '../tables.ts'
import type { ExportLine, Scalar } from './canonical.ts'

export type Sizes = {
  vouchers: number
  entries: number
  links: number
  open: number
  seq: number
  head: string
}

export async function readSizes(tx: Tx): Promise<Sizes> {
  const { rows } = await sql<Sizes>`
    select (select count(*) from voucher) as vouchers, (select count(*) from entry) as entries,
      (select count(*) from chain_link) as links, h.seq, encode(h.hash, 'hex') as head,
      (select count(*) from voucher v where v.run_id is not null
        and not exists (select from posting_seal s where s.run_id = v.run_id)) as open
    from ledger_head h`.execute(tx)
  return rows[0] as Sizes
}

/** Vouchers whose digest, taken again, is not the one of posting. */
export async function changedVouchers(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select v.id from voucher v
    left join lateral (
      select string_agg(E'\n' || entry_line(e, a), '' order by e.id) as lines, count(*)::int as entries
      from entry e join fund_account a on a.id = e.account_id where e.voucher_id = v.id) l on true
    left join voucher_digest d on d.voucher_id = v.id
    where d.digest is distinct from sha256(convert_to(voucher_header(v) || coalesce(l.lines, ''), 'UTF8'))
      or d.entries is distinct from l.entries
    order by v.id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Posted vouchers that no link stands for. */
export async function unlinkedVouchers(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select v.id from voucher v left join posting_seal s on s.run_id = v.run_id
    where (v.run_id is null and not exists (select from chain_link l where l.kind = 'voucher' and l.ref = v.id))
       or (s.run_id is not null and not exists (select from chain_link l where l.kind = 'run' and l.ref = v.run_id))
    order by v.id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Links and digests whose voucher or run is gone or is another one. */
export async function brokenRefs(tx: Tx): Promise<{ kind: string; ref: number }[]> {
  const { rows } = await sql<{ kind: string; ref: number }>`
    select l.kind, l.ref from chain_link l
    left join voucher_digest d on l.kind = 'voucher' and d.voucher_id = l.ref
    left join lateral (
      select sha256(convert_to(coalesce(string_agg(encode(vd.digest, 'hex'), E'\n' order by v.id), ''), 'UTF8')) as digest
      from voucher v join voucher_digest vd on vd.voucher_id = v.id where v.run_id = l.ref) r on l.kind = 'run'
    where l.digest is distinct from coalesce(d.digest, r.digest)
    union all
    select 'voucher', d.voucher_id from voucher_digest d where not exists (select from voucher v where v.id = d.voucher_id)
    order by 1, 2`.execute(tx)
  return rows
}

export type Link = { seq: number; kind: string; ref: number; digest: string; hash: string }

export async function readLinks(tx: Tx, page: { after: number; limit: number }): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select seq, kind, ref, encode(digest, 'hex') as digest, encode(hash, 'hex') as hash
    from chain_link where seq > ${page.after} order by seq limit ${page.limit}`.execute(tx)
  return rows
}

export async function wrongBalances(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select a.id from fund_account a join account_kind k on k.kind = a.kind
    left join (select account_id, sum(amount) filter (where side = 'D') as debit, sum(amount) filter (where side = 'C') as credit
      from entry group by account_id) s on s.account_id = a.id
    where a.balance <> case k.normal when 'D' then 1 else -1 end * (coalesce(s.debit, 0) - coalesce(s.credit, 0))
    order by a.id`.execute(tx)
  return rows.map((row) => row.id)
}

export async function unequalBooks(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ book: string }>`
    select a.fund || ' ' || a.book_entity as book from entry e join fund_account a on a.id = e.account_id
    group by a.fund, a.book_entity having sum(case e.side when 'D' then e.amount else -e.amount end) <> 0`.execute(
    tx,
  )
  return rows.map((row) => row.book)
}

/** Numbers whose predecessor is not there (OF-11). */
export async function numberHoles(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ place: string }>`
    select fund || ' ' || book_entity || ' ' || period || ' ' || number as place from (
      select *, lag(serial, 1, 0) over (partition by fund, book_entity, period order by serial) as before from voucher) v
    where serial <> before + 1 order by 1`.execute(tx)
  return rows.map((row) => row.place)
}

/** Vouchers with their entries after an id, as they were hashed. */
export async function exportVouchers(
  tx: Tx,
  page: { after: number; limit: number },
): Promise<{ id: number; line: ExportLine }[]> {
  const { rows } = await sql<{ id: number; header: Scalar[]; lines: Scalar[][] }>`
    select v.id, voucher_header(v)::json as header, (
      select coalesce(json_agg(entry_line(e, a)::json order by e.id), '[]') from entry e
      join fund_account a on a.id = e.account_id where e.voucher_id = v.id) as lines
    from voucher v where v.id > ${page.after} order by v.id limit ${page.limit}`.execute(tx)
  return rows.map(({ id, header, lines }) => ({ id, line: { type: 'voucher', header, lines } }))
}

export async function findPostingRun(tx: Tx, source: string): Promise<number> {
  const db = tx.withTables<LedgerTables>()
  const row = await db
    .selectFrom('postingRun')
    .select('id')
    .where('source', '=', source)
    .executeTakeFirstOrThrow()
  return row.id
}
