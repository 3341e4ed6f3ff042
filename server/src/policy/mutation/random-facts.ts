/** Random facts of a policy, of the right kinds: an example with something altered, or all at random. */
import type { ValueType } from '#expression'
import type { Fen } from '#kernel'
import { addDays, day, yuanText } from '#kernel'
import type { Policy } from '../define.ts'
import type { Chance } from './chance.ts'
import type { Pool } from './pool.ts'
import { poolOf } from './pool.ts'
import { neighbours } from './values.ts'

/** What an assessment starts from. */
export type Situation = {
  readonly given: Readonly<Record<string, unknown>>
  readonly on?: string
  readonly parameters?: Readonly<Record<string, unknown>>
}

const absent = { applicable: false }

/** `count` situations; the first are the examples themselves. */
export function situationsOf(policy: Policy, count: number, chance: Chance): readonly Situation[] {
  const pool = poolOf(policy)
  const examples: readonly Situation[] = policy.examples.map(({ given, on, parameters }) => ({
    given,
    on,
    parameters,
  }))
  const rest = Array.from({ length: Math.max(0, count - examples.length) }, () => {
    const like = examples.length > 0 && chance.next() < 0.7 ? chance.pick(examples) : undefined
    return like ? altered(policy, like, { pool, chance }) : drawn(policy, { pool, chance })
  })
  return [...examples, ...rest]
}

type Means = { readonly pool: Pool; readonly chance: Chance }

/** One to three facts drawn anew; sometimes a question of interpretation answered otherwise. */
function altered(policy: Policy, like: Situation, means: Means): Situation {
  const names = Object.keys(policy.tree.facts)
  const given: Record<string, unknown> = { ...like.given }
  for (let i = means.chance.below(3); i >= 0 && names.length > 0; i--) {
    const name = means.chance.pick(names)
    given[name] = fact(policy, name, means)
  }
  return { ...like, given, parameters: { ...like.parameters, ...answers(policy, means) } }
}

function drawn(policy: Policy, means: Means): Situation {
  const given = Object.keys(policy.tree.facts).map((name) => [name, fact(policy, name, means)])
  const on = policy.tree.on ? {} : { on: String(value({ kind: 'day' }, 'on', means)) }
  return { given: Object.fromEntries(given), parameters: answers(policy, means), ...on }
}

/** Other values of parameters, as a county may set them. */
function answers(policy: Policy, means: Means): Readonly<Record<string, unknown>> {
  const { chance } = means
  const free = Object.entries(policy.parameters).filter(([, { keys }]) => keys.length === 0)
  const moved = free.filter(([, { values }]) => chance.next() < (values.length === 0 ? 0.9 : 0.15))
  return Object.fromEntries(moved.map(([key, { type }]) => [key, value(type, `parameter ${key}`, means)]))
}

function fact(policy: Policy, name: string, means: Means): unknown {
  const type = policy.tree.facts[name]?.type as ValueType
  const dice = means.chance.next()
  if (dice < 0.04) return undefined
  if (dice < 0.07) return absent
  return value(type, name, means)
}

function value(type: ValueType, path: string, means: Means): unknown {
  if (type.kind === 'list') return rows(type, path, means)
  const { pool, chance } = means
  const [own, alike] = [pool.named(path), pool.of(type)]
  const dice = chance.next()
  if (own.length > 0 && dice < 0.5) return chance.pick(own)
  if (alike.length > 0 && dice < 0.75) {
    const wire = chance.pick(alike)
    return chance.next() < 0.3 ? chance.pick([wire, ...neighbours(wire, type)]) : wire
  }
  return anyOf(type, means) ?? (own.length > 0 ? chance.pick(own) : undefined)
}

function rows(type: ValueType & { kind: 'list' }, path: string, means: Means): unknown {
  return Array.from({ length: means.chance.below(5) }, () =>
    Object.fromEntries(
      Object.entries(type.fields).map(([field, { type: of }]) => {
        const dice = means.chance.next()
        const cell = dice < 0.02 ? null : dice < 0.05 ? absent : value(of, `${path}.${field}`, means)
        return [field, cell]
      }),
    ),
  )
}

/** Divided by these, shares in per cent with no, one or two places come to a half: 1 / 32 is 3.125 %. */
const halving = [8, 16, 32, 80, 160, 200, 400, 800, 2000, 4000, 20_000]

/** Of any size that an office may meet; days near those that the policy speaks of. */
function anyOf(type: ValueType, { pool, chance }: Means): unknown {
  const n = chance.pick([3, 12, 30, 100, 1000, 100_000])
  const size = chance.next() < 0.15 ? chance.pick(halving) : chance.below(n)
  const decimal = chance.pick([
    String(size),
    `${size}.${chance.below(100)}`,
    `${chance.below(10)}/${1 + chance.below(9)}`,
  ])
  const known = pool.of({ kind: 'day' })
  const draw: { readonly [K in ValueType['kind']]?: () => unknown } = {
    count: () => size,
    months: () => chance.below(Math.min(n, 500)),
    years: () => chance.below(Math.min(n, 120)),
    money: () =>
      yuanText((size * chance.pick([1, 100, 50_000]) + chance.pick([0, chance.below(100)])) as Fen),
    number: () => decimal,
    percent: () => chance.pick([String(chance.below(101)), `${chance.below(100)}.${chance.below(10)}`]),
    quantity: () => ({ value: decimal, unit: (type as { unit: string }).unit }),
    boolean: () => chance.next() < 0.5,
    choice: () => chance.pick(Object.keys((type as { options: object }).options)),
    text: () => chance.pick(['甲', '乙', '丙']),
    day: () =>
      addDays(day(String(known.length > 0 ? chance.pick(known) : '2024-01-01')), chance.below(2 * n) - n),
  }
  return draw[type.kind]?.()
}
