/** How many have how much, now and under the trial: one bar for each amount where they are few, else spans of equal width. */
import type { Pair } from './effect.ts'
import { amounts } from './effect.ts'

/** Amounts from `from` to `to` (both included); persons now and under the trial. Who is not known is in no bar. */
export type Bar = { readonly from: number; readonly to: number; readonly now: number; readonly trial: number }

/** Bars at most: of single amounts, and of spans. */
const MOST = 12
const SPANS = 10

export function spreadOf(pairs: readonly Pair[], result: string): readonly Bar[] {
  return single(pairs, result) ?? inSpans(pairs, result)
}

function eachOf(
  { layer, now, trial }: Pair,
  result: string,
  see: (amount: number, side: 0 | 1) => void,
): void {
  const [before, after] = [amounts(now, result), amounts(trial, result)]
  for (let i = 0; i < trial.count; i++) {
    if (layer.skipped[i] === 1) continue
    see(before(i), 0)
    see(after(i), 1)
  }
}

/** Undefined where there are more than a few amounts. */
function single(pairs: readonly Pair[], result: string): readonly Bar[] | undefined {
  const found: number[] = []
  const counts = new Float64Array((MOST + 1) * 2)
  const last = [0, 0]
  const see = (amount: number, side: 0 | 1) => {
    if (Number.isNaN(amount) || found.length > MOST) return
    let at = last[side] as number
    if (found[at] !== amount) at = found.indexOf(amount)
    if (at < 0) at = found.push(amount) - 1
    last[side] = at
    counts[at * 2 + side] = (counts[at * 2 + side] as number) + 1
  }
  for (const pair of pairs) {
    eachOf(pair, result, see)
    if (found.length > MOST) return undefined
  }
  return found
    .map(
      (amount, at): Bar => ({
        from: amount,
        to: amount,
        now: counts[at * 2] as number,
        trial: counts[at * 2 + 1] as number,
      }),
    )
    .sort((a, b) => a.from - b.from)
}

/** 0 by itself, and ten spans over all else. */
function inSpans(pairs: readonly Pair[], result: string): readonly Bar[] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const pair of pairs)
    eachOf(pair, result, (amount) => {
      if (amount === 0 || Number.isNaN(amount)) return
      if (amount < least) least = amount
      if (amount > most) most = amount
    })
  const width = roundWidth((most - least) / SPANS)
  const first = Math.floor(least / width) * width
  const bars = Math.floor((most - first) / width) + 1
  const counts = new Float64Array((bars + 1) * 2)
  for (const pair of pairs)
    eachOf(pair, result, (amount, side) => {
      if (Number.isNaN(amount)) return
      const at = amount === 0 ? bars : Math.floor((amount - first) / width)
      counts[at * 2 + side] = (counts[at * 2 + side] as number) + 1
    })
  const bar = (at: number, from: number, to: number): Bar => ({
    from,
    to,
    now: counts[at * 2] as number,
    trial: counts[at * 2 + 1] as number,
  })
  const spans = Array.from({ length: bars }, (_, k) => bar(k, first + k * width, first + (k + 1) * width - 1))
  return [bar(bars, 0, 0), ...spans].filter(({ now, trial }) => now + trial > 0)
}

/** 1, 2 or 5 times a power of ten, not less than a tenth of what is to be shown. */
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(width, 1)))
  return ([1, 2, 5, 10].find((times) => times * power >= width) ?? 10) * power
}
