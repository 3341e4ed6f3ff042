import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packSlice, unpackSlice } from './carry.ts'
import type { Draft } from './draft.ts'

const names = ['name', 'idNumber', 'sex', 'amount', 'area', '备注']
const text = fc.oneof(
  fc.constantFrom('', '男', '990101196306122648', '𠮷祥路'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const value = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.record({ num: fc.integer(), den: fc.nat() }),
  fc.array(text, { maxLength: 2 }),
)
const texts = fc.dictionary(fc.constantFrom(...names), text)
const issue = fc.record({
  code: fc.constantFrom('missing:name', 'unknownArea'),
  level: fc.constantFrom('wrong' as const, 'doubt' as const),
  text: fc.record({ zh: text, en: text }),
})
const draft = fc.record(
  {
    row: fc.nat(2 ** 20),
    line: text,
    values: fc.dictionary(fc.constantFrom(...names), value),
    raw: texts,
    links: texts,
    owner: fc.record({ key: text }),
    issues: fc.array(issue, { maxLength: 2 }),
  },
  { requiredKeys: ['row', 'line', 'values', 'raw', 'links', 'issues'] },
)
const drafts = fc.array(draft, { maxLength: 600 }).map((found) =>
  // Dictionaries of the generator have no prototype, which what was carried has.
  found.map(
    (one): Draft => ({
      ...one,
      sheet: 3,
      values: { ...one.values },
      raw: { ...one.raw },
      links: { ...one.links },
      fixed: [],
    }),
  ),
)

it('drafts come out on the other side as they were, with words that repeat and words that do not', () => {
  fc.assert(
    fc.property(drafts, fc.boolean(), (given, many) => {
      const all = many
        ? given.map((one, at) => ({ ...one, values: { ...one.values, name: `${at}号` } }))
        : given
      const slice = { drafts: all, taken: all.length, notices: { sum: 2 }, next: { sheet: 3, at: 9 } }
      expect(unpackSlice(structuredClone(packSlice(slice)))).toEqual(slice)
    }),
    { numRuns: 100 },
  )
})

it('texts go over as texts beyond 256 different ones', () => {
  const all = Array.from(
    { length: 300 },
    (_, at): Draft => ({
      sheet: 0,
      row: at + 2,
      line: `${at}`,
      values: at % 7 === 0 ? {} : { name: `${at}号`, sex: at % 2 ? '男' : '女' },
      raw: {},
      links: {},
      issues: [],
      fixed: [],
    }),
  )
  const packed = packSlice({ drafts: all, taken: 300, notices: {}, next: { sheet: 0, at: 300 } })
  expect(packed.values.map(([name, { kind }]) => [name, kind])).toEqual([
    ['name', 'texts'],
    ['sex', 'words'],
  ])
  expect(unpackSlice(structuredClone(packed)).drafts).toEqual(all)
})
