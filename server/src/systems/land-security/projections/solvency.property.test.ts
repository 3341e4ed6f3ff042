/** What holds of a projection whatever the numbers are. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '#kernel'
import { single } from './people.ts'
import { figuresOf, run, who, yuan } from './solvency.kit.ts'

describe('whatever the numbers', () => {
  const group = fc
    .record({
      sex: fc.constantFrom('male' as const, 'female' as const),
      year: fc.integer({ min: 1935, max: 1995 }),
      above: fc.boolean(),
      balance: fc.integer({ min: 0, max: 9_000_000 }),
    })
    .map(({ sex, year, above, balance }) =>
      single(who(sex, `${year}-03-01`, above ? 'above' : 'working'), fen(balance)),
    )
  const cases = fc.record({
    groups: fc.array(group, { minLength: 1, maxLength: 6 }),
    pooled: fc.integer({ min: 0, max: 5_000_000 }),
    reserve: fc.integer({ min: 0, max: 1_000_000 }),
    actualReturn: fc.integer({ min: 0, max: 5 }).map(String),
    depositRate: fc.integer({ min: 0, max: 5 }).map(String),
    standard: fc.integer({ min: 1, max: 900 }),
    newPersons: fc.integer({ min: 0, max: 3 }).map(String),
  })
  const text = (amount: number) => (amount / 100).toFixed(2)
  type Drawn = typeof cases extends fc.Arbitrary<infer T> ? T : never
  const projected = ({ groups, pooled, reserve, standard, ...given }: Drawn, more = 0) =>
    run({
      groups,
      pooled: text(pooled),
      reserve: text(reserve),
      mix: [
        { sex: 'female', age: 57, count: 2 },
        { sex: 'male', age: 40, count: 1 },
      ],
      years: 12,
      values: { pension: { standard: `${standard + more}.00`, dibao: '0.00' } },
      assumptions: { ...given, base: '50000.00' },
    })

  it('opening + inflow + interest − paid − inherited = closing, and nothing is below 0', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const rows = figuresOf(projected(drawn)).map((figures) =>
          Object.fromEntries(
            Object.entries(figures).map(([name, text]) => [name, name === 'persons' ? 0 : yuan(text)]),
          ),
        ) as Record<string, number>[]
        let before: number | undefined
        for (const {
          opening = 0,
          inflow = 0,
          interest = 0,
          paid = 0,
          inherited = 0,
          closing = 0,
          ...parts
        } of rows) {
          const { individual = 0, pooled = 0, reserve = 0, short = 0 } = parts
          expect(opening + inflow + interest - paid - inherited).toBe(closing)
          expect(individual + pooled + reserve).toBe(closing)
          expect(Math.min(individual, pooled, reserve, short, paid, inherited)).toBeGreaterThanOrEqual(0)
          if (before !== undefined) expect(opening).toBe(before)
          before = closing
        }
      }),
      { numRuns: 60 },
    )
  })

  // Only where accounts earn what they are credited: a guaranteed rate above it costs the pool as long as money lies there,
  // and then a higher pension, which draws it sooner, spares the pool.
  it('a higher pension never lets an account last longer', () => {
    const never = Number.POSITIVE_INFINITY
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 300 }), (given, more) => {
        const drawn = { ...given, depositRate: given.actualReturn }
        const [now, higher] = [projected(drawn).runsDry, projected(drawn, more).runsDry]
        expect(higher.pooled ?? never).toBeLessThanOrEqual(now.pooled ?? never)
        expect(higher.reserve ?? never).toBeLessThanOrEqual(now.reserve ?? never)
      }),
      { numRuns: 60 },
    )
  })
})
