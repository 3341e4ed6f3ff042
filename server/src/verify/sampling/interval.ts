/** Intervals for a share. Shares are plain fractions, 0 to 1; they are estimates, no money hangs on their last digit. */
import type { Confidence } from './confidence.ts'
import { quantileOf, tailOf } from './confidence.ts'

export type Interval = { low: number; high: number }

/** `faults` of the `looked` that were drawn at random from `all`. */
export type Drawn = { all: number; looked: number; faults: number }

/**
 * Clopper–Pearson in its finite form: every number of faulty records in `all` under which a result as far out as this
 * one has at least the chance of one tail (hypergeometric). It holds its confidence for any size, also for three
 * records out of twenty; of a place that was looked at whole it leaves one value. `looked` 0: everything is possible.
 */
export function exactInterval({ all, looked, faults }: Drawn, confidence: Confidence): Interval {
  if (looked === 0 || all === 0) return { low: 0, high: 1 }
  const tail = tailOf(confidence)
  const [least, most] = [faults, all - (looked - faults)]
  const low = firstWhere(least, most, (bad) => chanceAtLeast({ all, bad, looked }, faults) > tail)
  const high =
    most -
    firstWhere(0, most - least, (down) => chanceAtMost({ all, bad: most - down, looked }, faults) > tail)
  return { low: low / all, high: high / all }
}

/** Wilson's score interval of a share that was seen in `size` independent looks; `size` may be a fraction (an effective size). */
export function wilsonInterval(
  { rate, size }: { rate: number; size: number },
  confidence: Confidence,
): Interval {
  if (size === Number.POSITIVE_INFINITY) return { low: rate, high: rate }
  const z = quantileOf(confidence)
  const share = (z * z) / size
  const middle = (rate + share / 2) / (1 + share)
  const half = (z * Math.sqrt((rate * (1 - rate)) / size + share / (4 * size))) / (1 + share)
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

type Urn = { all: number; bad: number; looked: number }

function chanceAtMost(urn: Urn, faults: number): number {
  const least = Math.max(0, urn.looked - (urn.all - urn.bad))
  let sum = 0
  for (let at = faults; at >= least; at -= 1) sum += chanceOf(urn, at)
  return sum
}

function chanceAtLeast(urn: Urn, faults: number): number {
  return faults === 0 ? 1 : 1 - chanceAtMost(urn, faults - 1)
}

function chanceOf({ all, bad, looked }: Urn, faults: number): number {
  if (faults > bad || looked - faults > all - bad || faults < 0) return 0
  return Math.exp(logChoices(bad, faults) + logChoices(all - bad, looked - faults) - logChoices(all, looked))
}

function logChoices(all: number, taken: number): number {
  return logFactorial(all) - logFactorial(taken) - logFactorial(all - taken)
}

/** Exact logarithms up to 170; beyond, Stirling's series (error below 1e-12). */
const small: readonly number[] = (() => {
  const sums = [0]
  for (let at = 1; at <= 170; at += 1) sums.push((sums[at - 1] ?? 0) + Math.log(at))
  return sums
})()

function logFactorial(n: number): number {
  const known = small[n]
  if (known !== undefined) return known
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3)
}

/** The first whole number from `from` to `to` for which a condition holds that stays true once it is; `to` if none. */
function firstWhere(from: number, to: number, holds: (at: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
