/** Plus, minus, times, divided by, parts of a total. Exact fractions inside, one named rounding where a fen must be whole. */

import { t } from '../../label.ts'
import type { Fen } from '../../money.ts'
import type { Ratio } from '../../ratio.ts'
import { addRatio, divRatio, mulRatio, parseRatio, ratio, subRatio } from '../../ratio.ts'
import { divideBig, narrow } from '../../round.ts'
import { split } from '../../split.ts'
import type {
  AddNode,
  DivideNode,
  MultiplyNode,
  Node,
  PartNode,
  ProportionNode,
  RoundNode,
  SubtractNode,
} from '../node.ts'
import { absorbing, finding, known, na, skipping } from '../reading.ts'
import type { Reading, Value, ValueType } from '../types.ts'
import { fromRatio, isAmount, isWhole, toRatio } from '../values/table.ts'
import type { KindRule, TypeOf } from './rule.ts'
import { joined, misfit, phrase, unite } from './rule.ts'

export const addRule: KindRule<AddNode> = {
  brackets: true,
  parts: (node) => node.of,
  type: (node, typeOf) => amounts(node.of, typeOf),
  evaluate: (node, run, typeOf) => skipping(node.of.map(run), (values) => known(total(values, typeOf(node)))),
  words: (node, say) => joined(node.of.map(say), ' ＋ ', ' + '),
}

/** Sum of amounts of one kind. */
export function total(values: readonly Value[], type: ValueType): Value {
  return fromRatio(
    values.reduce<Ratio>((sum, value) => addRatio(sum, toRatio(value, type)), ratio(0)),
    type,
    'half-up',
  )
}

export const subtractRule: KindRule<SubtractNode> = {
  brackets: true,
  parts: (node) => [node.left, node.right],
  type: (node, typeOf) => amounts([node.left, node.right], typeOf),
  evaluate: (node, run, typeOf) => {
    const [left, right] = [run(node.left), run(node.right)]
    if (left.state === 'na' && right.state === 'na') return na
    const zero = known(fromRatio(ratio(0), typeOf(node), 'half-up')) // 不适用 adds nothing and takes nothing away
    const sides = [left.state === 'na' ? zero : left, right.state === 'na' ? zero : right]
    return absorbing(sides, ([a, b]) =>
      known(
        fromRatio(
          subRatio(toRatio(a as Value, typeOf(node)), toRatio(b as Value, typeOf(node))),
          typeOf(node),
          'half-up',
        ),
      ),
    )
  },
  words: (node, say) => joined([say(node.left), say(node.right)], ' − '),
}

export const multiplyRule: KindRule<MultiplyNode> = {
  brackets: true,
  parts: (node) => [node.left, node.right],
  type: (node, typeOf) => scaled(node.left, node.right, typeOf),
  evaluate: (node, run, typeOf) => scale(node, { run, typeOf, exact: mulRatio, wide: product }),
  words: (node, say) => joined([say(node.left), say(node.right)], ' × '),
}

export const divideRule: KindRule<DivideNode> = {
  brackets: true,
  parts: (node) => [node.left, node.right],
  type: (node, typeOf) => scaled(node.left, node.right, typeOf),
  evaluate: (node, run, typeOf) => scale(node, { run, typeOf, exact: divRatio, wide: quotient }),
  words: (node, say) => joined([say(node.left), say(node.right)], ' ÷ '),
}

export const proportionRule: KindRule<ProportionNode> = {
  parts: (node) => [node.left, node.right],
  type: (node, typeOf) => {
    amounts([node.left, node.right], typeOf)
    return { kind: node.as }
  },
  evaluate: (node, run, typeOf) =>
    absorbing([run(node.left), run(node.right)], ([a, b]) =>
      known(divRatio(toRatio(a as Value, typeOf(node.left)), toRatio(b as Value, typeOf(node.right)))),
    ),
  words: (node, say) => joined([say(node.left), say(node.right)], ' ÷ '),
}

