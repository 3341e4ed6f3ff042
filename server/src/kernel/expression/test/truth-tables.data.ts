/** The truth tables of all kinds of nodes. Expected values are worked out by hand. */
import { cite } from '../../citation.ts'
import { t } from '../../label.ts'
import type { Term } from '../index.ts'
import {
  addMonths,
  allOf,
  anyOf,
  applies,
  below,
  boolean,
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
  theDay,
  years,
} from '../index.ts'
import { given, NA } from './kit.ts'

const label = t('甲', 'a')
const a = given('a', fact.money({ label }))
const b = given('b', fact.money({ label }))
const p = given('p', fact.boolean({ label }))
const q = given('q', fact.boolean({ label }))
const n = given('n', fact.count({ label }))
const d = given('d', fact.day({ label }))
const e = given('e', fact.day({ label }))
const share = given('share', fact.percent({ label }))
const colours = choices({ red: t('红', 'red'), blue: t('蓝', 'blue') })
const colour = given(
  'colour',
  fact.choice({ label, options: { red: t('红', 'red'), blue: t('蓝', 'blue') } }),
)
const items = given(
  'items',
  fact.list({
    label,
    fields: { size: fact.count({ label }), kind: fact.text({ label }), ok: fact.boolean({ label }) },
  }),
)
const spells = given(
  'spells',
  fact.list({ label, fields: { from: fact.day({ label }), until: fact.day({ label }) } }),
)

type Row = readonly [facts: Readonly<Record<string, unknown>>, expected: unknown]
export const tables: [name: string, term: Term, rows: readonly Row[]][] = []
const table = (name: string, term: Term, rows: readonly Row[]) => void tables.push([name, term, rows])

