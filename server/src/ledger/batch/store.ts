/** SQL of batches. */

import { sql } from 'kysely'
import type { Fen, Text } from '#kernel'
import type { Tx } from '#platform'
import type { Ref } from '../draft.ts'
import type { PurposeId } from '../purposes.ts'
import type { BatchState } from './states.ts'

export type BatchRow = {
  id: number
  fund: string
  kind: 'regular' | 'reissue' | 'single'
  number: string
  itemZh: string
  itemEn: string
  series: string
  period: string
  source: string
  purpose: PurposeId
  state: BatchState
  count: number
  total: Fen
  elsewhere: Fen
  payableId: number | null
  appropriation: Record<string, string>
  bankFileId: number | null
  returnSha256: string | null
  version: number
}

const columns = sql`id, fund, kind, number, item_zh, item_en, series, period, source, purpose, state, count, total, elsewhere,
  payable_id, appropriation, bank_file_id, return_sha256, version`

export type NewBatch = {
  area: string
  fund: string
  kind: BatchRow['kind']
  number: string
  item: Text
  series: string
  period: string
  source: string
  purpose: PurposeId
  payableId: number | null
}

export async function insertBatch(tx: Tx, row: NewBatch): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into batch (area, fund, kind, number, item_zh, item_en, series, period, source, purpose, state, payable_id)
    values (${row.area}, ${row.fund}, ${row.kind}, ${row.number}, ${row.item.zh}, ${row.item.en}, ${row.series}, ${row.period},
      ${row.source}, ${row.purpose}, 'filling', ${row.payableId}) returning id`.execute(tx)
  return (rows[0] as { id: number }).id
}

/** `lock`: until commit, so that two acts on one batch follow each other. */
export async function readBatch(tx: Tx, id: number, lock = false): Promise<BatchRow | undefined> {
  const { rows } =
    await sql<BatchRow>`select ${columns} from batch where id = ${id} ${lock ? sql`for update` : sql``}`.execute(
      tx,
    )
  return rows[0]
}

export async function findBatch(tx: Tx, source: string): Promise<BatchRow | undefined> {
  const { rows } = await sql<BatchRow>`select ${columns} from batch where source = ${source}`.execute(tx)
  return rows[0]
}

export async function listBatches(
  tx: Tx,
  by: { fund?: string; before?: number; limit: number },
): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    select ${columns} from batch where fund = coalesce(${by.fund ?? null}::text, fund) and id < coalesce(${by.before ?? null}::bigint, id + 1)
    order by id desc limit ${by.limit}`.execute(tx)
  return rows
}

/** The batch of the same series before this one. */
export async function previousBatch(tx: Tx, batch: BatchRow): Promise<BatchRow | undefined> {
  const { rows } = await sql<BatchRow>`
    select ${columns} from batch where series = ${batch.series} and kind = 'regular' and period < ${batch.period} and state <> 'filling'
    order by period desc, id desc limit 1`.execute(tx)
  return rows[0]
}

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

/** Count and sum are those of the lines; from `filling` the batch becomes a draft. */
export async function closeFilling(tx: Tx, id: number): Promise<void> {
  await sql`
    update batch b set state = 'draft', version = version + 1, count = s.count, total = s.total, elsewhere = s.elsewhere
    from (select count(*) as count, coalesce(sum(amount), 0)::bigint as total, coalesce(sum(elsewhere), 0)::bigint as elsewhere
          from batch_line where batch_id = ${id}) s
    where b.id = ${id} and b.state = 'filling'`.execute(tx)
}

export async function setBatchState(
  tx: Tx,
  id: number,
  to: {
    state: BatchState
    appropriation?: Record<string, string>
    bankFileId?: number
    returnSha256?: string
  },
): Promise<void> {
  await sql`
    update batch set state = ${to.state}, version = version + 1,
      appropriation = appropriation || ${JSON.stringify(to.appropriation ?? {})}::jsonb,
      bank_file_id = coalesce(${to.bankFileId ?? null}::bigint, bank_file_id),
      return_sha256 = coalesce(${to.returnSha256 ?? null}::text, return_sha256)
    where id = ${id}`.execute(tx)
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

export type ActRow = {
  act: string
  fromState: string
  toState: string
  actorId: number
  actorName: string
  office: string
  count: number
  total: Fen
  note: string
  voucherId: number | null
  at: string
}

export async function readActs(tx: Tx, batchId: number): Promise<ActRow[]> {
  const { rows } = await sql<ActRow>`
    select act, from_state, to_state, actor_id, actor_name, office, count, total, note, voucher_id, at
    from batch_act where batch_id = ${batchId} order by id`.execute(tx)
  return rows
}

export async function insertAct(
  tx: Tx,
  row: Omit<ActRow, 'at'> & { batchId: number; area: string },
): Promise<void> {
  await sql`
    insert into batch_act (batch_id, area, act, from_state, to_state, actor_id, actor_name, office, count, total, note, voucher_id)
    values (${row.batchId}, ${row.area}, ${row.act}, ${row.fromState}, ${row.toState}, ${row.actorId}, ${row.actorName}, ${row.office},
      ${row.count}, ${row.total}, ${row.note}, ${row.voucherId})`.execute(tx)
}

export type DifferenceRow = {
  kind: 'new' | 'stopped' | 'changed'
  name: string
  subjectRegister: string
  subjectId: number
  before: Fen | null
  now: Fen | null
  decisionId: number | null
}

/** Who is new, who stopped, whose amount changed, against another batch. */
export async function differences(
  tx: Tx,
  batchId: number,
  previousId: number | null,
): Promise<DifferenceRow[]> {
  const { rows } = await sql<DifferenceRow>`
    select case when b.id is null then 'new' when n.id is null then 'stopped' else 'changed' end as kind,
      coalesce(n.name, b.name) as name, coalesce(n.subject_register, b.subject_register) as subject_register,
      coalesce(n.subject_id, b.subject_id) as subject_id, b.amount as before, n.amount as now, n.decision_id
    from (select * from batch_line where batch_id = ${batchId}) n
    full join (select * from batch_line where batch_id = ${previousId ?? -1}) b
      using (subject_register, subject_id, context_register, context_id)
    where b.id is null or n.id is null or b.amount <> n.amount
    order by 1, coalesce(n.line, b.line)`.execute(tx)
  return rows
}
