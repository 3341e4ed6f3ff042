/** Keys of a table: text in its rows, read as what they are compared as. Amounts compare as amounts, all else as text. */
import type { TableKey, Value, ValueType } from '../types.ts'
import { compareValues, isAmount, valueRule } from './table.ts'

/** A key as a row carries it, from its wire form; a quantity is `2.36 mu`. */
export function keyOfWire(wire: unknown): string {
  if (typeof wire !== 'object' || wire === null) return String(wire ?? '')
  const { value, unit } = wire as { value?: unknown; unit?: unknown }
  return `${value} ${unit}`
}

/** The amount that a row's key means; undefined where it is none of that kind. */
export function keyAmount(text: string, type: ValueType): Value | undefined {
  if (type.kind === 'quantity') {
    const [value, unit] = text.split(' ')
    return valueRule(type).decode({ value, unit }, type)
  }
  const isCounted = /^-?\d+$/.test(text) && ['count', 'months', 'years'].includes(type.kind)
  return valueRule(type).decode(isCounted ? Number(text) : text, type)
}

/** Whether a row's key fits a value. An empty `from` comes before all. */
export function keyFits(text: string, value: Value, type: ValueType, match: TableKey['match']): boolean {
  if (!isAmount(type)) return match === 'exact' ? text === String(value) : text <= String(value)
  if (text === '') return match === 'from'
  const own = keyAmount(text, type)
  if (own === undefined) return false
  const order = compareValues(own, value, type)
  return match === 'exact' ? order === 0 : order <= 0
}

/** Orders `from` keys, the least first; an empty one, and one that is no amount, before all. */
export function compareKeys(a: string, b: string, type: ValueType): number {
  if (!isAmount(type)) return a < b ? -1 : a > b ? 1 : 0
  const [left, right] = [keyAmount(a, type), keyAmount(b, type)]
  if (left === undefined || right === undefined)
    return Number(left !== undefined) - Number(right !== undefined)
  return compareValues(left, right, type)
}

export type KeyUse = TableKey & { readonly type: ValueType }
type Keyed = { readonly keys: Readonly<Record<string, string>> }

/** Rows with the greatest `from` keys first, else in the order given: the first that fits is the one meant. */
export function byRank<Row extends Keyed>(rows: readonly Row[], uses: readonly KeyUse[]): readonly Row[] {
  const bands = uses.filter(({ match }) => match === 'from')
  return [...rows].sort((a, b) => {
    for (const { name, type } of bands) {
      const order = compareKeys(b.keys[name] ?? '', a.keys[name] ?? '', type)
      if (order !== 0) return order
    }
    return 0
  })
}
