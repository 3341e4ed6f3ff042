/** What the looked-at records say of all: a rate with its interval, for one layer and for layers together. */
import type { Confidence } from './confidence.ts'
import type { Drawn, Interval } from './interval.ts'
import { exactInterval, wilsonInterval } from './interval.ts'

export type Estimate = Interval & {
  rate: number
  /** How the interval was made: see `methodWords`. `none`: nothing was looked at yet. */
  method: 'exact' | 'wilson' | 'none'
  looked: number
  faults: number
  /** Records that the estimate speaks of: those of layers with a result. */
  covered: number
  all: number
}

/**
 * A rate over layers, each weighted by its records. One layer has the exact interval; several have Wilson's at the
 * effective size, which is the size of a simple sample of the same variance. Layers without result are left out and
 * told by `covered`.
 */
export function estimateOf(layers: readonly Drawn[], confidence: Confidence): Estimate {
  const seen = layers.filter(({ looked }) => looked > 0)
  const covered = sum(seen, ({ all }) => all)
  const base = {
    looked: sum(seen, ({ looked }) => looked),
    faults: sum(seen, ({ faults }) => faults),
    covered,
    all: sum(layers, ({ all }) => all),
  }
  const [only] = seen
  if (!only) return { ...base, rate: 0, low: 0, high: 1, method: 'none' }
  const rate = sum(seen, ({ all, looked, faults }) => (all / covered) * (faults / looked))
  if (seen.length === 1) return { ...base, rate, ...exactInterval(only, confidence), method: 'exact' }
  const interval = wilsonInterval({ rate, size: effectiveSize(seen) }, confidence)
  return { ...base, rate, ...withinSeen(interval, base), method: 'wilson' }
}

/** What was seen is certain: so many are faulty, so many are not. */
function withinSeen(
  { low, high }: Interval,
  { looked, faults, covered }: Omit<Estimate, keyof Interval | 'rate' | 'method'>,
): Interval {
  return { low: Math.max(low, faults / covered), high: Math.min(high, 1 - (looked - faults) / covered) }
}

/**
 * The size of a simple sample as precise as these layers. A layer in which no fault was seen is not taken for free of
 * them: its variance is taken at a rate that one record of the common rate is added to.
 */
export function effectiveSize(seen: readonly Drawn[]): number {
  const covered = sum(seen, ({ all }) => all)
  const smooth = smoothRates(seen)
  const common = sum(seen, ({ all }, at) => (all / covered) * (smooth[at] ?? 0))
  const variance = sum(seen, ({ all, looked }, at) => {
    const rate = smooth[at] ?? 0
    return (all / covered) ** 2 * (1 - looked / all) * ((rate * (1 - rate)) / looked)
  })
  return variance === 0 ? Number.POSITIVE_INFINITY : (common * (1 - common)) / variance
}

/** Each layer's rate, drawn towards the common one by one record; the common one is never 0 or 1. */
export function smoothRates(layers: readonly Pick<Drawn, 'looked' | 'faults'>[]): number[] {
  const looked = sum(layers, (one) => one.looked)
  const common = (sum(layers, (one) => one.faults) + 0.5) / (looked + 1)
  return layers.map((one) => (one.faults + common) / (one.looked + 1))
}

/**
 * The rate if none, and if all, of the records that nobody could look at were faulty: how far silence could move it.
 * `silent`: drawn, without a result.
 */
export function silentRange(layers: readonly (Drawn & { silent: number })[]): Interval {
  const drawn = layers.filter(({ looked, silent }) => looked + silent > 0)
  const all = sum(drawn, (one) => one.all)
  const rate = (extra: (one: (typeof drawn)[number]) => number) =>
    all === 0
      ? 0
      : sum(drawn, (one) => (one.all / all) * ((one.faults + extra(one)) / (one.looked + one.silent)))
  return { low: rate(() => 0), high: rate(({ silent }) => silent) }
}

function sum<T>(list: readonly T[], of: (one: T, at: number) => number): number {
  return list.reduce((total, one, at) => total + of(one, at), 0)
}
