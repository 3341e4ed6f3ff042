/** Every operation is `POST /api/<name with / for .>` with a JSON body (decision 0001). */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireReady } from '../accounts/session.ts'
import type { Actor } from '../actor.ts'
import { visitor } from '../actor.ts'
import type { House } from '../house.ts'
import type { AnyOperation } from '../operation.ts'
import { runOperation } from '../run-operation.ts'

export function operationRoutes(app: FastifyInstance, house: House): void {
  for (const op of house.operations)
    app.post(operationPath(op), async (request, reply) => {
      const output = await runOperation(house.db, op, {
        actor: await callerOf(house, op, request),
        input: request.body ?? {},
        locale: request.headers['accept-language']?.startsWith('en') ? 'en' : 'zh',
        key: keyOf(op, request),
      })
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(output ?? null))
    })
}

/** `ledger.post` -> `/api/ledger/post`. */
export function operationPath(op: Pick<AnyOperation, 'name'>): string {
  return `/api/${op.name.replaceAll('.', '/')}`
}

async function callerOf(house: House, op: AnyOperation, request: FastifyRequest): Promise<Actor> {
  const session = await request.session()
  if (op.can === 'public') return session?.actor ?? visitor(house.county)
  return op.name === 'account.changePassword' && session ? session.actor : requireReady(session).actor
}

/** Reading twice does no harm: keys are kept for what writes. */
function keyOf(op: AnyOperation, request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && op.audit === 'write' ? key : undefined
}
