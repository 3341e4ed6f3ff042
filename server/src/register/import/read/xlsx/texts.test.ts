import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packedTexts } from './texts.ts'

describe('texts by number', () => {
  it('come back as they were given, asked in any order, more than are kept at hand', () => {
    const some = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 })
    fc.assert(
      fc.property(some, fc.nat(6000), (given, before) => {
        const texts = packedTexts()
        for (let at = 0; at < before; at++) texts.add(String(at))
        for (const text of given) texts.add(text)
        const numbers = given.map((_, at) => before + at)
        expect([...numbers, ...numbers.toReversed()].map(texts.at)).toEqual([...given, ...given.toReversed()])
        if (before > 0) expect([texts.at(0), texts.at(before - 1)]).toEqual(['0', String(before - 1)])
        expect([texts.at(texts.size()), texts.at(-1), texts.at(Number.NaN)]).toEqual(Array(3).fill(undefined))
      }),
      { numRuns: 100 },
    )
  })
})
