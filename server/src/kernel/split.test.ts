import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Share } from './money.ts'
import { fen, parseYuan, split, sumFen, yuanText } from './money.ts'
import { isProblem } from './problem.ts'

describe('split by shares (GEN-01)', () => {
  const percent = (...parts: (number | 'rest')[]): [string, Share][] =>
    parts.map((p, i) => [String(i), p === 'rest' ? p : { num: p, den: 100 }])
  const texts = (total: string, ...parts: (number | 'rest')[]): string[] =>
    split(parseYuan(total), percent(...parts)).map(([, amount]) => yuanText(amount))

  it('gives the examples of the rule', () => {
    expect(texts('33333.33', 30, 40, 30)).toEqual(['10000.00', '13333.33', '10000.00'])
    expect(texts('100.01', 30, 40, 30)).toEqual(['30.00', '40.00', '30.01'])
    expect(texts('33333.33', 50, 50, 0)).toEqual(['16666.67', '16666.66', '0.00'])
    expect(texts('33333.33', 30, 40, 'rest')).toEqual(['10000.00', '13333.33', '10000.00'])
  })

  it('gives the remainder to the last share that is not zero', () => {
    expect(
      split(fen(100), [
        ['a', { num: 1, den: 3 }],
        ['b', { num: 1, den: 3 }],
        ['c', { num: 1, den: 3 }],
        ['d', { num: 0, den: 1 }],
      ]),
    ).toEqual([
      ['a', 33],
      ['b', 33],
      ['c', 34],
      ['d', 0],
    ])
  })

  it('splits a negative total as its mirror image', () => {
    expect(texts('-100.01', 30, 40, 30)).toEqual(['-30.00', '-40.00', '-30.01'])
  })

  it('cuts the earlier shares from the end where rounding up leaves less than 0', () => {
    expect(texts('0.02', 25, 25, 25, 25)).toEqual(['0.01', '0.01', '0.00', '0.00'])
  })

  it('keeps names and order and lets a rest stand anywhere', () => {
    const parts = split(parseYuan('100.01'), [
      ['government', { num: 3, den: 10 }],
      ['person', 'rest'],
      ['collective', { num: 2, den: 5 }],
    ])
    expect(parts).toEqual([
      ['government', 3000],
      ['person', 3000],
      ['collective', 4001],
    ])
    expect(split(parseYuan('10'), [['all', 'rest']])).toEqual([['all', 1000]])
  })

  it('refuses shares that are not the whole, or below 0', () => {
    expect(
      isProblem(
        problemOf(() => texts('100', 30, 40)),
        'split.notWhole',
      ),
    ).toBe(true)
    expect(
      isProblem(
        problemOf(() => texts('100', 70, 40, 'rest')),
        'split.negative',
      ),
    ).toBe(true)
    expect(
      isProblem(
        problemOf(() => split(fen(1), [])),
        'split.notWhole',
      ),
    ).toBe(true)
  })

  it('says what the shares add up to, which is below 0, and takes one rest over a positive denominator', () => {
    expect(problemOf(() => texts('100', 30, 40))).toMatchObject({ details: { sum: '70/100' } })
    expect(problemOf(() => texts('100', -1, 101))).toMatchObject({
      code: 'split.negative',
      details: { name: '0' },
    })
    expect(
      isProblem(
        problemOf(() => split(fen(1), [['a', { num: 1, den: 0 }]])),
        'kernel.invariant',
      ),
    ).toBe(true)
    expect(
      isProblem(
        problemOf(() =>
          split(fen(1), [
            ['a', 'rest'],
            ['b', 'rest'],
          ]),
        ),
        'kernel.invariant',
      ),
    ).toBe(true)
  })

  it('always adds up, none below 0, none far from its share, a share of 0 gets 0', () => {
    const shares = fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }).filter((w) => w.some((x) => x > 0))
    fc.assert(
      fc.property(fc.nat(10 ** 9), shares, (total, weights) => {
        const den = weights.reduce((a, b) => a + b, 0)
        const parts = split(
          fen(total),
          weights.map((num, i) => [String(i), { num, den }] as const),
        ).map(([, part]) => part)
        expect(sumFen(parts)).toBe(total)
        parts.forEach((part, i) => {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(Math.abs(part - (total * (weights[i] ?? 0)) / den)).toBeLessThanOrEqual(weights.length)
          if (weights[i] === 0) expect(part).toBe(0)
        })
      }),
    )
  })
})

function problemOf(act: () => unknown): unknown {
  try {
    act()
  } catch (thrown) {
    return thrown
  }
  return undefined
}
