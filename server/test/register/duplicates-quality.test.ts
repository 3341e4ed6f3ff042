import { beforeAll, expect, it } from 'vitest'
import { fullPass } from '../../src/register/duplicates/pass.ts'
import { measure, type Quality } from '../../src/register/duplicates/quality.ts'
import { newPassTable } from '../../src/register/duplicates/table.ts'
import { labelledSet } from '../../src/systems/population/duplicates-labelled.ts'

const rule = {
  names: 'person',
  name: 'name',
  number: 'idNumber',
  birth: 'birthDate',
  sex: 'sex',
  household: 'household',
  marks: ['phone'],
} as const

let shown: Quality
let likely: Quality
beforeAll(async () => {
  const { rows, labels } = labelledSet(20_000)
  const { table, add } = newPassTable(1)
  for (const row of rows) add({ ...row, marks: [row.phone], shared: 0 })
  const { pairs, crowded } = await fullPass(table, rule)
  expect(crowded.blocks).toBe(0)
  ;[shown, likely] = measure(pairs, labels) as [Quality, Quality]
})

it('nine of ten that were written down twice are shown, and nine of ten shown are one', () => {
  expect(shown.recall).toBeGreaterThan(0.9)
  expect(shown.precision).toBeGreaterThan(0.9)
})

it('what is called likely is one in 98 of 100, and is most of them', () => {
  expect(likely.precision).toBeGreaterThan(0.98)
  expect(likely.recall).toBeGreaterThan(0.7)
})

it('each way of writing one down twice is found mostly; namesakes, twins, fathers and sons are left alone', () => {
  for (const [kind, { one, found, of }] of shown.byKind) {
    expect(of, kind).toBeGreaterThan(10)
    if (one) expect(found / of, kind).toBeGreaterThan(0.7)
    else expect(found / of, kind).toBeLessThan(0.05)
  }
})
