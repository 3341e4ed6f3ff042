/** A whole number of things. */
import { z } from 'zod'
import type { Text } from '#kernel'
import { narrow, t } from '#kernel'
import { hasCoveredDigits, readCell, unknownValue } from './cell.ts'
import type { DefaultOf, Field, FieldOptions, Kind, Parsed, RequiredOf } from './kind.ts'
import { isBounded, notANumber, outside, readNumber } from './number-cell.ts'

export const countKind: Kind<number> = {
  name: 'count',
  checks: isBounded,
  example: '4',
  operators: ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'unknown', 'known'],
  columns: () => [{ suffix: '', type: 'bigint' }],
  encode: (value) => [value],
  decode: ([cell]) => (cell === null || cell === undefined ? null : Number(cell)),
  schema: (field) =>
    z
      .int()
      .min(field.min ?? 0)
      .max(field.max ?? Number.MAX_SAFE_INTEGER),
  toWire: (value) => value,
  parse: (cell, field) => readCell(cell, (text) => parseCount(text, field)),
  format: (value, field) => (isYear(field) ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, ',')),
  compare: (a, b) => a - b,
  excel: () => ({ width: 10, format: '0', number: true }),
  toCell: (value) => value,
  fact: () => ({ kind: 'count' }),
}

/** Four digits by declaration: a year, which takes no thousands. */
function isYear(field: Field<number>): boolean {
  return (field.min ?? 0) >= 1000 && (field.max ?? Number.POSITIVE_INFINITY) <= 9999
}

function parseCount(text: string, field: Field<number>): Parsed<number> {
  if (hasCoveredDigits(text)) return unknownValue(text)
  const value = readNumber(text, [field.unit?.zh ?? '', '人', '户', '个', '次', '年', '名', '口'])
  if (!value) return notANumber(text)
  if (value.den !== 1)
    return {
      ok: false,
      text: t(
        `“${text}”不是整数。这一栏按整数填。`,
        `"${text}" is not a whole number, which this column needs.`,
      ),
    }
  const limit = outside(value, { min: field.min ?? 0, max: field.max })
  return limit ? { ok: false, text: limit } : { ok: true, value: narrow(BigInt(value.num)) }
}

type CountOptions = FieldOptions & { unit?: Text; min?: number; max?: number; default?: number }

export function count<const O extends CountOptions>(options: O): Field<number, RequiredOf<O>> & DefaultOf<O> {
  // `as`: the default comes with the options.
  return { ...options, required: (options.required ?? false) as RequiredOf<O>, kind: countKind } as Field<
    number,
    RequiredOf<O>
  > &
    DefaultOf<O>
}
