/** Amounts as keys of a table: the row that is meant, evaluated and in columns (SQL: `sql/agreement.test.ts`). */
import { describe, expect, it } from 'vitest'
import { evaluate } from '../index.ts'
import { always, expectAgreement } from './columnar.kit.ts'
import { keyTables, lookedUp } from './table-keys.data.ts'

describe.each(keyTables.map((table) => [table.name, table] as const))('%s', (_name, table) => {
  const { tree, parameters, facts, wire } = lookedUp(table)

  it('finds the row', () => {
    const found = table.cases.map((_, at) => evaluate(tree, facts[at] ?? {}, parameters).results.row)
    const meant = table.cases.map(([, row]) =>
      row === undefined
        ? { state: 'unknown', missing: [], missingParameters: ['row'] }
        : { state: 'known', value: row },
    )
    expect(found).toEqual(meant)
  })

  it('finds the same in columns', () => {
    expectAgreement(tree, wire, { book: always(parameters) })
  })
})

it('evaluates everybody where a key of a row cannot stand in columns', () => {
  const days = { name: '', type: { kind: 'day' }, match: 'exact', rows: ['每年', '2023-01-01'] } as const
  const { tree, parameters, wire } = lookedUp({
    ...days,
    cases: [
      ['2023-01-01', 2],
      ['2023-01-02', undefined],
    ],
  })
  expect(expectAgreement(tree, wire, { book: always(parameters) }).redone).toBe(wire.length)
})
