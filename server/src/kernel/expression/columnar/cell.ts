/** A value as a cell of a column, and back. */
import type { Ratio } from '../../ratio.ts'
import type { Value, ValueType } from '../types.ts'
import { codeOfDay, dayOfCode } from './day-code.ts'
import { isExact } from './numbers.ts'
import type { Words } from './words.ts'

export type Cell = { readonly value: number; readonly den: number }

export function cellOf(value: Value, type: ValueType, words: Words): Cell {
  if (isExact(type)) return { value: (value as Ratio).num, den: (value as Ratio).den }
  if (type.kind === 'day') return { value: codeOfDay(value as string), den: 1 }
  if (typeof value === 'string') return { value: words.code(value), den: 1 }
  return { value: Number(value), den: 1 }
}

export function valueIn({ value, den }: Cell, type: ValueType, words: Words): Value {
  if (isExact(type)) return { num: value + 0, den }
  if (type.kind === 'boolean') return value === 1
  if (type.kind === 'day') return dayOfCode(value)
  return isTextual(type) ? words.text(value) : value + 0
}

export function isTextual(type: ValueType): boolean {
  return type.kind === 'choice' || type.kind === 'text' || type.kind === 'area'
}
