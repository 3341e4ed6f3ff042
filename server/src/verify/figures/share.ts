/** VR-02, VR-03, VR-04: shares of a total, and the total that a share implies. All exact. */
import type { Ratio } from '#kernel'
import { addRatio, compareRatio, divRatio, mulRatio, ratio, subRatio, zeroRatio } from '#kernel'
import type { Verdict } from '../verdict.ts'
import { absolute } from './sum.ts'

/** A share as stated: `percent` 11.8 with `decimals` 1. `unit`: what the part was rounded to; 0 for a count. */
export type StatedShare = { part: Ratio; unit?: Ratio; percent: Ratio; decimals: number }

export type ShareAsk = StatedShare & { total: Ratio; totalUnit?: Ratio }

/** `low` to `high`: what the share may be, given how part and total were rounded. */
export type ShareResult = { verdict: Verdict; computed: Ratio; low: Ratio; high: Ratio }

export function checkShare({
  part,
  total,
  unit = zeroRatio,
  totalUnit = zeroRatio,
  percent,
  decimals,
}: ShareAsk): ShareResult {
  const computed = share(part, total)
  const low = share(subRatio(part, half(unit)), addRatio(total, half(totalUnit)))
  const high = share(addRatio(part, half(unit)), subRatio(total, half(totalUnit)))
  const range = { low, high }
  return { verdict: shareVerdict(computed, { percent, decimals, ...range }), computed, ...range }
}

type Stated = { percent: Ratio; decimals: number; low: Ratio; high: Ratio }

function shareVerdict(computed: Ratio, { percent, decimals, low, high }: Stated): Verdict {
  if (compareRatio(rounded(computed, decimals, half(ratio(1))), percent) === 0) return 'ok'
  if (compareRatio(rounded(computed, decimals, zeroRatio), percent) === 0) return 'truncated'
  const step = half(ratio(1, 10 ** decimals))
  const meets =
    compareRatio(low, addRatio(percent, step)) < 0 && compareRatio(high, subRatio(percent, step)) >= 0
  return meets ? 'explained-by-input-rounding' : 'mismatch'
}

/** Several shares of one total: those that fail alone may all belong to another base; one may have been forced to make 100. */
export type SharesResult = {
  each: readonly (ShareResult & { forced: boolean })[]
  base: { from: Ratio; to: Ratio } | null
}

export function checkShares(
  shares: readonly StatedShare[],
  of: { total: Ratio; totalUnit?: Ratio },
): SharesResult {
  const alone = shares.map((one) => checkShare({ ...one, ...of }))
  const failing = shares.filter((_, i) => alone[i]?.verdict === 'mismatch')
  const base = failing.length > 1 ? commonBase(failing) : null
  return {
    base,
    each: alone.map((result, i) => {
      if (result.verdict !== 'mismatch') return { ...result, forced: false }
      return base
        ? { ...result, verdict: 'other-base', forced: false }
        : { ...result, forced: isForced(shares, i) }
    }),
  }
}

/** The totals that all of these shares allow, the lower end not included; null if there is none. */
function commonBase(shares: readonly StatedShare[]): { from: Ratio; to: Ratio } | null {
  const ranges = shares.map(baseRange)
  const from = ranges.map((range) => range.from).reduce(larger)
  const to = ranges.map((range) => range.to).reduce(smaller)
  return compareRatio(from, to) < 0 ? { from, to } : null
}

/** As far as part and share were rounded: on INC-05 counts rounded to 100 leave bases of 32,819 to 33,161. */
function baseRange({ part, unit = zeroRatio, percent, decimals }: StatedShare): { from: Ratio; to: Ratio } {
  const step = half(ratio(1, 10 ** decimals))
  return {
    from: share(subRatio(part, half(unit)), addRatio(percent, step)),
    to: share(addRatio(part, half(unit)), subRatio(percent, step)),
  }
}

/** Whether the share is what the others leave of 100. */
function isForced(shares: readonly StatedShare[], at: number): boolean {
  const others = shares.filter((_, i) => i !== at).map(({ percent }) => percent)
  if (others.length === 0) return false
  const rest = subRatio(ratio(100), others.reduce(addRatio, zeroRatio))
  return compareRatio(rest, shares[at]?.percent ?? zeroRatio) === 0
}

/** VR-03: the whole numbers that the total may be, given a part and its share; `last` < `first` if there is none. */
export function impliedBase(stated: StatedShare): { first: number; last: number } {
  const { from, to } = baseRange(stated)
  return { first: Math.floor(from.num / from.den) + 1, last: Math.floor(to.num / to.den) }
}

/** VR-04: the shares of a full split make 100, as far as each was rounded. `difference` = 100 - sum. */
export function checkShareTotal(
  percents: readonly Ratio[],
  decimals: number,
): { verdict: Verdict; sum: Ratio; difference: Ratio } {
  const sum = percents.reduce(addRatio, zeroRatio)
  const difference = subRatio(ratio(100), sum)
  const tolerance = mulRatio(ratio(percents.length, 2), ratio(1, 10 ** decimals))
  if (difference.num === 0) return { verdict: 'ok', sum, difference }
  if (compareRatio(absolute(difference), tolerance) <= 0) return { verdict: 'ok-tolerance', sum, difference }
  return { verdict: difference.num > 0 ? 'incomplete' : 'mismatch', sum, difference }
}

function share(part: Ratio, total: Ratio): Ratio {
  return divRatio(mulRatio(part, ratio(100)), total)
}

function half(r: Ratio): Ratio {
  return mulRatio(r, ratio(1, 2))
}

/** Down to so many decimals, after adding `push` of the last place: 1/2 rounds, 0 cuts off. Shares are not below 0. */
function rounded(r: Ratio, decimals: number, push: Ratio): Ratio {
  const scaled = addRatio(mulRatio(r, ratio(10 ** decimals)), push)
  return ratio(Math.floor(scaled.num / scaled.den), 10 ** decimals)
}

function larger(a: Ratio, b: Ratio): Ratio {
  return compareRatio(a, b) >= 0 ? a : b
}

function smaller(a: Ratio, b: Ratio): Ratio {
  return compareRatio(a, b) <= 0 ? a : b
}
