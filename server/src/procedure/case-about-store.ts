/** SQL: the cases that rows of registers have to do with. */
import { sql } from 'kysely'
import type { Day } from '#kernel'
import type { Tx } from '#platform'
import type { CaseRow } from './case-store.ts'

export type CaseAbout = CaseRow & {
  items: number
  item: { state: string; since: Day; objected: boolean } | null
}

/** Newest first, within the actor's fences. `items` says which register each procedure takes its items from. */
export async function casesAbout(
  tx: Tx,
  of: {
    rows: readonly { register: string; id: number }[]
    items: readonly { procedure: string; register: string }[]
  },
): Promise<CaseAbout[]> {
  const { rows } = await sql<CaseAbout>`
    with asked as (select a.register, unnest(known_as(a.register, a.id)) as id
        from json_to_recordset(${JSON.stringify(of.rows)}::json) as a(register text, id bigint)),
      taken as (select * from json_to_recordset(${JSON.stringify(of.items)}::json) as t(procedure text, register text))
    select c.*, (select count(*) from proc_item n where n.case_id = c.id) as items,
      case when i.id is not null then json_build_object('state', i.state, 'since', i.since, 'objected', i.objected) end as item
    from proc_case c
      left join taken t on t.procedure = c.procedure
      left join proc_item i on i.case_id = c.id and i.row_id in (select a.id from asked a where a.register = t.register)
    where i.id is not null or (c.subject_register, c.subject_id) in (select a.register, a.id from asked a)
    order by c.id desc limit 200`.execute(tx)
  return rows
}
