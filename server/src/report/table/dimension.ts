/** What a report is cut by. Each answers for itself: which columns it needs, which key they make, how the key reads. */
import { compareRatio, parseRatio, type Text, t } from '#kernel'
import { assess, type Policy } from '#policy'
import type { Source } from './source.ts'

/** A key is text; null stands for 不详. */
export type Key = string | null

/** What the database groups by: a field, or the first digits of the area. */
export type Column = { field: string } | { areaDigits: number }

export type Dimension = {
  label: Text
  columns: readonly Column[]
  key(cells: readonly unknown[], source: Source): Key
  /** Words of a key; undefined: the key is an area code or stands for itself. */
  words(key: string, source: Source): Text | undefined
  /** Keys in the order in which they are shown, where it is not that of the texts. */
  order?: readonly string[]
  /** The keys are codes of areas, whose names the table `area` knows. */
  areas?: boolean
  /** The key is worked out in code: the columns do not say it by themselves. */
  derived?: boolean
}

const text = (cell: unknown): Key => (cell === null || cell === undefined ? null : String(cell))

/** By the value of a field: a choice, a yes or no, a year. */
export function byField(field: string, label: Text): Dimension {
  return {
    label,
    columns: [{ field }],
    key: ([cell]) => text(cell),
    words: (key, source) => source.fields[field]?.options?.[key],
  }
}

/** By township or village: the first digits of the row's area. */
export function byArea(level: 'township' | 'village'): Dimension {
  return {
    label: level === 'township' ? t('乡镇', 'Township') : t('村', 'Village'),
    columns: [{ areaDigits: level === 'township' ? 9 : 12 }],
    key: ([cell]) => text(cell),
    words: () => undefined,
    areas: true,
  }
}

export type Band = { key: string; label: Text; from?: string; below?: string }

/** By intervals [from, below) of a number or of money in yuan (GEN-02). */
export function byBands(field: string, label: Text, bands: readonly Band[]): Dimension {
  return {
    label,
    columns: [{ field }],
    key: ([cell], source) => bandOf(text(cell), bands, source.fields[field]?.shown === 'yuan' ? 100n : 1n),
    words: (key) => bands.find((band) => band.key === key)?.label,
    order: bands.map(({ key }) => key),
    derived: true,
  }
}

function bandOf(cell: Key, bands: readonly Band[], scale: bigint): Key {
  if (cell === null) return null
  const value = parseRatio(scale === 1n ? cell : `${cell}/${scale}`)
  const within = ({ from, below }: Band) =>
    (from === undefined || compareRatio(value, parseRatio(from)) >= 0) &&
    (below === undefined || compareRatio(value, parseRatio(below)) < 0)
  return bands.find(within)?.key ?? null
}

export type PolicyCut = {
  policy: Policy
  result: string
  /** Fact of the policy → the source's field, and how the cell becomes a wire value. */
  facts: Readonly<Record<string, { field: string; wire?: (cell: string) => unknown }>>
  label: Text
  words: Readonly<Record<string, Text>>
}

/** By what a policy says of the row, so that a rule is written once (LS-02 land bands, LS-21 tiers). */
export function byPolicy({ policy, result, facts, label, words }: PolicyCut): Dimension {
  const entries = Object.entries(facts)
  return {
    label,
    columns: entries.map(([, { field }]) => ({ field })),
    key: (cells) => {
      const given = entries.map(([fact, { wire }], at) => [fact, wireOf(text(cells[at]), wire)])
      const found = assess(policy, Object.fromEntries(given), { trace: false }).result[result]
      return typeof found === 'string' ? found : null
    },
    words: (key) => words[key],
    order: Object.keys(words),
    derived: true,
  }
}

function wireOf(cell: Key, wire?: (cell: string) => unknown): unknown {
  if (cell === null) return null
  return wire ? wire(cell) : Number(cell)
}
