/** Random rules over a few facts, and random knowledge of these facts: for properties. */
import fc from 'fast-check'
import { cite } from '../../citation.ts'
import { t } from '../../label.ts'
import type { BooleanTerm, CountTerm, ListTerm, MoneyTerm, TextTerm, Tree } from '../index.ts'
import {
  allOf,
  anyOf,
  applies,
  boolean,
  byChoice,
  choose,
  count,
  fact,
  ifApplies,
  largest,
  money,
  notApplicable,
  onlyIf,
  percent,
  repeat,
  rule,
  smallest,
  split,
  sumOf,
} from '../index.ts'
import { given } from './kit.ts'

const label = t('甲', 'a')
const a = given('a', fact.money({ label }))
const b = given('b', fact.money({ label }))
const p = given('p', fact.boolean({ label }))
const q = given('q', fact.boolean({ label }))
const n = given('n', fact.count({ label }))
const colour = given('colour', fact.choice({ label, options: { red: label, blue: label } }))
type Item = { size: MoneyTerm; ok: BooleanTerm; kind: TextTerm }
const items: ListTerm<Item> = given(
  'items',
  fact.list({
    label,
    fields: { size: fact.money({ label }), ok: fact.boolean({ label }), kind: fact.text({ label }) },
  }),
)

/** Declared whether or not a rule asks for them. */
export const everyFact: Tree['facts'] = {
  a: fact.money({ label }),
  b: fact.money({ label }),
  p: fact.boolean({ label }),
  q: fact.boolean({ label }),
  n: fact.count({ label }),
  colour: fact.choice({ label, options: { red: label, blue: label } }),
  items: fact.list({
    label,
    fields: { size: fact.money({ label }), ok: fact.boolean({ label }), kind: fact.text({ label }) },
  }),
}

type Trees = { money: MoneyTerm; condition: BooleanTerm; list: ListTerm<Item> }

type Tie = fc.LetrecTypedTie<Trees>

/** Arithmetic and branches. */
const sums = (tie: Tie) =>
  fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(a, b, money('0.00'), money('10.00'), notApplicable(a)),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => x.plus(y)),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => x.minus(y)),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => sumOf(x, y, a)),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => largest(x, y)),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => smallest(x, y)),
    tie('money').map((x) => x.times(percent('1.5'))),
    tie('money').map((x) => x.dividedBy(n)),
    tie('money').map(
      (x) =>
        split(x, [
          ['one', percent(30)],
          ['two', 'rest'],
        ]).two,
    ),
    fc
      .tuple(tie('condition'), tie('money'), tie('money'))
      .map(([c, x, y]) => choose().when(c, x).otherwise(y)),
    fc
      .tuple(tie('condition'), tie('condition'), tie('money'), tie('money'))
      .map(([c, e, x, y]) => choose().when(c, x).when(e, y).end()),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => byChoice(colour, { red: x, blue: y })),
    fc
      .tuple(tie('money'), tie('condition'), tie('money'), tie('condition'), tie('money'))
      .map(([base, c, x, e, y]) =>
        rule(base).except(c, x, cite('甲', '一')).except(e, y, cite('甲', '二')).end(),
      ),
    fc.tuple(tie('condition'), tie('money')).map(([c, x]) => onlyIf(c, x)),
    fc.tuple(tie('money'), tie('money'), tie('money')).map(([x, y, z]) => ifApplies(x, y, z)),
  )

/** Folds of lists, and rounds. */
const folds = (tie: Tie) =>
  fc.oneof(
    tie('list').map((l) => l.sum((i) => i.size)),
    tie('list').map((l) => l.max((i) => i.size)),
    tie('list').map((l) => l.argmaxBy((i) => i.size).at.size),
    tie('list').map((l) =>
      l
        .bestPer(
          (i) => i.kind,
          (i) => i.size,
        )
        .sum((i) => i.size),
    ),
    tie('money').map((x) => repeat(n, x, { label, next: (balance) => balance.plus(b) })),
  )

const conditions = (tie: Tie) =>
  fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(p, q, boolean(true), colour.is('red'), n.isAbove(count(1))),
    fc.tuple(tie('condition'), tie('condition')).map(([x, y]) => allOf(x, y)),
    fc.tuple(tie('condition'), tie('condition')).map(([x, y]) => anyOf(x, y)),
    tie('condition').map((x) => x.not()),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => x.isBelow(y)),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => x.is(y)),
    tie('money').map((x) => applies(x)),
    tie('list').map((l) => l.any((i) => i.ok)),
    tie('list').map((l) => l.all((i) => i.ok)),
    tie('list').map((l): BooleanTerm => (l.count() as CountTerm).isAtLeast(count(1))),
  )

const lists = (tie: Tie) =>
  fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(items),
    tie('list').map((l) => l.filter((i) => i.ok)),
    fc.tuple(tie('list'), tie('money')).map(([l, x]) => l.filter((i) => i.size.isAtLeast(x))),
  )

const { money: moneyTree, condition: conditionTree } = fc.letrec<Trees>((tie) => ({
  money: fc.oneof({ weight: 3, arbitrary: sums(tie) }, { weight: 1, arbitrary: folds(tie) }),
  condition: conditions(tie),
  list: lists(tie),
}))

/** A rule that gives money or a condition. */
export const anyTerm = fc.oneof(moneyTree, conditionTree)

const NA = { applicable: false }
const amount = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('0.00', '1.00', '10.00', '12.34') },
  { weight: 1, arbitrary: fc.constant(NA) },
)
const truth = fc.oneof({ weight: 6, arbitrary: fc.boolean() }, { weight: 1, arbitrary: fc.constant(NA) })
const item = fc.record({ size: amount, ok: truth, kind: fc.constantFrom('x', 'y') })

/** All facts known, in wire form. */
export const fullFacts = fc.record({
  a: amount,
  b: amount,
  p: truth,
  q: truth,
  n: fc.integer({ min: 0, max: 3 }),
  colour: fc.constantFrom('red', 'blue'),
  items: fc.array(item, { maxLength: 3 }),
})
export type FullFacts = {
  a: unknown
  b: unknown
  p: unknown
  q: unknown
  n: number
  colour: string
  items: { size: unknown; ok: unknown; kind: string }[]
}

/** Every place that can be unknown. */
export const paths = [
  'a',
  'b',
  'p',
  'q',
  'n',
  'colour',
  'items',
  ...[0, 1, 2].flatMap((i) => ['size', 'ok', 'kind'].map((f) => `items[${i}].${f}`)),
]

/** The facts without those at the hidden places. */
export function hide(facts: FullFacts, hidden: ReadonlySet<string>): Record<string, unknown> {
  const list = facts.items.map((record, i) => visible(record, hidden, `items[${i}].`))
  return visible({ ...facts, items: list }, hidden, '')
}

function visible(
  record: Record<string, unknown>,
  hidden: ReadonlySet<string>,
  prefix: string,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !hidden.has(`${prefix}${name}`)))
}
