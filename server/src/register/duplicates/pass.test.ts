import { expect, it } from 'vitest'
import { day, residentId } from '#kernel'
import type { DuplicateRule } from './declare.ts'
import { commonArea, fullPass } from './pass.ts'
import { newPassTable, type PassRow } from './table.ts'

const bodies: DuplicateRule = {
  names: 'body',
  name: 'name',
  number: 'code',
  birth: 'foundedOn',
  marks: ['phone'],
}
const persons: DuplicateRule = { names: 'person', name: 'name', number: 'idNumber', birth: 'birthDate' }
const blank = {
  number: null,
  birth: null,
  sex: null,
  household: null,
  marks: [],
  shared: 0,
  area: '990101102003',
}

async function pairsOf(rule: DuplicateRule, rows: readonly (Partial<PassRow> & { name: string })[]) {
  const { table, add } = newPassTable(rule.marks?.length ?? 0)
  for (const [i, row] of rows.entries()) add({ ...blank, id: i + 1, ...row })
  const { pairs } = await fullPass(table, rule)
  return pairs.map(({ low, high }) => `${low}-${high}`).sort()
}

it('bodies are found by credit code, and by name without the legal ending with place and telephone', async () => {
  const code = '91990101MA5K3J7X2R'
  expect(
    await pairsOf(bodies, [
      { name: '青禾县岩口生猪养殖专业合作社', number: code, marks: ['0770-1'] },
      { name: '岩口养猪社', number: code, marks: [null] },
      { name: '青禾县岩口生猪养殖农民专业合作社', marks: ['0770-1'] },
      { name: '青禾县石桥油茶种植专业合作社', marks: ['0770-1'] },
    ]),
  ).toEqual(['1-2', '1-3'])
})

it('every pair is met once, whatever number of keys it agrees in', async () => {
  const one = { name: '李建国', birth: '1963-07-15' }
  expect(await pairsOf(persons, [one, one, one])).toEqual(['1-2', '1-3', '2-3'])
})

it('two rows that share a number by proof are no pair; the same row written a third time is one', async () => {
  const number = residentId('990101', day('1963-07-15'), 264)
  const one = { name: '李建国', birth: '1963-07-15', number }
  expect(await pairsOf(persons, [one, { ...one, shared: 1 }])).toEqual([])
  expect(await pairsOf(persons, [one, { ...one, shared: 1 }, one])).toEqual(['1-3'])
})

it('a key that more than two thousand rows agree in is said, not compared', async () => {
  const { table, add } = newPassTable(0)
  for (let id = 1; id <= 2001; id++) add({ ...blank, id, name: '王伟', birth: '1990-01-01' })
  const { crowded, pairs } = await fullPass(table, persons)
  expect(pairs).toEqual([])
  expect(crowded.rows).toBeGreaterThanOrEqual(2001)
})

it('a pair stands at the smallest area that holds both', () => {
  expect(commonArea('990101102003001', '990101102003002')).toBe('990101102003')
  expect(commonArea('990101102003', '990101102004')).toBe('990101102')
  expect(commonArea('990101102003', '990101103001')).toBe('990101')
  expect(commonArea('990101102003', '990102103001')).toBeNull()
})
