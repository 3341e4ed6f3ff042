/** SQL of statements. */

import { sql } from 'kysely'
import type { Day, Fen } from '#kernel'
import { fen } from '#kernel'
import type { Tx } from '#platform'
import type { StatementLine } from './statement.ts'

type Row = Omit<StatementLine, 'voucher'> & {
  before: number
  period: string | null
  number: string
  textZh: string
  textEn: string
  source: string
  reverses: number | null
}

/** The running balance is summed over all entries of the account before the page is cut. */
export async function readStatement(
  tx: Tx,
  accountId: number,
  page: { after?: number; limit: number; from?: Day; to?: Day; latest?: boolean },
): Promise<{ brought: Fen; lines: StatementLine[] }> {
  const { rows } = await sql<Row>`
    select r.*, v.period, v.number, v.text_zh, v.text_en, v.source, v.reverses
    from (
      select e.id as entry_id, e.day, e.purpose, e.side, e.amount, e.voucher_id, e.decision_id,
        sum(case when e.side = k.normal then e.amount else -e.amount end) over (order by e.id)::bigint as balance,
        coalesce(sum(case when e.side = k.normal then e.amount else -e.amount end)
          over (order by e.id rows between unbounded preceding and 1 preceding), 0)::bigint as before
      from entry e join fund_account a on a.id = e.account_id join account_kind k on k.kind = a.kind
      where e.account_id = ${accountId}) r
    left join voucher v on v.id = r.voucher_id
    where r.entry_id > ${page.after ?? 0} and r.day >= coalesce(${page.from ?? null}::date, r.day)
      and r.day <= coalesce(${page.to ?? null}::date, r.day)
    order by r.entry_id ${page.latest ? sql`desc` : sql`asc`} limit ${page.limit}`.execute(tx)
  if (page.latest) rows.reverse()
  return { brought: fen(rows[0]?.before ?? 0), lines: rows.map(lineOf) }
}

function lineOf(row: Row): StatementLine {
  const { before: _, period, number, textZh, textEn, source, reverses, ...line } = row
  return { ...line, voucher: period === null ? null : { period, number, textZh, textEn, source, reverses } }
}
