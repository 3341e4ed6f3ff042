/** What the web page and machines may know about the house: meta, health, OpenAPI. */
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { requireReady } from '../accounts/session.ts'
import type { Actor } from '../actor.ts'
import { may } from '../actor.ts'
import { clock } from '../clock.ts'
import type { House } from '../house.ts'
import { openApi } from './openapi.ts'

export function metaRoutes(app: FastifyInstance, house: House): void {
  const description = openApi(house)
  app.get('/api/openapi.json', async () => description)
  app.get('/api/health', async () => {
    await sql`select 1`.execute(house.db.app)
    return { status: 'ok', version: house.version }
  })
  app.get('/api/meta', async (request) => metaOf(house, requireReady(await request.session()).actor))
}

/** The declarations that an actor may see, room by room. */
export function metaOf(house: House, actor: Actor): Record<string, unknown> {
  const parts = Object.entries(house.meta).map(([name, part]) => [name, part(actor)])
  return {
    version: house.version,
    county: { code: house.county, name: house.countyName },
    today: clock.today(),
    verbs: [...actor.verbs],
    operations: house.operations
      .filter((op) => allowed(actor, op.can))
      .map(({ name, text }) => ({ name, text })),
    ...Object.fromEntries(parts),
  }
}

/** An operation whose verb depends on its input is listed; it is checked when it is called. */
function allowed(actor: Actor, can: unknown): boolean {
  return typeof can !== 'string' || can === 'public' || can === 'signedIn' || may(actor, can)
}
