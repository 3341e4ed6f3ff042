/** SQL of one voucher's place in the chain. */

import { sql } from 'kysely'
import type { Tx } from '#platform'
import { genesis, type Scalar } from './canonical.ts'
import type { Link } from './store.ts'

type Found = { header: Scalar[]; lines: Scalar[][]; digest: string; runId: number | null }

export async function oneVoucher(tx: Tx, id: number): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select voucher_header(v)::json as header, v.run_id, encode(d.digest, 'hex') as digest, (
      select coalesce(json_agg(entry_line(e, a)::json order by e.id), '[]') from entry e
      join fund_account a on a.id = e.account_id where e.voucher_id = v.id) as lines
    from voucher v join voucher_digest d on d.voucher_id = v.id where v.id = ${id}`.execute(tx)
  return rows[0]
}

/** The link that stands for a voucher or for its run, with the hash before it. */
export async function linkOf(
  tx: Tx,
  of: { voucherId: number; runId: number | null },
): Promise<(Link & { before: string }) | undefined> {
  const { rows } = await sql<Link & { before: string | null }>`
    select l.seq, l.kind, l.ref, encode(l.digest, 'hex') as digest, encode(l.hash, 'hex') as hash, (
      select encode(b.hash, 'hex') from chain_link b where b.seq = l.seq - 1) as before
    from chain_link l where (l.kind, l.ref) in (('voucher', ${of.voucherId}::bigint), ('run', ${of.runId}::bigint))`.execute(
    tx,
  )
  const [link] = rows
  return link && { ...link, before: link.before ?? genesis }
}

export async function runDigests(tx: Tx, runId: number): Promise<string[]> {
  const { rows } = await sql<{ digest: string }>`
    select encode(d.digest, 'hex') as digest from voucher v join voucher_digest d on d.voucher_id = v.id
    where v.run_id = ${runId} order by v.id`.execute(tx)
  return rows.map(({ digest }) => digest)
}