table('literal', money('12.30'), [[{}, '12.30']])
table('notApplicable', notApplicable(a), [[{}, NA]])
table('fact', a, [
  [{ a: '1.00' }, '1.00'],
  [{}, '? a'],
  [{ a: NA }, NA],
  [{ a: '1' }, '! fact.form'],
  [{ a: '0.00' }, '0.00'],
])
table('add', a.plus(b), [
  [{ a: '1.00', b: '2.50' }, '3.50'],
  [{ a: '1.00' }, '? b'],
  [{}, '? a, b'],
  [{ a: '1.00', b: NA }, '1.00'],
  [{ a: NA, b: NA }, NA],
  [{ a: NA }, '? b'],
  [{ a: '90000000000000.00', b: '90000000000000.00' }, '! number.tooLarge'],
])
table('subtract', a.minus(b), [
  [{ a: '1.00', b: '2.50' }, '-1.50'],
  [{ a: NA, b: '2.50' }, '-2.50'],
  [{ a: '1.00', b: NA }, '1.00'],
  [{ a: NA, b: NA }, NA],
  [{ b: '1.00' }, '? a'],
])
table('multiply', a.times(share), [
  [{ a: '100.01', share: '30' }, '30.00'],
  [{ a: '35525.00', share: '1.5' }, '532.88'],
  [{ a: NA }, NA],
  [{ share: NA }, NA],
  [{ a: '1.00' }, '? share'],
])
table('divide', a.dividedBy(n), [
  [{ a: '100.00', n: 3 }, '33.33'],
  [{ a: '0.05', n: 2 }, '0.03'],
  [{ a: '1.00', n: 0 }, '! number.divisionByZero'],
  [{ a: NA, n: 0 }, NA],
  [{ a: '1.00' }, '? n'],
])
table('proportion', a.shareOf(b), [
  [{ a: '1.00', b: '3.00' }, '100/3'],
  [{ a: '737.00', b: '1000.00' }, '73.7'],
  [{ a: '1.00', b: '0.00' }, '! number.divisionByZero'],
  [{ a: '1.00', b: NA }, NA],
])
table('round', a.roundedTo('1.00', 'up'), [
  [{ a: '1.01' }, '2.00'],
  [{ a: '2.00' }, '2.00'],
  [{ a: NA }, NA],
  [{}, '? a'],
])
table(
  'part, first',
  split(a, [
    ['x', percent(30)],
    ['y', percent(40)],
    ['z', 'rest'],
  ]).x,
  [
    [{ a: '100.01' }, '30.00'],
    [{ a: '33333.33' }, '10000.00'],
    [{ a: NA }, NA],
    [{}, '? a'],
  ],
)
table(
  'part, rest',
  split(a, [
    ['x', percent(30)],
    ['y', percent(40)],
    ['z', 'rest'],
  ]).z,
  [
    [{ a: '100.01' }, '30.01'],
    [{ a: '-1.00' }, '! expression.negativeSplit'],
  ],
)
table(
  'part, last share that is not zero',
  split(a, [
    ['x', percent(50)],
    ['y', percent(50)],
    ['z', 'rest'],
  ]).y,
  [[{ a: '33333.33' }, '16666.66']],
)
table(
  'part, shares above the whole',
  split(a, [
    ['x', share],
    ['y', percent(40)],
    ['z', 'rest'],
  ]).x,
  [
    [{ a: '100.00', share: '70' }, '! split.negative'],
    [{ a: '100.00' }, '? share'],
  ],
)
table('extreme, largest', largest(a, b), [
  [{ a: '1.00', b: '2.00' }, '2.00'],
  [{ a: '1.00', b: NA }, '1.00'],
  [{ a: NA, b: NA }, NA],
  [{ a: '1.00' }, '? b'],
  [{ a: NA }, '? b'],
])
table('extreme, smallest', smallest(a, b), [[{ a: '1.00', b: '2.00' }, '1.00']])
table('compare, below', a.isBelow(b), [
  [{ a: '1.00', b: '1.00' }, false],
  [{ a: '0.99', b: '1.00' }, true],
  [{ a: '1.00' }, '? b'],
  [{ a: NA }, NA],
])
table('compare, at least', a.isAtLeast(b), [
  [{ a: '1.00', b: '1.00' }, true],
  [{ a: '0.99', b: '1.00' }, false],
])
table('compare, above', a.isAbove(b), [
  [{ a: '1.00', b: '1.00' }, false],
  [{ a: '1.01', b: '1.00' }, true],
])
table('compare, at most', a.isAtMost(b), [
  [{ a: '1.00', b: '1.00' }, true],
  [{ a: '1.01', b: '1.00' }, false],
])
table('compare, is', colour.is('red'), [
  [{ colour: 'red' }, true],
  [{ colour: 'blue' }, false],
  [{}, '? colour'],
])
table('compare, is not', colour.isNot('red'), [[{ colour: 'red' }, false]])
table('and', allOf(p, q), [
  [{ p: true, q: true }, true],
  [{ p: true, q: false }, false],
  [{ p: false }, false],
  [{ q: false }, false],
  [{ p: true }, '? q'],
  [{}, '? p, q'],
  [{ p: NA, q: true }, '! policy.conditionNotApplicable'],
  [{ p: NA, q: false }, false],
])
table('or', anyOf(p, q), [
  [{ p: false, q: false }, false],
  [{ p: true }, true],
  [{ q: true }, true],
  [{ p: false }, '? q'],
  [{}, '? p, q'],
  [{ p: NA, q: false }, '! policy.conditionNotApplicable'],
  [{ p: NA, q: true }, true],
])
table('not', p.not(), [
  [{ p: true }, false],
  [{ p: false }, true],
  [{}, '? p'],
  [{ p: NA }, '! policy.conditionNotApplicable'],
])
table('applies', applies(a), [
  [{ a: '0.00' }, true],
  [{ a: NA }, false],
  [{}, '? a'],
])
table('choose', choose().when(p, a).when(q, b).otherwise(money('0.00')), [
  [{ p: true, a: '1.00' }, '1.00'],
  [{ p: false, q: true, b: '2.00' }, '2.00'],
  [{ p: false, q: false }, '0.00'],
  [{ p: true }, '? a'],
  [{}, '? a, b, p, q'],
  [{ q: false, a: '0.00' }, '0.00'],
  [{ q: false, a: '1.00' }, '? p'],
  [{ p: false, a: '9.00' }, '? b, q'],
  [{ p: NA }, '? a, b, q'],
  [{ p: NA, q: true, a: '1.00', b: '2.00' }, '! policy.conditionNotApplicable'],
  // Known while p was unknown, since either way it is 2.00: so p proving not applicable may not change it.
  [{ q: true, a: '2.00', b: '2.00' }, '2.00'],
  [{ p: NA, q: true, a: '2.00', b: '2.00' }, '2.00'],
])
table(
  'choose over a subject',
  choose(a)
    .when(below(money('5.00')), colours.red)
    .otherwise(colours.blue),
  [
    [{ a: '4.99' }, 'red'],
    [{ a: '5.00' }, 'blue'],
  ],
)
table('choose without otherwise', choose().when(p, a).end(), [
  [{ p: true, a: '1.00' }, '1.00'],
  [{ p: false }, '! policy.gap'],
  [{ a: '1.00' }, '? p'],
])
table('ifApplies', ifApplies(a, a, b), [
  [{ a: '1.00' }, '1.00'],
  [{ a: NA, b: '2.00' }, '2.00'],
  [{ b: '2.00' }, '? a'],
])
table('onlyIf', onlyIf(p, a), [
  [{ p: true, a: '1.00' }, '1.00'],
  [{ p: false }, NA],
])
table('match', byChoice(colour, { red: a, blue: b }), [
  [{ colour: 'red', a: '1.00' }, '1.00'],
  [{ colour: 'blue', b: '2.00' }, '2.00'],
  [{ a: '1.00', b: '1.00' }, '1.00'],
  [{ a: '1.00', b: '2.00' }, '? colour'],
  [{ a: '1.00' }, '? b, colour'],
  [{ colour: NA }, NA],
])
table(
  'rule',
  rule(money('100.00')).except(p, money('50.00'), cite('甲', '一')).except(q, b, cite('甲', '二')).end(),
  [
    [{ p: false, q: false }, '100.00'],
    [{ p: true, q: false }, '50.00'],
    [{ p: false, q: true, b: '7.00' }, '7.00'],
    [{ p: true, q: true, b: '50.00' }, '50.00'],
    [{ p: true, q: true, b: '60.00' }, '! policy.conflict'],
    [{ p: true, b: '50.00' }, '50.00'],
    [{ p: true, b: '60.00' }, '? q'],
    [{ q: false }, '? p'],
    [{ p: true, q: true }, '? b'],
    [{ p: false, b: '100.00' }, '100.00'],
    [{}, '? b, p, q'],
  ],
)
table('completedYears', completedYears(d, e), [
  [{ d: '1959-07-01', e: '2019-06-30' }, 59],
  [{ d: '1959-06-30', e: '2019-06-30' }, 60],
  [{ d: '2000-02-29', e: '2021-02-28' }, 20],
  [{ d: '2000-02-29', e: '2021-03-01' }, 21],
  [{ d: '2020-01-01', e: '2019-01-01' }, '! expression.beforeBirth'],
  [{ d: '2000-01-01' }, '? e'],
  [{ d: NA }, NA],
])
table('addMonths', addMonths(d, months(3)), [
  [{ d: '2023-11-30' }, '2024-02-29'],
  [{ d: '2023-09-05' }, '2023-12-05'],
  [{}, '? d'],
  [{ d: NA }, NA],
])
table('addMonths, years', d.plusMonths(years(55)), [[{ d: '1968-06-12' }, '2023-06-12']])
table('addDays', d.plusDays(days(5)), [
  [{ d: '2023-08-25' }, '2023-08-30'],
  [{}, '? d'],
])
table('addDays, before the calendar', d.plusDays(days(-3_000_000)), [[{ d: '2023-08-25' }, '! day.range']])
table('addDays, after the calendar', d.plusDays(days(9_000_000)), [[{ d: '2023-08-25' }, '! day.range']])
table('monthEdge', d.lastOfMonth(), [
  [{ d: '2024-02-05' }, '2024-02-29'],
  [{ d: NA }, NA],
])
table('monthsBetween, calendar', monthsBetween(d, e), [
  [{ d: '2022-01-31', e: '2022-02-01' }, 1],
  [{ d: '2022-03-01', e: '2022-01-01' }, -2],
  [{ d: NA }, NA],
])
table('monthsBetween, completed', monthsBetween(d, e, 'completed'), [
  [{ d: '2022-01-31', e: '2022-02-01' }, 0],
  [{ d: '2022-01-15', e: '2022-03-15' }, 2],
])
table('daysBetween', daysBetween(d, e), [
  [
    { d: '2024-02-28', e: '2024-03-01' },
    { value: '2', unit: 'day' },
  ],
  [{ d: '2024-02-28' }, '? e'],
])
table('convert', months(24).asCount().plus(n), [
  [{ n: 1 }, 25],
  [{ n: NA }, 24],
])

