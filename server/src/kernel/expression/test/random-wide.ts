/** Random rules over days, months, fractions, spells, tables and nested lists: what `random.ts`, which is about money, leaves out. */
import fc from 'fast-check'
import { cite } from '../../citation.ts'
import { t } from '../../label.ts'
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
  Parameters,
  PercentTerm,
  QuantityTerm,
  Term,
  TextTerm,
  ValueType,
  YearsTerm,
} from '../index.ts'
import {
  allOf,
  anyOf,
  applies,
  byChoice,
  check,
  choices,
  choose,
  completedYears,
  count,
  days,
  daysBetween,
  fact,
  ifApplies,
  largest,
  money,
  months,
  monthsBetween,
  notApplicable,
  number,
  onlyIf,
  percent,
  quantity,
  repeat,
  rule,
  smallest,
  split,
  step,
  sumOf,
  termOf,
  theDay,
  years,
} from '../index.ts'
import { given } from './kit.ts'

const label = t('甲', 'a')
const options = { red: label, blue: label, green: label }
const fields = {
  from: fact.day({ label }),
  until: fact.day({ label }),
  pay: fact.money({ label }),
  area: fact.quantity({ label, unit: 'mu' }),
  kind: fact.choice({ label, options }),
}
/** Facts of the rules, as a policy declares them. */
export const wideFacts = {
  pay: fact.money({ label }),
  share: fact.percent({ label }),
  factor: fact.number({ label }),
  land: fact.quantity({ label, unit: 'mu' }),
  gap: fact.quantity({ label, unit: 'day' }),
  born: fact.day({ label }),
  on: fact.day({ label }),
  span: fact.months({ label }),
  age: fact.years({ label }),
  n: fact.count({ label }),
  yes: fact.boolean({ label }),
  colour: fact.choice({ label, options }),
  name: fact.text({ label }),
  spells: fact.list({ label, fields }),
}

type Spell = {
  from: DayTerm
  until: DayTerm
  pay: MoneyTerm
  area: QuantityTerm<'mu'>
  kind: ChoiceTerm<'red' | 'blue' | 'green'>
}
const pay = given('pay', wideFacts.pay)
const share = given('share', wideFacts.share)
const factor = given('factor', wideFacts.factor)
const land = given('land', wideFacts.land)
const gap = given('gap', wideFacts.gap)
const born = given('born', wideFacts.born)
const on = given('on', wideFacts.on)
const span = given('span', wideFacts.span)
const age = given('age', wideFacts.age)
const n = given('n', wideFacts.n)
const yes = given('yes', wideFacts.yes)
const colour = given('colour', wideFacts.colour)
const name: TextTerm = given('name', wideFacts.name)
const spells = given('spells', wideFacts.spells) as unknown as ListTerm<Spell> // `as`: the declaration says these fields

type Trees = {
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
type Tie = fc.LetrecTypedTie<Trees>

const rounding: fc.Arbitrary<Rounding> = fc.constantFrom(...roundings)
const counting = fc.constantFrom('calendar' as const, 'completed' as const)
const covering = fc.constantFrom('whole' as const, 'touched' as const)

const table = (type: ValueType, name: string, keys: readonly [Term, 'exact' | 'from'][]) =>
  termOf(type, {
    kind: 'parameter',
    name,
    of: type,
    label,
    keys: keys.map(([by, match], i) => ({ key: { name: `k${i}`, match }, by: by.node })),
  })

/** Two steps of one rule have two names. */
let named = 0

/** Branches of any kind of value. */
function branches<T extends Term>(tie: Tie, own: fc.Arbitrary<T>): fc.Arbitrary<T>[] {
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
    own.map((x) => step(`步${++named}`, label, x)),
  ]
}

type Calculable = Term & {
  plus(other: Term): Term
  minus(other: Term): Term
  times(by: Term, rounding: Rounding): Term
  dividedBy(by: Term, rounding: Rounding): Term
}

