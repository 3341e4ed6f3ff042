import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addFen, fen, mulDivRound, subFen, sumFen } from './money.ts'
import { isProblem } from './problem.ts'
import type { Rounding } from './round.ts'
import { roundings } from './round.ts'

describe('arithmetic', () => {
  it('adds, subtracts, sums and refuses overflow', () => {
    expect(addFen(fen(10), fen(-3))).toBe(7)
    expect(subFen(fen(10), fen(13))).toBe(-3)
    expect(sumFen([])).toBe(0)
    expect(sumFen([fen(1), fen(2), fen(3)])).toBe(6)
    expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow()
  })

  // 5/2 and its neighbours, worked by hand from the definitions
  it.each<[number, number, Rounding, number]>([
    [5, 2, 'half-up', 3],
    [-5, 2, 'half-up', -3],
    [5, 2, 'half-even', 2],
    [7, 2, 'half-even', 4],
    [-5, 2, 'half-even', -2],
    [5, 2, 'down', 2],
    [-5, 2, 'down', -2],
    [5, 2, 'up', 3],
    [-5, 2, 'up', -3],
    [5, 2, 'ceil', 3],
    [-5, 2, 'ceil', -2],
    [5, 2, 'floor', 2],
    [-5, 2, 'floor', -3],
    [5, -2, 'floor', -3],
    [4, 3, 'half-up', 1],
    [5, 3, 'half-up', 2],
    [4, 3, 'up', 2],
    [6, 3, 'up', 2],
  ])('%i / %i %s = %i', (a, c, mode, expected) => {
    expect(mulDivRound(a, 1, c, mode)).toBe(expected)
  })

  it('is exact beyond 2^53 and refuses a result that is not', () => {
    expect(mulDivRound(9_007_199_254_740_991, 999_999, 1_000_000, 'half-up')).toBe(9_007_190_247_541_736)
    expect(
      isProblem(
        problemOf(() => mulDivRound(9_007_199_254_740_991, 2, 1, 'down')),
        'number.tooLarge',
      ),
    ).toBe(true)
    expect(
      isProblem(
        problemOf(() => mulDivRound(1, 1, 0, 'down')),
        'number.divisionByZero',
      ),
    ).toBe(true)
  })

  it('takes whole numbers only and never answers minus zero', () => {
    const fractions: [number, number, number][] = [
      [0.5, 1, 1],
      [1, 0.5, 1],
      [1, 1, 0.5],
    ]
    for (const [a, b, c] of fractions)
      expect(
        isProblem(
          problemOf(() => mulDivRound(a, b, c, 'down')),
          'kernel.invariant',
        ),
      ).toBe(true)
    expect(Object.is(mulDivRound(0, 1, -3, 'half-up'), 0)).toBe(true)
    expect(Object.is(mulDivRound(-1, 1, 3, 'half-up'), 0)).toBe(true)
  })

  it('agrees with the definition of each mode in exact arithmetic', () => {
    const c = fc.maxSafeInteger().filter((n) => n !== 0)
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer(), c, fc.constantFrom(...roundings), (a, b, den, mode) => {
        const bound = BigInt(Number.MAX_SAFE_INTEGER)
        const expected = defined(BigInt(a) * BigInt(b), BigInt(den), mode)
        fc.pre(expected <= bound && expected >= -bound)
        return BigInt(mulDivRound(a, b, den, mode)) === expected
      }),
    )
  })
})

/** Each mode by its definition through the floor and the distance to it. */
function defined(n: bigint, c: bigint, mode: Rounding): bigint {
  const [num, den] = c < 0n ? [-n, -c] : [n, c]
  const rest = ((num % den) + den) % den
  const floor = (num - rest) / den
  if (rest === 0n) return floor
  const toZero = num > 0n ? floor : floor + 1n
  const fromZero = num > 0n ? floor + 1n : floor
  const nearest = 2n * rest > den ? floor + 1n : floor
  const even = floor % 2n === 0n ? floor : floor + 1n
  const tie = 2n * rest === den
  const table: Record<Rounding, bigint> = {
    floor,
    ceil: floor + 1n,
    down: toZero,
    up: fromZero,
    'half-up': tie ? fromZero : nearest,
    'half-even': tie ? even : nearest,
  }
  return table[mode]
}

function problemOf(act: () => unknown): unknown {
  try {
    act()
  } catch (thrown) {
    return thrown
  }
  return undefined
}
