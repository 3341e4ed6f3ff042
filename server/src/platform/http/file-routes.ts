/** Files in and out: one multipart field, content kept by its digest. */
import type { FastifyInstance } from 'fastify'
import { requireReady } from '../accounts/session.ts'
import { readFile, release, saveFile } from '../files.ts'
import type { House } from '../house.ts'
import { withScope } from '../scope.ts'
import { httpProblems } from './problems.ts'

export function fileRoutes(app: FastifyInstance, house: House): void {
  app.post('/api/files', async (request) => {
    const { actor } = requireReady(await request.session())
    const part = await request.file()
    if (!part) throw httpProblems.noFile()
    const bytes = await part.toBuffer()
    const given = { name: part.filename, mime: part.mimetype, bytes }
    return withScope(house.db, actor, (tx) => saveFile(tx, given)).finally(() => release(bytes))
  })
  app.get<{ Params: { id: string } }>('/api/files/:id', async (request, reply) => {
    const { actor } = requireReady(await request.session())
    const file = await withScope(house.db, actor, (tx) => readFile(tx, Number(request.params.id)))
    return reply
      .type(file.mime)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('cache-control', 'private, no-store')
      .send(file.bytes)
  })
}
