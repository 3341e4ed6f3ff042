/** One composed installation: what `main.ts` puts together and the doors (http, command line, jobs) use. */
import type { FastifyInstance } from 'fastify'
import type { Gate } from './accounts/session.ts'
import type { Actor } from './actor.ts'
import type { Database } from './db.ts'
import type { JobKind } from './jobs/define.ts'
import type { AnyOperation } from './operation.ts'

/** One part of `/api/meta`: what this actor may see of a room's declarations. */
export type MetaParts = Record<string, (actor: Actor) => unknown>

export type House = Gate & {
  db: Database
  countyName: string
  version: string
  operations: readonly AnyOperation[]
  jobs: readonly JobKind[]
  meta: MetaParts
  /** Pages without log-in under /gs: mounted by the room that posts notices. */
  publicPages?: (app: FastifyInstance, house: House) => void
}
