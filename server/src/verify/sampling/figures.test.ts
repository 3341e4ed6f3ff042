/** Sizes, intervals, allocation: against formulas worked by hand, enumeration and seeded simulation. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from './allocate.ts'
import { effectiveSize, estimateOf, silentRange } from './estimate.ts'
import { exactInterval, wilsonInterval } from './interval.ts'
import { expectedHalf, layeredSize, simpleSize } from './size.ts'

describe('the size', () => {
  it('is n0 / (1 + (n0 − 1)/N) with n0 = z²p(1−p)/e²', () => {
    // n0 = 3.84146 × 0.09 / 0.0009 = 384.146; 384.146 / (1 + 383.146/300) = 168.70
    expect(simpleSize({ all: 300, rate: 0.1 }, { half: 0.03, confidence: 95 })).toBe(169)
    // n0 = 384.146; 384.146 / (1 + 383.146/1000) = 277.74 (tables print 278)
    expect(simpleSize({ all: 1000, rate: 0.5 }, { half: 0.05, confidence: 95 })).toBe(278)
    expect(simpleSize({ all: 1e9, rate: 0.5 }, { half: 0.05, confidence: 95 })).toBe(385)
    // z = 2.5758: n0 = 6.6349 × 0.25 / 0.0025 = 663.49; no correction at 10⁹
    expect(simpleSize({ all: 1e9, rate: 0.5 }, { half: 0.05, confidence: 99 })).toBe(664)
  })

  it('over layers follows Cochran 5.9', () => {
    const layers = [
      { all: 600, rate: 0.5 },
      { all: 400, rate: 0.1 },
    ]
    // S² = 600/599 × 0.25 = 0.250417 and 400/399 × 0.09 = 0.090226; ΣWS = 0.420400, ΣWS² = 0.186341, V = (0.04/1.96)² = 0.000416510
    // Neyman 0.176737 / 0.000602850 = 293.2; proportional 0.186341 / 0.000602850 = 309.1
    expect(layeredSize(layers, { half: 0.04, confidence: 95 }, 'neyman')).toBe(294)
    expect(layeredSize(layers, { half: 0.04, confidence: 95 }, 'proportional')).toBe(310)
  })

  it('is never more than there is, and leads back to the precision that was asked for', () => {
    const cases = fc.record({
      all: fc.integer({ min: 2, max: 100_000 }),
      rate: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      half: fc.double({ min: 0.005, max: 0.2, noNaN: true }),
    })
    fc.assert(
      fc.property(cases, ({ all, rate, half }) => {
        const size = simpleSize({ all, rate }, { half, confidence: 95 })
        expect(size).toBeLessThanOrEqual(all)
        expect(expectedHalf([{ all, rate, size }], 95)).toBeLessThanOrEqual(half + 1e-9)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the allocation', () => {
  it('is proportional, largest remainder first', () => {
    const of = (weight: number) => ({ weight, least: 0, all: 1000 })
    expect(allocate(10, [of(50), of(30), of(20)])).toEqual([5, 3, 2])
    expect(allocate(10, [of(1), of(1), of(1)])).toEqual([4, 3, 3])
  })

  it('keeps the least and what there is', () => {
    expect(
      allocate(20, [
        { weight: 100, least: 5, all: 8 },
        { weight: 1, least: 5, all: 50 },
        { weight: 1, least: 5, all: 3 },
      ]),
    ).toEqual([8, 9, 3])
    expect(
      allocate(
        3,
        [1, 2].map((weight) => ({ weight, least: 4, all: 9 })),
      ),
    ).toEqual([4, 4])
    expect(
      allocate(
        5,
        [0, 0].map((weight) => ({ weight, least: 0, all: 9 })),
      ),
    ).toEqual([3, 2])
  })

  it('adds up within its bounds, always', () => {
    const share = fc.record({
      weight: fc.double({ min: 0, max: 1000, noNaN: true }),
      least: fc.integer({ min: 0, max: 20 }),
      all: fc.integer({ min: 0, max: 300 }),
    })
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 3000 }),
        (shares, total) => {
          const given = allocate(total, shares)
          const lows = shares.map(({ least, all }) => Math.min(least, all))
          const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
          expect(sum(given)).toBe(Math.min(sum(shares.map(({ all }) => all)), Math.max(total, sum(lows))))
          for (const [at, { all }] of shares.entries()) {
            expect(given[at]).toBeGreaterThanOrEqual(lows[at] ?? 0)
            expect(given[at]).toBeLessThanOrEqual(all)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

/** C(n, k) in whole numbers. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n
  let value = 1n
  for (let at = 1; at <= k; at += 1) value = (value * BigInt(n - k + at)) / BigInt(at)
  return value
}
const chance = (all: number, bad: number, looked: number, faults: number) =>
  Number((choose(bad, faults) * choose(all - bad, looked - faults) * 10n ** 18n) / choose(all, looked)) / 1e18

describe('the exact interval', () => {
  it('is Clopper–Pearson where the place is large', () => {
    // 1 − 0.025^(1/10) = 0.3085; 1 of 20: 0.00127 to 0.24873 (tables)
    expect(exactInterval({ all: 1e6, looked: 10, faults: 0 }, 95).high).toBeCloseTo(0.3085, 3)
    const { low, high } = exactInterval({ all: 1e6, looked: 20, faults: 1 }, 95)
    expect(low).toBeCloseTo(0.00127, 4)
    expect(high).toBeCloseTo(0.24873, 3)
  })

  it('holds its confidence for every true number of faults, by enumeration', () => {
    for (const [all, looked] of [
      [12, 5],
      [40, 8],
      [60, 25],
    ] as const)
      for (let bad = 0; bad <= all; bad += 1) {
        let held = 0
        for (let faults = 0; faults <= looked; faults += 1) {
          const { low, high } = exactInterval({ all, looked, faults }, 95)
          if (low <= bad / all && bad / all <= high) held += chance(all, bad, looked, faults)
        }
        expect(held, `${bad} of ${all}`).toBeGreaterThanOrEqual(0.95 - 1e-9)
      }
  })

  it('of a place that was looked at whole is one value; of none it is everything', () => {
    expect(exactInterval({ all: 25, looked: 25, faults: 3 }, 95)).toEqual({ low: 0.12, high: 0.12 })
    expect(exactInterval({ all: 25, looked: 0, faults: 0 }, 95)).toEqual({ low: 0, high: 1 })
  })
})

describe('the interval of layers', () => {
  it('is Wilson’s', () => {
    // 10 of 100: 0.05523 to 0.17437 (tables)
    const { low, high } = wilsonInterval({ rate: 0.1, size: 100 }, 95)
    expect(low).toBeCloseTo(0.05523, 4)
    expect(high).toBeCloseTo(0.17437, 4)
  })

  it('weighs each layer by its records', () => {
    const layers = [
      { all: 900, looked: 30, faults: 3 },
      { all: 100, looked: 30, faults: 15 },
    ]
    const { rate, covered, looked, faults } = estimateOf(layers, 95)
    expect(rate).toBeCloseTo(0.9 * 0.1 + 0.1 * 0.5, 12) // not 18 / 60
    expect({ covered, looked, faults }).toEqual({ covered: 1000, looked: 60, faults: 18 })
  })

  it('of equal layers has the effective size n / (1 − f)', () => {
    const layers = [1, 2, 3].map(() => ({ all: 100, looked: 20, faults: 2 }))
    expect(effectiveSize(layers)).toBeCloseTo(60 / 0.8, 6)
  })

  it('leaves out layers without result, and says how much it covers', () => {
    const layers = [
      { all: 50, looked: 10, faults: 1 },
      { all: 50, looked: 0, faults: 0 },
    ]
    expect(estimateOf(layers, 95)).toMatchObject({ covered: 50, all: 100, rate: 0.1, method: 'exact' })
    expect(estimateOf([], 95)).toMatchObject({ method: 'none', low: 0, high: 1 })
  })

  it('covers the truth about as often as it says (seeded simulation)', () => {
    const places = [
      { all: 60, bad: 1, size: 10 },
      { all: 120, bad: 24, size: 20 },
      { all: 400, bad: 12, size: 60 },
      { all: 200, bad: 0, size: 30 },
      { all: 150, bad: 15, size: 25 },
    ]
    expect(coverage(places, 4000, 1)).toBeGreaterThan(0.94)
    // few and rare: half a dozen villages, 8 records each
    const villages = [80, 90, 100, 110, 120, 130].map((all, at) => ({ all, bad: at + 2, size: 8 }))
    expect(coverage(villages, 4000, 2)).toBeGreaterThan(0.93)
  })

  it('tells how far silence could move it', () => {
    const layers = [{ all: 100, looked: 8, faults: 2, silent: 2 }]
    expect(silentRange(layers)).toEqual({ low: 0.2, high: 0.4 })
  })
})

/** How often 95 % intervals of repeated draws hold the true rate. */
function coverage(
  places: readonly { all: number; bad: number; size: number }[],
  times: number,
  seed: number,
): number {
  const random = mulberry(seed)
  const truth = places.reduce((sum, { bad }) => sum + bad, 0) / places.reduce((sum, { all }) => sum + all, 0)
  let held = 0
  for (let at = 0; at < times; at += 1) {
    const layers = places.map(({ all, bad, size }) => ({
      all,
      looked: size,
      faults: badOf(all, bad, size, random),
    }))
    const { low, high } = estimateOf(layers, 95)
    if (low <= truth && truth <= high) held += 1
  }
  return held / times
}

function badOf(all: number, bad: number, size: number, random: () => number): number {
  let [left, found] = [bad, 0]
  for (let at = 0; at < size; at += 1)
    if (random() < left / (all - at)) {
      left -= 1
      found += 1
    }
  return found
}

function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
