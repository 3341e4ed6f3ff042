/** VR-10: brackets that stand beside one another. A value fits one of them; two is an overlap, none a gap. */
import type { Ratio } from '#kernel'
import { compareRatio } from '#kernel'
import type { Verdict } from '../verdict.ts'

/** `from` and `to` as they are written; `fromIn`, `toIn`: whether the limit itself belongs to it (GEN-02). Absent: open. */
export type Bracket = { label: string; from?: Ratio; fromIn?: boolean; to?: Ratio; toIn?: boolean }

export type BracketFault = { verdict: 'overlap' | 'coverage-gap'; at: Ratio; to?: Ratio; between: string[] }

/** Faults between neighbours, lowest first. Brackets are put in order by their lower limit. */
export function checkBrackets(brackets: readonly Bracket[]): { verdict: Verdict; faults: BracketFault[] } {
  const ordered = [...brackets].sort((a, b) => lowest(a, b))
  const faults = ordered.slice(1).flatMap((next, i) => between(ordered[i] as Bracket, next))
  const overlap = faults.some(({ verdict }) => verdict === 'overlap')
  return { verdict: overlap ? 'overlap' : faults.length > 0 ? 'coverage-gap' : 'ok', faults }
}

function lowest(a: Bracket, b: Bracket): number {
  if (!a.from || !b.from) return a.from ? 1 : b.from ? -1 : 0
  return compareRatio(a.from, b.from)
}

function between(below: Bracket, above: Bracket): BracketFault[] {
  const labels = [below.label, above.label]
  if (!below.to || !above.from)
    return [{ verdict: 'overlap', at: above.from ?? below.from ?? zero, between: labels }]
  const order = compareRatio(below.to, above.from)
  if (order > 0) return [{ verdict: 'overlap', at: above.from, to: below.to, between: labels }]
  if (order < 0) return [{ verdict: 'coverage-gap', at: below.to, to: above.from, between: labels }]
  if (below.toIn && above.fromIn) return [{ verdict: 'overlap', at: above.from, between: labels }]
  return below.toIn || above.fromIn ? [] : [{ verdict: 'coverage-gap', at: above.from, between: labels }]
}

const zero: Ratio = { num: 0, den: 1 }

/** Cases in words, such as places: those that a rule has no line for, and those that stand in two lines. */
export function checkCases(
  cases: readonly string[],
  lines: readonly (readonly string[])[],
): { verdict: Verdict; uncovered: string[]; twice: string[] } {
  const times = (one: string) => lines.filter((line) => line.includes(one)).length
  const uncovered = cases.filter((one) => times(one) === 0)
  const twice = cases.filter((one) => times(one) > 1)
  return {
    verdict: twice.length > 0 ? 'overlap' : uncovered.length > 0 ? 'coverage-gap' : 'ok',
    uncovered,
    twice,
  }
}
