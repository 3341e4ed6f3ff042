/** Slips in sums: an operand left out, a sign turned, a share taken for another, another rounding. */
import type { Node, NodeOf } from '#expression'
import { typeOf } from '#expression'
import type { Rounding, Text } from '#kernel'
import { t } from '#kernel'
import type { Change, Slip } from './mutant.ts'

export function change(slip: Slip, what: Text, node: Node): Change {
  return { slip, what, node }
}

/** Each operand left out in turn. */
export function without<N extends Node & { readonly of: readonly Node[] }>(node: N): readonly Change[] {
  if (node.of.length < 2) return []
  return node.of.map((_, i) => {
    const rest = node.of.filter((_, j) => j !== i)
    const [only] = rest
    const left = rest.length === 1 && only ? only : { ...node, of: rest }
    return change('operand', t(`漏掉第 ${i + 1} 项`, `operand ${i + 1} left out`), left)
  })
}

export const addSlips = (node: NodeOf<'add'>): readonly Change[] => {
  const [left, right, ...rest] = node.of
  if (!left || !right) return []
  const turned: Node = { kind: 'subtract', left, right }
  const instead = rest.length > 0 ? { ...node, of: [turned, ...rest] } : turned
  return [change('operator', t('＋ → −', '+ → −'), instead), ...without(node)]
}

export const subtractSlips = ({ left, right }: NodeOf<'subtract'>): readonly Change[] => [
  change('operator', t('− → ＋', '− → +'), { kind: 'add', of: [left, right] }),
  change('operand', t('两边对调', 'sides swapped'), { kind: 'subtract', left: right, right: left }),
  change('operand', t('没有减', 'nothing taken away'), left),
]

/** What a rounding is taken for. An exact fraction is not rounded at all. */
const others: Readonly<Record<Rounding, readonly Rounding[]>> = {
  'half-up': ['half-even', 'down', 'up'],
  'half-even': ['half-up', 'down', 'up'],
  down: ['half-up', 'up'],
  up: ['half-up', 'down'],
  ceil: ['half-up', 'floor'],
  floor: ['half-up', 'ceil'],
}

const wholeKinds = new Set(['money', 'count', 'months', 'years'])

type Rounded = NodeOf<'multiply'> | NodeOf<'divide'> | NodeOf<'round'>

function roundings(node: Rounded): readonly Change[] {
  if (node.kind !== 'round' && !wholeKinds.has(typeOf(node).kind)) return []
  return others[node.rounding].map((rounding) =>
    change('rounding', t(`${node.rounding} → ${rounding}`, `${node.rounding} → ${rounding}`), {
      ...node,
      rounding,
    }),
  )
}

export const multiplySlips = (node: NodeOf<'multiply'>): readonly Change[] => [
  change('operator', t('× → ÷', '× → ÷'), { ...node, kind: 'divide' }),
  change('operand', t('没有乘', 'not multiplied'), node.left),
  ...roundings(node),
]

export const divideSlips = (node: NodeOf<'divide'>): readonly Change[] => [
  change('operator', t('÷ → ×', '÷ → ×'), { ...node, kind: 'multiply' }),
  change('operand', t('没有除', 'not divided'), node.left),
  ...roundings(node),
]

export const proportionSlips = (node: NodeOf<'proportion'>): readonly Change[] => [
  change('operand', t('分子分母对调', 'turned upside down'), {
    ...node,
    left: node.right,
    right: node.left,
  }),
]

export const roundSlips = (node: NodeOf<'round'>): readonly Change[] => [
  change('rounding', t('没有取整', 'not rounded'), node.of),
  change('rounding', t(`取整单位 ${node.step} → ${node.step}0`, `step ${node.step} → ${node.step}0`), {
    ...node,
    step: `${node.step}0`,
  }),
  ...roundings(node),
]

export const partSlips = (node: NodeOf<'part'>): readonly Change[] =>
  node.shares
    .filter(({ name }) => name !== node.name)
    .map(({ name }) =>
      change('operand', t(`取成另一份（${name}）`, `another part taken (${name})`), { ...node, name }),
    )
