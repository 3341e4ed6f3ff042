/** An amount of money in whole fen; sheets and the wire write yuan (GEN-01). */
import { z } from 'zod'
import type { Fen } from '#kernel'
import { fen, formatYuan, mulRatio, t, yuanText } from '#kernel'
import { hasCoveredDigits, readCell, unknownValue } from './cell.ts'
import type { Field, FieldOptions, Kind, Parsed, RequiredOf } from './kind.ts'
import { hundred, isBounded, notANumber, outside, readNumber } from './number-cell.ts'

export const moneyKind: Kind<Fen> = {
  name: 'money',
  checks: isBounded,
  example: '1200.00',
  operators: ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'unknown', 'known'],
  columns: () => [{ suffix: '', type: 'bigint' }],
  encode: (value) => [value],
  decode: ([cell]) => (cell === null || cell === undefined ? null : fen(Number(cell))),
  schema: () => z.string().regex(/^-?(0|[1-9]\d{0,14})\.\d{2}$/),
  toWire: (value) => yuanText(value),
  parse: (cell, field) => readCell(cell, (text) => parseMoney(text, field)),
  format: (value) => formatYuan(value),
  compare: (a, b) => a - b,
  excel: () => ({ width: 14, format: '#,##0.00', number: true }),
  toCell: (value) => Number(yuanText(value)),
  fact: () => ({ kind: 'money' }),
}

/** Limits of a money field are in yuan. */
function parseMoney(text: string, field: Field<Fen>): Parsed<Fen> {
  if (hasCoveredDigits(text)) return unknownValue(text)
  const bare = text.replace(/^(?:人民币|RMB|[¥￥])\s*/i, '')
  const yuan = readNumber(bare, ['元', '元/月', '元/年', '元/人'])
  if (!yuan) return notANumber(text)
  const cents = mulRatio(yuan, hundred)
  if (cents.den !== 1)
    return {
      ok: false,
      text: t(
        `金额“${text}”不足一分。请填到分（两位小数）。`,
        `The amount "${text}" has less than a fen in it. Write at most two decimals.`,
      ),
    }
  const limit = outside(yuan, { min: field.min ?? 0, max: field.max })
  return limit ? { ok: false, text: limit } : { ok: true, value: fen(cents.num) }
}

type MoneyOptions = FieldOptions & { min?: number; max?: number }

export function money<const O extends MoneyOptions>(options: O): Field<Fen, RequiredOf<O>> {
  return { ...options, required: (options.required ?? false) as RequiredOf<O>, kind: moneyKind }
}