const three = [
  { size: 3, kind: 'x', ok: true },
  { size: 5, kind: 'y', ok: false },
  { size: 4, kind: 'x', ok: true },
]
const open = [{ size: 3, kind: 'x', ok: true }, { kind: 'y' }]
table(
  'sum',
  items.sum((i) => i.size),
  [
    [{ items: three }, 12],
    [{ items: [] }, 0],
    [{}, '? items'],
    [{ items: open }, '? items[1].size'],
    [{ items: [{ size: { applicable: false } }] }, NA],
    [{ items: [{ size: { applicable: false } }, { size: 2 }] }, 2],
    [{ items: NA }, NA],
  ],
)
table(
  'sum of those a filter cannot decide',
  items.filter((i) => i.ok).sum((i) => i.size),
  [
    [{ items: three }, 7],
    [{ items: [{ size: 3, ok: true }, { size: 0 }] }, 3],
    [{ items: [{ size: 3, ok: true }, { size: 1 }] }, '? items[1].ok'],
    [{ items: [{ size: 3, ok: false }] }, 0],
  ],
)
table('count', items.count(), [
  [{ items: three }, 3],
  [{ items: [] }, 0],
  [{ items: open }, 2],
  [{}, '? items'],
])
table('count after filter', items.filter((i) => i.ok).count(), [
  [{ items: three }, 2],
  [{ items: open }, '? items[1].ok'],
])
table(
  'boundary, largest',
  items.max((i) => i.size),
  [
    [{ items: three }, 5],
    [{ items: [] }, NA],
    [{ items: open }, '? items[1].size'],
    [{}, '? items'],
  ],
)
table(
  'boundary, smallest',
  items.min((i) => i.size),
  [[{ items: three }, 3]],
)
table(
  'boundary beside doubt',
  items.filter((i) => i.ok).max((i) => i.size),
  [
    [{ items: [{ size: 5, ok: true }, { size: 4 }] }, 5],
    [{ items: [{ size: 5, ok: true }, { size: 6 }] }, '? items[1].ok'],
  ],
)
table(
  'any',
  items.any((i) => i.ok),
  [
    [{ items: three }, true],
    [{ items: [] }, false],
    [{ items: open }, true],
    [{ items: [{ ok: false }, {}] }, '? items[1].ok'],
  ],
)
table(
  'all',
  items.all((i) => i.ok),
  [
    [{ items: three }, false],
    [{ items: [] }, true],
    [{ items: open }, '? items[1].ok'],
    [{ items: [{ ok: false }, {}] }, false],
  ],
)
table(
  'all of those a filter cannot decide',
  items.filter((i) => i.ok).all((i) => i.size.isAbove(count(2))),
  [
    [{ items: [{ size: 3 }] }, true],
    [{ items: [{ size: 1 }] }, '? items[0].ok'],
  ],
)
table(
  'filter',
  items.filter((i) => i.size.isAbove(count(3))).sum((i) => i.size),
  [[{ items: three }, 9]],
)
table('best', items.argmaxBy((i) => i.size).at.kind, [
  [{ items: three }, 'y'],
  [{ items: [] }, NA],
  [
    {
      items: [
        { size: 1, kind: 'first' },
        { size: 1, kind: 'second' },
      ],
    },
    'first',
  ],
  [{ items: open }, '? items[1].size'],
])
table(
  'bestPer',
  items
    .bestPer(
      (i) => i.kind,
      (i) => i.size,
    )
    .sum((i) => i.size),
  [
    [{ items: three }, 9],
    [{ items: [] }, 0],
    [{ items: [{ size: 1, kind: 'x' }, { size: 2 }] }, '? items[1].kind'],
  ],
)

