/** Mounts `/wo`. Read as a visitor without rights; only policies that were declared public are ever looked at. */
import { gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '#platform'
import { clock, milliseconds, visitor, withScope } from '#platform'
import { checkInquiries, readInquiryPage } from '#policy'
import type { Look } from '../public-page/frame.ts'
import { localeOf } from '../public-page/words.ts'
import type { Carried, InquiryGroup } from './page.ts'
import { inquiryPage, tooOftenPage } from './page.ts'
import { visitLimit } from './visit-limit.ts'

/** A parameter that was approved is on the page after a minute. */
const KEPT_MS = 60_000

type Kept = { readonly html: string; readonly packed: Buffer; readonly until: number }
type Of = Pick<House, 'db' | 'county' | 'countyName'>

/** Mounts the page for the inquiries given; `house.publicPages` of a composed house. Throws `inquiry.*` at a wrong declaration. */
export function inquiryPages(
  app: FastifyInstance,
  house: Of,
  given: { groups: readonly InquiryGroup[]; visits?: number },
): void {
  const groups = given.groups.filter(({ inquiries }) => inquiries.length > 0)
  checkInquiries(groups.flatMap(({ inquiries }) => inquiries))
  const limit = visitLimit(milliseconds, given.visits)
  const kept = new Map<string, Kept>()
  const version = milliseconds().toString(36)
  app.get('/wo', async (request, reply) => {
    const look = lookOf(request)
    if (!limit.take(request.ip)) return refuse(reply, look, house)
    const key = `${look.locale} ${look.big}`
    const known = kept.get(key)
    const page = known && known.until > milliseconds() ? known : await made({ house, groups, look, version })
    kept.set(key, page)
    return send(request, reply, page)
  })
  app.get('/wo/*', async (request, reply) => {
    if (/\btext\/html\b/.test(request.headers.accept ?? '')) return reply.redirect('/wo', 302) // typed or copied by a person
    return reply.callNotFound()
  })
}

async function made(given: {
  house: Of
  groups: readonly InquiryGroup[]
  look: Look
  version: string
}): Promise<Kept> {
  const { house, groups, look, version } = given
  const carried = await carry(house, groups)
  const html = inquiryPage({ look, county: house.countyName, groups, carried, version })
  return { html, packed: gzipSync(html, { level: 9 }), until: milliseconds() + KEPT_MS }
}

async function carry(house: Of, groups: readonly InquiryGroup[]): Promise<Carried> {
  const all = groups.flatMap(({ inquiries }) => inquiries)
  const page = await withScope(house.db, visitor(house.county), (tx) => readInquiryPage(tx, all, clock.now()))
  return {
    ...page,
    today: clock.today(),
    groups: groups.map(({ id, label, inquiries }) => ({
      id,
      label,
      inquiries: inquiries.map(({ policy }) => policy.id),
    })),
  }
}

function refuse(reply: FastifyReply, look: Look, { countyName }: Of): FastifyReply {
  return html(reply).code(429).header('retry-after', '60').send(tooOftenPage(look, countyName))
}

/** Many a telephone is on a thin line: the packed page is an eighth of it. */
function send(request: FastifyRequest, reply: FastifyReply, page: Kept): FastifyReply {
  const packs = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  html(reply).header('vary', 'accept-encoding')
  return packs ? reply.header('content-encoding', 'gzip').send(page.packed) : reply.send(page.html)
}

/** Not kept by the browser, so that the next one at a shared telephone finds no answers by going back. */
function html(reply: FastifyReply): FastifyReply {
  reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  return reply.type('text/html; charset=utf-8')
}

function lookOf(request: FastifyRequest): Look {
  const query = request.query as Record<string, unknown>
  return { locale: localeOf(query), big: query.size === 'big', path: '/wo' }
}
