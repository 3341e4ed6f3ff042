/** How many records have to be looked at for a wanted precision (Cochran, Sampling Techniques, 5.9 and 4.4). */
import type { Confidence } from './confidence.ts'
import { quantileOf } from './confidence.ts'

/** One layer: how many records it has, and the rate of faults that is expected there. */
export type Layer = { all: number; rate: number }

export type Wanted = {
  /** Half the width of the interval, as a fraction: 0.03 = ±3 percentage points. */
  half: number
  confidence: Confidence
}

/**
 * The size of a simple random sample with finite population correction: n0 = z²p(1−p)/e², n = n0 / (1 + (n0 − 1)/N),
 * rounded up.
 */
export function simpleSize({ all, rate }: Layer, wanted: Wanted): number {
  return layeredSize([{ all, rate }], wanted, 'proportional')
}

/**
 * The size of a sample over layers, for the precision of the whole: proportional Σ W S² / (V + Σ W S²/N), Neyman
 * (Σ W S)² / (V + Σ W S²/N), with V = (e/z)² and S² = N p(1−p)/(N−1). Of one layer both are the formula of `simpleSize`.
 */
export function layeredSize(layers: readonly Layer[], wanted: Wanted, by: 'proportional' | 'neyman'): number {
  const all = layers.reduce((sum, layer) => sum + layer.all, 0)
  if (all === 0) return 0
  const mean = (of: (layer: Layer) => number) =>
    layers.reduce((sum, layer) => sum + (layer.all / all) * of(layer), 0)
  const square = mean((layer) => spreadOf(layer) ** 2)
  const top = by === 'neyman' ? mean(spreadOf) ** 2 : square
  const variance = (wanted.half / quantileOf(wanted.confidence)) ** 2
  return Math.min(all, roundedUp(top / (variance + square / all)))
}

/** S of a layer: the spread of a yes-or-no in it. */
export function spreadOf({ all, rate }: Layer): number {
  return all <= 1 ? 0 : Math.sqrt((all / (all - 1)) * rate * (1 - rate))
}

/** Half the width of the interval that these sizes lead to, if the rates are as expected. */
export function expectedHalf(layers: readonly (Layer & { size: number })[], confidence: Confidence): number {
  const all = layers.reduce((sum, layer) => sum + layer.all, 0)
  const variance = layers
    .filter(({ size }) => size > 0)
    .reduce((sum, layer) => {
      const share = layer.all / all
      return sum + share ** 2 * (1 - layer.size / layer.all) * (spreadOf(layer) ** 2 / layer.size)
    }, 0)
  return quantileOf(confidence) * Math.sqrt(variance)
}

/** 168.0000000001 is 168: the last digits of a fraction call nobody out. */
function roundedUp(size: number): number {
  return Math.ceil(size - 1e-9)
}
