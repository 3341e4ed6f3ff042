/** How good a search was on a labelled set: of those that are one, how many were found; of those found, how many are one. */
import type { FoundPair } from './pass.ts'
import { likely, possible } from './score.ts'

export type Labelled = { a: number; b: number; kind: string; one: boolean }

/** Shares from 0 to 1, from a score on. `byKind`: how many of each planted kind were found, and how many there are. */
export type Quality = {
  from: number
  precision: number
  recall: number
  found: number
  byKind: ReadonlyMap<string, { one: boolean; found: number; of: number }>
}

/** From `possible` on and from `likely` on. A found pair that nobody planted counts against precision. */
export function measure(pairs: readonly FoundPair[], labels: readonly Labelled[]): Quality[] {
  return [possible, likely].map((from) =>
    qualityFrom(
      from,
      pairs.filter(({ score }) => score >= from),
      labels,
    ),
  )
}

function qualityFrom(from: number, pairs: readonly FoundPair[], labels: readonly Labelled[]): Quality {
  const met = new Set(pairs.map(({ low, high }) => `${low} ${high}`))
  const byKind = new Map<string, { one: boolean; found: number; of: number }>()
  for (const { a, b, kind, one } of labels) {
    const of = byKind.get(kind) ?? { one, found: 0, of: 0 }
    const found = met.has(`${Math.min(a, b)} ${Math.max(a, b)}`) ? 1 : 0
    byKind.set(kind, { one, found: of.found + found, of: of.of + 1 })
  }
  const ones = [...byKind.values()].filter(({ one }) => one)
  const right = ones.reduce((sum, { found }) => sum + found, 0)
  const all = ones.reduce((sum, { of }) => sum + of, 0)
  return {
    from,
    found: pairs.length,
    precision: pairs.length === 0 ? 1 : right / pairs.length,
    recall: all === 0 ? 1 : right / all,
    byKind,
  }
}
