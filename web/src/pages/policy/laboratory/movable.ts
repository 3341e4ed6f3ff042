// Which values can be moved on a line, over what range, and how they come from and go to the wire.
import type { FactMeta, ParameterMeta, TimelineEntry } from '../policy-types.ts'

export type Range = { least: number; most: number; step: number }
type Kind = Pick<FactMeta, 'kind' | 'unit'>

const numbers = new Set(['money', 'percent', 'count', 'months', 'years', 'number', 'quantity'])

export function isMovable({ kind }: Kind): boolean {
  return numbers.has(kind)
}

export function numberOfWire(wire: unknown): number | undefined {
  if (wire === null || wire === undefined) return undefined
  const plain = typeof wire === 'object' && 'value' in wire ? wire.value : wire
  const number = Number(plain)
  return Number.isFinite(number) ? number : undefined
}

export function wireOfNumber(value: number, { kind, unit }: Kind): unknown {
  if (kind === 'money') return value.toFixed(2)
  if (kind === 'count' || kind === 'months' || kind === 'years') return Math.round(value)
  const text = String(Number(value.toFixed(6)))
  return kind === 'quantity' ? { value: text, unit } : text
}

/** From 0 to twice what holds, in steps that an office would take. */
export function rangeOf({ kind }: Kind, now: number | undefined): Range {
  if (kind === 'percent') return { least: 0, most: 100, step: 1 }
  if (kind === 'years') return { least: 0, most: 100, step: 1 }
  if (kind === 'months') return { least: 0, most: Math.max(24, (now ?? 0) * 2), step: 1 }
  const base = Math.max(now ?? 1000, 1)
  const step = kind === 'money' || base >= 100 ? 10 ** Math.max(0, Math.floor(Math.log10(base)) - 1) : 1
  return {
    least: 0,
    most: Math.ceil((base * 2) / step) * step,
    step: kind === 'money' ? step : Math.max(step, 1),
  }
}

/** What holds now, in wire form; undefined where nothing does. */
export function valueNow(timeline: readonly TimelineEntry[] | undefined): unknown {
  const entry = timeline?.find(({ state }) => state === 'current')
  return entry?.value ?? undefined
}

export type Row = Readonly<Record<string, unknown>>

/** Rows of a table; a parameter with one value is a row without keys. */
export function rowsOfWire(parameter: ParameterMeta, wire: unknown): readonly Row[] {
  if (parameter.keys.length === 0) return [{ value: wire }]
  return Array.isArray(wire) ? (wire as Row[]) : []
}

/** The whole parameter with one row's value another. */
export function withRow(parameter: ParameterMeta, rows: readonly Row[], at: number, value: unknown): unknown {
  if (parameter.keys.length === 0) return value
  return rows.map((row, index) => (index === at ? { ...row, value } : row))
}

export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
