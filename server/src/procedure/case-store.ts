/** SQL of cases: read and lock, write acts, keep the fold's columns. */

import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#kernel'
import type { Tx } from '#platform'
import { shareFile } from '#platform'
import type { Act, CaseState, ItemNow } from './state.ts'
import { openObjections } from './state.ts'
import type { ActionTable, CaseTable, ItemTable, ProcedureTables } from './tables.ts'

export type CaseRow = Selectable<CaseTable>
export type ItemRow = Selectable<ItemTable>

const tables = (tx: Tx) => tx.withTables<ProcedureTables>()

/** The case with its row locked until commit: two acts at once follow each other. */
export async function lockCase(tx: Tx, id: number): Promise<CaseRow | undefined> {
  return tables(tx).selectFrom('procCase').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function findCase(tx: Tx, id: number): Promise<CaseRow | undefined> {
  return tables(tx).selectFrom('procCase').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findOpenCase(
  tx: Tx,
  of: { procedure: string; register: string; id: number },
): Promise<CaseRow | undefined> {
  return tables(tx)
    .selectFrom('procCase')
    .selectAll()
    .where('procedure', '=', of.procedure)
    .where('subjectRegister', '=', of.register)
    .where('subjectId', '=', sql<number>`any(known_as(${of.register}, ${of.id}))`)
    .where('endedOn', 'is', null)
    .executeTakeFirst()
}

export async function insertCase(tx: Tx, row: Omit<CaseRow, 'id' | 'waits' | 'due'>): Promise<number> {
  const values = { ...row, waits: [] as string[], due: null }
  const { id } = await tables(tx)
    .insertInto('procCase')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type NewItem = Pick<ItemRow, 'area' | 'rowId' | 'name' | 'groupName' | 'suffix'>

/** The items of a new case, in the order given; returns their ids in that order. */
export async function insertItems(
  tx: Tx,
  given: { caseId: number; state: string; since: Day; items: readonly NewItem[] },
): Promise<number[]> {
  const { caseId, state, since, items } = given
  const made = await sql<{ id: number }>`
    insert into proc_item (area, case_id, row_id, name, group_name, suffix, state, since)
    select i.area, ${caseId}, i.row_id, i.name, i.group_name, i.suffix, ${state}, ${since}::date
    from unnest(${items.map((x) => x.area)}::text[], ${items.map((x) => x.rowId)}::bigint[], ${items.map((x) => x.name)}::text[],
      ${items.map((x) => x.groupName)}::text[], ${items.map((x) => x.suffix)}::text[]) with ordinality
      as i(area, row_id, name, group_name, suffix, place)
    order by i.place returning id`.execute(tx)
  return made.rows.map((row) => row.id)
}

export async function insertAct(tx: Tx, of: { caseId: number; area: string }, act: Act): Promise<void> {
  const { on, form, outcomes, items, ...rest } = act
  const values = {
    ...of,
    ...rest,
    onDay: on,
    items: [...items],
    form: JSON.stringify(form),
    outcomes: JSON.stringify(outcomes),
  }
  await tables(tx).insertInto('procAction').values(values).execute()
}

/** Papers of an act: whoever sees the case may read them from now on. */
export async function insertFiles(
  tx: Tx,
  of: { caseId: number; area: string; sequence: number },
  files: readonly { field: string; fileId: number }[],
): Promise<void> {
  if (files.length === 0) return
  for (const one of files) await shareFile(tx, one.fileId)
  await tables(tx)
    .insertInto('procFile')
    .values(files.map((one) => ({ ...of, ...one })))
    .execute()
}

/** The acts of cases, by case, in their order. */
export async function listActs(tx: Tx, caseIds: readonly number[]): Promise<Map<number, Act[]>> {
  const rows = await tables(tx)
    .selectFrom('procAction')
    .selectAll()
    .where(sql<boolean>`case_id = any(${[...caseIds]}::bigint[])`)
    .orderBy('caseId')
    .orderBy('sequence')
    .execute()
  const byCase = Map.groupBy(rows, (row) => row.caseId)
  return new Map([...byCase].map(([id, list]) => [id, list.map(actOf)]))
}

function actOf(row: Selectable<ActionTable>): Act {
  const { sequence, action, onDay, at, accountId, actorName, office, items, form, outcomes } = row
  return {
    sequence,
    action,
    on: onDay,
    at,
    accountId,
    actorName,
    office,
    items: items.map(Number),
    form,
    outcomes,
  }
}

export async function listItems(tx: Tx, caseIds: readonly number[]): Promise<ItemRow[]> {
  return tables(tx)
    .selectFrom('procItem')
    .selectAll()
    .where(sql<boolean>`case_id = any(${[...caseIds]}::bigint[])`)
    .orderBy('id')
    .execute()
}

/** Writes the fold of a case into its columns: the case's row, and the items that the act changed. */
export async function keepFold(
  tx: Tx,
  given: {
    caseId: number
    state: CaseState
    ended: boolean
    waits: string[]
    due: Day | null
    changed: readonly number[]
  },
): Promise<void> {
  const { caseId, state, ended, waits, due } = given
  await tables(tx)
    .updateTable('procCase')
    .set({ state: state.state, version: state.version, waits, due, endedOn: ended ? state.since : null })
    .where('id', '=', caseId)
    .execute()
  const items = given.changed.flatMap((id) => state.items.get(id) ?? [])
  if (items.length > 0) await keepItems(tx, state, items)
}

async function keepItems(tx: Tx, state: CaseState, items: readonly ItemNow[]): Promise<void> {
  await sql`
    update proc_item p set state = i.state, since = i.since, batch = i.batch, objected = i.objected, values = i.values
    from unnest(${items.map((x) => x.id)}::bigint[], ${items.map((x) => x.state)}::text[], ${items.map((x) => x.since)}::date[],
      ${items.map((x) => x.batch ?? null)}::int[], ${items.map((x) => openObjections(state, x.id).length > 0)}::boolean[],
      ${items.map((x) => JSON.stringify(x.values))}::jsonb[]) as i(id, state, since, batch, objected, values)
    where p.id = i.id`.execute(tx)
}

export type CaseFilter = {
  procedure?: string | undefined
  open?: boolean | undefined
  text?: string | undefined
  after?: number | undefined
  /** Only cases in which this account did a step. */
  actedBy?: number | undefined
  /** The nearest due first instead of the newest; then `after` does not apply. */
  byDue?: boolean | undefined
  limit: number
}

/** Cases in scope, the newest first unless asked by due day; `after` is the last id seen. */
export async function listCases(tx: Tx, filter: CaseFilter): Promise<(CaseRow & { items: number })[]> {
  let query = tables(tx)
    .selectFrom('procCase')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('procItem')
        .whereRef('procItem.caseId', '=', 'procCase.id')
        .select((x) => x.fn.countAll<number>().as('n'))
        .as('items'),
    )
    .orderBy(filter.byDue ? sql`due nulls last, id desc` : sql`id desc`)
    .limit(filter.limit)
  if (filter.actedBy !== undefined)
    query = query.where(
      sql<boolean>`id in (select case_id from proc_action where account_id = ${filter.actedBy})`,
    )
  if (filter.procedure) query = query.where('procedure', '=', filter.procedure)
  if (filter.open !== undefined) query = query.where('endedOn', filter.open ? 'is' : 'is not', null)
  if (filter.after) query = query.where('id', '<', filter.after)
  if (filter.text) {
    const like = `%${filter.text.replaceAll(/[\\%_]/g, (x) => `\\${x}`)}%`
    query = query.where((eb) => eb.or([eb('title', 'like', like), eb('number', 'like', like)]))
  }
  return (await query.execute()).map((row) => ({ ...row, items: row.items ?? 0 }))
}

/**
 * Open cases in scope in which one of these `verb@level` could act, the nearest due first; and those of the given
 * procedures with an objection in the box that nobody has taken up: the public's door cannot write into `waits`.
 */
export async function listWaiting(
  tx: Tx,
  of: { doors: readonly string[]; boxes: readonly string[]; limit: number },
): Promise<CaseRow[]> {
  const inBox = sql<boolean>`id in (select p.case_id from objection_inbox b join publication p on p.id = b.publication_id
    where not exists (select from objection o where o.inbox_id = b.id))`
  return tables(tx)
    .selectFrom('procCase')
    .selectAll()
    .where('endedOn', 'is', null)
    .where(
      sql<boolean>`(waits && ${[...of.doors]}::text[] or (procedure = any(${[...of.boxes]}::text[]) and ${inBox}))`,
    )
    .orderBy(sql`due nulls last`)
    .orderBy('id')
    .limit(of.limit)
    .execute()
}
