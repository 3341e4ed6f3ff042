/** What is found is told in English too: every kind of relation, where it holds and where it does not, over figures with names that are no Chinese. */
import { expect, test } from 'vitest'
import type { Outcome } from './outcome.ts'
import { runSet } from './run-set.ts'
import type { Figure, Relation } from './shape.ts'
import { relationShape } from './shape.ts'
import { sheetSet } from './sheet.ts'
import { unitInEnglish } from './unit.ts'

const figure = (id: string, value: string | null, more: Partial<Figure> = {}): Figure => ({
  id,
  label: `figure ${id}`,
  value,
  unit: '人',
  ...more,
})

const figures: Figure[] = [
  figure('a', '20'),
  figure('b', '48'),
  figure('all', '100'),
  figure('some', '60', { qualifier: '>=' }),
  figure('none', null),
  figure('pa', '20', { unit: '%' }),
  figure('pb', '60', { unit: '%' }),
  figure('zero', '0'),
  figure('rate', '5', { unit: '%' }),
  figure('counted', '99', { told: { zh: '名册：99 人', en: 'Register: 99 persons' } }),
  figure('mu', '99', { unit: '亩' }),
]

const relations: Relation[] = [
  { id: 'sum', kind: 'sum', parts: ['a', 'b'], total: 'all' },
  { id: 'sum2', kind: 'sum', parts: ['a', 'some'], total: 'all' },
  { id: 'sum3', kind: 'sum', parts: ['a'], total: 'none' },
  { id: 'product', kind: 'product', factors: ['a', 'b'], total: 'all' },
  { id: 'maybe', kind: 'maybeWithin', parts: ['a', 'b'], extra: 'a', within: 'b' },
  { id: 'maybe2', kind: 'maybeWithin', parts: ['a', 'b'], extra: 'all', within: 'b' },
  {
    id: 'shares',
    kind: 'shares',
    total: 'all',
    of: [
      { part: 'a', percent: 'pa' },
      { part: 'b', percent: 'pb' },
    ],
  },
  { id: 'noBase', kind: 'shares', total: 'zero', of: [{ part: 'a', percent: 'pa' }] },
  { id: 'base', kind: 'impliedBase', part: 'a', percent: 'pa', is: 'b' },
  { id: 'shareTotal', kind: 'shareTotal', shares: ['pa', 'pb'] },
  { id: 'same', kind: 'same', figures: ['a', 'b'] },
  { id: 'same2', kind: 'same', figures: ['a', 'a'] },
  { id: 'register', kind: 'register', stated: 'all', counted: 'counted' },
  { id: 'register2', kind: 'register', stated: 'mu', counted: 'counted' },
  { id: 'register3', kind: 'register', stated: 'all', counted: 'none' },
  { id: 'bound', kind: 'bound', value: 'a', bound: '>=', limit: 'b' },
  { id: 'bound2', kind: 'bound', part: 'a', whole: 'all', bound: '<=', limit: 'rate' },
  { id: 'range', kind: 'range', value: 'a', from: 'b', to: 'all' },
  { id: 'growth', kind: 'growth', end: 'all', increment: 'a', percent: 'rate' },
  { id: 'allocation', kind: 'allocation', parts: ['a', 'b'], total: 'all' },
  { id: 'part', kind: 'partOf', parts: ['all'], whole: 'b' },
  {
    id: 'brackets',
    kind: 'brackets',
    brackets: [
      { label: 'low', to: '10', toIn: true },
      { label: 'mid', from: '10', fromIn: true, to: '20' },
      { label: 'high', from: '30', fromIn: true },
    ],
  },
  { id: 'cases', kind: 'cases', cases: ['x', 'y'], lines: [['x'], ['x']] },
  { id: 'term', kind: 'term', issued: '2025-01-01', days: 60, stageEnd: '2025-02-01' },
  {
    id: 'stages',
    kind: 'stages',
    stages: [
      { label: 'one', from: '2025-01-01', to: '2025-02-01' },
      { label: 'two', from: '2025-02-10', to: '2025-03-01' },
    ],
  },
  {
    id: 'stages2',
    kind: 'stages',
    stages: [
      { label: 'one', from: '2025-01-01', to: '2025-02-01' },
      { label: 'two', from: '2025-01-20', to: '2025-03-01' },
    ],
  },
  { id: 'month', kind: 'monthDay', day: 30 },
  { id: 'month2', kind: 'monthDay', day: 15 },
  { id: 'weekday', kind: 'weekday', day: '2025-05-13', weekday: 7, nth: 2 },
  { id: 'limits', kind: 'limits', value: 'all', max: '50' },
  {
    id: 'outliers',
    kind: 'outliers',
    rates: ['a', 'b', 'all'].map((part) => ({ part, whole: 'all' })),
  },
  {
    id: 'density',
    kind: 'density',
    bands: [
      { percent: 'pa', years: 20 },
      { percent: 'pb', years: 5 },
    ],
  },
  { id: 'funded', kind: 'funded', share: 'all', income: 'a' },
  { id: 'order', kind: 'order', figures: ['all', 'a'] },
  { id: 'order2', kind: 'order', figures: ['a', 'all'] },
  { id: 'crops', kind: 'crops', percent: 'pb', other: 'all', areaAtMost: '120' },
  { id: 'count', kind: 'count', stated: 'a', named: ['x', 'y'] },
  { id: 'apart', kind: 'apart', first: ['x'], second: ['x'] },
  { id: 'apart2', kind: 'apart', first: ['x'], second: ['y'] },
  { id: 'covered', kind: 'covered', wanted: ['x'], given: ['y'] },
  { id: 'covered2', kind: 'covered', wanted: ['x'], given: ['x'] },
  {
    id: 'largest',
    kind: 'largest',
    sizes: [
      { figure: 'a', named: true },
      { figure: 'b', named: false },
    ],
  },
  { id: 'run', kind: 'run', numbers: [1, 3, 3] },
  { id: 'run2', kind: 'run', numbers: [1, 2] },
  { id: 'word', kind: 'sameWord', words: ['x', 'y'] },
  { id: 'word2', kind: 'sameWord', words: ['x'] },
]

