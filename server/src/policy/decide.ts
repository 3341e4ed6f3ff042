/** Deciding one subject of a register, and keeping the decision so that it can be done again. */
import type { Ctx } from '#platform'
import type { Assessment } from './assess.ts'
import { assess } from './assess.ts'
import type { Binding } from './binding.ts'
import type { Gathered, House, Request } from './gather.ts'
import { gather } from './gather.ts'
import type { ParameterBook } from './lookup.ts'
import { bookOf } from './lookup.ts'
import type { FactSource, Subject } from './port.ts'
import { policyProblems } from './problems.ts'
import type { PolicyRegistry } from './registry.ts'
import { countyValues, insertDecision, storeBook, storeVersion } from './store.ts'

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
  const book = bookOf(policy, await countyValues(ctx.tx, policy.id, full.known))
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
  const {
    assessment,
    book,
    gathered,
    request: full,
  } = await assessed(room, ctx, { ...request, trace: false })
  const { policy } = full
  await storeBook(ctx.tx, policy.id, book)
  const decisionId = await insertDecision(ctx.tx, {
    area: gathered.area,
    policyVersionId: await storeVersion(ctx.tx, policy),
    policy: policy.id,
    parameterVersion: book.version,
    subjectRegister: full.subject.register,
    subjectId: full.subject.id,
    onDay: assessment.on,
    valid: full.valid,
    known: full.known,
    status: assessment.status,
    result: assessment.result,
    branches: assessment.branches,
    given: {
      facts: { ...gathered.results, ...dayFacts(room, full), ...request.facts },
      parameters: gathered.parameters,
    },
    factsDigest: gathered.digest,
    decidedBy: ctx.actor.accountId,
  })
  const { status, result, missing, missingParameters, problems, checks, branches } = assessment
  return { decisionId, status, result, missing, missingParameters, problems, checks, branches }
}

/** Facts that are the day itself cannot be read again from a register. */
function dayFacts(room: Room, { policy, subject, on }: Request): Readonly<Record<string, unknown>> {
  const binding = room.bindings.find((b) => b.policy === policy.id && b.subject === subject.register)
  return Object.fromEntries(
    Object.entries(binding?.facts ?? {}).flatMap(([name, b]) => (b.kind === 'day' ? [[name, on]] : [])),
  )
}
