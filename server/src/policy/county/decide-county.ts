/** Deciding a whole county and keeping every decision: a page a transaction, as `decide.ts` keeps one. */
import type { Outcome, Wire } from '#expression'
import { dayOfCode, encodeReading, readingAt, states } from '#expression'
import type { Fen } from '#kernel'
import { yuanText } from '#kernel'
import type { Ctx } from '#platform'
import type { Room } from '../decide.ts'
import { decideMany } from '../decide.ts'
import { sha256, sortedJson } from '../hash.ts'
import { storeBook, storeVersion } from '../store.ts'
import { COUNTY_PAGE, countOf, idsOf, presentOf } from './assess-county.ts'
import type { CountyDesk, CountyRequest, Page } from './page.ts'
import { assessPage, countyDesk } from './page.ts'
import { storePage } from './page-store.ts'

/** How far it is: after which subject, and how many decisions are kept. */
export type CountyState = { readonly after: number; readonly decided: number; readonly total: number }

/** Decides the next page and keeps it; `done` where no subject is left. The same `known` in every page. */
export async function decideCountyPage(
  room: Room,
  ctx: Ctx,
  request: CountyRequest,
  {
    state: given,
    limit = COUNTY_PAGE,
    desk = countyDesk(room),
  }: {
    state?: CountyState | undefined
    limit?: number
    desk?: CountyDesk
  } = {},
): Promise<{ state: CountyState; done: boolean }> {
  const state = given ?? { after: 0, decided: 0, total: await countOf(room, ctx, request) }
  const place = { after: state.after, limit }
  const page = await assessPage(desk, ctx, request, place)
  const ids = page ? page.facts.ids : await idsOf(room, ctx, request, place)
  if (page) await keep(room, ctx, request, page)
  const apart = page ? [...page.facts.apart].map((i) => ids[i] as number) : ids
  const one = await presentOf(room, ctx, request, apart)
  await decideMany(room, ctx, one)
  const decided = ids.length - apart.length + one.length
  const next = { ...state, after: ids.at(-1) ?? state.after, decided: state.decided + decided }
  return { state: next, done: ids.length < limit }
}

async function keep(room: Room, ctx: Ctx, request: CountyRequest, page: Page): Promise<void> {
  const policy = room.registry.get(request.policy)
  const policyVersionId = await storeVersion(ctx.tx, policy)
  await storeBook(ctx.tx, policy.id, page.book)
  const places = page.facts.ids.map((_, i) => i).filter((i) => !page.facts.apart.has(i))
  const { register: subjectRegister, on: valid, known } = request
  const parameterVersion = page.book.version
  const shared = { policyVersionId, policy: policy.id, parameterVersion, subjectRegister, valid, known }
  await storePage(ctx, { ...shared, decidedBy: ctx.actor.accountId }, rowsOf(page, places))
}

const words = { [states.known]: 'known', [states.problem]: 'problem', [states.unknown]: 'unknown' } as const

/** Columns of the rows to be kept. */
function rowsOf(page: Page, places: readonly number[]) {
  const { facts, outcome, kernel } = page
  const results = Object.entries(outcome.results).map(([name, column]) => ({
    key: JSON.stringify(name),
    json: jsonOf(column, page),
  }))
  const branches = remembered(
    (i) => outcome.bits.slice(i * outcome.bitWords, (i + 1) * outcome.bitWords).join(),
    (i) => kernel.branches(outcome, i),
  )
  return {
    area: places.map((i) => facts.areas[i] as string),
    subjectId: places.map((i) => facts.ids[i] as number),
    onDay: places.map((i) => (outcome.on[i] === 0 ? null : dayOfCode(outcome.on[i] as number))),
    status: places.map((i) => words[outcome.status[i] as 0 | 1 | 2]),
    result: places.map((i) => `{${results.map(({ key, json }) => `${key}:${json(i)}`).join(',')}}`),
    branches: places.map(branches),
    given: places.map((i) => givenOf(page, i)),
    factsDigest: places.map((i) => sha256(factsJson(page, i))),
  }
}

/** Equal keys are computed once. */
function remembered<V>(keyOf: (i: number) => string, compute: (i: number) => V): (i: number) => V {
  const seen = new Map<string, V>()
  return (i) => {
    const key = keyOf(i)
    const known = seen.get(key)
    if (known !== undefined) return known
    const value = compute(i)
    seen.set(key, value)
    return value
  }
}

/** A result as the wire carries it, as text. */
function jsonOf(column: Outcome['results'][string], { kernel }: Page): (i: number) => string {
  const { type, states: of, values } = column
  const isMoney = type.kind === 'money'
  return (i) => {
    if (of[i] === states.notApplicable) return '{"applicable":false}'
    if (of[i] !== states.known) return 'null'
    if (isMoney) return `"${yuanText(values[i] as number as Fen)}"`
    return JSON.stringify(encodeReading(readingAt(column, i, kernel.words), type))
  }
}

/** What cannot be read again: other policies' results, the day, parameters that the subject's papers fix. */
function givenOf({ facts }: Page, i: number): string {
  const pick = (columns: Readonly<Record<string, readonly unknown[]>>, holds: (wire: unknown) => boolean) =>
    Object.fromEntries(
      Object.entries(columns).flatMap(([name, cells]) => (holds(cells[i]) ? [[name, cells[i]]] : [])),
    )
  const parameters = pick(facts.parameters, (wire) => wire !== null && !isAbsent(wire))
  return JSON.stringify({ facts: pick(facts.stated, () => true), parameters })
}

function isAbsent(wire: unknown): boolean {
  return typeof wire === 'object' && wire !== null && 'applicable' in wire
}

/** The facts as `gather` digests them: sorted JSON by name. */
function factsJson(page: Page, i: number): string {
  const { cells, lists } = page.facts
  const parts = namesOf(page).map((name) => {
    const list = lists[name]
    const value = list ? sortedJson(recordsAt(list, i)) : sortedJson(cells[name]?.[i] ?? null)
    return `${JSON.stringify(name)}:${value}`
  })
  return `{${parts.join(',')}}`
}

const names = new WeakMap<object, readonly string[]>()

function namesOf({ facts }: Page): readonly string[] {
  const known = names.get(facts)
  if (known) return known
  const sorted = [...Object.keys(facts.cells), ...Object.keys(facts.lists)].sort((a, b) => (a < b ? -1 : 1))
  names.set(facts, sorted)
  return sorted
}

function recordsAt({ offsets, fields }: Page['facts']['lists'][string], i: number): readonly Wire[] {
  const [first, end] = [offsets[i] as number, offsets[i + 1] as number]
  return Array.from({ length: end - first }, (_, j) =>
    Object.fromEntries(Object.entries(fields).map(([name, cells]) => [name, cells[first + j] as Wire])),
  )
}
