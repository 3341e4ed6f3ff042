/** Runs one operation as one transaction: verb, input, idempotency, work, log, answer. */
import type { Locale } from '#kernel'
import { invariant } from '#kernel'
import { appendAccess } from './accounts/store.ts'
import type { Actor } from './actor.ts'
import { appendAudit, noteRecord } from './audit.ts'
import { type Ctx, contextOf, type Note } from './context.ts'
import type { Database, Tx } from './db.ts'
import { claimKey, keepResponse, requestHash } from './idempotency.ts'
import type { AnyOperation } from './operation.ts'
import { parseInput, requireVerb } from './operation.ts'
import { withDirectory, withScope } from './scope.ts'

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
  const open = op.home === 'directory' ? withDirectory : withScope
  return open(db, call.actor, (tx) => once(tx, op, { ...call, parsed: input }))
}

/**
 * Asks a reading door from inside another operation, in its transaction and in the same person's name: verb, scope and
 * masks hold. What changes something is refused, since it would escape its own record in the log.
 */
export async function askOperation(
  ctx: Ctx,
  doors: readonly AnyOperation[],
  { name, input }: { name: string; input: unknown },
): Promise<unknown> {
  const op = doors.find((one) => one.name === name)
  invariant(op && op.audit !== 'write', `${name} is a door that only reads`)
  const parsed = parseInput(op, input)
  requireVerb(op, ctx.actor, parsed)
  return letOut(op, await op.run(ctx, parsed))
}

async function once(tx: Tx, op: AnyOperation, call: Call & { parsed: never }): Promise<unknown> {
  const { ctx, notes } = contextOf(tx, call.actor, call.locale)
  const claim =
    call.key === undefined ? undefined : { operation: op.name, key: call.key, hash: requestHash(call.input) }
  const earlier = claim && (await claimKey(ctx, claim))
  if (earlier) return earlier.response
  const output = letOut(op, await op.run(ctx, call.parsed))
  if (claim) await keepResponse(ctx, claim, output)
  await writeLog(ctx, op, notes)
  return output
}

/** Last in the transaction: it locks the head of a chain. */
async function writeLog(ctx: Ctx, op: AnyOperation, notes: readonly Note[]): Promise<void> {
  if (op.audit === 'none') return
  if (op.home === 'directory') return appendDirectoryRecord(ctx, op, notes)
  await appendAudit(ctx, { operation: op.name, kind: op.audit, notes })
}

function appendDirectoryRecord(ctx: Ctx, op: AnyOperation, notes: readonly Note[]): Promise<void> {
  const subject = notes.find((note) => note.subject)?.subject
  const { accountId, name, role } = ctx.actor
  const about = subject?.startsWith('account:') ? Number(subject.slice('account:'.length)) : null
  return appendAccess(ctx.tx, {
    at: ctx.now,
    kind: op.name,
    accountId: about,
    by: accountId,
    notes: { name, role, notes: notes.map(noteRecord) },
  })
}

function letOut(op: AnyOperation, result: unknown): unknown {
  const read = op.output.safeParse(result)
  invariant(read.success, `${op.name} answered against its own schema: ${read.error?.message}`)
  return read.data
}
