/** Splitting a total by shares so that the parts add up (GEN-01). */

import type { Fen } from './fen.ts'
import { fen, mulDivRound } from './fen.ts'
import { t } from './label.ts'
import { defineProblems, invariant, problem } from './problem.ts'

/** A part of the whole: 30% is `{ num: 30, den: 100 }`; `rest` is what the others leave of 1. */
export type Share = { readonly num: number; readonly den: number } | 'rest'

const problems = defineProblems('split', {
  notWhole: problem(422, (d: { sum: string }) =>
    t(
      `各部分的比例合计是 ${d.sum}，应当正好是 1。请调整比例。`,
      `The shares add up to ${d.sum} and not to exactly 1. Adjust them.`,
    ),
  ),
  negative: problem(422, (d: { name: string }) =>
    t(
      `“${d.name}”的比例小于 0。请调整各部分的比例。`,
      `The share of "${d.name}" is below 0. Adjust the shares.`,
    ),
  ),
})

/**
 * Splits a total in the order given: each share is rounded half-up to the fen, the last one that is not zero takes
 * the remainder, and none falls below 0 (earlier ones are cut from the end), so the parts always add up (GEN-01).
 * A negative total is split as its mirror image. Shares must add up to 1, or have one `rest`.
 */
export function split<const Name extends string>(
  total: Fen,
  shares: readonly (readonly [Name, Share])[],
): [Name, Fen][] {
  const weights = weigh(shares)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const last = weights.findLastIndex((weight) => weight > 0)
  const sign = total < 0 ? -1 : 1
  let left = Math.abs(total)
  return shares.map(([name], i) => {
    const exact = mulDivRound(fen(Math.abs(total)), weights[i] ?? 0, whole, 'half-up')
    const part = i === last ? left : Math.min(exact, left)
    left -= part
    return [name, fen(sign * part)]
  })
}

/** The shares as whole numbers over one denominator. */
function weigh(shares: readonly (readonly [string, Share])[]): number[] {
  invariant(shares.filter(([, share]) => share === 'rest').length <= 1, 'a split has at most one rest')
  const den = shares.reduce((lcm, [, share]) => (share === 'rest' ? lcm : lcmOf(lcm, share.den)), 1)
  const given = shares.map(([, share]) => (share === 'rest' ? 0 : share.num * (den / share.den)))
  const rest = den - given.reduce((sum, weight) => sum + weight, 0)
  const hasRest = shares.some(([, share]) => share === 'rest')
  if (!hasRest && rest !== 0) throw problems.notWhole({ sum: `${den - rest}/${den}` })
  const weights = shares.map(([, share], i) => (share === 'rest' ? rest : (given[i] ?? 0)))
  const below = weights.findIndex((weight) => weight < 0)
  if (below >= 0) throw problems.negative({ name: shares[below]?.[0] ?? '' })
  return weights
}

function lcmOf(a: number, b: number): number {
  invariant(Number.isSafeInteger(b) && b > 0, 'a share has a positive whole denominator')
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return fen((a / x) * b)
}
