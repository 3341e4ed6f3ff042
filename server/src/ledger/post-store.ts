/** SQL of posting: heads one by one (they take a number), entries in one statement. */

import { sql } from 'kysely'
import type { Day } from '#kernel'
import type { Tx } from '#platform'
import type { Line, VoucherDraft } from './draft.ts'
import type { BookEntity } from './kinds.ts'
import type { PurposeId } from './purposes.ts'
import type { LedgerTables } from './tables.ts'

type Head = Omit<VoucherDraft, 'lines'> & {
  bookEntity: BookEntity
  period: string
  serial: number
  area: string
  prepared: { id: number; name: string }
  reverses?: number
  now: string
}

export async function insertVoucher(tx: Tx, head: Head): Promise<{ id: number; number: string }> {
  return tx
    .withTables<LedgerTables>()
    .insertInto('voucher')
    .values({
      area: head.area,
      fund: head.fund,
      bookEntity: head.bookEntity,
      period: head.period,
      serial: head.serial,
      day: head.day,
      purpose: head.purpose,
      textZh: head.text.zh,
      textEn: head.text.en,
      source: head.source,
      attachments: head.attachments ?? 0,
      reverses: head.reverses ?? null,
      runId: head.runId ?? null,
      preparedBy: head.prepared.id,
      preparedName: head.prepared.name,
      reviewedBy: head.reviewed?.id ?? null,
      reviewedName: head.reviewed?.name ?? null,
      createdAt: head.now,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

type ResolvedLine = Omit<Line, 'account'> & { account: { id: number; area: string } }

/** All lines in one statement: the guard checks them together and moves each balance once. */
export async function insertEntries(
  tx: Tx,
  voucher: { id: number; day: Day; purpose: PurposeId },
  lines: readonly ResolvedLine[],
): Promise<void> {
  const side = lines.map((line) => (line.debit ? 'D' : 'C'))
  const amount = lines.map((line) => line.debit || line.credit)
  await sql`
    insert into entry (year, area, voucher_id, account_id, side, amount, day, purpose, subject_register, subject_id, decision_id)
    select extract(year from ${voucher.day}::date)::int, l.area, ${voucher.id}, l.account, l.side, l.amount, ${voucher.day}::date,
      ${voucher.purpose}, l.register, l.subject, l.decision
    from unnest(${lines.map((l) => l.account.area)}::text[], ${lines.map((l) => l.account.id)}::bigint[], ${side}::text[],
      ${amount}::bigint[], ${lines.map((l) => l.subject?.register ?? '')}::text[], ${lines.map((l) => l.subject?.id ?? 0)}::bigint[],
      ${lines.map((l) => l.decisionId ?? null)}::bigint[]) with ordinality
      as l(area, account, side, amount, register, subject, decision, place)
    order by l.place`.execute(tx)
}
