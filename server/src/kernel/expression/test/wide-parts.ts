/** What the wide rules of every kind of value share: branches, arithmetic, tables. */
import fc from 'fast-check'
import { cite } from '../../citation.ts'
import type { Rounding } from '../../round.ts'
import { roundings } from '../../round.ts'
import type {
  BooleanTerm,
  ChoiceTerm,
  DayTerm,
  ListTerm,
  MoneyTerm,
  MonthsTerm,
  NumberTerm,
  PercentTerm,
  QuantityTerm,
  Term,
  ValueType,
  YearsTerm,
} from '../index.ts'
import {
  byChoice,
  choose,
  ifApplies,
  largest,
  onlyIf,
  rule,
  smallest,
  step,
  sumOf,
  termOf,
} from '../index.ts'
import type { Spell } from './wide-facts.ts'
import { label, n } from './wide-facts.ts'

export type Trees = {
  money: MoneyTerm
  number: NumberTerm
  percent: PercentTerm
  land: QuantityTerm<'mu'>
  days: QuantityTerm<'day'>
  day: DayTerm
  months: MonthsTerm
  years: YearsTerm
  condition: BooleanTerm
  colour: ChoiceTerm<'red' | 'blue' | 'green'>
  list: ListTerm<Spell>
}
export type Tie = fc.LetrecTypedTie<Trees>

export const rounding: fc.Arbitrary<Rounding> = fc.constantFrom(...roundings)
export const counting = fc.constantFrom('calendar' as const, 'completed' as const)
export const covering = fc.constantFrom('whole' as const, 'touched' as const)

export const table = (type: ValueType, name: string, keys: readonly [Term, 'exact' | 'from'][]) =>
  termOf(type, {
    kind: 'parameter',
    name,
    of: type,
    label,
    keys: keys.map(([by, match], i) => ({ key: { name: `k${i}`, match }, by: by.node })),
  })

let named = 0

/** Two steps of one rule have two names. */
export function newName(): string {
  named += 1
  return `步${named}`
}

/** Branches of any kind of value. */
export function branches<T extends Term>(tie: Tie, own: fc.Arbitrary<T>): fc.Arbitrary<T>[] {
  const when = tie('condition')
  return [
    fc.tuple(when, own, own).map(
      ([c, x, y]) =>
        choose()
          .when(c, x as never)
          .otherwise(y as never) as unknown as T,
    ),
    fc.tuple(when, when, own, own, own).map(
      ([c, e, x, y, z]) =>
        choose()
          .when(c, x as never)
          .when(e, y as never)
          .otherwise(z as never) as unknown as T,
    ),
    fc.tuple(tie('colour'), own, own, own).map(([c, x, y, z]) => byChoice(c, { red: x, blue: y, green: z })),
    fc
      .tuple(own, when, own, when, own)
      .map(([base, c, x, e, y]) =>
        rule(base).except(c, x, cite('甲', '一')).except(e, y, cite('甲', '二')).end(),
      ),
    fc.tuple(when, own).map(([c, x]) => onlyIf(c, x)),
    fc.tuple(own, own).map(([x, y]) => ifApplies(x, x, y)),
    own.map((x) => step(newName(), label, x)),
  ]
}

export type Calculable = Term & {
  plus(other: Term): Term
  minus(other: Term): Term
  times(by: Term, rounding: Rounding): Term
  dividedBy(by: Term, rounding: Rounding): Term
}

/** Arithmetic of any kind of amount. */
export function sums<T extends Term>(tie: Tie, own: fc.Arbitrary<T>): fc.Arbitrary<T>[] {
  const amount = (x: T) => x as unknown as Calculable
  const by: fc.Arbitrary<Term> = fc.oneof(tie('number'), tie('percent'), tie('months'), fc.constant(n))
  return [
    fc.tuple(own, own).map(([x, y]) => amount(x).plus(y) as T),
    fc.tuple(own, own).map(([x, y]) => amount(x).minus(y) as T),
    fc.tuple(own, own, own).map(([x, y, z]) => sumOf(x as never, y as never, z as never) as T),
    fc.tuple(own, by, rounding).map(([x, y, mode]) => amount(x).times(y, mode) as T),
    fc.tuple(own, by, rounding).map(([x, y, mode]) => amount(x).dividedBy(y, mode) as T),
    fc.tuple(own, own, own).map(([x, y, z]) => largest(x as never, y as never, z as never) as T),
    fc.tuple(own, own).map(([x, y]) => smallest(x as never, y as never) as T),
  ]
}

export const some = { maxDepth: 3, depthIdentifier: 'wide', withCrossShrink: true } as const
