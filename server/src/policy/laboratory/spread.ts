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

type See = (amount: number, side: 0 | 1) => void

/** All amounts of one side, then of the other. */
function eachOf({ layer, now, trial }: Pair, result: string, see: See): void {
  for (const side of [0, 1] as const) {
    const amount = amounts(side === 0 ? now : trial, result)
    for (let i = 0; i < trial.count; i++) if (layer.skipped[i] === 0) see(amount(i), side)
  }
}

/** Undefined where there are more than a few amounts. */
function single(pairs: readonly Pair[], result: string): readonly Bar[] | undefined {
  const found: number[] = []
  const counts = new Float64Array((MOST + 1) * 2)
  let [last, place] = [Number.NaN, -1]
  const see: See = (amount, side) => {
    if (amount !== last) {
      if (Number.isNaN(amount) || found.length > MOST) return
      place = found.indexOf(amount)
      if (place < 0) place = found.push(amount) - 1
      last = amount
    }
    counts[place * 2 + side] = (counts[place * 2 + side] as number) + 1
  }
  for (const pair of pairs) {
    eachOf(pair, result, see)
    if (found.length > MOST) return undefined
  }
  const bar = (amount: number, at: number): Bar => ({
    from: amount,
    to: amount,
    now: counts[at * 2] as number,
    trial: counts[at * 2 + 1] as number,
  })
  return found.map(bar).sort((a, b) => a.from - b.from)
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
