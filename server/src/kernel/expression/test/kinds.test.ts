/** Every kind of node against its truth table. */
import { describe, expect, it } from 'vitest'
import { t } from '../../label.ts'
import type { Kind, Parameters } from '../index.ts'
import { fact, kinds, nodesOf, termOf } from '../index.ts'
import { given, NA, read, treeOf } from './kit.ts'
import { tables } from './truth-tables.data.ts'

const label = t('甲', 'a')
const d = given('d', fact.day({ label }))

describe.each(tables)('%s', (_name, term, rows) => {
  it.each(rows.map(([facts, expected]) => [JSON.stringify(facts), facts, expected] as const))(
    '%s',
    (_facts, facts, expected) => {
      expect(read(term, facts)).toEqual(expected)
    },
  )
})

describe('parameter', () => {
  const type = { kind: 'years' } as const
  const sex = given('sex', fact.choice({ label, options: { male: label, female: label } }))
  const limit = termOf(type, {
    kind: 'parameter',
    name: 'limit',
    of: type,
    label,
    keys: [
      { key: { name: 'sex', match: 'exact' }, by: sex.node },
      { key: { name: 'born', match: 'from' }, by: d.node },
    ],
  })
  const row = (of: string, born: string, value: number) => ({ keys: { sex: of, born }, value })
  const rows = [
    row('male', '0001-01-01', 60),
    row('male', '1965-01-01', 63),
    row('female', '0001-01-01', 55),
    row('female', '1990-01-01', 63),
  ]
  const parameters: Parameters = { limit: { state: 'known', from: '2019-01-01', wire: null, rows } }
  const open: Parameters = { limit: { state: 'unknown', missing: ['takenOn'], missingParameters: [] } }

  it.each<readonly [Readonly<Record<string, unknown>>, unknown, Parameters]>([
    [{ sex: 'male', d: '1964-12-31' }, 60, parameters],
    [{ sex: 'male', d: '1965-01-01' }, 63, parameters],
    [{ sex: 'female', d: '1965-01-01' }, 55, parameters],
    [{ d: '1995-01-01' }, 63, parameters],
    [{ d: '1960-01-01' }, '? sex', parameters],
    [{ sex: 'male' }, '? d', parameters],
    [{ sex: NA, d: '1960-01-01' }, NA, parameters],
    [{ sex: 'male', d: '1960-01-01' }, '? limit', {}],
    [{ sex: 'male' }, '? d, takenOn', open],
  ])('%s gives %s', (facts, expected, values) => {
    expect(read(limit, facts, values)).toEqual(expected)
  })
})

it('covers every kind of node', () => {
  const tested = tables.flatMap(([, term]) => nodesOf(treeOf(term)).map((node) => node.kind))
  const seen = new Set<Kind>(['parameter', ...tested])
  expect(kinds.filter((kind) => !seen.has(kind))).toEqual([])
})
