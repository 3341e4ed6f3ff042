/** Brings the facts of one subject together: registers, the day, other policies' results, what who asks has stated. */
import type { FactOrigins } from '#expression'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Binding, FactBinding } from './binding.ts'
import type { Policy } from './define.ts'
import { sha256, sortedJson } from './hash.ts'
import type { AsOf, FactSource, Subject } from './port.ts'
import { policyProblems } from './problems.ts'

export type Request = { readonly policy: Policy; readonly subject: Subject; readonly on: string } & AsOf & {
    readonly facts?: Readonly<Record<string, unknown>>
  }

export type Gathered = {
  readonly area: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly origins: FactOrigins
  /** Parameters that the subject's own papers fix. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** Results of other policies that were used as facts. */
  readonly results: Readonly<Record<string, unknown>>
  readonly digest: string
}

/** What a gatherer knows of the house. `resultOf` decides another policy for the same subject. */
export type House = {
  readonly source: FactSource
  bindingOf(policy: string, register: string): Binding | undefined
  resultOf(ctx: Ctx, request: Omit<Request, 'policy'> & { policy: string; result: string }): Promise<unknown>
}

/** Throws `policy.subjectAbsent` where the actor does not see the row, `policy.unbound` where no binding leads there. */
export async function gather(ctx: Ctx, house: House, request: Request): Promise<Gathered> {
  const { policy, subject, valid, known, on } = request
  const binding = house.bindingOf(policy.id, subject.register)
  if (!binding) throw policyProblems.unbound({ policy: policy.id, register: subject.register })
  const own = Object.fromEntries(
    Object.entries(binding.facts).filter(([name]) => !Object.hasOwn(request.facts ?? {}, name)),
  )
  const asked = { ...registerFacts(own), ...prefixed(binding.parameters) }
  const read = await house.source.read(ctx, { subject, facts: asked, valid, known })
  if (!read) throw policyProblems.subjectAbsent()
  const results = await resultFacts(ctx, house, { request, facts: own })
  const facts = {
    ...pick(read.facts, Object.keys(registerFacts(own))),
    ...fixedFacts(own, on),
    ...results,
    ...request.facts,
  }
  const origins = { ...read.origins, ...statedOrigins(request.facts ?? {}), ...policyOrigins(own) }
  return {
    area: read.area,
    facts,
    origins,
    parameters: parametersIn(read.facts),
    results,
    digest: sha256(sortedJson(facts)),
  }
}

export const PREFIX = 'parameter:'

export function prefixed(parameters: Binding['parameters']): Readonly<Record<string, FactBinding>> {
  return Object.fromEntries(Object.entries(parameters).map(([key, field]) => [`${PREFIX}${key}`, field]))
}

/** An empty cell fixes nothing. */
function parametersIn(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fixed = Object.entries(facts).filter(
    ([name, value]) => name.startsWith(PREFIX) && value !== null && value !== undefined && !isEmpty(value),
  )
  return Object.fromEntries(fixed.map(([name, value]) => [name.slice(PREFIX.length), value]))
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'applicable' in value
}

export function registerFacts(
  facts: Readonly<Record<string, FactBinding>>,
): Readonly<Record<string, FactBinding>> {
  return Object.fromEntries(Object.entries(facts).filter(([, b]) => b.kind === 'field' || b.kind === 'list'))
}

export function fixedFacts(
  facts: Readonly<Record<string, FactBinding>>,
  on: string,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(facts).flatMap(([name, b]): [string, unknown][] => {
    if (b.kind === 'day') return [[name, on]]
    return b.kind === 'constant' ? [[name, b.value]] : []
  })
  return Object.fromEntries(entries)
}

async function resultFacts(
  ctx: Ctx,
  house: House,
  { request, facts }: { request: Request; facts: Readonly<Record<string, FactBinding>> },
): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {}
  for (const [name, b] of Object.entries(facts)) {
    if (b.kind === 'result')
      found[name] = await house.resultOf(ctx, { ...request, facts: {}, policy: b.policy, result: b.result })
  }
  return found
}

/** Of what who asked has stated. */
export function statedOrigins(facts: Readonly<Record<string, unknown>>): FactOrigins {
  return Object.fromEntries(
    Object.keys(facts).map((name) => [name, { label: t('办理时填写', 'stated in the act') }]),
  )
}

/** Of the facts that no register holds: another policy's result, a fixed value, the day. */
export function policyOrigins(facts: Readonly<Record<string, FactBinding>>): FactOrigins {
  const entries = Object.entries(facts).flatMap(([name, b]) => {
    if (b.kind === 'result')
      return [
        [
          name,
          { label: t('按政策认定', 'decided by policy'), register: `policy:${b.policy}`, field: b.result },
        ] as const,
      ]
    if (b.kind === 'constant') return [[name, { label: b.why }] as const]
    return b.kind === 'day' ? [[name, { label: t('办理日期', 'day of the decision') }] as const] : []
  })
  return Object.fromEntries(entries)
}

function pick(
  values: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.map((name) => [name, values[name]]))
}
