/** VR-16: rates outside limits, one far from its group, ages too dense, an own share without an income. */
import type { Ratio } from '#kernel'
import { addRatio, compareRatio, divRatio, mulRatio, ratio } from '#kernel'
import type { Verdict } from '../verdict.ts'

/** A value against limits that somebody set, both included. */
export function checkLimits(value: Ratio, { min, max }: { min?: Ratio; max?: Ratio }): Verdict {
  if (min && compareRatio(value, min) < 0) return 'implausible'
  return max && compareRatio(value, max) > 0 ? 'implausible' : 'ok'
}

/** How many times the median of its group a rate may be, or the reverse. */
export const outlierFactor = ratio(3)

export type OutlierResult = { verdict: Verdict; median: Ratio; outliers: number[] }

/** Rates of one kind: positions of those more than `factor` times the median of all, or less than its part. Needs three. */
export function checkOutliers(rates: readonly Ratio[], factor: Ratio = outlierFactor): OutlierResult {
  const median = medianOf(rates)
  if (rates.length < 3 || median.num === 0) return { verdict: 'ok', median, outliers: [] }
  const outliers = rates.flatMap((rate, at) => {
    const high = compareRatio(rate, mulRatio(median, factor)) > 0
    const low = compareRatio(mulRatio(rate, factor), median) < 0
    return high || low ? [at] : []
  })
  return { verdict: outliers.length > 0 ? 'implausible' : 'ok', median, outliers }
}

function medianOf(rates: readonly Ratio[]): Ratio {
  const sorted = [...rates].sort(compareRatio)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? ratio(0)
  if (sorted.length % 2 === 1) return high
  return mulRatio(addRatio(sorted[middle - 1] ?? ratio(0), high), ratio(1, 2))
}

/** An age band with its share in percent over the years in which people count at all (labour begins at 16). */
export type AgeBand = { label: string; percent: Ratio; years: number }

/** Percent per year of age; bands more than `factor` times as dense as the next are doubted. */
export function checkDensity(
  bands: readonly AgeBand[],
  factor: Ratio = outlierFactor,
): { verdict: Verdict; density: Ratio[]; dense: number[] } {
  const density = bands.map(({ percent, years }) => divRatio(percent, ratio(years)))
  const dense = density.flatMap((one, at) => {
    const beside = [density[at - 1], density[at + 1]].filter((other) => other !== undefined)
    return beside.some((other) => compareRatio(one, mulRatio(other, factor)) > 0) ? [at] : []
  })
  return { verdict: dense.length > 0 ? 'implausible' : 'ok', density, dense }
}

/** A part that somebody pays although he is said to have no income. */
export function checkFunded(share: Ratio, income: Ratio): Verdict {
  return share.num > 0 && income.num === 0 ? 'implausible' : 'ok'
}
