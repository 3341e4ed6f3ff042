/** A month of the calendar, `2025-09`. */
import { z } from 'zod'
import type { Month } from '#kernel'
import { isDay, monthOf, t } from '#kernel'
import { compareText, hasCoveredDigits, readCell, unknownValue } from './cell.ts'
import { readDate } from './date-cell.ts'
import { shortYearDoubt } from './day.ts'
import type { Cell, Field, FieldOptions, Kind, Parsed, Reading, RequiredOf } from './kind.ts'

export const monthKind: Kind<Month> = {
  name: 'month',
  checks: () => true,
  example: '2025-09',
  operators: ['eq', 'lt', 'le', 'gt', 'ge', 'unknown', 'known'],
  columns: () => [{ suffix: '', type: 'text', check: (column) => `${column} ~ '^\\d{4}-(0[1-9]|1[0-2])$'` }],
  encode: (value) => [value],
  decode: ([cell]) => (cell as Month | null) ?? null,
  schema: () => z.string().refine((text) => isDay(`${text}-01`)),
  toWire: (value) => value,
  parse: (cell, _field, reading) => readCell(cell, (text) => parseMonth(cell, text, reading)),
  format: (value) => value,
  compare: compareText,
  excel: () => ({ width: 10, format: '@', number: false }),
  toCell: (value) => value,
  fact: () => null,
}

function parseMonth(cell: Cell, text: string, reading?: Reading): Parsed<Month> {
  if (hasCoveredDigits(text)) return unknownValue(text)
  const read = readDate(cell, reading)
  if (read.is === 'day') return { ok: true, value: monthOf(read.day) }
  if (read.is === 'year') return unknownValue(String(read.year))
  if (read.is !== 'month')
    return {
      ok: false,
      text: t(
        `月份看不懂：“${text}”。请写成 2025-09。`,
        `The month "${text}" cannot be read. Write it as 2025-09.`,
      ),
    }
  if (read.doubt === 'lostZero')
    return {
      ok: false,
      text: t(
        `“${text}”分不清是 1 月还是 10 月。请写成 ${text.slice(0, 4)}-01 或 ${text.slice(0, 4)}-10。`,
        `"${text}" may be January or October. Write ${text.slice(0, 4)}-01 or ${text.slice(0, 4)}-10.`,
      ),
    }
  return { ok: true, value: read.month, ...(read.doubt ? { doubt: shortYearDoubt(text, read.month) } : {}) }
}

export function month<const O extends FieldOptions>(options: O): Field<Month, RequiredOf<O>> {
  return { ...options, required: (options.required ?? false) as RequiredOf<O>, kind: monthKind }
}
