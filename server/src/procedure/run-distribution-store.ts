/** SQL: how a project's money will be shared out, from what its case decided. */

import { sql } from 'kysely'
import type { Fen } from '#kernel'
import type { Ref } from '#ledger'
import type { Tx } from '#platform'

export type DistributionRow = {
  procedure: string
  category: string | null
  persons: number
  /** Per person; null for those who get no account (LS-06). */
  individual: Fen | null
  pooled: Fen | null
  individualTotal: Fen
  pooledTotal: Fen
  opened: number
  held: number
}

/** By category and amount; persons who were refused or taken off the list are left out. */
export async function distributionOf(tx: Tx, context: Ref): Promise<DistributionRow[]> {
  const { rows } = await sql<DistributionRow>`
    select c.procedure, i.values ->> 'category' as category, count(*) as persons,
      (i.values ->> 'individualAccount')::bigint as individual, (i.values ->> 'pooled')::bigint as pooled,
      coalesce(sum((i.values ->> 'individualAccount')::bigint), 0)::bigint as individual_total,
      coalesce(sum((i.values ->> 'pooled')::bigint), 0)::bigint as pooled_total,
      count(*) filter (where i.values ? 'accountId') as opened, count(*) filter (where i.objected) as held
    from proc_item i join proc_case c on c.id = i.case_id
    where c.subject_register = ${context.register} and c.subject_id = ${context.id} and i.values ? 'category'
      and i.state not in ('refused', 'removed')
    group by c.procedure, i.values ->> 'category', i.values ->> 'individualAccount', i.values ->> 'pooled'
    order by 4 nulls last, 2`.execute(tx)
  return rows
}
