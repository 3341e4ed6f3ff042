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
    name,
    json: jsonOf(column, page),
  }))
  const branches = remembered(
    (i) => outcome.bits.slice(i * outcome.bitWords, (i + 1) * outcome.bitWords).join(),
    (i) => kernel.branches(outcome, i),
  )
  const [result, given, digested] = [objectOf(results), givenOf(page), objectOf(factsOf(page))]
  const onDay = remembered(
    (i) => outcome.on[i] as number,
    (i) => (outcome.on[i] === 0 ? null : dayOfCode(outcome.on[i] as number)),
  )
  return {
    area: places.map((i) => facts.areas[i] as string),
    subjectId: places.map((i) => facts.ids[i] as number),
    onDay: places.map(onDay),
    status: places.map((i) => words[outcome.status[i] as 0 | 1 | 2]),
    result: places.map(result),
    branches: places.map(branches),
    given: places.map(given),
    factsDigest: places.map((i) => sha256(digested(i))),
  }
}

/** So many different values are remembered; most columns have few. */
const MOST_REMEMBERED = 4096

/** Equal keys are computed once. */
function remembered<K, V>(keyOf: (i: number) => K, compute: (i: number) => V): (i: number) => V {
  const seen = new Map<K, V>()
  return (i) => {
    const key = keyOf(i)
    const known = seen.get(key)
    if (known !== undefined) return known
    const value = compute(i)
    if (seen.size < MOST_REMEMBERED) seen.set(key, value)
    return value
  }
}

/** A value of each subject as JSON; undefined where the object is to leave it out. */
type Part = { readonly name: string; readonly json: (i: number) => string | undefined }

/** Objects as text: written once a name, not once a subject. */
function objectOf(parts: readonly Part[]): (i: number) => string {
  const named = parts.map(({ name, json }) => ({ key: `${JSON.stringify(name)}:`, json }))
  return (i) => {
    let text = ''
    for (const { key, json } of named) {
      const value = json(i)
      if (value !== undefined) text += text === '' ? key + value : `,${key}${value}`
    }
    return `{${text}}`
  }
}

/** A result as the wire carries it, as text. */
function jsonOf(column: Outcome['results'][string], { kernel }: Page): (i: number) => string {
  const { type, states: of, values } = column
  const text =
    type.kind === 'money'
      ? remembered(
          (i) => values[i] as number,
          (i) => `"${yuanText(values[i] as number as Fen)}"`,
        )
      : (i: number) => JSON.stringify(encodeReading(readingAt(column, i, kernel.words), type))
  return (i) => {
    if (of[i] === states.notApplicable) return '{"applicable":false}'
    return of[i] === states.known ? text(i) : 'null'
  }
}

/** What cannot be read again: other policies' results, the day, parameters that the subject's papers fix. */
function givenOf({ facts }: Page): (i: number) => string {
  const stated = Object.entries(facts.stated).map(([name, cells]) => ({
    name,
    json: remembered(
      (i) => cells[i],
      (i) => JSON.stringify(cells[i]),
    ),
  }))
  const own = Object.entries(facts.parameters).map(([name, cells]) => ({
    name,
    json: (i: number) => (cells[i] === null || isAbsent(cells[i]) ? undefined : JSON.stringify(cells[i])),
  }))
  const [ofFacts, ofParameters] = [objectOf(stated), objectOf(own)]
  return (i) => `{"facts":${ofFacts(i)},"parameters":${ofParameters(i)}}`
}

function isAbsent(wire: unknown): boolean {
  return typeof wire === 'object' && wire !== null && 'applicable' in wire
}

/** The facts as `gather` digests them: sorted JSON by name. */
function factsOf({ facts: { cells, lists } }: Page): readonly Part[] {
  const names = [...Object.keys(cells), ...Object.keys(lists)].sort((a, b) => (a < b ? -1 : 1))
  return names.map((name) => {
    const [list, column] = [lists[name], cells[name] ?? []]
    if (list) return { name, json: (i: number) => sortedJson(recordsAt(list, i)) }
    const json = remembered(
      (i) => column[i],
      (i) => sortedJson(column[i] ?? null),
    )
    return { name, json }
  })
}

function recordsAt({ offsets, fields }: Page['facts']['lists'][string], i: number): readonly Wire[] {
  const [first, end] = [offsets[i] as number, offsets[i + 1] as number]
  return Array.from({ length: end - first }, (_, j) =>
    Object.fromEntries(Object.entries(fields).map(([name, cells]) => [name, cells[first + j] as Wire])),
  )
}
