/** What the public may read and send: SQL run as `public_reader`, one notice at a time, by its unguessable id. */

import { sql } from 'kysely'
import type { Database, Tx } from '#platform'
import { withPublicDoor } from '#platform'
import { countyOfNotice } from '../notice-id.ts'
import type { NoticeRow } from '../notice-store.ts'
import { procedureProblems } from '../problems.ts'
import type { ProcedureTables, PublicationRowTable } from '../tables.ts'

export type PublicNotice = { notice: NoticeRow; county: string }
export type PublicRow = Pick<
  PublicationRowTable,
  'rowNo' | 'name' | 'groupName' | 'suffix' | 'category' | 'amount'
>

type Db = Pick<Database, 'app'>

/** Opens the door at one notice; another id, another county or a made-up one is `procedure.noNotice`. */
export async function atNotice<T>(
  db: Db,
  id: string,
  work: (tx: Tx, found: PublicNotice) => Promise<T>,
): Promise<T> {
  const county = countyOfNotice(id)
  if (!county) throw procedureProblems.noNotice({ notice: '' })
  return withPublicDoor(db, county, async (tx) => {
    const here = await sql<{ name: string }>`select name from public.county where code = ${county}`.execute(
      tx,
    )
    const [found] = here.rows
    if (!found) throw procedureProblems.noNotice({ notice: '' })
    await sql`set local app.notice = ${sql.lit(id)}`.execute(tx)
    const notice = await tx
      .withTables<ProcedureTables>()
      .selectFrom('publication')
      .selectAll()
      .executeTakeFirst()
    if (!notice) throw procedureProblems.noNotice({ notice: '' })
    return work(tx, { notice, county: found.name })
  })
}

/** Rows of the notice; none once it is over. `name` finds people whose name holds it. */
export async function listPublicRows(
  tx: Tx,
  of: { name?: string; offset?: number; limit: number },
): Promise<PublicRow[]> {
  let query = tx
    .withTables<ProcedureTables>()
    .selectFrom('publicationRow')
    .select(['rowNo', 'name', 'groupName', 'suffix', 'category', 'amount'])
    .orderBy('rowNo')
    .offset(of.offset ?? 0)
    .limit(of.limit)
  if (of.name) query = query.where(sql<boolean>`position(${of.name} in name) > 0`)
  return query.execute()
}

export type Objection = { row: number | null; text: string; name: string; phone: string; sender: string }

/** Puts an objection into the box and returns its number; the database refuses when the notice is over or the box is flooded. */
export async function submitObjection(tx: Tx, notice: string, one: Objection): Promise<number> {
  const made = await sql<{ serial: number }>`
    select submit_objection(${notice}, ${one.row}, ${one.text}, ${one.name}, ${one.phone}, ${one.sender}) as serial`.execute(
    tx,
  )
  return (made.rows[0] as { serial: number }).serial
}
