/** Exact fractions: percentages, rates, areas in mu. Reduced, with a positive denominator. */
import { t } from './label.ts'
import { defineProblems, problem } from './problem.ts'
import type { Rounding } from './round.ts'
import { divideBig, narrow, roundProblems } from './round.ts'

/** num / den in lowest terms, den > 0; both whole and at most 2^53 - 1 in size. */
export type Ratio = { readonly num: number; readonly den: number }

export const ratioProblems = defineProblems('ratio', {
  form: problem(422, (d: { given: string }) =>
    t(
      `数“${d.given}”的写法不对。请写成小数或分数，如 2.36 或 1/3。`,
      `The number "${d.given}" is neither a decimal nor a fraction. Write it as 2.36 or 1/3.`,
    ),
  ),
})

export const zeroRatio: Ratio = { num: 0, den: 1 }
export const oneRatio: Ratio = { num: 1, den: 1 }

/** num / den, reduced. */
export function ratio(num: number, den = 1): Ratio {
  return reduce(BigInt(num), BigInt(den))
}

const decimalForm = /^(-?)(\d+)(?:\.(\d+))?$/
const fractionForm = /^(-?\d+)\/(\d+)$/

/** Reads an exact decimal `2.36` or a fraction `1/3`. */
export function parseRatio(text: string): Ratio {
  const fraction = fractionForm.exec(text)
  if (fraction) return reduce(BigInt(fraction[1] ?? ''), BigInt(fraction[2] ?? ''))
  const decimal = decimalForm.exec(text)
  if (!decimal) throw ratioProblems.form({ given: text })
  const [, sign = '', whole = '', places = ''] = decimal
  return reduce(BigInt(`${sign}${whole}${places}`), 10n ** BigInt(places.length))
}

/** Reads a percentage as the wire writes it, `30` or `2.5` (or `1/3` of a percent), as a share of 1: 3/10. */
export function parsePercent(text: string): Ratio {
  return divRatio(parseRatio(text), ratio(100))
}

/** -1, 0 or 1: a below, equal to, above b; exact. */
export function compareRatio(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = BigInt(a.num) * BigInt(b.den)
  const right = BigInt(b.num) * BigInt(a.den)
  return left < right ? -1 : left > right ? 1 : 0
}

export function addRatio(a: Ratio, b: Ratio): Ratio {
  return reduce(BigInt(a.num) * BigInt(b.den) + BigInt(b.num) * BigInt(a.den), BigInt(a.den) * BigInt(b.den))
}

export function subRatio(a: Ratio, b: Ratio): Ratio {
  return addRatio(a, { num: 0 - b.num, den: b.den })
}

export function mulRatio(a: Ratio, b: Ratio): Ratio {
  return reduce(BigInt(a.num) * BigInt(b.num), BigInt(a.den) * BigInt(b.den))
}

/** a / b; a zero divisor is the Problem `number.divisionByZero`. */
export function divRatio(a: Ratio, b: Ratio): Ratio {
  return reduce(BigInt(a.num) * BigInt(b.den), BigInt(a.den) * BigInt(b.num))
}

/** The canonical text: an exact decimal where there is one (`2.36`), else the fraction in lowest terms (`1/3`). */
export function ratioText(r: Ratio): string {
  const places = decimalPlaces(r.den)
  return places === null ? `${r.num}/${r.den}` : decimalText(r, places, 'half-up')
}

/** The canonical text of a share of 1 as a percentage: 3/10 is `30`. */
export function percentText(r: Ratio): string {
  return ratioText(mulRatio(r, ratio(100)))
}

/** The decimal with exactly that many places, rounded by `mode`: 2/3 to 1 place is `0.7`. */
export function decimalText(r: Ratio, places: number, mode: Rounding): string {
  const scaled = divideBig(BigInt(r.num) * 10n ** BigInt(places), BigInt(r.den), mode)
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return scaled < 0n ? `-${text}` : text
}

/** The fraction as a whole number, rounded by `mode`. */
export function roundRatio(r: Ratio, mode: Rounding): number {
  return narrow(divideBig(BigInt(r.num), BigInt(r.den), mode))
}

/** How many places write 1/den exactly; null if none do. */
function decimalPlaces(den: number): number | null {
  let [left, twos, fives] = [den, 0, 0]
  for (; left % 2 === 0; left /= 2) twos++
  for (; left % 5 === 0; left /= 5) fives++
  return left === 1 ? Math.max(twos, fives) : null
}

function reduce(num: bigint, den: bigint): Ratio {
  if (den === 0n) throw roundProblems.divisionByZero()
  let [a, b] = [num < 0n ? -num : num, den < 0n ? -den : den]
  while (b !== 0n) [a, b] = [b, a % b]
  const by = den < 0n ? -a : a
  return { num: narrow(num / by), den: narrow(den / by) }
}