export const roundRule: KindRule<RoundNode> = {
  parts: (node) => [node.of],
  type: (node, typeOf) => amounts([node.of], typeOf),
  evaluate: (node, run, typeOf) =>
    absorbing([run(node.of)], ([value]) => {
      const steps = divRatio(toRatio(value as Value, typeOf(node)), parseRatio(node.step))
      return known(
        fromRatio(
          mulRatio(
            ratio(fromRatio(steps, { kind: 'count' }, node.rounding) as number),
            parseRatio(node.step),
          ),
          typeOf(node),
          node.rounding,
        ),
      )
    }),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)}，取整`,
      (x) => `${x(0)}, rounded`,
      [say(node.of)],
    ),
}

export const partRule: KindRule<PartNode> = {
  parts: (node) => [node.total, ...node.shares.flatMap((s) => (s.share === 'rest' ? [] : [s.share]))],
  type: (node, typeOf) => amounts([node.total], typeOf),
  evaluate: (node, run) =>
    absorbing([run(node.total), ...sharesOf(node).map(run)], ([sum, ...shares]) =>
      partOf(node, sum as Fen, shares as Ratio[]),
    ),
  words: (node, say) => {
    const own = node.shares.find((s) => s.name === node.name)?.share
    const others = sharesOf(node).map(say)
    return own === undefined || own === 'rest'
      ? phrase(
          (x) => `${x(0)} 减去其余各部分（${joined(others, '、').zh}）`,
          (x) => `${x(0)} less the other parts (${joined(others, ', ').en})`,
          [say(node.total)],
        )
      : joined([say(node.total), say(own)], ' × ')
  },
  reason: (node) => {
    const own = node.shares.find((s) => s.name === node.name)?.share
    return { used: [node.total, ...(own && own !== 'rest' ? [own] : sharesOf(node))] }
  },
}

function sharesOf(node: PartNode): readonly Node[] {
  return node.shares.flatMap((s) => (s.share === 'rest' ? [] : [s.share]))
}

/** GEN-01: the last part that is not zero takes the remainder. */
function partOf(node: PartNode, sum: Fen, given: readonly Ratio[]): Reading {
  if (sum < 0)
    return finding(
      'expression.negativeSplit',
      t('要分的总额小于 0，不能分。请检查总额。', 'The amount to be split is below 0. Check it.'),
    )
  let next = 0
  const shares = node.shares.map(
    (s) => [s.name, s.share === 'rest' ? 'rest' : (given[next++] as Ratio)] as const,
  )
  const parts = split(sum, shares)
  return known(parts.find(([name]) => name === node.name)?.[1] ?? 0)
}

/** `wide`: numerator and denominator not yet reduced, since between two whole amounts they may be larger than both. */
type Scaling = {
  readonly run: (n: Node) => Reading
  readonly typeOf: TypeOf
  readonly exact: (a: Ratio, b: Ratio) => Ratio
  readonly wide: (a: Ratio, b: Ratio) => readonly [bigint, bigint]
}

function product(a: Ratio, b: Ratio): readonly [bigint, bigint] {
  return [BigInt(a.num) * BigInt(b.num), BigInt(a.den) * BigInt(b.den)]
}

function quotient(a: Ratio, b: Ratio): readonly [bigint, bigint] {
  return [BigInt(a.num) * BigInt(b.den), BigInt(a.den) * BigInt(b.num)]
}

function scale(node: MultiplyNode | DivideNode, { run, typeOf, exact, wide }: Scaling): Reading {
  const type = typeOf(node)
  return absorbing([run(node.left), run(node.right)], (values) => {
    const a = toRatio(values[0] as Value, typeOf(node.left))
    const b = toRatio(values[1] as Value, typeOf(node.right))
    return known(isWhole(type) ? narrow(divideBig(...wide(a, b), node.rounding)) : exact(a, b))
  })
}

const scalars = ['percent', 'number', 'count', 'months', 'years', 'quantity']

function scaled(left: Node, right: Node, typeOf: TypeOf): ValueType {
  const [type, by] = [typeOf(left), typeOf(right)]
  if (!isAmount(type) || !scalars.includes(by.kind))
    throw misfit(
      `不能用 ${by.kind} 去乘除 ${type.kind}。`,
      `${type.kind} cannot be multiplied or divided by ${by.kind}.`,
    )
  return type
}

function amounts(nodes: readonly Node[], typeOf: TypeOf): ValueType {
  const type = unite(nodes.map(typeOf))
  if (!isAmount(type)) throw misfit(`${type.kind} 不能加减。`, `${type.kind} cannot be added or subtracted.`)
  return type
}
