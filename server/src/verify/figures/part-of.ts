/** VR-08 and VR-09: money given out against its total; parts that lie within a whole. */
import type { Quantity, Ratio } from '#kernel'
import { checkBound, compareRatio, quantityOfSum, subRatio, sumQuantities } from '#kernel'
import type { Verdict } from '../verdict.ts'
import type { SumResult } from './sum.ts'
import { checkSum } from './sum.ts'

/** VR-08: what is given out against what there is; a rest is open money. `difference` = total - given out. */
export function checkAllocation(given: readonly Ratio[], total: Ratio): SumResult {
  return checkSum({ parts: given, total })
}

/** `known`: the sum of what is known; `rest` = whole - known. */
export type PartOfResult = { verdict: Verdict; known: Ratio; rest: Ratio | null; unknown: number }

/** VR-09: 其中. Parts may be fewer than the whole, never more; parts that nobody knows leave it untold. */
export function checkPartOf(parts: readonly Quantity[], whole: Quantity): PartOfResult {
  const sum = sumQuantities(parts)
  const { value: known, unknown } = sum
  if (whole.qualifier === '?') return { verdict: 'bound-unknown', known, rest: null, unknown }
  const rest = subRatio(whole.value, known)
  if (whole.qualifier !== '=' || unknown > 0 || sum.qualifier !== '=') {
    const told = checkBound(quantityOfSum(sum), '<=', whole.value)
    if (told === 'violated' && whole.qualifier === '=') return { verdict: 'mismatch', known, rest, unknown }
    return { verdict: told === 'satisfied' ? 'ok' : 'bound-unknown', known, rest, unknown }
  }
  return { verdict: compareRatio(known, whole.value) <= 0 ? 'ok' : 'mismatch', known, rest, unknown }
}
