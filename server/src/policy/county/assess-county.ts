/** A whole county by one policy: how many are entitled, and what it costs. Nothing is stored. */
import type { Outcome, Wire } from '#expression'
import { states, typeOf } from '#expression'
import type { Fen } from '#kernel'
import { fen, parseYuan, yuanText } from '#kernel'
import type { Ctx } from '#platform'
import type { Assessment } from '../assess.ts'
import type { DecideRequest, Room } from '../decide.ts'
import { assessedMany } from '../decide.ts'
import type { Policy } from '../define.ts'
import { policyProblems } from '../problems.ts'
import type { CountyDesk, CountyRequest, Page } from './page.ts'
import { assessPage, countyDesk } from './page.ts'

/** Counts by status, and the sums of money results of those where they are known. */
export type CountyTotals = {
  readonly policy: string
  readonly register: string
  readonly on: string
  readonly ruleHash: string
  readonly parameterVersion: string
  readonly subjects: number
  readonly known: number
  readonly unknown: number
  readonly problem: number
  /** By result: in yuan, and how many have it. */
  readonly totals: Readonly<Record<string, { readonly total: string; readonly count: number }>>
  /** Subjects that were read or evaluated one by one. */
  readonly oneByOne: number
}

/** Subjects of one page: one statement a list, and as much memory as a page of cells. */
export const COUNTY_PAGE = 20_000

/** Reads and decides all subjects of a binding under the actor's scope. */
export function assessCounty(room: Room, ctx: Ctx, request: CountyRequest): Promise<CountyTotals> {
  return assessPages(room, (work) => work(ctx), request)
}

/** Opens the transaction of a page. */
export type Within = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>

/** The same, each page in a transaction of its own: `known` makes them agree. */
export async function assessPages(room: Room, within: Within, request: CountyRequest): Promise<CountyTotals> {
  const desk = countyDesk(room)
  const policy = room.registry.get(request.policy)
  const sums = newSums(policy)
  let after = 0
  while (after >= 0) {
    const place = { after, limit: COUNTY_PAGE }
    after = await within((ctx) => addNext(sums, { room, desk, ctx, request }, place))
  }
  const { book } = await within((ctx) => desk.bookOf(ctx, policy, request.known))
  const { policy: id, register, on } = request
  return { policy: id, register, on, ruleHash: policy.hash, parameterVersion: book.version, ...told(sums) }
}

type Reading = { room: Room; desk: CountyDesk; ctx: Ctx; request: CountyRequest }

/** Adds a page; says after whom the next begins, -1 where there is none. */
async function addNext(
  sums: Sums,
  { room, desk, ctx, request }: Reading,
  place: { after: number; limit: number },
): Promise<number> {
  const page = await assessPage(desk, ctx, request, place)
  const ids = page ? page.facts.ids : await idsOf(room, ctx, request, place)
  if (page) addPage(sums, page)
  const apart = page ? [...page.facts.apart].map((i) => ids[i] as number) : ids
  for (const one of await assessApart(room, ctx, request, apart)) addOne(sums, one)
  return ids.length < place.limit ? -1 : (ids.at(-1) as number)
}

/** A fact that cannot be read as a column: then every subject is read by itself. */
export async function idsOf(
  room: Room,
  ctx: Ctx,
  { register }: CountyRequest,
  place: { after: number; limit: number },
): Promise<readonly number[]> {
  if (!room.source.subjects) throw policyProblems.noSubjects()
  return (await room.source.subjects(ctx, register, place)).ids
}

/** How many rows of the register the actor sees. */
export async function countOf(room: Room, ctx: Ctx, { register }: CountyRequest): Promise<number> {
  if (!room.source.subjects) throw policyProblems.noSubjects()
  return (await room.source.subjects(ctx, register, { after: 0, limit: 0 })).left
}

/** Those of the subjects that were known then: who came later is not decided. */
export async function presentOf(
  room: Room,
  ctx: Ctx,
  { policy, register, on, known }: CountyRequest,
  ids: readonly number[],
): Promise<DecideRequest[]> {
  const source = room.source.together?.() ?? room.source
  const subjects = ids.map((id) => ({ register, id }))
  const read = await Promise.all(
    subjects.map((subject) => source.read(ctx, { subject, facts: {}, valid: on, known })),
  )
  return subjects.filter((_, i) => read[i] !== undefined).map((subject) => ({ policy, subject, on, known }))
}

async function assessApart(
  room: Room,
  ctx: Ctx,
  request: CountyRequest,
  ids: readonly number[],
): Promise<Assessment[]> {
  const untraced = (await presentOf(room, ctx, request, ids)).map((one) => ({ ...one, trace: false }))
  return (await assessedMany(room, ctx, untraced)).map((one) => one.assessment)
}

type Sum = { total: number; count: number }
type Sums = {
  counts: [known: number, problem: number, unknown: number]
  money: Map<string, Sum>
  oneByOne: number
}

/** Every money result has its sum from the beginning. */
function newSums({ tree }: Policy): Sums {
  const money = Object.entries(tree.results).filter(([, { node }]) => typeOf(node).kind === 'money')
  return {
    counts: [0, 0, 0],
    money: new Map(money.map(([name]) => [name, { total: 0, count: 0 }])),
    oneByOne: 0,
  }
}

function addPage(sums: Sums, { facts: { apart }, outcome }: Page): void {
  for (let i = 0; i < outcome.count; i++) if (!apart.has(i)) count(sums, outcome.status[i] as number)
  sums.oneByOne += outcome.redone.filter((i) => !apart.has(i)).length
  for (const [name, column] of Object.entries(outcome.results))
    if (column.type.kind === 'money') addColumn(sumOf(sums, name), column, apart)
}

function addColumn(sum: Sum, column: Outcome['results'][string], apart: ReadonlySet<number>): void {
  for (let i = 0; i < column.states.length; i++) {
    if (column.states[i] !== states.known || apart.has(i)) continue
    add(sum, column.values[i] as number)
  }
}

function addOne(sums: Sums, { status, result }: Assessment): void {
  count(sums, states[status])
  sums.oneByOne++
  for (const name of sums.money.keys()) addWire(sumOf(sums, name), result[name])
}

function addWire(sum: Sum, wire: Wire | undefined): void {
  if (typeof wire === 'string') add(sum, parseYuan(wire))
}

/** Beyond what can be told exactly `fen` is the Problem. */
function add(sum: Sum, amount: number): void {
  sum.total = fen(sum.total + amount)
  sum.count++
}

function sumOf({ money }: Sums, name: string): Sum {
  const sum = money.get(name) ?? { total: 0, count: 0 }
  money.set(name, sum)
  return sum
}

function count({ counts }: Sums, status: number): void {
  counts[status as 0 | 1 | 2]++
}

function told({ counts: [known, problem, unknown], money, oneByOne }: Sums) {
  const totals = [...money].map(([name, { total, count }]) => [
    name,
    { total: yuanText(total as Fen), count },
  ])
  return {
    subjects: known + problem + unknown,
    known,
    unknown,
    problem,
    totals: Object.fromEntries(totals),
    oneByOne,
  }
}
