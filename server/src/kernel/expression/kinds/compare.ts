/** Comparisons and extremes. "以上、以下" include the limit, "不满、超过" do not (GEN-02). */
import type { Text } from '../../label.ts'
import { t } from '../../label.ts'
import type { CompareNode, Comparison, ExtremeNode } from '../node.ts'
import { absorbing, known, sameValue, skipping } from '../reading.ts'
import type { Value, ValueType } from '../types.ts'
import { compareValues, isOrdered } from '../values/table.ts'
import type { KindRule, Say } from './rule.ts'
import { joined, misfit, unite } from './rule.ts'

type Operator = {
  readonly sign: string
  readonly ordered: boolean
  /** What holds where this does not. */
  readonly opposite: Comparison
  holds(a: Value, b: Value, type: ValueType): boolean
}

const operators = {
  below: {
    sign: '<',
    ordered: true,
    opposite: 'atLeast',
    holds: (a, b, type) => compareValues(a, b, type) < 0,
  },
  atMost: {
    sign: '≤',
    ordered: true,
    opposite: 'above',
    holds: (a, b, type) => compareValues(a, b, type) <= 0,
  },
  above: {
    sign: '>',
    ordered: true,
    opposite: 'atMost',
    holds: (a, b, type) => compareValues(a, b, type) > 0,
  },
  atLeast: {
    sign: '≥',
    ordered: true,
    opposite: 'below',
    holds: (a, b, type) => compareValues(a, b, type) >= 0,
  },
  is: { sign: '＝', ordered: false, opposite: 'isNot', holds: (a, b) => sameValue(a, b) },
  isNot: { sign: '≠', ordered: false, opposite: 'is', holds: (a, b) => !sameValue(a, b) },
} satisfies Record<Comparison, Operator>

export const compareRule: KindRule<CompareNode> = {
  parts: (node) => [node.left, node.right],
  type: (node, typeOf) => {
    const type = unite([typeOf(node.left), typeOf(node.right)])
    if (operators[node.op].ordered && !isOrdered(type))
      throw misfit(`${type.kind} 没有大小，不能比较。`, `${type.kind} has no order and cannot be compared.`)
    return { kind: 'boolean' }
  },
  evaluate: (node, run, typeOf) => {
    const operator: Operator = operators[node.op]
    return absorbing([run(node.left), run(node.right)], ([a, b]) =>
      known(operator.holds(a as Value, b as Value, typeOf(node.left))),
    )
  },
  words: (node, say) => relation(node, operators[node.op].sign, say),
  denied: (node, say) => {
    const { opposite }: Operator = operators[node.op]
    return relation(node, operators[opposite].sign, say)
  },
}

function relation(node: CompareNode, sign: string, say: Say): Text {
  const [left, right] = [say(node.left), say(node.right)]
  return t(`${left.zh} ${sign} ${right.zh}`, `${left.en} ${sign === '＝' ? '=' : sign} ${right.en}`)
}

export const extremeRule: KindRule<ExtremeNode> = {
  parts: (node) => node.of,
  type: (node, typeOf) => {
    const type = unite(node.of.map(typeOf))
    if (!isOrdered(type))
      throw misfit(
        `${type.kind} 没有大小，取不出最大最小。`,
        `${type.kind} has no order, so none is the largest.`,
      )
    return type
  },
  evaluate: (node, run, typeOf) =>
    skipping(node.of.map(run), (values) => known(extreme(values, node.pick, typeOf(node)))),
  words: (node, say) => {
    const list = joined(node.of.map(say), '、', ', ')
    return node.pick === 'largest'
      ? t(`${list.zh} 取高`, `the larger of ${list.en}`)
      : t(`${list.zh} 取低`, `the smaller of ${list.en}`)
  },
}

/** The largest or smallest; of equal ones the first. */
export function extreme(values: readonly Value[], pick: 'largest' | 'smallest', type: ValueType): Value {
  const sign = pick === 'largest' ? 1 : -1
  return values.reduce((best, value) => (sign * compareValues(value, best, type) > 0 ? value : best))
}
