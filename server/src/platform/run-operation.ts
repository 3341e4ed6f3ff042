/** Runs one operation as one transaction: verb, input, idempotency, work, log, answer. */
import type { Locale } from '#kernel'
import { invariant } from '#kernel'
import type { Actor } from './actor.ts'
import { appendAudit } from './audit.ts'
import { contextOf } from './context.ts'
import type { Database } from './db.ts'
import { claimKey, keepResponse, requestHash } from './idempotency.ts'
import type { AnyOperation } from './operation.ts'
import { parseInput, requireVerb } from './operation.ts'
import { withScope } from './scope.ts'

export type Call = {
  actor: Actor
  input: unknown
  locale?: Locale /** Idempotency-Key */
  key?: string | undefined
}

/**
 * Runs an operation for an actor and returns its output as its schema lets it out (fields that the schema does not
 * name are dropped). With a key that was used before, returns the stored answer and does nothing.
 */
export async function runOperation(
  db: Pick<Database, 'app'>,
  op: AnyOperation,
  call: Call,
): Promise<unknown> {
  const input = parseInput(op, call.input)
  requireVerb(op, call.actor, input)
  return withScope(db, call.actor, async (tx) => {
    const { ctx, notes } = contextOf(tx, call.actor, call.locale)
    const claim =
      call.key === undefined
        ? undefined
        : { operation: op.name, key: call.key, hash: requestHash(call.input) }
    const earlier = claim && (await claimKey(ctx, claim))
    if (earlier) return earlier.response
    const output = letOut(op, await op.run(ctx, input))
    if (claim) await keepResponse(ctx, claim, output)
    if (op.audit !== 'none') await appendAudit(ctx, { operation: op.name, kind: op.audit, notes })
    return output
  })
}

function letOut(op: AnyOperation, result: unknown): unknown {
  const read = op.output.safeParse(result)
  invariant(read.success, `${op.name} answered against its own schema: ${read.error?.message}`)
  return read.data
}
