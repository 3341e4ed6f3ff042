/** Sign in, sign out, who am I, put on another hat. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { logIn } from '../accounts/login.ts'
import { logOut, type Session, switchHat } from '../accounts/session.ts'
import { areaNames } from '../areastore.ts'
import type { House } from '../house.ts'
import { formProblem } from '../operation.ts'
import { platformProblems } from '../problems.ts'
import type { LoginLimit } from './login-limit.ts'
import { dropCookie, keepCookie } from './session-cookie.ts'

const credentials = z.object({
  name: z.string().trim().toLowerCase().min(1).max(60),
  password: z.string().min(1).max(200),
})
const JSON_TYPE = 'application/json; charset=utf-8'
const chosen = z.object({ assignmentId: z.number().int() })

export function sessionRoutes(app: FastifyInstance, house: House, limit: LoginLimit): void {
  app.post('/api/session/login', async (request, reply) => {
    limit.take(request.ip)
    const { name, password } = read(credentials, request.body)
    const agent = request.headers['user-agent'] ?? ''
    const { token, mustChange } = await logIn(house.db, { login: name, password, ip: request.ip, agent })
    keepCookie(reply, token, request.protocol === 'https')
    return { mustChange }
  })
  app.post('/api/session/logout', async (request, reply) => {
    const session = await request.session()
    if (session) await logOut(house, session)
    dropCookie(reply)
    return {}
  })
  app.route({
    method: ['GET', 'POST'],
    url: '/api/session/me',
    handler: async (request, reply) => {
      const session = await request.session()
      // Nobody is an answer, not an error: the page asks before anybody has signed in.
      return reply.type(JSON_TYPE).send(JSON.stringify(session ? await describe(house, session) : null))
    },
  })
  app.post('/api/session/scope', async (request) => {
    const session = signedIn(await request.session())
    await switchHat(house, session, read(chosen, request.body).assignmentId)
    return {}
  })
}

/** What the page needs to know about who is signed in. */
export type Me = {
  accountId: number
  login: string
  name: string
  mustChange: boolean
  assignmentId: number | null
  scopes: {
    assignmentId: number
    role: string
    roleText: { zh: string; en: string }
    office: string
    area: string
    areaName: string
    deputy: boolean
    validTo: string | null
  }[]
  role: string
  office: string
  area: string
  areaName: string
  verbs: string[]
  actsFor: string | null
}

async function describe(house: House, session: Session): Promise<Me> {
  const { account, actor, hats } = session
  const names = await areaNames(house.db, house.county, [actor.area, ...hats.map((hat) => hat.area)])
  const nameOf = (area: string) => names.get(area) ?? (area === house.county ? house.countyName : area)
  return {
    accountId: account.id,
    login: account.login,
    name: account.name,
    mustChange: account.mustChange,
    assignmentId: session.assignmentId,
    role: actor.role,
    office: actor.office,
    area: actor.area,
    areaName: nameOf(actor.area),
    verbs: [...actor.verbs],
    actsFor: actor.actsFor?.name ?? null,
    scopes: hats.map((hat) => ({
      assignmentId: hat.id,
      role: hat.role,
      roleText: house.roles.get(hat.role)?.label ?? { zh: hat.role, en: hat.role },
      office: hat.office,
      area: hat.area,
      areaName: nameOf(hat.area),
      deputy: hat.deputyFor !== null,
      validTo: hat.validTo,
    })),
  }
}

function signedIn(session: Session | undefined): Session {
  if (!session) throw platformProblems.notSignedIn()
  return session
}

function read<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const found = schema.safeParse(body)
  if (!found.success) throw formProblem(found.error)
  return found.data
}
