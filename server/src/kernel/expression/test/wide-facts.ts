/** Facts about which the wide rules ask, what may be known of them, and the tables that they look up. */
import fc from 'fast-check'
import { t } from '../../label.ts'
import type {
  ChoiceTerm,
  DayTerm,
  ListTerm,
  MoneyTerm,
  Parameters,
  QuantityTerm,
  TextTerm,
} from '../index.ts'
import { fact } from '../index.ts'
import { given } from './kit.ts'

export const label = t('甲', 'a')
export const options = { red: label, blue: label, green: label }
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

export type Spell = {
  from: DayTerm
  until: DayTerm
  pay: MoneyTerm
  area: QuantityTerm<'mu'>
  kind: ChoiceTerm<'red' | 'blue' | 'green'>
}
export const pay = given('pay', wideFacts.pay)
export const share = given('share', wideFacts.share)
export const factor = given('factor', wideFacts.factor)
export const land = given('land', wideFacts.land)
export const gap = given('gap', wideFacts.gap)
export const born = given('born', wideFacts.born)
export const on = given('on', wideFacts.on)
export const span = given('span', wideFacts.span)
export const age = given('age', wideFacts.age)
export const n = given('n', wideFacts.n)
export const yes = given('yes', wideFacts.yes)
export const colour = given('colour', wideFacts.colour)
export const name: TextTerm = given('name', wideFacts.name)
export const spells = given('spells', wideFacts.spells) as unknown as ListTerm<Spell> // `as`: the declaration says these fields

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
