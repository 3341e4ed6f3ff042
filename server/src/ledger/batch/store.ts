/** SQL of batches. */

import { sql } from 'kysely'
import type { Fen, Text } from '#kernel'
import type { Tx } from '#platform'
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
  beforeDecisionId: number | null
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
      coalesce(n.subject_id, b.subject_id) as subject_id, b.amount as before, b.decision_id as before_decision_id, n.amount as now, n.decision_id
    from (select * from batch_line where batch_id = ${batchId}) n
    full join (select * from batch_line where batch_id = ${previousId ?? -1}) b
      using (subject_register, subject_id, context_register, context_id)
    where b.id is null or n.id is null or b.amount <> n.amount
    order by 1, coalesce(n.line, b.line)`.execute(tx)
  return rows
}

export * from './line-store.ts'
