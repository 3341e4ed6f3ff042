/** VR-01: parts against their total. */
import type { Ratio } from '#kernel'
import { addRatio, compareRatio, mulRatio, ratio, subRatio, zeroRatio } from '#kernel'
import type { Verdict } from '../verdict.ts'

/** `partUnit`, `totalUnit`: what the figures were rounded to (0.01, 1, 万 = 10000); 0 or absent for exact ones. */
export type SumAsk = { parts: readonly Ratio[]; total: Ratio; partUnit?: Ratio; totalUnit?: Ratio }

export type SumResult = { verdict: Verdict; computed: Ratio; difference: Ratio; tolerance: Ratio }

/** `difference` = total - sum of the parts. */
export function checkSum({ parts, total, partUnit = zeroRatio, totalUnit = zeroRatio }: SumAsk): SumResult {
  const computed = parts.reduce(addRatio, zeroRatio)
  const difference = subRatio(total, computed)
  const tolerance = addRatio(mulRatio(partUnit, ratio(parts.length, 2)), mulRatio(totalUnit, ratio(1, 2)))
  return { verdict: verdictOf(difference, tolerance), computed, difference, tolerance }
}

function verdictOf(difference: Ratio, tolerance: Ratio): Verdict {
  if (difference.num === 0) return 'ok'
  if (compareRatio(absolute(difference), tolerance) <= 0) return 'ok-tolerance'
  return difference.num > 0 ? 'incomplete' : 'mismatch'
}

export function absolute(r: Ratio): Ratio {
  return r.num < 0 ? { num: -r.num, den: r.den } : r
}
