/** SQL of public notices and of objections, as officers see them. */

import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#kernel'
import type { Tx } from '#platform'
import type { CategoryLine, InboxTable, ObjectionTable, ProcedureTables, PublicationTable } from './tables.ts'

export type NoticeRow = Selectable<PublicationTable>
export type InboxRow = Selectable<InboxTable>
export type ObjectionRow = Selectable<ObjectionTable>

export type NewRow = {
  rowNo: number
  area: string
  itemId: number
  name: string
  groupName: string
  suffix: string
  category: string
  amount: number | null
}

type NewNotice = Omit<NoticeRow, 'categories' | 'result' | 'rowCount' | 'withdrawnOn'> & {
  categories: CategoryLine[]
  rows: readonly NewRow[]
}

const tables = (tx: Tx) => tx.withTables<ProcedureTables>()

export async function insertNotice(tx: Tx, notice: NewNotice): Promise<void> {
  const { rows, categories, ...head } = notice
  await tables(tx)
    .insertInto('publication')
    .values({ ...head, categories: JSON.stringify(categories), rowCount: rows.length, withdrawnOn: null })
    .execute()
  await tables(tx)
    .insertInto('publicationRow')
    .values(rows.map((row) => ({ ...row, publicationId: head.id })))
    .execute()
}

export async function withdrawNotices(tx: Tx, caseId: number, on: Day): Promise<void> {
  await tables(tx)
    .updateTable('publication')
    .set({ withdrawnOn: on })
    .where('caseId', '=', caseId)
    .where('withdrawnOn', 'is', null)
    .where('until', '>=', on)
    .execute()
}

/** What became of the people of each notice of a case, counted anew: shown when the list is down. */
export async function keepResults(
  tx: Tx,
  caseId: number,
  states: { done: readonly string[]; removed: readonly string[] },
): Promise<void> {
  await sql`
    update publication p set result = (
      select jsonb_build_object('approved', count(*) filter (where i.state = any(${[...states.done]}::text[])),
        'removed', count(*) filter (where i.state = any(${[...states.removed]}::text[])),
        'waiting', count(*) filter (where not (i.state = any(${[...states.done, ...states.removed]}::text[]))))
      from publication_row r join proc_item i on i.id = r.item_id where r.publication_id = p.id)
    where p.case_id = ${caseId}`.execute(tx)
}

export async function listNotices(
  tx: Tx,
  filter: { caseId?: number | undefined; limit: number },
): Promise<NoticeRow[]> {
  let query = tables(tx)
    .selectFrom('publication')
    .selectAll()
    .orderBy('postedOn', 'desc')
    .orderBy('number', 'desc')
    .limit(filter.limit)
  if (filter.caseId !== undefined) query = query.where('caseId', '=', filter.caseId)
  return query.execute()
}

export async function findNotice(tx: Tx, id: string): Promise<NoticeRow | undefined> {
  return tables(tx).selectFrom('publication').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function listNoticeRows(tx: Tx, id: string): Promise<NewRow[]> {
  const rows = await tables(tx)
    .selectFrom('publicationRow')
    .selectAll()
    .where('publicationId', '=', id)
    .orderBy('rowNo')
    .execute()
  return rows.map(({ publicationId: _, ...row }) => row)
}

export type WaitingObjection = InboxRow & { caseId: number; itemId: number | null; noticeNumber: string }

/** Objections in the box that nobody has taken up, oldest first: of one case, or of all in scope. */
export async function listWaitingObjections(tx: Tx, caseId?: number): Promise<WaitingObjection[]> {
  let query = tables(tx)
    .selectFrom('objectionInbox as b')
    .innerJoin('publication as p', 'p.id', 'b.publicationId')
    .leftJoin('publicationRow as r', (join) =>
      join.onRef('r.publicationId', '=', 'b.publicationId').onRef('r.rowNo', '=', 'b.rowNo'),
    )
    .selectAll('b')
    .select(['p.caseId', 'r.itemId', 'p.number as noticeNumber'])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('objection as o').select('o.id').whereRef('o.inboxId', '=', 'b.id'))),
    )
    .orderBy('b.id')
  if (caseId !== undefined) query = query.where('p.caseId', '=', caseId)
  return query.execute()
}

export async function findInbox(
  tx: Tx,
  id: number,
): Promise<(InboxRow & { caseId: number; itemId: number | null }) | undefined> {
  return tables(tx)
    .selectFrom('objectionInbox as b')
    .innerJoin('publication as p', 'p.id', 'b.publicationId')
    .leftJoin('publicationRow as r', (join) =>
      join.onRef('r.publicationId', '=', 'b.publicationId').onRef('r.rowNo', '=', 'b.rowNo'),
    )
    .selectAll('b')
    .select(['p.caseId', 'r.itemId'])
    .where('b.id', '=', id)
    .executeTakeFirst()
}

export async function insertObjection(
  tx: Tx,
  row: Pick<ObjectionRow, 'area' | 'caseId' | 'sequence' | 'itemId' | 'inboxId' | 'text' | 'takenOn' | 'due'>,
): Promise<void> {
  await tables(tx).insertInto('objection').values(row).execute()
}

export async function answerObjection(
  tx: Tx,
  of: { caseId: number; sequence: number },
  answer: { outcome: string; answer: string; answeredOn: Day; answeredBy: string },
): Promise<void> {
  await tables(tx)
    .updateTable('objection')
    .set(answer)
    .where('caseId', '=', of.caseId)
    .where('sequence', '=', of.sequence)
    .execute()
}

export type ObjectionCard = ObjectionRow & {
  caseNumber: string
  itemName: string | null
  phone: string | null
  by: string | null
  serial: number | null
  receivedAt: string | null
}

/** Objections taken up, those without an answer first by due day: of one case, or of all in scope. */
export async function listObjections(tx: Tx, caseId?: number): Promise<ObjectionCard[]> {
  let query = tables(tx)
    .selectFrom('objection as o')
    .innerJoin('procCase as c', 'c.id', 'o.caseId')
    .leftJoin('procItem as i', 'i.id', 'o.itemId')
    .leftJoin('objectionInbox as b', 'b.id', 'o.inboxId')
    .selectAll('o')
    .select([
      'c.number as caseNumber',
      'i.name as itemName',
      'b.phone',
      'b.name as by',
      'b.serial',
      'b.receivedAt',
    ])
    .orderBy(sql`o.answered_on is not null`)
    .orderBy('o.due')
    .orderBy('o.id')
    .limit(200)
  if (caseId !== undefined) query = query.where('o.caseId', '=', caseId)
  return query.execute()
}
