/** The county's log. One record per audited operation, written last in its transaction, chained by hash. */
import { sql } from 'kysely'
import type { Ctx, Note } from './context.ts'
import { diff } from './diff.ts'
import type { AuditKind } from './operation.ts'

/** Writes one link of the chain. Call it last: it locks the head of the chain until commit. */
export async function appendAudit(
  ctx: Ctx,
  entry: { operation: string; kind: AuditKind; notes: readonly Note[] },
): Promise<number> {
  const { actor } = ctx
  const record = {
    at: ctx.now,
    accountId: actor.accountId,
    actor: actor.name,
    office: actor.office,
    role: actor.role,
    area: actor.area,
    operation: entry.operation,
    kind: entry.kind,
    subject: entry.notes.find((note) => note.subject)?.subject ?? null,
    notes: entry.notes.map(noteRecord),
  }
  const made = await sql<{ seq: number }>`
    select append_audit(${JSON.stringify(record)}::jsonb) as seq`.execute(ctx.tx)
  return (made.rows[0] as { seq: number }).seq
}

/** A note as the log keeps it: of before and after, what differs. */
export function noteRecord(note: Note): Record<string, unknown> {
  const { before, after, ...rest } = note
  return before === undefined && after === undefined ? rest : { ...rest, changed: diff(before, after) }
}
