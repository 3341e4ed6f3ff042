/** VR-05 and VR-15 on lists: how many are named, who stands among whom, which of the wanted are there, numbers in a row. */
import type { Ratio } from '#kernel'
import { compareRatio } from '#kernel'
import type { Verdict } from '../verdict.ts'

/** VR-15: a stated count against the named. */
export function checkCount(
  stated: number,
  named: readonly string[],
): { verdict: Verdict; difference: number } {
  return { verdict: stated === named.length ? 'ok' : 'contradiction', difference: stated - named.length }
}

/** What stands in both lists although it cannot: a sender among its receivers. */
export function checkApart(
  first: readonly string[],
  second: readonly string[],
): { verdict: Verdict; both: string[] } {
  const both = first.filter((one) => second.includes(one))
  return { verdict: both.length > 0 ? 'contradiction' : 'ok', both }
}

/** What is wanted and not given; `otherwise` says how grave that is. */
export function checkCovered(
  wanted: readonly string[],
  given: readonly string[],
  otherwise: 'incomplete' | 'contradiction' = 'incomplete',
): { verdict: Verdict; missing: string[] } {
  const missing = wanted.filter((one) => !given.includes(one))
  return { verdict: missing.length > 0 ? otherwise : 'ok', missing }
}

/** Said to be among the largest, though one that is not said to be is larger. */
export function checkNamedLargest(sizes: readonly { label: string; value: Ratio; named: boolean }[]): {
  verdict: Verdict
  wrong: { named: string; larger: string }[]
} {
  const others = sizes.filter(({ named }) => !named)
  const wrong = sizes
    .filter(({ named }) => named)
    .flatMap((one) =>
      others
        .filter((other) => compareRatio(other.value, one.value) > 0)
        .map((other) => ({ named: one.label, larger: other.label })),
    )
  return { verdict: wrong.length > 0 ? 'contradiction' : 'ok', wrong }
}

/** VR-13: numbers that should run on by one. */
export function checkRun(numbers: readonly number[]): {
  verdict: Verdict
  missing: number[]
  repeated: number[]
} {
  const first = Math.min(1, ...numbers)
  const last = Math.max(0, ...numbers)
  const missing = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (n) => !numbers.includes(n),
  )
  const repeated = numbers.filter((n, i) => numbers.indexOf(n) !== i)
  return { verdict: missing.length + repeated.length > 0 ? 'numbering-gap' : 'ok', missing, repeated }
}

/** VR-05 in words: one thing called by several names, or said to be two things. */
export function checkSameWord(words: readonly string[]): Verdict {
  return new Set(words).size > 1 ? 'contradiction' : 'ok'
}
