/** The examiner examined: it finds nothing out without examples, everything with the right ones, and says what it cannot do. */
import { describe, expect, it } from 'vitest'
import type { Node } from '#expression'
import { atLeast, below, boolean, choose, count, fact, kinds, money, percent } from '#expression'
import { cite, t } from '#kernel'
import type { Example, Policy } from '../define.ts'
import { definePolicy } from '../define.ts'
import { dated } from '../parameter.ts'
import { examine } from './examine.ts'
import { slipsOf } from './kinds.ts'
import { treeMutants } from './tree-mutants.ts'

const label = t('甲', 'a')
const source = cite('甲办法', '一')

/** 5 % of the base from 100 yuan on, else nothing. */
function tax(examples: readonly Example<'base' | 'on', 'due'>[]): Policy {
  return definePolicy({
    id: 'test.tax',
    label,
    source,
    effective: { from: '2020-01-01' },
    facts: { base: fact.money({ label }), on: fact.day({ label }) },
    parameters: { rate: dated(percent(5), { label, from: '2020-01-01', cite: source }) },
    on: (f) => f.on,
    decide: (f, p) => ({
      due: choose()
        .when(f.base.isAtLeast(money('100.00')), f.base.times(p.rate))
        .otherwise(money('0.00')),
    }),
    examples,
  })
}

const example = (base: string, due: string, on = '2020-01-01') => ({
  rule: 'GEN-01',
  given: { base, on },
  expect: { result: { due } },
})
// By hand: 100.10 × 5 % = 5.005, a half, up to 5.01; 100.30 × 5 % = 5.015, up to 5.02 also where a half goes to the even one;
// 100.05 × 5 % = 5.0025, down to 5.00.
const enough = [
  example('99.99', '0.00'),
  example('100.00', '5.00'),
  example('100.10', '5.01'),
  example('100.05', '5.00'),
]

describe('examine', () => {
  it('finds nothing out where there are no examples', () => {
    const { mutants, killed, share, survivors, alike } = examine(tax([]), { situations: 300 })
    expect(mutants).toBeGreaterThan(10)
    expect([killed, share]).toEqual([0, 0])
    expect(survivors.length + alike.length).toBe(mutants)
  })

  it('finds everything out with an example at each limit', () => {
    const { mutants, killed, survivors, strange } = examine(tax(enough), { situations: 300 })
    expect(survivors).toEqual([])
    expect(killed).toBe(mutants)
    expect(strange).toEqual([])
  })

  it('names the slip that a missing example leaves open, and a situation that shows it', () => {
    const { survivors } = examine(tax(enough.filter(({ given }) => given.base !== '100.00')), {
      situations: 300,
    })
    expect(survivors.map(({ what }) => what.zh)).toEqual(['≥ → >', '100.00 → 100.01'])
    for (const { witness, before } of survivors) {
      expect(witness?.policySays.result).not.toEqual(witness?.mutantSays.result)
      expect(before?.zh).toContain('100.00')
    }
  })

  it('says the same twice', () => {
    expect(examine(tax([]), { situations: 50 })).toEqual(examine(tax([]), { situations: 50 }))
  })

  it('sets apart what is the same rule: whole fen times a whole number are never rounded', () => {
    const doubled = definePolicy({
      ...plain('test.alike'),
      facts: { base: fact.money({ label }) },
      decide: (f) => ({ due: f.base.times(count(2)) }),
      examples: [{ rule: 'GEN-01', on, given: { base: '3.00' }, expect: { result: { due: '6.00' } } }],
    })
    const { alike, survivors } = examine(doubled, { situations: 200 })
    expect(survivors).toEqual([])
    expect(alike.map(({ what }) => what.en)).toEqual([
      'half-up → half-even',
      'half-up → down',
      'half-up → up',
    ])
  })
})

const on = '2020-01-01'
const plain = (id: string) => ({ id, label, source, effective: { from: on }, parameters: {} })

describe('slips', () => {
  it('are known for every kind of node', () => {
    const strange = { kind: 'strange' } as unknown as Node // a kind that the language has not
    expect(slipsOf(strange)).toBeUndefined()
    expect(kinds.filter((kind) => !hasEntry(kind))).toEqual([])
  })

  it('are no mutants where the declaration refuses them: cases that leave a hole', () => {
    const covered = definePolicy({
      ...plain('test.covered'),
      facts: { n: fact.count({ label }) },
      decide: (f) => ({
        low: choose(f.n)
          .when(below(count(10)), boolean(true))
          .when(atLeast(count(10)), boolean(false))
          .end(),
      }),
      examples: [{ rule: 'GEN-02', on, given: { n: 9 }, expect: { result: { low: true } } }],
    })
    const { mutants, refused } = treeMutants(covered)
    const words = mutants.map(({ what }) => what.en)
    expect(words).not.toContain('case 1 left out') // nothing would cover what is below 10
    expect(words).not.toContain('≥ → >') // nothing would cover 10
    expect(refused).toBeGreaterThanOrEqual(4)
  })
})

/** A kind without an entry gives undefined; one with an entry gives slips, or stumbles over what is no whole node. */
function hasEntry(kind: string): boolean {
  try {
    return slipsOf({ kind } as unknown as Node) !== undefined
  } catch (error) {
    return error instanceof TypeError
  }
}
