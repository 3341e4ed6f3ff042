/** `/gs/<id>`: the public's door. Plain HTML, works without script, read by `public_reader`, never indexed. */
import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Day } from '#kernel'
import { day, isDay, isProblem } from '#kernel'
import type { Database } from '#platform'
import { clock } from '#platform'
import { procedureProblems } from '../problems.ts'
import type { Look } from './frame.ts'
import { frame, link, speaker } from './frame.ts'
import { html } from './html.ts'
import { endedPage, noticePage, ROWS_A_PAGE, SHORT_LIST } from './notice-page.ts'
import type { Filled } from './objection-page.ts'
import { LONGEST_OBJECTION, objectionPage, receivedPage } from './objection-page.ts'
import type { PublicNotice } from './public-store.ts'
import { atNotice, listPublicRows, submitObjection } from './public-store.ts'
import { localeOf, words } from './words.ts'

type Db = Pick<Database, 'app'>
type Asked = FastifyRequest<{ Params: { id: string } }>

/** Mounts the pages; `house.publicPages` of a composed house. */
export function noticePages(app: FastifyInstance, { db }: { db: Db }): void {
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 64 * 1024 },
      (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    for (const url of ['/gs', '/gs/:id/*'])
      scope.get(url, async (request: Asked, reply) => page(request, reply, noNotice))
    scope.get('/gs/:id', async (request: Asked, reply) => page(request, reply, () => showNotice(db, request)))
    scope.get('/gs/:id/objection', async (request: Asked, reply) =>
      page(request, reply, () => showForm(db, request)),
    )
    scope.get('/gs/:id/received', async (request: Asked, reply) =>
      page(request, reply, () => showReceived(db, request)),
    )
    scope.post('/gs/:id/objection', async (request: Asked, reply) =>
      page(request, reply, () => takeObjection(db, request, reply)),
    )
  })
}

async function page(
  request: Asked,
  reply: FastifyReply,
  work: () => Promise<string | undefined>,
): Promise<FastifyReply> {
  reply.headers({
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  try {
    const markup = await work()
    return markup === undefined ? reply : reply.type('text/html; charset=utf-8').send(markup)
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown
    const look = lookOf(request)
    const title = speaker(look)(words.notFound)
    const body = html`<h1>${title}</h1><hr class="zhu"><p>${speaker(look)(thrown.text)}</p>`
    return reply
      .code(thrown.status)
      .type('text/html; charset=utf-8')
      .send(frame({ look, county: '', title, body }))
  }
}

/** An address that was typed or copied by halves is told in words, not in the form that programs read. */
async function noNotice(): Promise<string> {
  throw procedureProblems.noNotice({ notice: '' })
}

function lookOf(request: Asked): Look {
  const query = request.query as Record<string, unknown>
  return { locale: localeOf(query), big: query.size === 'big', path: request.url.split('?')[0] ?? '' }
}

function isOver({ notice }: PublicNotice, today: Day): boolean {
  return notice.withdrawnOn !== null || notice.until < today
}

async function showNotice(db: Db, request: Asked): Promise<string> {
  const query = request.query as Record<string, string | undefined>
  const asked = (query.q ?? '').trim().slice(0, 40)
  return atNotice(db, request.params.id, async (tx, found) => {
    if (isOver(found, clock.today())) return endedPage(found, lookOf(request))
    const all = query.all === '1' || found.notice.rowCount <= SHORT_LIST
    const at = Math.max(1, Math.trunc(Number(query.page)) || 1)
    const rows = asked
      ? await listPublicRows(tx, { name: asked, limit: ROWS_A_PAGE })
      : all
        ? await listPublicRows(tx, { offset: (at - 1) * ROWS_A_PAGE, limit: ROWS_A_PAGE })
        : []
    return noticePage(found, lookOf(request), clock.today(), { rows, asked, all, page: at })
  })
}

async function showForm(db: Db, request: Asked): Promise<string> {
  const query = request.query as Record<string, string | undefined>
  return atNotice(db, request.params.id, async (_, found) => {
    if (isOver(found, clock.today())) return endedPage(found, lookOf(request))
    return objectionPage(found, lookOf(request), { whom: query.whom ?? '', text: '', name: '', phone: '' })
  })
}

async function showReceived(db: Db, request: Asked): Promise<string> {
  const { n, on } = request.query as Record<string, string | undefined>
  const serial = Math.trunc(Number(n))
  return atNotice(db, request.params.id, async (_, found) => {
    if (!(serial > 0) || !on || !isDay(on)) throw procedureProblems.noNotice({ notice: '' })
    return receivedPage(found, lookOf(request), { serial, on: day(on) })
  })
}

/** Keeps what was written when something is wrong with it; sends on to the receipt when it is taken, so that a reload sends nothing twice. */
async function takeObjection(db: Db, request: Asked, reply: FastifyReply): Promise<string | undefined> {
  const filled = filledOf(request.body)
  const look = lookOf(request)
  try {
    const serial = await atNotice(db, request.params.id, async (tx, found) => {
      if (isOver(found, clock.today())) throw procedureProblems.noticeOver({ until: found.notice.until })
      checkText(filled.text)
      const row = await rowOf(tx, filled.whom)
      const text = filled.whom ? `对象：${filled.whom}\n${filled.text}` : filled.text
      return submitObjection(tx, found.notice.id, { ...filled, row, text, sender: senderOf(request.ip) })
    })
    const path = look.path.replace(/objection$/, 'received')
    reply.redirect(link(look, { path }, { n: serial, on: clock.today() }), 303)
    return undefined
  } catch (thrown) {
    if (!isProblem(thrown) || thrown.status === 404) throw thrown
    reply.code(thrown.status)
    return atNotice(db, request.params.id, async (_, found) =>
      objectionPage(found, look, filled, thrown.text),
    )
  }
}

function filledOf(body: unknown): Filled {
  const given = (body ?? {}) as Record<string, unknown>
  const text = (name: string, longest: number): string =>
    typeof given[name] === 'string' ? given[name].trim().slice(0, longest) : ''
  return {
    whom: text('whom', 40),
    text: text('text', 20_000),
    name: text('name', 40),
    phone: text('phone', 30),
  }
}

function checkText(text: string): void {
  if (text === '') throw procedureProblems.objectionEmpty()
  if (text.length > LONGEST_OBJECTION)
    throw procedureProblems.objectionLong({ length: text.length, longest: LONGEST_OBJECTION })
}

/** The row that is meant: its number, or a full name that stands on the list once. */
async function rowOf(tx: Parameters<typeof listPublicRows>[0], whom: string): Promise<number | null> {
  if (whom === '') return null
  if (/^\d{1,6}$/.test(whom)) return Number(whom)
  const named = (await listPublicRows(tx, { name: whom, limit: 50 })).filter((row) => row.name === whom)
  return named.length === 1 ? (named[0]?.rowNo ?? null) : null
}

const salt = randomBytes(16)

/** Tells floods apart without keeping an address: a digest that changes with every start. */
function senderOf(ip: string): string {
  return createHash('sha256').update(salt).update(ip).digest('base64url').slice(0, 22)
}
