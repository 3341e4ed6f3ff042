/** Slips with days: before for after, first for last, the birthday for the day after it. */
import type { NodeOf } from '#expression'
import { t } from '#kernel'
import { change } from './arithmetic.ts'
import type { Change } from './mutant.ts'

export const completedYearsSlips = (node: NodeOf<'completedYears'>): readonly Change[] => [
  change('time', t('满周岁的日子错一天', 'turned a day off'), {
    ...node,
    turns: node.turns === 'birthday' ? 'day-after' : 'birthday',
  }),
]

export const addMonthsSlips = (node: NodeOf<'addMonths'>): readonly Change[] => [
  change('time', t('往后 ↔ 往前', 'after ↔ before'), { ...node, sign: node.sign === 1 ? -1 : 1 }),
  change('time', t('没有推算', 'not moved'), node.day),
]

export const addDaysSlips = (node: NodeOf<'addDays'>): readonly Change[] => [
  change('time', t('往后 ↔ 往前', 'after ↔ before'), { ...node, sign: node.sign === 1 ? -1 : 1 }),
  change('time', t('没有推算', 'not moved'), node.day),
]

export const monthEdgeSlips = (node: NodeOf<'monthEdge'>): readonly Change[] => [
  change('time', t('月初 ↔ 月末', 'first ↔ last of the month'), {
    ...node,
    edge: node.edge === 'first' ? 'last' : 'first',
  }),
  change('time', t('没有取月初或月末', 'the day itself'), node.day),
]

export const monthsBetweenSlips = (node: NodeOf<'monthsBetween'>): readonly Change[] => [
  change('time', t('自然月 ↔ 满月', 'calendar ↔ completed months'), {
    ...node,
    counting: node.counting === 'calendar' ? 'completed' : 'calendar',
  }),
  change('time', t('起止对调', 'ends swapped'), { ...node, from: node.to, to: node.from }),
]

export const daysBetweenSlips = (node: NodeOf<'daysBetween'>): readonly Change[] => [
  change('time', t('起止对调', 'ends swapped'), { ...node, from: node.to, to: node.from }),
]
