/** Operations that send a file: `GET /api/<name>?input=<json>`, in pieces, while it is made. */
import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { requireReady } from '../accounts/session.ts'
import type { House } from '../house.ts'
import { type Receiver, streamOperation } from '../stream-operation.ts'
import { operationPath } from './operation-routes.ts'
import { httpProblems } from './problems.ts'

/** Each holds a connection of the database for as long as its receiver takes. */
const MOST_AT_ONCE = 4
/** A receiver that takes nothing for so long is gone. */
const PATIENCE_MS = 60_000
const ROOM = 1 << 20

export function streamRoutes(app: FastifyInstance, house: House): void {
  let running = 0
  for (const op of house.operations.filter(({ stream }) => stream))
    app.get<{ Querystring: { input?: string } }>(operationPath(op), async (request, reply) => {
      const { actor } = requireReady(await request.session())
      const input = jsonOf(request.query.input)
      if (running >= MOST_AT_ONCE) throw httpProblems.downloads({ most: MOST_AT_ONCE })
      running += 1
      const locale = request.headers['accept-language']?.startsWith('en') ? 'en' : 'zh'
      const body = new PassThrough({ highWaterMark: ROOM })
      try {
        await streamOperation(house.db, op, { actor, input, locale, receiver: receiverOf(reply, body) })
        body.end()
      } catch (thrown) {
        // Once bytes are out, all that can be said is that the file breaks off here.
        if (!reply.sent) throw thrown
        request.log.warn({ err: thrown }, 'a download broke off')
        body.destroy(thrown instanceof Error ? thrown : undefined)
      } finally {
        running -= 1
      }
      return reply
    })
}

function receiverOf(reply: FastifyReply, body: PassThrough): Receiver {
  return {
    begin: async ({ name, mime }) => {
      body.on('error', () => {}) // told by `write`
      void reply
        .type(mime)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('cache-control', 'private, no-store')
        .send(body)
      await setImmediate() // the head is out; before, nothing could break off
    },
    write: (bytes) => (body.destroyed || !body.write(bytes) ? roomIn(body) : Promise.resolve()),
  }
}

function roomIn(body: PassThrough): Promise<void> {
  return new Promise((room, fail) => {
    const gone = () => settle(() => fail(new Error('the receiver is gone')))
    const timer = setTimeout(gone, PATIENCE_MS)
    const settle = (then: () => void) => {
      clearTimeout(timer)
      body.off('drain', drained).off('close', gone)
      then()
    }
    const drained = () => settle(room)
    body.once('drain', drained).once('close', gone)
    if (body.destroyed) gone()
  })
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '{}')
  } catch {
    throw httpProblems.request({ reason: 'input' })
  }
}
