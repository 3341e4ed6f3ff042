/** The HTTP door: session, operations, files, public pages, the web page itself. */
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastify from 'fastify'
import type { House } from '../house.ts'
import { fileRoutes } from './file-routes.ts'
import { loginLimit } from './login-limit.ts'
import { metaRoutes } from './meta-routes.ts'
import { operationRoutes } from './operation-routes.ts'
import { httpProblems } from './problems.ts'
import { sendProblem } from './refusal.ts'
import { sessionReader } from './session-cookie.ts'
import { sessionRoutes } from './session-routes.ts'
import { streamRoutes } from './stream-routes.ts'
import { serveWeb } from './web.ts'

export type ServerOptions = {
  /** Where the built web page lies; without it, `/` says how to build it. */
  webDir?: string
  /** Addresses (CIDR) of proxies whose x-forwarded-for is believed; default none. */
  trustedProxies?: readonly string[]
  logLevel?: string
  uploadMegabytes?: number
  /** Tries to sign in that one address has in a minute. */
  loginTries?: number
}

/** Builds the server of a composed house; the caller listens and closes. */
export async function buildServer(house: House, options: ServerOptions = {}): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: options.logLevel ?? 'warn', redact: ['req.headers.cookie'] },
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    bodyLimit: 32 * 1024 * 1024,
  })
  await app.register(cookie)
  await app.register(multipart, {
    limits: { files: 1, fileSize: (options.uploadMegabytes ?? 200) * 1024 * 1024 },
  })
  app.setErrorHandler(sendProblem)
  app.decorateRequest('session', sessionReader(house))
  app.addHook('onRequest', requireOwnHeader)
  app.addHook('onSend', async (_, reply) => void reply.headers(securityHeaders))
  sessionRoutes(app, house, loginLimit(options.loginTries))
  for (const mount of [operationRoutes, streamRoutes, fileRoutes, metaRoutes]) mount(app, house)
  house.publicPages?.(app, house)
  await serveWeb(app, options.webDir)
  return app
}

/** A form on another site cannot send this header; the cookie is same-site besides. */
async function requireOwnHeader(request: FastifyRequest): Promise<void> {
  const harmless = request.method === 'GET' || request.method === 'HEAD' || !request.url.startsWith('/api/')
  if (!harmless && request.headers['x-xiangce'] === undefined) throw httpProblems.header()
}

// antd writes its styles into the page, hence 'unsafe-inline' for styles only.
const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'",
}