const work = [
  { from: '2023-01-01', until: '2023-03-01' },
  { from: '2023-03-16', until: '2023-06-01' },
  { from: '2023-08-01', until: '2023-08-20' },
]
table('runs', spells.runs('from', 'until', days(15)).count(), [
  [{ spells: work }, 2],
  [{ spells: [] }, 0],
  [{}, '? spells'],
  [{ spells: [{ from: '2023-01-01' }] }, '? spells[0].until'],
  [{ spells: [{ from: '2023-02-01', until: '2023-01-01' }] }, '! expression.spellReversed'],
])
table('runs, one day more between them', spells.runs('from', 'until', days(14)).count(), [
  [{ spells: work }, 3],
])
table('runs, one that still runs', spells.runs('from', 'until', days(15)).argmaxBy((s) => s.from).at.until, [
  [{ spells: [{ from: '2023-01-01', until: { applicable: false } }] }, NA],
])
table('longest', spells.longest('from', 'until').at.from, [
  [{ spells: work }, '2023-03-16'],
  [{ spells: [] }, NA],
  [{}, '? spells'],
])
const covered = (counting: 'whole' | 'touched') =>
  spells.monthsCovered({
    from: 'from',
    until: 'until',
    start: theDay('2023-01-01'),
    end: theDay('2024-01-01'),
    counting,
  })
