/** SQL of the examples that were approved together with changes of parameters. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { Stated } from './stated.ts'

/** Approved examples of a policy, in the order of their approval. */
export async function approvedExamples(tx: Tx, policy: string): Promise<readonly Stated[]> {
  const { rows } = await sql<{ examples: readonly Stated[] }>`
    select examples from (
      select examples, decided_at, id, 0 as kind from parameter_proposal where policy = ${policy} and outcome = 'approved'
      union all
      select examples, decided_at, id, 1 from policy_plan where policy = ${policy} and outcome = 'approved') approved
    order by decided_at, kind, id`.execute(tx)
  return rows.flatMap(({ examples }) => examples)
}
