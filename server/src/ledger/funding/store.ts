/** SQL of money coming in. */

import { sql } from 'kysely'
import type { Day, Fen } from '#kernel'
import type { Tx } from '#platform'
import type { Ref } from '../draft.ts'

type Project = { fund: string; context: Ref }
type Who = { area: string; by: number; name: string }

export async function insertDue(
  tx: Tx,
  row: Project & Who & { part: string; due: Fen; dueOn: Day | null; source: string },
): Promise<void> {
  await sql`
    insert into funding_due (area, fund, context_register, context_id, part, due, due_on, source, set_by, set_name)
    values (${row.area}, ${row.fund}, ${row.context.register}, ${row.context.id}, ${row.part}, ${row.due}, ${row.dueOn},
      ${row.source}, ${row.by}, ${row.name})`.execute(tx)
}

export type SheetRow = {
  part: string
  due: number
  dueOn: Day | null
  dueSource: string | null
  arrived: number
  claimed: number
  lastArrived: Day | null
}

/** Newest dues; arrived = claims for the part plus what is still unclaimed of receipts that name it. */
export async function readSheet(tx: Tx, { fund, context }: Project): Promise<Map<string, SheetRow>> {
  const { rows } = await sql<SheetRow>`
    with due as (
      select distinct on (part) part, due, due_on, source from funding_due
      where fund = ${fund} and context_register = ${context.register} and context_id = ${context.id} order by part, id desc),
    claimed as (
      select c.part, sum(c.amount) as amount, max(r.arrived_on) as last from receipt_claim c join receipt r on r.id = c.receipt_id
      where r.fund = ${fund} and c.context_register = ${context.register} and c.context_id = ${context.id} group by c.part),
    waiting as (
      select r.part, sum(r.amount - coalesce((select sum(c.amount) from receipt_claim c where c.receipt_id = r.id), 0)) as amount,
        max(r.arrived_on) as last
      from receipt r where r.fund = ${fund} and r.context_register = ${context.register} and r.context_id = ${context.id}
        and r.part <> '' group by r.part)
    select part, coalesce(d.due, 0)::bigint as due, d.due_on, d.source as due_source, coalesce(c.amount, 0)::bigint as claimed,
      (coalesce(c.amount, 0) + coalesce(w.amount, 0))::bigint as arrived, greatest(c.last, w.last) as last_arrived
    from due d full join claimed c using (part) full join waiting w using (part)`.execute(tx)
  return new Map(rows.map((row) => [row.part, row]))
}

export type ExceptionRow = { document: string; reason: string; decidedName: string; decidedAt: string }

export async function readException(tx: Tx, { fund, context }: Project): Promise<ExceptionRow | null> {
  const { rows } = await sql<ExceptionRow>`
    select document, reason, decided_name, decided_at from funding_exception
    where fund = ${fund} and context_register = ${context.register} and context_id = ${context.id} order by id desc limit 1`.execute(
    tx,
  )
  return rows[0] ?? null
}

export async function insertException(
  tx: Tx,
  row: Project & Who & { document: string; reason: string },
): Promise<void> {
  await sql`
    insert into funding_exception (area, fund, context_register, context_id, document, reason, decided_by, decided_name)
    values (${row.area}, ${row.fund}, ${row.context.register}, ${row.context.id}, ${row.document}, ${row.reason}, ${row.by}, ${row.name})`.execute(
    tx,
  )
}

type NewReceiptRow = Who & {
  fund: string
  arrivedOn: Day
  amount: Fen
  payer: string
  remark?: string
  bankRef: string
  ticket: string
  context?: Ref
  part?: string
  voucherId: number
}

export async function insertReceipt(tx: Tx, row: NewReceiptRow): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into receipt (area, fund, arrived_on, amount, payer, remark, bank_ref, ticket, context_register, context_id, part,
      voucher_id, received_by, received_name)
    values (${row.area}, ${row.fund}, ${row.arrivedOn}, ${row.amount}, ${row.payer}, ${row.remark ?? ''}, ${row.bankRef}, ${row.ticket},
      ${row.context?.register ?? ''}, ${row.context?.id ?? 0}, ${row.part ?? ''}, ${row.voucherId}, ${row.by}, ${row.name})
    returning id`.execute(tx)
  return (rows[0] as { id: number }).id
}

export type ReceiptRow = {
  id: number
  fund: string
  arrivedOn: Day
  amount: Fen
  claimed: Fen
  payer: string
  remark: string
  bankRef: string
  ticket: string
  contextRegister: string
  contextId: number
  part: string
  voucherId: number
  receivedName: string
}

export async function readReceipt(tx: Tx, id: number): Promise<ReceiptRow | undefined> {
  return (await listReceipts(tx, { id, limit: 1 }))[0]
}

/** Newest first. `open`: only what is not claimed in full. */
export async function listReceipts(
  tx: Tx,
  by: { id?: number; fund?: string; open?: boolean; context?: Ref; limit: number },
): Promise<ReceiptRow[]> {
  const { rows } = await sql<ReceiptRow>`
    select * from (
      select r.id, r.fund, r.arrived_on, r.amount, r.payer, r.remark, r.bank_ref, r.ticket, r.context_register, r.context_id, r.part,
        r.voucher_id, r.received_name,
        coalesce((select sum(c.amount) from receipt_claim c where c.receipt_id = r.id), 0)::bigint as claimed
      from receipt r
      where r.id = coalesce(${by.id ?? null}::bigint, r.id) and r.fund = coalesce(${by.fund ?? null}::text, r.fund)
        and (${by.context?.id ?? null}::bigint is null or (r.context_register = ${by.context?.register ?? ''}
          and r.context_id = ${by.context?.id ?? 0}) or exists (select from receipt_claim c where c.receipt_id = r.id
          and c.context_register = ${by.context?.register ?? ''} and c.context_id = ${by.context?.id ?? 0}))) s
    where not ${by.open ?? false} or s.claimed < s.amount
    order by s.id desc limit ${by.limit}`.execute(tx)
  return rows
}

export async function insertClaim(
  tx: Tx,
  row: Who & { receiptId: number; context: Ref; part: string; amount: Fen; voucherId: number },
): Promise<void> {
  await sql`
    insert into receipt_claim (area, receipt_id, context_register, context_id, part, amount, voucher_id, claimed_by, claimed_name)
    values (${row.area}, ${row.receiptId}, ${row.context.register}, ${row.context.id}, ${row.part}, ${row.amount}, ${row.voucherId},
      ${row.by}, ${row.name})`.execute(tx)
}

export type ClaimRow = {
  receiptId: number
  part: string
  amount: Fen
  voucherId: number
  claimedName: string
  arrivedOn: Day
  ticket: string
  period: string
  number: string
}

export async function listClaims(tx: Tx, { fund, context }: Project): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    select c.receipt_id, c.part, c.amount, c.voucher_id, c.claimed_name, r.arrived_on, r.ticket, v.period, v.number
    from receipt_claim c join receipt r on r.id = c.receipt_id join voucher v on v.id = c.voucher_id
    where r.fund = ${fund} and c.context_register = ${context.register} and c.context_id = ${context.id} order by c.id`.execute(
    tx,
  )
  return rows
}
