/** Tables whose keys are amounts: the same amount is the same key however it is written, and 9 comes before 10. */
import { t } from '../../label.ts'
import type { Facts, Parameters, TableKey, Tree, ValueType } from '../index.ts'
import { decodeFacts, keyOfWire } from '../index.ts'

const label = t('甲', 'a')
type Kind = { type: ValueType; match: TableKey['match'] }
type Table = Kind & {
  name: string
  /** Wire form of the key of each row; the value is the place of the row, from 1. */
  rows: readonly unknown[]
  /** Wire form of the fact, and the row that it means; undefined: none. */
  cases: readonly (readonly [given: unknown, row: number | undefined])[]
}

const mu = (value: string) => ({ value, unit: 'mu' })

export const keyTables: readonly Table[] = [
  {
    name: 'a number, exactly',
    type: { kind: 'number' },
    match: 'exact',
    rows: ['2.50', '1/3', '0.25'],
    cases: [
      ['2.5', 1],
      ['5/2', 1],
      ['1/3', 2],
      ['0.333', undefined],
      ['1/4', 3],
    ],
  },
  {
    name: 'a percentage, from',
    type: { kind: 'percent' },
    match: 'from',
    rows: ['5', '30.0', '9', '100'],
    cases: [
      ['4.99', undefined],
      ['5', 1],
      ['10', 3],
      ['30', 2],
      ['250', 4],
    ],
  },
  {
    name: 'a quantity, from',
    type: { kind: 'quantity', unit: 'mu' },
    match: 'from',
    rows: [mu('0'), mu('10'), mu('9.5')],
    cases: [
      [mu('9.49'), 1],
      [mu('9.50'), 3],
      [mu('30'), 2],
      [mu('-1'), undefined],
    ],
  },
  {
    name: 'a quantity, exactly',
    type: { kind: 'quantity', unit: 'mu' },
    match: 'exact',
    rows: [mu('1.0'), { value: '2', unit: 'jin' }],
    cases: [
      [mu('1'), 1],
      [mu('2'), undefined],
    ],
  },
  {
    name: 'a count, from; a row without a key comes before all',
    type: { kind: 'count' },
    match: 'from',
    rows: [9, 10, ''],
    cases: [
      [8, 3],
      [9, 1],
      [11, 2],
      [-3, 3],
    ],
  },
  {
    name: 'money, from',
    type: { kind: 'money' },
    match: 'from',
    rows: ['900.00', '1000.00', '-5.00'],
    cases: [
      ['999.99', 1],
      ['1000.00', 2],
      ['0.00', 3],
      ['-5.01', undefined],
    ],
  },
  {
    name: 'years, exactly; a row that is no number fits nobody',
    type: { kind: 'years' },
    match: 'exact',
    rows: [60, '六十'],
    cases: [
      [60, 1],
      [61, undefined],
    ],
  },
]

/** A tree that looks the fact `key` up, its parameters, and the facts of every case. */
export function lookedUp({ type, match, rows, cases }: Table): {
  tree: Tree
  parameters: Parameters
  wire: readonly Readonly<Record<string, unknown>>[]
  facts: readonly Facts[]
} {
  const key = { name: 'k', match }
  const keys = [{ key, by: { kind: 'fact', name: 'key', of: type, label } as const }]
  const tree: Tree = {
    language: 1,
    facts: { key: { type, label } },
    parameters: { row: { type: { kind: 'count' }, label, keys: [key] } },
    results: { row: { label, node: { kind: 'parameter', name: 'row', of: { kind: 'count' }, label, keys } } },
  }
  const held = rows.map((one, at) => ({ keys: { k: keyOfWire(one) }, value: at + 1 }))
  const wire = [...cases.map(([given]) => ({ key: given })), { key: null }, { key: { applicable: false } }]
  return {
    tree,
    parameters: { row: { state: 'known', from: '2019-01-01', wire: null, rows: held } },
    wire,
    facts: wire.map((one) => decodeFacts(tree.facts, one).facts),
  }
}