/** Arithmetic of any kind of amount. */
function sums<T extends Term>(tie: Tie, own: fc.Arbitrary<T>): fc.Arbitrary<T>[] {
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

const some = { maxDepth: 3, depthIdentifier: 'wide', withCrossShrink: true } as const

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

const moneyTrees = (tie: Tie) =>
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

const numberTrees = (tie: Tie) =>
  fc.oneof(
    some,
    fc.constantFrom(factor, number('1/3'), number('-2.5')),
    ...sums(tie, tie('number')),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => x.ratioTo(y)),
    fc.tuple(tie('land'), tie('land')).map(([x, y]) => x.ratioTo(y)),
    ...branches(tie, tie('number')),
  )

const percentTrees = (tie: Tie) =>
  fc.oneof(
    some,
    fc.constantFrom(share, percent('30'), percent('1/3')),
    fc.tuple(tie('percent'), tie('percent')).map(([x, y]) => x.minus(y)),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => x.shareOf(y)),
  )

const landTrees = (tie: Tie) =>
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
    tie('condition').map((x) => check(`核${++named}`, label, x, { severity: 'warning', message: label })),
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

const absent = { applicable: false }
/** A value, sometimes not applicable, sometimes nobody has given it, sometimes in a wrong form. */
const told = (values: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 20, arbitrary: values },
    { weight: 2, arbitrary: fc.constant(absent) },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant('?') },
  )
const amounts = told(
  fc.constantFrom('0.00', '0.05', '10.00', '12.34', '-7.01', '33333.33', '90000000000000.00'),
)
const fractions = fc.constantFrom('0', '1', '2.36', '1/3', '-0.5', '7/9', '9007199254740991')
const of = (unit: string, values: fc.Arbitrary<string>) => told(values.map((value) => ({ value, unit })))
const dates = told(
  fc.constantFrom(
    '2024-02-29',
    '2023-02-28',
    '2023-03-01',
    '2023-01-31',
    '2023-06-30',
    '2022-12-15',
    '1963-06-30',
    '2000-02-29',
    '0001-01-01',
    '9999-12-31',
  ),
)
const colours = told(fc.constantFrom('red', 'blue', 'green'))
const spell = fc.record({ from: dates, until: dates, pay: amounts, area: of('mu', fractions), kind: colours })

/** Facts in wire form. */
export const wideKnowledge: fc.Arbitrary<Record<string, unknown>> = fc.record({
  pay: amounts,
  share: told(fc.constantFrom('0', '30', '55', '100', '1/3', '-5', '120')),
  factor: told(fractions),
  land: of('mu', fractions),
  gap: of('day', fc.constantFrom('0', '15', '1.5', '-40', '400')),
  born: dates,
  on: dates,
  span: told(fc.integer({ min: -30, max: 30 })),
  age: told(fc.integer({ min: 0, max: 70 })),
  n: told(fc.integer({ min: -1, max: 3 })),
  yes: told(fc.boolean()),
  colour: colours,
  name: told(fc.constantFrom('甲', "乙's")),
  spells: fc.oneof(
    { weight: 12, arbitrary: fc.array(spell, { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constant(absent) },
    { weight: 1, arbitrary: fc.constant([{ from: '2023-01-01' }, 3]) },
  ),
})

const row = (value: number, ...keys: string[]) => ({
  keys: Object.fromEntries(keys.map((key, i) => [`k${i}`, key])),
  value,
})
const book = (rows: readonly { keys: Record<string, string>; value: number }[]) => ({
  state: 'known' as const,
  from: '2019-01-01',
  wire: null,
  rows,
})

/** Values of the tables that the rules look up. `byColour` has no row for green, and blue says what red says. */
export const wideParameters: Parameters = {
  rate: book([row(1250)]),
  byColour: book([row(500, 'red'), row(500, 'blue')]),
  banded: book([
    row(100, 'red', '0001-01-01'),
    row(200, 'red', '2023-01-01'),
    row(100, 'blue', '2000-01-01'),
    row(300, 'green', '2023-02-28'),
    row(300, 'green', '2024-01-01'),
  ]),
}

/** How the rules declare them. */
export const wideDeclared = {
  rate: { type: { kind: 'money' }, label, keys: [] },
  byColour: { type: { kind: 'money' }, label, keys: [{ name: 'k0', match: 'exact' }] },
  banded: {
    type: { kind: 'money' },
    label,
    keys: [
      { name: 'k0', match: 'exact' },
      { name: 'k1', match: 'from' },
    ],
  },
} as const
