/** SQL of the lines of batches. */

import { sql } from 'kysely'
import type { Fen } from '#kernel'
import type { Tx } from '#platform'
import type { Ref } from '../draft.ts'

export type NewBatchLine = {
  line: number
  area: string
  subject: Ref
  context?: Ref
  name: string
  payee: { idNumber: string; cardName: string; card: string; bank: string }
  amount: Fen
  elsewhere: Fen
  decisionId: number | null
  suspenseId?: number | null
  reissueOf?: number | null
  note?: string
}

export async function insertLines(tx: Tx, batchId: number, lines: readonly NewBatchLine[]): Promise<void> {
  const of = <T>(pick: (line: NewBatchLine) => T): T[] => lines.map(pick)
  await sql`
    insert into batch_line (batch_id, line, area, subject_register, subject_id, context_register, context_id, name, id_number, card_name,
      card, bank, standard, amount, elsewhere, decision_id, suspense_id, reissue_of, note)
    select ${batchId}, l.* from unnest(${of((l) => l.line)}::int[], ${of((l) => l.area)}::text[], ${of((l) => l.subject.register)}::text[],
      ${of((l) => l.subject.id)}::bigint[], ${of((l) => l.context?.register ?? '')}::text[], ${of((l) => l.context?.id ?? 0)}::bigint[],
      ${of((l) => l.name)}::text[], ${of((l) => l.payee.idNumber)}::text[], ${of((l) => l.payee.cardName)}::text[],
      ${of((l) => l.payee.card)}::text[], ${of((l) => l.payee.bank)}::text[], ${of((l) => l.amount)}::bigint[],
      ${of((l) => l.amount)}::bigint[], ${of((l) => l.elsewhere)}::bigint[], ${of((l) => l.decisionId)}::bigint[],
      ${of((l) => l.suspenseId ?? null)}::bigint[], ${of((l) => l.reissueOf ?? null)}::bigint[], ${of((l) => l.note ?? '')}::text[]) l`.execute(
    tx,
  )
}

export type LineRow = {
  id: number
  batchId: number
  line: number
  area: string
  subjectRegister: string
  subjectId: number
  contextRegister: string
  contextId: number
  name: string
  idNumber: string
  cardName: string
  card: string
  bank: string
  amount: Fen
  elsewhere: Fen
  decisionId: number | null
  status: 'listed' | 'paid' | 'failed' | 'back' | 'reissued'
  reason: string | null
  reasonText: string | null
  bankRef: string | null
  suspenseId: number | null
  reissueOf: number | null
  correctedCard: {
    cardName: string
    card: string
    bank: string
    by: number
    byName: string
    approvedBy?: number
    approvedName?: string
  } | null
  note: string
}

const lineColumns = sql`id, batch_id, line, area, subject_register, subject_id, context_register, context_id, name, id_number, card_name, card,
  bank, amount, elsewhere, decision_id, status, reason, reason_text, bank_ref, suspense_id, reissue_of, corrected_card, note`

export async function readLines(
  tx: Tx,
  by: {
    batchId?: number
    ids?: readonly number[]
    statuses?: readonly string[]
    after?: number
    limit?: number
  },
): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select ${lineColumns} from batch_line
    where (${by.batchId ?? null}::bigint is null or batch_id = ${by.batchId ?? null}::bigint)
      and (${by.ids ?? null}::bigint[] is null or id = any(${by.ids ?? null}::bigint[]))
      and (${by.statuses ?? null}::text[] is null or status = any(${by.statuses ?? null}::text[]))
      and line > ${by.after ?? 0}
    order by batch_id, line limit ${by.limit ?? 1_000_000}`.execute(tx)
  return rows
}

/** The bank's answers, in one statement. */
export async function applyReturn(
  tx: Tx,
  batchId: number,
  answers: readonly {
    line: number
    paid: boolean
    reason: string | null
    words: string | null
    bankRef: string | null
  }[],
): Promise<void> {
  await sql`
    update batch_line b set status = case when a.paid then 'paid' else 'failed' end, reason = a.reason, reason_text = a.words, bank_ref = a.ref
    from unnest(${answers.map((a) => a.line)}::int[], ${answers.map((a) => a.paid)}::boolean[], ${answers.map((a) => a.reason)}::text[],
      ${answers.map((a) => a.words)}::text[], ${answers.map((a) => a.bankRef)}::text[]) a(line, paid, reason, words, ref)
    where b.batch_id = ${batchId} and b.line = a.line`.execute(tx)
}

export async function setLine(
  tx: Tx,
  id: number,
  to: { status?: LineRow['status']; suspenseId?: number; correctedCard?: LineRow['correctedCard'] },
): Promise<void> {
  await sql`
    update batch_line set status = coalesce(${to.status ?? null}::text, status), suspense_id = coalesce(${to.suspenseId ?? null}::bigint, suspense_id),
      corrected_card = coalesce(${to.correctedCard ? JSON.stringify(to.correctedCard) : null}::jsonb, corrected_card)
    where id = ${id}`.execute(tx)
}

export async function countLines(
  tx: Tx,
  batchId: number,
): Promise<Record<string, { count: number; total: Fen }>> {
  const { rows } = await sql<{ status: string; count: number; total: Fen }>`
    select status, count(*) as count, sum(amount)::bigint as total from batch_line where batch_id = ${batchId} group by status`.execute(
    tx,
  )
  return Object.fromEntries(rows.map(({ status, count, total }) => [status, { count, total }]))
}
