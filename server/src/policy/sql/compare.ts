/** 复核: every subject of a policy read twice, by the oracle and by SQL, over the same rows of the registers. */
import { isDeepStrictEqual } from 'node:util'
import type { Value, ValueType } from '#expression'
import { encode, typeOf } from '#expression'
import { isProblem } from '#kernel'
import type { Ctx } from '#platform'
import type { Binding } from '../binding.ts'
import type { Room } from '../decide.ts'
import { houseOf, sharing } from '../decide.ts'
import type { Policy } from '../define.ts'
import { gather } from '../gather.ts'
import { bookOf } from '../lookup.ts'
import type { Subject } from '../port.ts'
import { policyProblems } from '../problems.ts'
import { countyValues } from '../store.ts'
import { bySql } from './read-store.ts'
import type { Given, Reader, Readings } from './readings.ts'
import { byOracle } from './readings.ts'

/** What a reading gave, in wire form; records and lists as statements carry them. */
export type Said = {
  readonly state: 'known' | 'na' | 'unknown' | 'problem' | 'none'
  readonly value: unknown
}

/** One result of one subject on which the two readings differ. */
export type Differing = {
  readonly register: string
  readonly id: number
  readonly result: string
  readonly first: Said
  readonly second: Said
}

export type CompareRequest = { readonly policy: string; readonly on: string; readonly known: string }

/** How far a comparison is. `binding`: which of the policy's bindings; `after`: the last subject looked at. */
export type CompareState = {
  readonly binding: number
  readonly after: number
  readonly total: number
  readonly compared: number
  readonly agreed: number
  readonly differing: readonly Differing[]
}

/** Subjects of one page: one statement, one transaction. */
const PAGE = 500

/** Compares the next page; `done` where no subject is left. `second`: the reading that the oracle is held against. */
export async function comparePage(
  room: Room,
  ctx: Ctx,
  given: { request: CompareRequest; state?: CompareState; page?: number; second?: Reader },
): Promise<{ state: CompareState; done: boolean }> {
  const { request, page = PAGE, second = bySql(ctx.tx) } = given
  const policy = room.registry.get(request.policy)
  const bindings = boundTo(room, policy)
  const state = given.state ?? (await start(room, ctx, bindings))
  const binding = bindings[state.binding]
  if (!binding) return { state, done: true }
  const { ids } = await subjectsOf(room)(ctx, binding.subject, { after: state.after, limit: page })
  const found = await differences({ room, ctx, policy, binding, second }, request, ids)
  const next = moved(state, { ids, page }, found)
  return { state: next, done: next.binding >= bindings.length }
}

function boundTo(room: Room, policy: Policy): readonly Binding[] {
  const bindings = room.bindings.filter((one) => one.policy === policy.id)
  if (bindings.length === 0) throw policyProblems.unboundAtAll({ policy: policy.id })
  return bindings
}

function subjectsOf(room: Room) {
  const { subjects } = room.source
  if (!subjects) throw policyProblems.noSubjects()
  return subjects
}

async function start(room: Room, ctx: Ctx, bindings: readonly Binding[]): Promise<CompareState> {
  let total = 0
  for (const { subject } of bindings)
    total += (await subjectsOf(room)(ctx, subject, { after: 0, limit: 0 })).left
  return { binding: 0, after: 0, total, compared: 0, agreed: 0, differing: [] }
}

function moved(
  state: CompareState,
  { ids, page }: { ids: readonly number[]; page: number },
  { compared, differing }: Found,
): CompareState {
  const over = ids.length < page
  return {
    ...state,
    binding: over ? state.binding + 1 : state.binding,
    after: over ? 0 : (ids.at(-1) ?? 0),
    compared: state.compared + compared,
    agreed: state.agreed + compared - new Set(differing.map(({ id }) => id)).size,
    differing: [...state.differing, ...differing],
  }
}

type Found = { readonly compared: number; readonly differing: readonly Differing[] }
type Around = { room: Room; ctx: Ctx; policy: Policy; binding: Binding; second: Reader }

async function differences(
  { room, ctx, policy, binding, second }: Around,
  request: CompareRequest,
  ids: readonly number[],
): Promise<Found> {
  if (ids.length === 0) return { compared: 0, differing: [] }
  const given = await factsOf(room, ctx, { policy, register: binding.subject, ids, request })
  const book = bookOf(policy, await countyValues(ctx.tx, policy.id, request.known))
  const [one, other] = [await byOracle(policy, book, given), await second(policy, book, given)]
  const differing = given.flatMap(({ id }) =>
    apart(policy, { register: binding.subject, id }, [one.get(id) ?? {}, other.get(id) ?? {}]),
  )
  return { compared: given.length, differing }
}

function apart(
  { tree }: Policy,
  subject: Subject,
  [one, other]: readonly [Readings, Readings],
): readonly Differing[] {
  return Object.entries(tree.results).flatMap(([result, { node }]) => {
    if (isDeepStrictEqual(one[result], other[result])) return []
    const [first, second] = [one, other].map((readings) => said(readings[result], typeOf(node))) as [
      Said,
      Said,
    ]
    return [{ ...subject, result, first, second }]
  })
}

const stateNames = ['known', 'na', 'unknown', 'problem'] as const

function said(reading: unknown, type: ValueType): Said {
  if (!Array.isArray(reading)) return { state: 'none', value: null }
  const [state, value] = reading as [number, unknown]
  return { state: stateNames[state] ?? 'none', value: state === 0 ? wireOf(value, type) : null }
}

/** Fractions travel as pairs. */
function wireOf(value: unknown, type: ValueType): unknown {
  if (value === null || type.kind === 'record' || type.kind === 'list') return value
  if (!Array.isArray(value)) return encode(value as Value, type)
  const [num, den] = value as [number, number]
  return encode({ num, den }, type)
}

/** Facts of all of them, read together as a decision would read them. Who came after the comparison began is left out. */
async function factsOf(
  room: Room,
  ctx: Ctx,
  given: { policy: Policy; register: string; ids: readonly number[]; request: CompareRequest },
): Promise<readonly Given[]> {
  const { policy, register, ids, request } = given
  const { on, known } = request
  const shared = sharing(room)
  const ended = await Promise.allSettled(
    ids.map(async (id): Promise<Given> => {
      const asked = { policy, subject: { register, id }, on, valid: on, known }
      const { facts, parameters } = await gather(ctx, houseOf(shared, [policy.id]), asked)
      return { id, facts, parameters, on }
    }),
  )
  return ended.flatMap((one) => {
    if (one.status === 'fulfilled') return [one.value]
    if (isProblem(one.reason) && one.reason.code === 'policy.subjectAbsent') return []
    throw one.reason
  })
}