const outcomes = runSet({ figures, relations })
const han = /\p{Script=Han}|[，。；：、“”（）＝＋]/u
const texts = ({ place, stated, computed, note }: Outcome) => [
  place,
  stated,
  computed,
  ...(note ? [note] : []),
]

test('every kind of relation is among them', () => {
  const kinds = relationShape.options.map(({ shape }) => shape.kind.value)
  expect(new Set(relations.map(({ kind }) => kind))).toEqual(new Set(kinds))
})

test.each(outcomes.map((one) => [one.relation, one] as const))('%s', (_, one) => {
  for (const { zh, en } of texts(one)) {
    expect(en).not.toMatch(han)
    expect(zh + en).not.toMatch(/object|undefined|NaN/)
    expect(en === '').toBe(zh === '')
  }
})

test.each([
  ['sum', 'figure all 100 persons', '20 + 48 = 68'],
  ['shares.b', 'figure b 48 persons, 60% of figure all', '48 ÷ 100 = 48%'],
  ['growth', 'figure all 100 persons, figure a 20 persons, figure rate 5%', '80 the year before, growth 25%'],
  ['part', 'figure b 48 persons, of which figure all 100 persons', 'those listed make 100'],
  ['run', '1, 3, 3', 'missing: 2; twice: 3'],
  ['weekday', '2025-05-13 is Sunday number 2 of its month', 'Tuesday number 2 of its month'],
])('%s says both sides', (relation, stated, computed) => {
  const one = outcomes.find((outcome) => outcome.relation === relation)
  expect([one?.stated.en, one?.computed.en]).toEqual([stated, computed])
})

test('a row of a sheet is found by its number; what the house calls a figure is told, what the sheet calls it is quoted', () => {
  const rows = [
    { label: '劳动力', value: '100' },
    { label: '务农', value: '48', total: '劳动力', share: '60' },
  ]
  const found = runSet(sheetSet('a', rows)).find(({ rule }) => rule === 'VR-01')
  expect(found?.place).toEqual({ zh: '第 1 行 劳动力、第 2 行 务农', en: 'row 1 劳动力, row 2 务农' })
  expect(found?.stated).toEqual({ zh: '劳动力 100', en: '劳动力 100' })
})

test.each([
  ['人', 'persons'],
  ['万元', '×10,000 yuan'],
  ['亿', '×100,000,000'],
  ['%', '%'],
  ['台', '台'],
])('unit %s: %s', (unit, told) => {
  expect(unitInEnglish(unit)).toBe(told)
})
