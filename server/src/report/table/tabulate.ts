/** From grouped rows of the database to the table that is shown: keys worked out, groups of one key added, totals exact. */
import type { Ratio } from '#kernel'
import type { Report } from './define.ts'
import type { Key } from './dimension.ts'
import { addParts, type Figure, readParts } from './measure.ts'

export type Cut = { rows: readonly string[]; measures: readonly string[] }

/** One group as the database gives it: cells of each dimension, aggregates of each measure. */
export type Group = { cells: readonly (readonly unknown[])[]; parts: readonly (readonly unknown[])[] }

export type TableRow = { keys: Key[]; figures: Figure[] }
export type Table = { rows: TableRow[]; total: Figure[] }

type Summed = { keys: Key[]; parts: Ratio[][] }

/** `groups` may hold one key several times (a policy gives many pairs of facts the same band). */
export function tabulate(report: Report, cut: Cut, groups: readonly Group[]): Table {
  const summed = addUp(report, cut, groups)
  const total = totalOf(summed, cut.measures.length)
  const rows = [...summed]
    .sort(byKeys(report, cut))
    .map(({ keys, parts }) => ({ keys, figures: figures(report, cut, parts, total) }))
  return { rows, total: figures(report, cut, total, total) }
}

function addUp({ dimensions, source }: Report, cut: Cut, groups: readonly Group[]): Summed[] {
  const byKey = new Map<string, Summed>()
  for (const { cells, parts } of groups) {
    const keys = cut.rows.map((name, at) => dimensions[name]?.key(cells[at] ?? [], source) ?? null)
    const name = JSON.stringify(keys)
    const before = byKey.get(name)?.parts ?? []
    byKey.set(name, { keys, parts: parts.map((part, at) => addParts(before[at] ?? [], readParts(part))) })
  }
  return [...byKey.values()]
}

function totalOf(groups: readonly Summed[], measures: number): Ratio[][] {
  const none: Ratio[][] = Array.from({ length: measures }, () => [])
  return groups.reduce((sum, { parts }) => parts.map((part, at) => addParts(sum[at] ?? [], part)), none)
}

function figures(
  { measures, source }: Report,
  cut: Cut,
  parts: readonly Ratio[][],
  total: readonly Ratio[][],
): Figure[] {
  return cut.measures.map((name, at) => {
    const measure = measures[name]
    if (!measure) throw new RangeError(`no measure ${name}`)
    return measure.figure(parts[at] ?? [], total[at] ?? [], source)
  })
}

/** Declared order where there is one, else by key; 不详 last. */
function byKeys({ dimensions }: Report, cut: Cut) {
  const place = (name: string, key: Key): [number, string] => {
    if (key === null) return [Number.MAX_SAFE_INTEGER, '']
    const at = dimensions[name]?.order?.indexOf(key) ?? 0
    return [at < 0 ? Number.MAX_SAFE_INTEGER - 1 : at, key]
  }
  return (a: Summed, b: Summed) => {
    for (const [at, name] of cut.rows.entries()) {
      const [placeA, keyA] = place(name, a.keys[at] ?? null)
      const [placeB, keyB] = place(name, b.keys[at] ?? null)
      if (placeA !== placeB) return placeA - placeB
      if (keyA !== keyB) return keyA < keyB ? -1 : 1
    }
    return 0
  }
}
