/** Deciding one subject of a register, and keeping the decision so that it can be done again. */
import type { Ctx } from '#platform'
import type { Assessment } from './assess.ts'
import { assess } from './assess.ts'
import type { Binding } from './binding.ts'
import type { Policy } from './define.ts'
import type { Gathered, House, Request } from './gather.ts'
import { gather } from './gather.ts'
import type { ParameterBook } from './lookup.ts'
import { bookOf } from './lookup.ts'
import type { FactSource, Subject } from './port.ts'
import { policyProblems } from './problems.ts'
import type { PolicyRegistry } from './registry.ts'
import type { NewDecision } from './store.ts'
import { countyValues, insertDecisions, storeBook, storeVersion } from './store.ts'

export type DecideRequest = {
  readonly policy: string
  readonly subject: Subject
  /** The day for which it is decided: the month of a benefit, the day of a taking. */
  readonly on: string
  /** Facts are read as they were true on this day (default: `on`) … */
  readonly valid?: string
  /** … and as they were known at this moment (default: now). */
  readonly known?: string
  /** Facts that the act states; they are stored with the decision. */
  readonly facts?: Readonly<Record<string, unknown>>
}
export type Decided = Pick<
  Assessment,
  'status' | 'result' | 'missing' | 'missingParameters' | 'problems' | 'checks' | 'branches'
> & { readonly decisionId: number }

/** What the room's functions share. */
export type Room = {
  readonly registry: PolicyRegistry
  readonly source: FactSource
  readonly bindings: readonly Binding[]
  /** Where the parameters of a policy are read once for many. */
  readonly book?: (ctx: Ctx, policy: Policy, known: string) => Promise<ParameterBook>
}

/** `above`: policies whose result is being asked for, so that two that ask each other are found. */
export function houseOf(room: Room, above: readonly string[]): House {
  return {
    source: room.source,
    bindingOf: (policy, register) => room.bindings.find((b) => b.policy === policy && b.subject === register),
    resultOf: async (ctx, request) => {
      if (above.includes(request.policy))
        throw policyProblems.binding({ policy: request.policy, why: above.join(' → ') })
      const { assessment } = await assessed(room, ctx, { ...request, trace: false }, above)
      return assessment.result[request.result] ?? null
    },
  }
}

export async function assessed(
  room: Room,
  ctx: Ctx,
  request: DecideRequest & { trace?: boolean },
  above: readonly string[] = [],
): Promise<{ assessment: Assessment; book: ParameterBook; gathered: Gathered; request: Request }> {
  const policy = room.registry.get(request.policy)
  const full: Request = {
    ...request,
    policy,
    valid: request.valid ?? request.on,
    known: request.known ?? ctx.now,
  }
  const gathered = await gather(ctx, houseOf(room, [...above, policy.id]), full)
  const book = await (room.book ?? readBook)(ctx, policy, full.known)
  const on = policy.tree.on ? undefined : request.on
  const { facts, origins, parameters } = gathered
  const assessment = assess(policy, facts, {
    book,
    on,
    origins,
    overrides: parameters,
    trace: request.trace ?? true,
  })
  return { assessment: { ...assessment, parameterVersion: book.version }, book, gathered, request: full }
}

export async function decideFor(room: Room, ctx: Ctx, request: DecideRequest): Promise<Decided> {
  const [decided] = await decideMany(room, ctx, [request])
  return decided as Decided
}

type Found = Awaited<ReturnType<typeof assessed>>

/** Many subjects of one act, in the order given: facts are read together, decisions kept in one statement. */
export async function decideMany(
  room: Room,
  ctx: Ctx,
  requests: readonly DecideRequest[],
): Promise<Decided[]> {
  const found = await assessedMany(
    room,
    ctx,
    requests.map((one) => ({ ...one, trace: false })),
  )
  const ids = await keepDecisions(room, ctx, found)
  return found.map(({ assessment }, at) => {
    const { status, result, missing, missingParameters, problems, checks, branches } = assessment
    const decisionId = ids[at] as number
    return { decisionId, status, result, missing, missingParameters, problems, checks, branches }
  })
}

/** Throws what the first of them throws, after all have ended: nothing of theirs runs behind a rolled back act. */
export async function assessedMany(
  room: Room,
  ctx: Ctx,
  requests: readonly (DecideRequest & { trace?: boolean })[],
): Promise<Found[]> {
  const shared = sharing(room)
  const ended = await Promise.allSettled(requests.map((one) => assessed(shared, ctx, one)))
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

/** The room for one act: rows and parameters are read once. */
export function sharing(room: Room): Room {
  const books = new Map<string, Promise<ParameterBook>>()
  return {
    ...room,
    source: { ...room.source, ...room.source.together?.() },
    book: (ctx, policy, known) => {
      const key = `${policy.id}@${known}`
      const book = books.get(key) ?? readBook(ctx, policy, known)
      books.set(key, book)
      return book
    },
  }
}

export async function readBook(ctx: Ctx, policy: Policy, known: string): Promise<ParameterBook> {
  return bookOf(policy, await countyValues(ctx.tx, policy.id, known))
}

async function keepDecisions(room: Room, ctx: Ctx, found: readonly Found[]): Promise<number[]> {
  const versions = new Map<Policy, number>()
  for (const [policy, all] of Map.groupBy(found, (one) => one.request.policy)) {
    versions.set(policy, await storeVersion(ctx.tx, policy))
    const books = new Map(all.map(({ book }) => [book.version, book]))
    for (const book of books.values()) await storeBook(ctx.tx, policy.id, book)
  }
  const rows = found.map((one) => decisionOf(room, ctx, one, versions.get(one.request.policy) as number))
  return insertDecisions(ctx.tx, rows)
}

function decisionOf(
  room: Room,
  ctx: Ctx,
  { assessment, book, gathered, request }: Found,
  policyVersionId: number,
): NewDecision {
  const { policy, subject, valid, known, facts } = request
  return {
    area: gathered.area,
    policyVersionId,
    policy: policy.id,
    parameterVersion: book.version,
    subjectRegister: subject.register,
    subjectId: subject.id,
    onDay: assessment.on,
    valid,
    known,
    status: assessment.status,
    result: assessment.result,
    branches: assessment.branches,
    given: {
      facts: { ...gathered.results, ...dayFacts(room, request), ...facts },
      parameters: gathered.parameters,
    },
    factsDigest: gathered.digest,
    decidedBy: ctx.actor.accountId,
  }
}

/** Facts that are the day itself cannot be read again from a register. */
function dayFacts(room: Room, { policy, subject, on }: Request): Readonly<Record<string, unknown>> {
  const binding = room.bindings.find((b) => b.policy === policy.id && b.subject === subject.register)
  return Object.fromEntries(
    Object.entries(binding?.facts ?? {}).flatMap(([name, b]) => (b.kind === 'day' ? [[name, on]] : [])),
  )
}
