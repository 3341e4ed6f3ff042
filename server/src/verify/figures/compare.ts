/** VR-05, VR-06, VR-07: two values of one fact, a value against a bound, an end value with its growth. */
import type { Qualifier, Quantity, Ratio } from '#kernel'
import { addRatio, checkBound as boundOf, compareRatio, divRatio, mulRatio, ratio, subRatio } from '#kernel'
import type { Verdict } from '../verdict.ts'

/** VR-05. `difference` = second - first. */
export function checkSame(first: Ratio, second: Ratio): { verdict: Verdict; difference: Ratio } {
  const difference = subRatio(second, first)
  return { verdict: difference.num === 0 ? 'ok' : 'contradiction', difference }
}

/** VR-06: 600/3,371 against ">= 16.5%". */
export function checkBound(value: Quantity, bound: Exclude<Qualifier, '~'>, limit: Ratio): Verdict {
  const told = boundOf(value, bound, limit)
  if (told === 'cannot-tell') return 'bound-unknown'
  return told === 'satisfied' ? 'bound-ok' : 'bound-fail'
}

/** `percent` as stated with so many decimals; `end` may be a lower bound. */
export type GrowthAsk = { end: Quantity; increment: Ratio; percent: Ratio; decimals: number }

export type GrowthResult = {
  verdict: Verdict
  /** End less increment, and the growth that this gives, in percent. */
  base: Ratio | null
  computed: Ratio | null
  /** The only end value (and base) at which increment and rate agree. */
  agreesAt: { end: Ratio; base: Ratio }
  /** The end value is a bound, and that end value keeps it. */
  possible: boolean
}

/** VR-07. */
export function checkGrowth({ end, increment, percent, decimals }: GrowthAsk): GrowthResult {
  const base = divRatio(mulRatio(increment, ratio(100)), percent)
  const agreesAt = { base, end: addRatio(base, increment) }
  if (end.qualifier === '?')
    return { verdict: 'bound-unknown', base: null, computed: null, agreesAt, possible: true }
  const stated = subRatio(end.value, increment)
  const computed = divRatio(mulRatio(increment, ratio(100)), stated)
  const places = ratio(10 ** decimals)
  const scaled = addRatio(mulRatio(computed, places), ratio(1, 2))
  const agrees = compareRatio(ratio(Math.floor(scaled.num / scaled.den)), mulRatio(percent, places)) === 0
  const possible =
    boundOf(
      { qualifier: '=', value: agreesAt.end },
      end.qualifier === '~' ? '=' : end.qualifier,
      end.value,
    ) === 'satisfied'
  return {
    verdict: agrees ? 'ok' : 'mismatch',
    base: stated,
    computed,
    agreesAt,
    possible: !agrees && end.qualifier !== '=' && possible,
  }
}
