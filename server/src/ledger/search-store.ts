/** SQL of the search box: vouchers by number, accounts by holder, batches and receipts by what stands on them. */
import { sql } from 'kysely'
import type { Day, Fen, Text } from '#kernel'
import { t } from '#kernel'
import type { Tx } from '#platform'
import type { AccountKind } from './kinds.ts'

export type VoucherHit = {
  id: number
  period: string
  number: string
  day: Day
  text: Text
  total: Fen | null
}
export type VoucherAsk = { period: string | undefined; serial: number | undefined }

/** The newest first. */
export async function searchVouchers(tx: Tx, ask: VoucherAsk, limit: number): Promise<VoucherHit[]> {
  const { period = null, serial = null } = ask
  const { rows } = await sql<Omit<VoucherHit, 'text'> & { textZh: string; textEn: string }>`
    select v.id, v.period, v.number, v.day, v.text_zh, v.text_en, d.total
    from voucher v left join voucher_digest d on d.voucher_id = v.id
    where v.period = coalesce(${period}::text, v.period) and v.serial = coalesce(${serial}::int, v.serial)
    order by v.id desc limit ${limit}`.execute(tx)
  return rows.map(({ textZh, textEn, ...row }) => ({ ...row, text: t(textZh, textEn) }))
}

export type AccountHit = { id: number; label: string; kind: AccountKind; fund: string; balance: Fen }

/** Individual accounts by the holder's whole name or its beginning. */
export async function searchAccounts(tx: Tx, text: string, limit: number): Promise<AccountHit[]> {
  const { rows } = await sql<AccountHit>`
    select id, label, kind, fund, balance from fund_account
    where kind = 'individual' and book_entity = 'agency' and starts_with(label, ${text})
    order by id limit ${limit}`.execute(tx)
  return rows
}

export type NamedHit = {
  kind: 'batch' | 'receipt' | 'voucher' | 'account'
  id: number
  title: Text
  fund: string
}

/** What logs call `batch:3`, `receipt:9`, `voucher:4`, `account:7`. */
export async function namedOfLedger(
  tx: Tx,
  ids: Readonly<Record<NamedHit['kind'], readonly number[]>>,
): Promise<NamedHit[]> {
  const { rows } = await sql<Omit<NamedHit, 'title'> & { zh: string; en: string }>`
    select 'batch' as kind, id, fund, period || ' ' || item_zh as zh, period || ' ' || item_en as en from batch
      where id = any(${[...ids.batch]}::bigint[])
    union all select 'receipt', id, fund, payer || ' ' || arrived_on, payer || ' ' || arrived_on from receipt
      where id = any(${[...ids.receipt]}::bigint[])
    union all select 'voucher', id, fund, period || ' ' || number, period || ' ' || number from voucher where id = any(${[...ids.voucher]}::bigint[])
    union all select 'account', id, fund, label, label from fund_account
      where id = any(${[...ids.account]}::bigint[])`.execute(tx)
  return rows.map(({ zh, en, ...row }) => ({ ...row, title: t(zh, en) }))
}
