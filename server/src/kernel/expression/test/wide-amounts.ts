/** Wide rules that give amounts: money, numbers, percentages, land. */
import fc from 'fast-check'
import type { MoneyTerm } from '../index.ts'
import { money, notApplicable, number, percent, quantity, repeat, smallest, split } from '../index.ts'
import { factor, label, land, n, pay, share } from './wide-facts.ts'
import type { Tie } from './wide-parts.ts'
import { branches, rounding, some, sums, table } from './wide-parts.ts'

/** What lists and rounds come to. */
const moneyFolds = (tie: Tie): fc.Arbitrary<MoneyTerm>[] => [
  tie('list').map((l) => l.sum((i) => i.pay)),
  fc.tuple(tie('list'), tie('percent')).map(([l, p]) => l.sum((i) => i.pay.times(p))),
  tie('list').map((l) => l.min((i) => i.pay)),
  tie('list').map((l) => l.argmaxBy((i) => i.area).at.pay),
  tie('list').map((l) => l.longest('from', 'until').at.pay),
  fc
    .tuple(tie('money'), tie('percent'))
    .map(([x, p]) => repeat(n, x, { label, next: (state) => state.plus(state.times(p)) })),
  tie('list').map((l) =>
    repeat(n, money('1.00'), { label, next: (state) => state.plus(l.sum((i) => smallest(i.pay, state))) }),
  ),
]

export const moneyTrees = (tie: Tie) =>
  fc.oneof(
    some,
    fc.constantFrom(
      pay,
      money('0.05'),
      notApplicable(pay),
      table({ kind: 'money' }, 'rate', []) as MoneyTerm,
    ),
    tie('colour').map((c) => table({ kind: 'money' }, 'byColour', [[c, 'exact']]) as MoneyTerm),
    fc.tuple(tie('colour'), tie('day')).map(
      ([c, d]) =>
        table({ kind: 'money' }, 'banded', [
          [c, 'exact'],
          [d, 'from'],
        ]) as MoneyTerm,
    ),
    ...sums(tie, tie('money')),
    ...branches(tie, tie('money')),
    fc.tuple(tie('money'), rounding).map(([x, mode]) => x.roundedTo('0.30', mode)),
    fc.tuple(tie('money'), tie('percent')).map(
      ([x, p]) =>
        split(x, [
          ['one', p],
          ['two', percent(45)],
          ['three', 'rest'],
          ['four', percent(0)],
        ]).three,
    ),
    fc.tuple(tie('money'), tie('percent'), tie('percent')).map(
      ([x, p, q]) =>
        split(x, [
          ['one', p],
          ['two', q],
        ]).two,
    ),
    ...moneyFolds(tie),
  )

export const numberTrees = (tie: Tie) =>
  fc.oneof(
    some,
    fc.constantFrom(factor, number('1/3'), number('-2.5')),
    ...sums(tie, tie('number')),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => x.ratioTo(y)),
    fc.tuple(tie('land'), tie('land')).map(([x, y]) => x.ratioTo(y)),
    ...branches(tie, tie('number')),
  )

export const percentTrees = (tie: Tie) =>
  fc.oneof(
    some,
    fc.constantFrom(share, percent('30'), percent('1/3')),
    fc.tuple(tie('percent'), tie('percent')).map(([x, y]) => x.minus(y)),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => x.shareOf(y)),
  )

export const landTrees = (tie: Tie) =>
  fc.oneof(
    some,
    fc.constantFrom(land, quantity('2.36', 'mu')),
    ...sums(tie, tie('land')),
    tie('list').map((l) => l.sum((i) => i.area)),
    tie('list').map((l) => l.max((i) => i.area)),
    tie('list').map((l) =>
      l
        .bestPer(
          (i) => i.kind,
          (i) => i.area,
        )
        .sum((i) => i.area),
    ),
  )
