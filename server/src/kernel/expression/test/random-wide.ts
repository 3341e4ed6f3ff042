/** Random rules over days, months, fractions, spells, tables and nested lists: what `random.ts`, which is about money, leaves out. */
import fc from 'fast-check'
import type { ChoiceTerm, Term } from '../index.ts'
import {
  allOf,
  anyOf,
  applies,
  check,
  choices,
  completedYears,
  count,
  days,
  daysBetween,
  largest,
  months,
  monthsBetween,
  notApplicable,
  theDay,
  years,
} from '../index.ts'
import { landTrees, moneyTrees, numberTrees, percentTrees } from './wide-amounts.ts'
import { age, born, colour, gap, label, n, name, on, options, span, spells, yes } from './wide-facts.ts'
import type { Tie, Trees } from './wide-parts.ts'
import { branches, counting, covering, newName, rounding, some } from './wide-parts.ts'

export { wideDeclared, wideFacts, wideKnowledge, wideParameters } from './wide-facts.ts'

const daysTrees = (tie: Tie) =>
  fc.oneof(
    some,
    fc.constantFrom(gap, days(15), days(-3)),
    fc.tuple(tie('day'), tie('day')).map(([x, y]) => daysBetween(x, y)),
    fc.tuple(tie('days'), tie('number')).map(([x, y]) => x.times(y)),
  )

const dayTrees = (tie: Tie) =>
  fc.oneof(
    some,
    fc.constantFrom(born, on, theDay('2024-02-29'), notApplicable(on)),
    fc.tuple(tie('day'), tie('months')).map(([d, m]) => d.plusMonths(m)),
    fc.tuple(tie('day'), tie('years')).map(([d, m]) => d.minusMonths(m)),
    fc.tuple(tie('day'), tie('days')).map(([d, m]) => d.plusDays(m)),
    tie('day').map((d) => d.firstOfMonth()),
    tie('day').map((d) => d.lastOfMonth()),
    fc.tuple(tie('day'), tie('day')).map(([x, y]) => largest(x, y)),
    tie('list').map((l) => l.max((i) => i.from)),
    tie('list').map((l) => l.argmaxBy((i) => i.from).at.until),
    tie('list').map((l) => l.longest('from', 'until').at.from),
    fc
      .tuple(tie('list'), tie('days'))
      .map(([l, d]) => l.runs('from', 'until', d).argmaxBy((s) => s.from).at.until),
    ...branches(tie, tie('day')),
  )

const monthsTrees = (tie: Tie) =>
  fc.oneof(
    some,
    fc.constantFrom(span, months(7)),
    fc.tuple(tie('day'), tie('day'), counting).map(([x, y, how]) => monthsBetween(x, y, how)),
    fc
      .tuple(tie('list'), tie('day'), tie('day'), covering)
      .map(([l, start, end, how]) =>
        l.monthsCovered({ from: 'from', until: 'until', start, end, counting: how }),
      ),
    fc.tuple(tie('months'), tie('number'), rounding).map(([x, y, mode]) => x.times(y, mode)),
  )

const yearsTrees = (tie: Tie) =>
  fc.oneof(
    some,
    fc.constantFrom(age, years(60)),
    fc.tuple(tie('day'), tie('day')).map(([x, y]) => completedYears(x, y)),
    fc.tuple(tie('day'), tie('day')).map(([x, y]) => completedYears(x, y, 'day-after')),
  )

const conditionTrees = (tie: Tie) =>
  fc.oneof(
    some,
    fc.constantFrom(yes, colour.is('red'), n.isAbove(count(1)), applies(on), name.is(name)),
    fc.tuple(tie('condition'), tie('condition')).map(([x, y]) => allOf(x, y)),
    fc.tuple(tie('condition'), tie('condition')).map(([x, y]) => anyOf(x, y)),
    tie('condition').map((x) => x.not()),
    tie('condition').map((x) => check(newName(), label, x, { severity: 'warning', message: label })),
    fc.tuple(tie('day'), tie('day')).map(([x, y]) => x.isAtMost(y)),
    fc.tuple(tie('day'), tie('day')).map(([x, y]) => x.isNot(y)),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => x.isAbove(y)),
    fc.tuple(tie('number'), tie('number')).map(([x, y]) => x.isAtLeast(y)),
    fc.tuple(tie('percent'), tie('percent')).map(([x, y]) => x.is(y)),
    fc.tuple(tie('land'), tie('land')).map(([x, y]) => x.isBelow(y)),
    fc.tuple(tie('days'), tie('days')).map(([x, y]) => x.isBelow(y)),
    fc.tuple(tie('months'), tie('months')).map(([x, y]) => x.asCount().isAtLeast(y.asCount())),
    fc.tuple(tie('years'), tie('years')).map(([x, y]) => x.isBelow(y)),
    fc.tuple(tie('list'), tie('day')).map(([l, d]) => l.any((i) => i.from.isAbove(d))),
    fc.tuple(tie('list'), tie('day')).map(([l, d]) => l.all((i) => i.until.isAtLeast(d))),
    tie('list').map((l) => l.any((i) => l.any((j) => allOf(i.kind.is('red'), j.from.isAbove(i.from))))),
    fc.tuple(tie('list'), tie('days')).map(([l, d]) => l.runs('from', 'until', d).count().isAbove(count(1))),
  )

const colourTrees = (tie: Tie) =>
  fc.oneof(
    some,
    fc.constantFrom(colour, choices(options).green as ChoiceTerm<'red' | 'blue' | 'green'>),
    ...branches(tie, tie('colour')).slice(0, 2),
    tie('list').map((l) => l.argmaxBy((i) => i.pay).at.kind),
  )

const listTrees = (tie: Tie) =>
  fc.oneof(
    some,
    fc.constant(spells),
    tie('list').map((l) => l.filter((i) => i.kind.isNot('blue'))),
    fc.tuple(tie('list'), tie('money')).map(([l, x]) => l.filter((i) => i.pay.isAtLeast(x))),
    tie('list').map((l) =>
      l.bestPer(
        (i) => i.kind,
        (i) => i.until,
      ),
    ),
  )

const trees = fc.letrec<Trees>((tie) => ({
  money: moneyTrees(tie),
  number: numberTrees(tie),
  percent: percentTrees(tie),
  land: landTrees(tie),
  days: daysTrees(tie),
  day: dayTrees(tie),
  months: monthsTrees(tie),
  years: yearsTrees(tie),
  condition: conditionTrees(tie),
  colour: colourTrees(tie),
  list: listTrees(tie),
}))

/** A rule that gives any kind of value. */
export const wideTerm: fc.Arbitrary<Term> = fc.oneof(
  trees.money,
  trees.number,
  trees.land,
  trees.day,
  trees.months,
  trees.years,
  trees.condition,
  trees.colour,
)
