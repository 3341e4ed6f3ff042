/** Slips in conditions: the limit in or out, the wrong side, "and" for "or", a condition left out. */
import type { NodeOf } from '#expression'
import { typeOf } from '#expression'
import { t } from '#kernel'
import { change, without } from './arithmetic.ts'
import type { Change } from './mutant.ts'

type Op = NodeOf<'compare'>['op']

const signs: Readonly<Record<Op, string>> = {
  below: '<',
  atMost: '≤',
  above: '>',
  atLeast: '≥',
  is: '＝',
  isNot: '≠',
}

const taken: Readonly<Record<Op, readonly Op[]>> = {
  below: ['atMost', 'atLeast'],
  atMost: ['below', 'above'],
  above: ['atLeast', 'atMost'],
  atLeast: ['above', 'below'],
  is: ['isNot', 'atLeast', 'atMost'],
  isNot: ['is', 'above', 'below'],
}

const ordered = new Set(['count', 'months', 'years', 'number', 'percent', 'quantity', 'money', 'day'])

export const compareSlips = (node: NodeOf<'compare'>): readonly Change[] =>
  taken[node.op]
    .filter((op) => op === 'is' || op === 'isNot' || ordered.has(typeOf(node.left).kind))
    .map((op) =>
      change('operator', t(`${signs[node.op]} → ${signs[op]}`, `${signs[node.op]} → ${signs[op]}`), {
        ...node,
        op,
      }),
    )

export const andSlips = (node: NodeOf<'and'>): readonly Change[] => [
  change('logic', t('且 → 或', 'and → or'), { ...node, kind: 'or' }),
  ...without(node),
]

export const orSlips = (node: NodeOf<'or'>): readonly Change[] => [
  change('logic', t('或 → 且', 'or → and'), { ...node, kind: 'and' }),
  ...without(node),
]

export const notSlips = (node: NodeOf<'not'>): readonly Change[] => [
  change('logic', t('去掉“不”', '"not" left out'), node.of),
]

export const appliesSlips = (node: NodeOf<'applies'>): readonly Change[] => [
  change('logic', t('适用 → 不适用', 'applies → does not apply'), { kind: 'not', of: node }),
]

export const extremeSlips = (node: NodeOf<'extreme'>): readonly Change[] => {
  const largest = node.pick === 'largest'
  return [
    change('extreme', largest ? t('取高 → 取低', 'max → min') : t('取低 → 取高', 'min → max'), {
      ...node,
      pick: largest ? 'smallest' : 'largest',
    }),
    ...without(node),
  ]
}
