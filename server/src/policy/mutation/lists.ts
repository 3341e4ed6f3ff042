/** Slips with lists: the largest for the sum, all for any, a filter forgotten, a round too many. */
import type { Node, NodeOf } from '#expression'
import { typeOf } from '#expression'
import { t } from '#kernel'
import { change } from './arithmetic.ts'
import type { Change } from './mutant.ts'
import { neighbours } from './values.ts'

export const sumSlips = (node: NodeOf<'sum'>): readonly Change[] => [
  change('fold', t('合计 → 取最大', 'sum → max'), { ...node, kind: 'boundary', pick: 'largest' }),
]

export const boundarySlips = (node: NodeOf<'boundary'>): readonly Change[] => {
  const { list, item, value } = node
  const largest = node.pick === 'largest'
  const words = largest ? t('最大 → 最小', 'max → min') : t('最小 → 最大', 'min → max')
  return [
    change('extreme', words, { ...node, pick: largest ? 'smallest' : 'largest' }),
    change('fold', t('取一个 → 合计', 'one → sum'), { kind: 'sum', list, item, value }),
  ]
}

export const anySlips = (node: NodeOf<'any'>): readonly Change[] => [
  change('fold', t('有一个 → 全部', 'any → all'), { ...node, kind: 'all' }),
]

export const allSlips = (node: NodeOf<'all'>): readonly Change[] => [
  change('fold', t('全部 → 有一个', 'all → any'), { ...node, kind: 'any' }),
]

export const filterSlips = (node: NodeOf<'filter'>): readonly Change[] => [
  change('fold', t('没有筛选', 'not filtered'), node.list),
  change('logic', t('筛选条件反了', 'filter turned'), { ...node, when: { kind: 'not', of: node.when } }),
]

/** The first record instead of the best one. */
export const bestSlips = (node: NodeOf<'best'>): readonly Change[] => [
  change('fold', t('不比大小，取第一条', 'the first instead of the best'), { ...node, by: alike(node.by) }),
]

export const bestPerSlips = (node: NodeOf<'bestPer'>): readonly Change[] => [
  change('fold', t('不比大小，取第一条', 'the first instead of the best'), { ...node, by: alike(node.by) }),
  change('fold', t('没有分组', 'not grouped'), {
    ...node,
    key: { kind: 'literal', of: { kind: 'text' }, wire: '' },
  }),
]

/** A value that is the same for every record. */
function alike(by: Node): Node {
  const of = typeOf(by)
  if (of.kind === 'day') return { kind: 'literal', of, wire: '2000-01-01' }
  if (of.kind === 'money') return { kind: 'literal', of, wire: '0.00' }
  if (of.kind === 'quantity') return { kind: 'literal', of, wire: { value: '0', unit: of.unit } }
  return { kind: 'literal', of, wire: of.kind === 'number' || of.kind === 'percent' ? '0' : 0 }
}

export const monthsCoveredSlips = (node: NodeOf<'monthsCovered'>): readonly Change[] => [
  change('time', t('整月 ↔ 涉及', 'whole ↔ touched months'), {
    ...node,
    counting: node.counting === 'whole' ? 'touched' : 'whole',
  }),
]

export const repeatSlips = (node: NodeOf<'repeat'>): readonly Change[] => {
  const of = typeOf(node.times)
  return neighbours(0, of).map((wire) => {
    const more: Node = { kind: 'literal', of, wire }
    return change('fold', t(`次数 ${wire}`, `rounds ${wire}`), {
      ...node,
      times: { kind: 'add', of: [node.times, more] },
    })
  })
}
