/** SQL of frozen reports: written once, read, never changed (the database refuses it). */
import { sql } from 'kysely'
import type { Day } from '#kernel'
import type { Tx } from '#platform'
import type { ReportTable } from '../table/read.ts'

export type FrozenCut = { rows: string[]; measures: string[] }
export type FrozenHead = {
  id: number
  area: string
  number: string
  report: string
  cut: FrozenCut
  digest: string
  actorName: string
  office: string
  frozenOn: Day
  frozenAt: string
}
export type Frozen = FrozenHead & { figures: ReportTable; accountId: number }

const head = sql`id, area, number, report, cut, digest, actor_name, office, frozen_on, frozen_at`

export async function insertFrozen(tx: Tx, row: Omit<Frozen, 'id'>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into report_frozen (area, number, report, cut, figures, digest, account_id, actor_name, office, frozen_on, frozen_at)
    values (${row.area}, ${row.number}, ${row.report}, ${JSON.stringify(row.cut)}::jsonb, ${JSON.stringify(row.figures)}::jsonb,
      ${row.digest}, ${row.accountId}, ${row.actorName}, ${row.office}, ${row.frozenOn}, ${row.frozenAt})
    returning id`.execute(tx)
  return (rows[0] as { id: number }).id
}

/** Newest first, of one report, those in scope. */
export async function listFrozen(
  tx: Tx,
  by: { report: string; before: number | undefined; limit: number },
): Promise<FrozenHead[]> {
  const { rows } = await sql<FrozenHead>`
    select ${head} from report_frozen where report = ${by.report} and id < coalesce(${by.before ?? null}::bigint, id + 1)
    order by id desc limit ${by.limit}`.execute(tx)
  return rows
}

export async function findFrozen(tx: Tx, id: number): Promise<Frozen | undefined> {
  const { rows } = await sql<Frozen>`
    select ${head}, figures, account_id from report_frozen where id = ${id}`.execute(tx)
  return rows[0]
}
