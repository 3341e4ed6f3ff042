/** Spans of amounts: everybody who is known stands in one bar. */
import { expect, it } from 'vitest'
import type { Outcome } from '#expression'
import { states } from '#expression'
import type { Pair } from './effect.ts'
import { spreadOf } from './spread.ts'

const pairOf = (now: readonly number[], trial: readonly number[]): Pair => ({
  layer: { skipped: new Uint8Array(now.length) } as unknown as Pair['layer'],
  now: outcomeOf(now),
  trial: outcomeOf(trial),
})

/** As far as a spread looks at an outcome; -1 stands for what is not known. */
function outcomeOf(values: readonly number[]): Outcome {
  const of = Uint8Array.from(values, (value) => (value < 0 ? states.unknown : states.known))
  const results = { sum: { states: of, values: Float64Array.from(values) } }
  return { count: values.length, status: of, results } as unknown as Outcome
}

it('parts many amounts into spans of a round width, with nothing by itself', () => {
  const amounts = Array.from({ length: 101 }, (_, i) => i * 1000) // 0 to 100,000 fen
  const bars = spreadOf([pairOf(amounts, [...amounts.slice(1), -1])], 'sum')
  expect(bars[0]).toEqual({ from: 0, to: 0, now: 1, trial: 0 })
  expect(bars[1]).toEqual({ from: 0, to: 9_999, now: 9, trial: 9 })
  expect(bars.map(({ now }) => now)).toEqual([1, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 1])
  expect(bars.reduce((sum, { trial }) => sum + trial, 0)).toBe(100)
})

it('is empty where nobody is known', () => {
  expect(spreadOf([pairOf([-1], [-1])], 'sum')).toEqual([])
})
