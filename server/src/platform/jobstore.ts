/** The county's job rows. Platform's own SQL for long work. */
import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Tx } from './db.ts'

export type NewJob = { kind: string; input: unknown; key?: string }

/** The row is the outbox: it becomes visible to the runner when the transaction commits, and not at all if it does not. */
export async function enqueueJob(tx: Tx, actor: Actor, job: NewJob): Promise<number> {
  const made = await sql<{ id: number }>`
    insert into job (kind, key, input, actor, account_id, area)
    values (${job.kind}, ${job.key ?? null}, ${JSON.stringify(job.input)}::jsonb, ${JSON.stringify(wire(actor))}::jsonb,
      ${actor.accountId}, ${actor.area})
    on conflict (kind, key) where key is not null do update set kind = excluded.kind
    returning id`.execute(tx)
  return (made.rows[0] as { id: number }).id
}

/** An actor as JSON; a Set is not. */
export function wire(actor: Actor): Record<string, unknown> {
  return { ...actor, verbs: [...actor.verbs] }
}
