/** What a report counts and adds. Groups add up by their parts, so a total is never a sum of rounded figures. */
import {
  addRatio,
  decimalText,
  divRatio,
  mulRatio,
  parseRatio,
  type Ratio,
  ratio,
  type Text,
  t,
  zeroRatio,
} from '#kernel'
import type { Source } from './source.ts'

/** One cell: the exact value as text, as it is shown, and how many rows were unknown (GEN-07: then it is "at least"). */
export type Figure = { value: string | null; shown: string; unknown: number }

/** An aggregate that adds up over groups; the store writes it in SQL. Fields are the source's. */
export type Aggregate =
  | { of: 'rows' }
  /** Sum of a field, or of its product with another, over rows where all of `known` have a value. */
  | { of: 'sum'; field: string; times?: string; known?: readonly string[] }
  /** Rows where one of the fields has no value. */
  | { of: 'unknown'; fields: readonly string[] }

export type Measure = {
  label: Text
  unit?: Text
  parts: readonly Aggregate[]
  figure(parts: readonly Ratio[], total: readonly Ratio[], source: Source): Figure
}

/** Adds the parts of two groups. */
export function addParts(a: readonly Ratio[], b: readonly Ratio[]): Ratio[] {
  return b.map((part, at) => addRatio(a[at] ?? zeroRatio, part))
}

/** Reads one group's aggregates; an aggregate over no known value is 0, its unknown count tells. */
export function readParts(cells: readonly unknown[]): Ratio[] {
  return cells.map((cell) => (cell === null || cell === undefined ? zeroRatio : parseRatio(String(cell))))
}

const nothing: Figure = { value: null, shown: '', unknown: 0 }

function thousands(text: string): string {
  const [whole = '', rest] = text.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${text.startsWith('-') ? '−' : ''}${grouped}${rest ? `.${rest}` : ''}`
}

function show(value: Ratio, places: number, unknown: number): Figure {
  const text = decimalText(value, places, 'half-up')
  return { value: text, shown: `${unknown > 0 ? '至少 ' : ''}${thousands(text)}`, unknown }
}

function field(source: Source, name: string) {
  const found = source.fields[name]
  if (!found) throw new RangeError(`report source ${source.name} has no field ${name}`)
  return found
}

/** How many rows. */
export function counted(label: Text, unit?: Text): Measure {
  return {
    label,
    ...(unit ? { unit } : {}),
    parts: [{ of: 'rows' }],
    figure: ([rows = zeroRatio]) => show(rows, 0, 0),
  }
}

/** The sum of a field; unknown rows are counted beside it. */
export function summed(name: string, label: Text, unit?: Text): Measure {
  return {
    label,
    ...(unit ? { unit } : {}),
    parts: [
      { of: 'sum', field: name },
      { of: 'unknown', fields: [name] },
    ],
    figure: ([sum = zeroRatio, unknown = zeroRatio], _, source) => {
      const { shown } = field(source, name)
      const value = shown === 'yuan' ? divRatio(sum, ratio(100)) : sum
      return show(value, shown === 'whole' ? 0 : 2, unknown.num)
    },
  }
}

/** The mean of a field weighted by another (income per farmer by population); rows that lack either are unknown. */
export function weightedMean(name: string, weight: string, label: Text): Measure {
  return {
    label,
    parts: [
      { of: 'sum', field: name, times: weight },
      { of: 'sum', field: weight, known: [name] },
      { of: 'unknown', fields: [name, weight] },
    ],
    figure: ([sum = zeroRatio, by = zeroRatio, unknown = zeroRatio], _, source) => {
      if (by.num === 0) return { ...nothing, unknown: unknown.num }
      const mean = divRatio(sum, by)
      const isMoney = field(source, name).shown === 'yuan'
      const figure = show(isMoney ? divRatio(mean, ratio(100)) : mean, isMoney ? 2 : 1, 0)
      return { ...figure, unknown: unknown.num }
    },
  }
}

/** A measure's share of the total, in percent with these decimals, half-up (AMB-28). */
export function shareOf(
  measure: Measure,
  decimals: number,
  label: Text = t('占比（%）', 'Share (%)'),
): Measure {
  return {
    label,
    parts: measure.parts,
    figure: ([part = zeroRatio], [whole = zeroRatio]) =>
      whole.num === 0 ? nothing : show(mulRatio(divRatio(part, whole), ratio(100)), decimals, 0),
  }
}

/** One sum as a percentage of another within the group. */
export function rate(of: string, base: string, decimals: number, label: Text): Measure {
  return {
    label,
    parts: [
      { of: 'sum', field: of, known: [base] },
      { of: 'sum', field: base, known: [of] },
      { of: 'unknown', fields: [of, base] },
    ],
    figure: ([a = zeroRatio, b = zeroRatio, unknown = zeroRatio]) => {
      if (b.num === 0) return { ...nothing, unknown: unknown.num }
      return { ...show(mulRatio(divRatio(a, b), ratio(100)), decimals, 0), unknown: unknown.num }
    },
  }
}
