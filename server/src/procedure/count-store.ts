/** SQL of the counts beside the pages of the room; row level security keeps them to the scope. */
import { sql } from 'kysely'
import type { Day } from '#kernel'
import type { Tx } from '#platform'

export type CaseCounts = { open: Record<string, number>; mine: number; notices: number; objections: number }

export async function caseCounts(tx: Tx, { me, today }: { me: number; today: Day }): Promise<CaseCounts> {
  const open = await sql<{ procedure: string; n: number }>`
    select procedure, count(*)::int as n from proc_case where ended_on is null group by procedure`.execute(tx)
  const rest = await sql<Omit<CaseCounts, 'open'>>`
    select (select count(distinct case_id) from proc_action where account_id = ${me})::int as mine,
      (select count(*) from publication where withdrawn_on is null and until >= ${today})::int as notices,
      ((select count(*) from objection where answered_on is null)
        + (select count(*) from objection_inbox b where not exists (select from objection o where o.inbox_id = b.id)))::int
        as objections`.execute(tx)
  const counts = rest.rows[0] ?? { mine: 0, notices: 0, objections: 0 }
  return { open: Object.fromEntries(open.rows.map(({ procedure, n }) => [procedure, n])), ...counts }
}
