/** Amounts: exact fractions inside, one named rounding where a fen must be whole. */
import { parseRatio } from '../../ratio.ts'
import type {
  AddNode,
  ConvertNode,
  DivideNode,
  MultiplyNode,
  ProportionNode,
  RoundNode,
  SubtractNode,
} from '../node.ts'
import type { ValueType } from '../types.ts'
import { isWhole } from '../values/table.ts'
import type { Answer, Column, Place, SqlRule } from './rule.ts'
import { absorbed, anyIs, computed, skipped, states } from './rule.ts'
import { divided, fraction, MOST, narrowed, reduced } from './values.ts'

export const addSql: SqlRule<AddNode> = (node, place) => {
  const parts = node.of.map(place.col)
  const state = skipped(parts)
  if (!isWhole(place.typeOf(node))) {
    const given = parts.map(({ v }) => `to_jsonb(${v})`).join(', ')
    return computed(state, fractionSum(`jsonb_build_array(${given})`, place.name()))
  }
  const terms = parts.map(({ v }) => `coalesce(${v}, 0)`)
  const sums = terms.map((_, i) => terms.slice(0, i + 1).join(' + '))
  const fits = sums.map((sum) => `abs(${sum}) <= ${MOST}`).join(' and ')
  return computed(state, `(case when ${fits} then ${sums.at(-1)} end)`)
}

/** Fractions of a JSON array added one by one, each sum in lowest terms; null where one on the way is too large. */
export function fractionSum(list: string, name: string): string {
  const [num, den] = [`coalesce((x.f ->> 0)::numeric, 0)`, `coalesce((x.f ->> 1)::numeric, 1)`]
  const next = reduced(`${name}.r[1] * ${den} + ${num} * ${name}.r[2]`, `${name}.r[2] * ${den}`)
  return `(with recursive ${name}(l, i, r) as (select ${list}, 0, array[0, 1]::numeric[] union all select ${name}.l, ${name}.i + 1, ${next} from ${name} cross join lateral (select ${name}.l -> ${name}.i as f offset 0) x where ${name}.i < jsonb_array_length(${name}.l) and ${name}.r is not null) select ${name}.r from ${name} order by ${name}.i desc limit 1)`
}

export const subtractSql: SqlRule<SubtractNode> = (node, place) => {
  const sides = [place.col(node.left), place.col(node.right)] as const
  const [a, b] = sides
  const state = states([
    [`${a.s} = 1 and ${b.s} = 1`, 1],
    [anyIs(sides, 2), 2],
    [anyIs(sides, 3), 3],
  ])
  const type = place.typeOf(node)
  if (isWhole(type)) return computed(state, narrowed(`(coalesce(${a.v}, 0) - coalesce(${b.v}, 0))`))
  const zero = 'array[0, 1]::numeric[]'
  const [an, ad] = fraction(`coalesce(${a.v}, ${zero})`, type)
  const [bn, bd] = fraction(`coalesce(${b.v}, ${zero})`, type)
  return computed(state, reduced(`${an} * ${bd} - ${bn} * ${ad}`, `${ad} * ${bd}`))
}

export const multiplySql: SqlRule<MultiplyNode> = (node, place) =>
  scaled(node, place, ([an, ad], [bn, bd]) => [`${an} * ${bn}`, `${ad} * ${bd}`])

export const divideSql: SqlRule<DivideNode> = (node, place) =>
  scaled(node, place, ([an, ad], [bn, bd]) => [`${an} * ${bd}`, `${ad} * ${bn}`])

type Fraction = readonly [num: string, den: string]

function scaled(
  node: MultiplyNode | DivideNode,
  place: Place,
  combine: (a: Fraction, b: Fraction) => Fraction,
): Answer {
  const sides = [place.col(node.left), place.col(node.right)] as const
  const [num, den] = combine(...fractions(sides, [place.typeOf(node.left), place.typeOf(node.right)]))
  const value = isWhole(place.typeOf(node)) ? narrowed(divided(num, den, node.rounding)) : reduced(num, den)
  return computed(absorbed(sides), value)
}

function fractions(
  [a, b]: readonly [Column, Column],
  [left, right]: readonly [ValueType, ValueType],
): [Fraction, Fraction] {
  return [fraction(a.v, left), fraction(b.v, right)]
}

export const proportionSql: SqlRule<ProportionNode> = (node, place) => {
  const sides = [place.col(node.left), place.col(node.right)] as const
  const types = [place.typeOf(node.left), place.typeOf(node.right)] as const
  const [[an, ad], [bn, bd]] = fractions(sides, types)
  return computed(absorbed(sides), reduced(`${an} * ${bd}`, `${ad} * ${bn}`))
}

/** How many steps, as an exact fraction; that rounded; and so many steps. Each must fit. */
export const roundSql: SqlRule<RoundNode> = (node, place) => {
  const of = place.col(node.of)
  const type = place.typeOf(node)
  const { num: top, den: bottom } = parseRatio(node.step)
  const step = { num: `${top}::numeric`, den: `${bottom}::numeric` }
  const [num, den] = fraction(of.v, type)
  const steps = reduced(`${num} * ${step.den}`, `${den} * ${step.num}`)
  const whole = narrowed(divided('a.r[1]', 'a.r[2]', node.rounding))
  const back = reduced(`b.n * ${step.num}`, step.den)
  const value = isWhole(type) ? narrowed(divided('c.r[1]', 'c.r[2]', node.rounding)) : 'c.r'
  return computed(
    absorbed([of]),
    `(select ${value} from (select ${back} as r from (select ${whole} as n from (select ${steps} as r offset 0) a offset 0) b offset 0) c)`,
  )
}

/** A whole number of one kind read as another; of a fraction its whole part. */
export const convertSql: SqlRule<ConvertNode> = (node, place) => {
  const of = place.col(node.of)
  const [num, den] = fraction(of.v, place.typeOf(node.of))
  const value = isWhole({ kind: node.to }) ? narrowed(divided(num, den, 'down')) : `array[${num}, ${den}]`
  return computed(absorbed([of]), value)
}
