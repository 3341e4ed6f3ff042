/** GEN-01 in columns: all parts of a split are computed at once; weights anew only when the shares change. */
import type { PartNode } from '../node.ts'
import type { Emitter } from './emitter.ts'
import { MOST } from './emitter.ts'
import { known, roundedQuotient } from './numbers.ts'
import type { ColumnarRule } from './rule.ts'
import type { Slot, Standing } from './slot.ts'
import { absorbed, isCertain, isZero, may, scalar } from './slot.ts'

export const partColumn: ColumnarRule<PartNode> = {
  emit: (node, e) => {
    const total = e.slot(node.total)
    const given = node.shares.flatMap(({ share }) => (share === 'rest' ? [] : [e.slot(share)]))
    const names = node.shares.map(({ name, share }) => `${name}${share === 'rest' ? ' rest' : ''}`)
    const key = ['split', total.s, total.v, ...given.map(({ s, v, d }) => `${s} ${v}/${d}`), ...names].join(
      ',',
    )
    const parts = e.shared(key, () => split(e, node, total, given))
    return parts.get(node.name) ?? scalar(absorbed(e, [total, ...given]), '0')
  },
}

type Shares = { readonly given: readonly Slot[]; readonly order: readonly (number | 'rest')[] }
type Weights = {
  readonly whole: string
  readonly weights: readonly string[]
  readonly last: string
  readonly bad: string
}

function split(e: Emitter, node: PartNode, total: Slot, given: readonly Slot[]): ReadonlyMap<string, Slot> {
  let next = 0
  const order = node.shares.map(({ share }): number | 'rest' => (share === 'rest' ? 'rest' : next++))
  const { whole, weights, last, bad } = weigh(e, { given, order })
  const operands = absorbed(e, [total, ...given])
  e.redoIf(`${known(operands.s)}${bad} === 2`)
  const refused = `(${total.v} < 0 || ${bad} === 1)`
  const standing: Standing = {
    may: operands.may | may.problem,
    s: e.constant(`${operands.s} === 0 && ${refused} ? 1 : ${operands.s}`),
  }
  const left = e.variable(total.v)
  const zero = isZero(total) && given.every(isCertain)
  const parts = node.shares.map(({ name }, k) => {
    const part = e.variable(left)
    e.line(`if (${last} !== ${k}) {`)
    const exact = roundedQuotient(e, standing.s, { n: `${total.v} * ${weights[k]}`, d: whole }, 'half-up')
    e.line(`if (${exact} < ${left}) ${part} = ${exact};`)
    e.line('}')
    e.line(`${left} -= ${part};`)
    return [name, { ...scalar(standing, part), zero }] as const
  })
  return new Map([...parts].reverse()) // of two of one name the first
}

/** Shares over one denominator, kept from subject to subject. `bad`: 1 they do not add up, 2 too large. */
function weigh(e: Emitter, { given, order }: Shares): Weights {
  const isSteady = given.every(({ v, d }) => e.isSteady(v) && e.isSteady(d))
  const made = e.outside(isSteady, () => weighed(e, { given, order }))
  const { whole, weights, last, bad } = made
  if (isSteady) for (const name of [whole, ...weights, last, bad]) e.steady.add(name)
  return made
}

function weighed(e: Emitter, { given, order }: Shares): Weights {
  const inputs = given.flatMap(({ v, d }) => (d === '1' ? [v] : [v, d]))
  const before = inputs.map(() => e.kept('NaN'))
  const whole = e.kept('1')
  const weights = order.map(() => e.kept('0'))
  const [last, bad] = [e.kept('-1'), e.kept('0')]
  const changed = before.map((name, k) => `${name} !== ${inputs[k]}`).join(' || ') || `${last} < 0`
  e.line(`if (${changed}) {`)
  for (const [k, name] of before.entries()) e.line(`${name} = ${inputs[k]};`)
  e.line(`${whole} = 1; ${bad} = 0; ${last} = -1;`)
  for (const { d } of given) if (d !== '1') e.line(lcm(e, whole, d))
  const sum = e.name()
  e.line(`let ${sum} = 0;`)
  for (const [k, share] of order.entries()) {
    if (share === 'rest') continue
    const { v, d } = given[share] as Slot
    e.line(`${weights[k]} = ${v} * (${whole} / ${d}); ${sum} += ${weights[k]};`)
    e.line(`if (!(Math.abs(${weights[k]}) <= ${MOST} && Math.abs(${sum}) <= ${MOST})) ${bad} = 2;`)
  }
  closing({ e, order, whole, weights, sum, bad })
  for (const [k, name] of weights.entries())
    e.line(`if (${name} > 0) ${last} = ${k}; else if (${name} < 0 && ${bad} === 0) ${bad} = 1;`)
  e.line('}')
  return { whole, weights, last, bad }
}

type Closing = Pick<Shares, 'order'> &
  Pick<Weights, 'whole' | 'weights' | 'bad'> & { e: Emitter; sum: string }

/** The rest is what the others leave; without one they must add up. */
function closing({ e, order, whole, weights, sum, bad }: Closing): void {
  const rest = order.indexOf('rest')
  if (rest >= 0) e.line(`${weights[rest]} = ${whole} - ${sum};`)
  else e.line(`if (${bad} === 0 && ${sum} !== ${whole}) ${bad} = 1;`)
}

/** `whole` becomes the least common multiple of itself and `d`. */
function lcm(e: Emitter, whole: string, d: string): string {
  const [a, b, r] = [e.name(), e.name(), e.name()]
  return `{ let ${a} = ${whole}, ${b} = ${d}; while (${b} > 0) { const ${r} = ${a} % ${b}; ${a} = ${b}; ${b} = ${r}; } ${whole} = ${whole} / ${a} * ${d}; }`
}
