/** Runs one operation as a download: the log knows before the first byte leaves, and how far it went in the end. */
import { invariant, isProblem, t } from '#kernel'
import { appendAudit } from './audit.ts'
import { contextOf, type Note } from './context.ts'
import type { Database } from './db.ts'
import type { AnyOperation, Outgoing } from './operation.ts'
import { parseInput, requireVerb } from './operation.ts'
import type { Call } from './run-operation.ts'
import { withScope } from './scope.ts'

/** Where the file goes. `write` resolves once there is room for more, so that nothing piles up. */
export type Receiver = {
  begin(head: Pick<Outgoing, 'name' | 'mime'>): Promise<void>
  write(bytes: Uint8Array): Promise<void>
}

/**
 * Two records in the log, each in a transaction of its own, since the head of the chain must not wait for a slow receiver:
 * what is asked for, and what went out. Throws what the work threw; by then the receiver may have part of the file.
 */
export async function streamOperation(
  db: Pick<Database, 'app'>,
  op: AnyOperation,
  call: Omit<Call, 'key'> & { receiver: Receiver },
): Promise<void> {
  invariant(op.stream && op.audit === 'export', `${op.name} is a door that sends files and says so`)
  const input = parseInput(op, call.input)
  requireVerb(op, call.actor, input)
  const log = (note: Note) => logged(db, op, { ...call, note })
  await log({ after: call.input, text: t('开始下载', 'Download begun') })
  const sent = { bytes: 0, out: undefined as Outgoing | undefined }
  try {
    await send(db, op, { ...call, parsed: input, sent })
  } catch (thrown) {
    await log({ ...sent.out?.told(), text: broken(sent.bytes, thrown) })
    throw thrown
  }
  await log(sent.out?.told() ?? {})
}

type Sending = Omit<Call, 'key'> & {
  receiver: Receiver
  parsed: never
  sent: { bytes: number; out: Outgoing | undefined }
}

async function send(
  db: Pick<Database, 'app'>,
  op: AnyOperation,
  { actor, locale, receiver, parsed, sent }: Sending,
): Promise<void> {
  await withScope(db, actor, async (tx) => {
    const out = await op.stream?.(contextOf(tx, actor, locale).ctx, parsed)
    invariant(out, `${op.name} sends a file`)
    sent.out = out
    let begun = false
    for await (const bytes of out.pieces) {
      // The first piece is made before anything is promised: what is refused is still told as a Problem.
      if (!begun) await receiver.begin(out)
      begun = true
      await receiver.write(bytes)
      sent.bytes += bytes.length
    }
  })
}

function logged(
  db: Pick<Database, 'app'>,
  op: AnyOperation,
  { actor, locale, note }: Omit<Call, 'key'> & { note: Note },
): Promise<number> {
  return withScope(db, actor, (tx) =>
    appendAudit(contextOf(tx, actor, locale).ctx, { operation: op.name, kind: op.audit, notes: [note] }),
  )
}

function broken(bytes: number, thrown: unknown) {
  const why = isProblem(thrown) ? thrown.text : t('连接断开或出错', 'connection lost or error')
  return t(
    `没有下载完，已送出 ${bytes} 字节：${why.zh}`,
    `Not finished, ${bytes} bytes had gone out: ${why.en}`,
  )
}
