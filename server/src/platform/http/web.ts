/** The built page; every address that is not the server's own opens it. */
import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { httpProblems } from './problems.ts'

export async function serveWeb(app: FastifyInstance, webDir: string | undefined): Promise<void> {
  const built = webDir !== undefined && existsSync(`${webDir}/index.html`)
  if (built)
    await app.register(fastifyStatic, {
      root: webDir,
      wildcard: false,
      maxAge: '1h',
      immutable: false,
      preCompressed: true, // where the build put a .gz beside a file
    })
  app.setNotFoundHandler(async (request, reply) => {
    const page = request.method === 'GET' && !/^\/(api|gs|wo)(\/|$)/.test(request.url)
    if (!page) throw httpProblems.route({ path: request.url })
    if (built) return reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0 })
    return reply.code(503).type('text/plain; charset=utf-8').send(notBuilt)
  })
}

const notBuilt = '网页还没有构建：请运行 npm start。\nThe web page is not built yet: run npm start.\n'
