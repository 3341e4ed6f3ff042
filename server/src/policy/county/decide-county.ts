/** Deciding a whole county and keeping every decision: a page a transaction, as `decide.ts` keeps one. */
import { setImmediate } from 'node:timers/promises'
import type { Ctx } from '#platform'
import type { Room } from '../decide.ts'
import { decideMany } from '../decide.ts'
import { storeBook, storeVersion } from '../store.ts'
import { countOf, idsOf, presentOf } from './assess-county.ts'
import type { CountyDesk, CountyRequest, Place, ReadPage } from './page.ts'
import { countyDesk, decidedPage, readPage } from './page.ts'
import { rowsOf } from './page-rows.ts'
import type { PageRows, SharedCells } from './page-store.ts'
import { storePage } from './page-store.ts'

/** How far it is: after which subject, and how many decisions are kept. */
export type CountyState = { readonly after: number; readonly decided: number; readonly total: number }

/** Subjects of a transaction: what a killed process does again, in about a second. */
const DECIDE_PAGE = 50_000
/** Subjects of a statement: while PostgreSQL keeps a part, the next one is computed. */
const PART = 5_000

type Deciding = {
  readonly room: Room
  readonly ctx: Ctx
  readonly request: CountyRequest
  readonly desk: CountyDesk
}

/** Decides the next page and keeps it; `done` where no subject is left. The same `known` in every page. */
export async function decideCountyPage(
  room: Room,
  ctx: Ctx,
  request: CountyRequest,
  {
    state: given,
    limit = DECIDE_PAGE,
    part = PART,
    desk = countyDesk(room),
  }: {
    state?: CountyState | undefined
    limit?: number
    part?: number
    desk?: CountyDesk
  } = {},
): Promise<{ state: CountyState; done: boolean }> {
  const state = given ?? { after: 0, decided: 0, total: await countOf(room, ctx, request) }
  const deciding: Deciding = { room, ctx, request, desk }
  const first = await readPart(deciding, { after: state.after, limit: Math.min(part, limit) })
  const shared = first.read && (await sharedCells(deciding, first.read))
  let { after, decided } = state
  let [now, rows, left] = [first as Part | undefined, rowsOfPart(deciding, first), limit]
  for (let isLast = false; now && !isLast; ) {
    const { ids, apart }: Part = now
    ;[after, left, isLast] = [ids.at(-1) ?? after, left - ids.length, now.isLast]
    now = isLast || left === 0 ? undefined : await readPart(deciding, { after, limit: Math.min(part, left) })
    const [behind, kept] = [now, rows]
    const storing = shared && kept ? storePage(ctx, shared, kept) : undefined
    rows = await meanwhile(storing, () => behind && rowsOfPart(deciding, behind))
    decided += ids.length - apart.length + (await decideApart(deciding, apart))
    if (isLast) return { state: { ...state, after, decided }, done: true }
  }
  return { state: { ...state, after, decided }, done: false }
}

type Part = {
  readonly ids: readonly number[]
  /** Who is decided one by one. */
  readonly apart: readonly number[]
  readonly isLast: boolean
  readonly read?: ReadPage | undefined
}

async function readPart({ room, ctx, request, desk }: Deciding, place: Place): Promise<Part> {
  const read = await readPage(desk, ctx, request, place)
  const ids = read ? read.facts.ids : await idsOf(room, ctx, request, place)
  const apart = read ? [...read.facts.apart].map((i) => ids[i] as number) : ids
  return { ids, apart, isLast: ids.length < place.limit, read }
}

function rowsOfPart({ desk, request }: Deciding, { read }: Part): PageRows | undefined {
  return read && rowsOf(decidedPage(desk, request, read))
}

/** Computes while PostgreSQL works at what it was sent. Throws what the first of them throws, after both have ended. */
async function meanwhile<T>(sent: Promise<void> | undefined, compute: () => T): Promise<T> {
  const [stored, computed] = await Promise.allSettled([sent, underWay().then(compute)])
  if (stored.status === 'rejected') throw stored.reason
  if (computed.status === 'rejected') throw computed.reason
  return computed.value
}

/** Computing holds this process up: what is to be sent must have left it. */
async function underWay(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await setImmediate()
}

async function decideApart({ room, ctx, request }: Deciding, apart: readonly number[]): Promise<number> {
  if (apart.length === 0) return 0
  const one = await presentOf(room, ctx, request, apart)
  await decideMany(room, ctx, one)
  return one.length
}

/** What all rows have in common; the rule and the values that they were decided by are kept first. */
async function sharedCells({ room, ctx, request }: Deciding, { book }: ReadPage): Promise<SharedCells> {
  const policy = room.registry.get(request.policy)
  const policyVersionId = await storeVersion(ctx.tx, policy)
  await storeBook(ctx.tx, policy.id, book)
  const { register: subjectRegister, on: valid, known } = request
  const decided = { policyVersionId, policy: policy.id, parameterVersion: book.version }
  return { ...decided, subjectRegister, valid, known, decidedBy: ctx.actor.accountId }
}