table('monthsCovered, whole', covered('whole'), [
  [{ spells: work }, 4],
  [{ spells: [] }, 0],
  [
    {
      spells: [
        { from: '2023-01-15', until: '2023-02-01' },
        { from: '2023-02-01', until: '2023-04-10' },
      ],
    },
    2,
  ],
  [{}, '? spells'],
])
table('monthsCovered, touched', covered('touched'), [[{ spells: work }, 6]])

const compound = repeat(n, a, { label, next: (balance) => balance.plus(balance.times(share)) })
table('repeat', compound, [
  [{ n: 2, a: '35000.00', share: '1.5' }, '36057.88'],
  [{ n: 0, a: '1.00' }, '1.00'],
  [{ n: 101, a: '1.00', share: '1' }, '! expression.rounds'],
  [{ n: -1, a: '1.00', share: '1' }, '! expression.rounds'],
  [{ a: '1.00', share: '1' }, '? n'],
  [{ n: 1, a: '1.00' }, '? share'],
  [{ n: 1, a: NA }, NA],
])
table('step', step('s', label, a), [
  [{ a: '1.00' }, '1.00'],
  [{}, '? a'],
  [{ a: NA }, NA],
])
table('check', check('c', label, a.isAbove(b), { severity: 'warning', message: label }), [
  [{ a: '2.00', b: '1.00' }, true],
  [{ a: '1.00', b: '1.00' }, false],
  [{ a: NA }, NA],
  [{ a: '1.00' }, '? b'],
])
table('sumOf', sumOf(a, b), [[{ a: '1.00', b: NA }, '1.00']])
table('exact numbers', number('1/3').times(number('3')), [[{}, '1']])
table('quantities', quantity('164', 'mu').dividedBy(count(1052)), [[{}, { value: '41/263', unit: 'mu' }]])
table('boolean literal', boolean(true), [[{}, true]])
