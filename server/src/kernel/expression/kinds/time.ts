/** Ages, months, days (GEN-03, GEN-04). */
import type { Day } from '../../day.ts'
import {
  addDays,
  addMonths,
  civil,
  completedMonths,
  completedYears,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
} from '../../day.ts'
import { t } from '../../label.ts'
import type { Ratio } from '../../ratio.ts'
import { ratio, roundRatio } from '../../ratio.ts'
import type {
  AddDaysNode,
  AddMonthsNode,
  CompletedYearsNode,
  ConvertNode,
  DaysBetweenNode,
  MonthEdgeNode,
  MonthsBetweenNode,
  Node,
} from '../node.ts'
import { absorbing, finding, known } from '../reading.ts'
import type { Value, ValueKind } from '../types.ts'
import { fromRatio, toRatio } from '../values/table.ts'
import type { KindRule, TypeOf } from './rule.ts'
import { misfit, phrase } from './rule.ts'

export const completedYearsRule: KindRule<CompletedYearsNode> = {
  parts: (node) => [node.on, node.birth],
  type: (node, typeOf) => {
    expect([node.birth, node.on], 'day', typeOf)
    return { kind: 'years' }
  },
  evaluate: (node, run) =>
    absorbing([run(node.birth), run(node.on)], ([birth, on]) => {
      const years = completedYears(birth as Day, on as Day, node.turns)
      return years < 0 ? beforeBirth(birth as Day, on as Day) : known(years)
    }),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)} − ${x(1)}，按周岁`,
      (x) => `${x(0)} − ${x(1)}, in completed years`,
      [say(node.on), say(node.birth)],
    ),
}

function beforeBirth(birth: Day, on: Day) {
  return finding(
    'expression.beforeBirth',
    t(
      `${on} 早于出生日期 ${birth}，算不出年龄。请核对这两个日期。`,
      `${on} is before the birth on ${birth}, so there is no age. Check both days.`,
    ),
    { details: { birth, on } },
  )
}

export const addMonthsRule: KindRule<AddMonthsNode> = {
  parts: (node) => [node.day, node.months],
  type: (node, typeOf) => {
    expect([node.day], 'day', typeOf)
    if (!['months', 'years'].includes(typeOf(node.months).kind))
      throw misfit('日期只能加减月数或年数。', 'Only months or years can be added to a day in this way.')
    return { kind: 'day' }
  },
  evaluate: (node, run, typeOf) => {
    const perUnit = typeOf(node.months).kind === 'years' ? 12 : 1
    return absorbing([run(node.day), run(node.months)], ([day, months]) =>
      known(addMonths(day as Day, node.sign * perUnit * (months as number))),
    )
  },
  words: (node, say) => {
    const sign = node.sign === 1 ? '＋' : '−'
    return phrase(
      (x) => `${x(0)} ${sign} ${x(1)}`,
      (x) => `${x(0)} ${node.sign === 1 ? '+' : '−'} ${x(1)}`,
      [say(node.day), say(node.months)],
    )
  },
}

export const addDaysRule: KindRule<AddDaysNode> = {
  parts: (node) => [node.day, node.days],
  type: (node, typeOf) => {
    expect([node.day], 'day', typeOf)
    const days = typeOf(node.days)
    if (days.kind !== 'quantity' || days.unit !== 'day')
      throw misfit('这里要写天数。', 'A number of days is needed here.')
    return { kind: 'day' }
  },
  evaluate: (node, run) =>
    absorbing([run(node.day), run(node.days)], ([day, days]) =>
      known(addDays(day as Day, node.sign * roundRatio(days as Ratio, 'floor'))),
    ),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)} ${node.sign === 1 ? '＋' : '−'} ${x(1)}`,
      (x) => `${x(0)} ${node.sign === 1 ? '+' : '−'} ${x(1)}`,
      [say(node.day), say(node.days)],
    ),
}

export const monthEdgeRule: KindRule<MonthEdgeNode> = {
  parts: (node) => [node.day],
  type: (node, typeOf) => {
    expect([node.day], 'day', typeOf)
    return { kind: 'day' }
  },
  evaluate: (node, run) =>
    absorbing([run(node.day)], ([day]) =>
      known(node.edge === 'first' ? firstOfMonth(day as Day) : lastOfMonth(day as Day)),
    ),
  words: (node, say) =>
    node.edge === 'first'
      ? phrase(
          (x) => `${x(0)} 所在月的第一天`,
          (x) => `first day of the month of ${x(0)}`,
          [say(node.day)],
        )
      : phrase(
          (x) => `${x(0)} 所在月的最后一天`,
          (x) => `last day of the month of ${x(0)}`,
          [say(node.day)],
        ),
}

export const monthsBetweenRule: KindRule<MonthsBetweenNode> = {
  parts: (node) => [node.from, node.to],
  type: (node, typeOf) => {
    expect([node.from, node.to], 'day', typeOf)
    return { kind: 'months' }
  },
  evaluate: (node, run) =>
    absorbing([run(node.from), run(node.to)], ([from, to]) =>
      known(
        node.counting === 'completed'
          ? completedMonths(from as Day, to as Day)
          : calendarMonths(from as Day, to as Day),
      ),
    ),
  words: (node, say) =>
    phrase(
      (x) => `从 ${x(0)} 到 ${x(1)}，按${node.counting === 'completed' ? '满月' : '自然月'}`,
      (x) => `from ${x(0)} to ${x(1)}, in ${node.counting} months`,
      [say(node.from), say(node.to)],
    ),
}

/** From the month of the one to the month of the other: 2022-01-31 to 2022-02-01 is 1. */
export function calendarMonths(from: Day, to: Day): number {
  const [a, b] = [civil(from), civil(to)]
  return (b.year - a.year) * 12 + b.month - a.month
}

export const daysBetweenRule: KindRule<DaysBetweenNode> = {
  parts: (node) => [node.from, node.to],
  type: (node, typeOf) => {
    expect([node.from, node.to], 'day', typeOf)
    return { kind: 'quantity', unit: 'day' }
  },
  evaluate: (node, run) =>
    absorbing([run(node.from), run(node.to)], ([from, to]) =>
      known(ratio(daysBetween(from as Day, to as Day))),
    ),
  words: (node, say) =>
    phrase(
      (x) => `从 ${x(0)} 到 ${x(1)} 的天数`,
      (x) => `days from ${x(0)} to ${x(1)}`,
      [say(node.from), say(node.to)],
    ),
}

export const convertRule: KindRule<ConvertNode> = {
  parts: (node) => [node.of],
  type: (node, typeOf) => {
    if (!['count', 'months', 'years', 'number', 'quantity'].includes(typeOf(node.of).kind))
      throw misfit('这个值不能换成数。', 'This value cannot be read as a number.')
    return { kind: node.to }
  },
  evaluate: (node, run, typeOf) =>
    absorbing([run(node.of)], ([value]) =>
      known(fromRatio(toRatio(value as Value, typeOf(node.of)), { kind: node.to }, 'down')),
    ),
  words: (node, say) => say(node.of),
}

function expect(nodes: readonly Node[], kind: ValueKind, typeOf: TypeOf): void {
  const other = nodes.map(typeOf).find((type) => type.kind !== kind)
  if (other)
    throw misfit(
      `这里要的是 ${kind}，写的是 ${other.kind}。`,
      `${kind} is needed here, ${other.kind} is given.`,
    )
}
