/** The same command twice is done once: unique (account, operation, key), written in the command's own transaction. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from './context.ts'
import { platformProblems } from './problems.ts'

export type KeyClaim = { operation: string; key: string; hash: Buffer }

/** The digest of a request's body. */
export function requestHash(input: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(input ?? null))
    .digest()
}

/**
 * Takes a key, or returns the answer that it already has. A second request with the key waits at the unique index
 * until the first has committed. The same key with another body is refused (422).
 */
export async function claimKey(ctx: Ctx, claim: KeyClaim): Promise<{ response: unknown } | undefined> {
  const taken = await sql`
    insert into idempotency (account_id, operation, key, request_hash)
    values (${ctx.actor.accountId}, ${claim.operation}, ${claim.key}, ${claim.hash})
    on conflict do nothing`.execute(ctx.tx)
  if (taken.numAffectedRows === 1n) return undefined
  const found = await sql<{ requestHash: Buffer; response: unknown }>`
    select request_hash, response from idempotency
    where account_id = ${ctx.actor.accountId} and operation = ${claim.operation} and key = ${claim.key}`.execute(
    ctx.tx,
  )
  const earlier = found.rows[0]
  if (!earlier?.requestHash.equals(claim.hash)) throw platformProblems.keyReused({ key: claim.key })
  return { response: earlier.response }
}

/** Keeps the answer beside the key. */
export async function keepResponse(ctx: Ctx, claim: KeyClaim, response: unknown): Promise<void> {
  await sql`
    update idempotency set response = ${JSON.stringify(response ?? null)}::jsonb
    where account_id = ${ctx.actor.accountId} and operation = ${claim.operation} and key = ${claim.key}`.execute(
    ctx.tx,
  )
}
