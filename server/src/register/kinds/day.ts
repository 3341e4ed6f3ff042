/** A calendar day. What is known to the month only is unknown as a day; its text is kept (GEN-07). */
import { z } from 'zod'
import type { Day, Text } from '#kernel'
import { isDay, t } from '#kernel'
import { compareText, hasCoveredDigits, readCell, unknownValue } from './cell.ts'
import { readDate } from './date-cell.ts'
import type { Cell, Field, FieldOptions, Kind, Parsed, Reading, RequiredOf } from './kind.ts'

export const dayKind: Kind<Day> = {
  name: 'day',
  checks: () => true,
  example: '1968-06-12（只知道月份可写 1968-06）',
  operators: ['eq', 'lt', 'le', 'gt', 'ge', 'laterOrNone', 'byOrNone', 'unknown', 'known'],
  columns: () => [{ suffix: '', type: 'date' }],
  encode: (value) => [value],
  decode: ([cell]) => (cell as Day | null) ?? null,
  schema: () => z.string().refine(isDay),
  toWire: (value) => value,
  parse: (cell, field, reading) => readCell(cell, (text) => parseDay(cell, text, { field, reading })),
  format: (value) => value,
  compare: compareText,
  excel: () => ({ width: 12, format: '@', number: false }),
  toCell: (value) => value,
  fact: () => ({ kind: 'day' }),
}

function parseDay(
  cell: Cell,
  text: string,
  { field, reading }: { field: Field<Day>; reading?: Reading },
): Parsed<Day> {
  if (hasCoveredDigits(text)) return unknownValue(text)
  const read = readDate(cell, reading)
  if (read.is === 'day')
    return { ok: true, value: read.day, ...(read.doubt ? { doubt: shortYearDoubt(text, read.day) } : {}) }
  if (read.is === 'absent')
    return {
      ok: false,
      text: t(
        `日历上没有“${text}”这一天。请核对年月日。`,
        `There is no day "${text}" in the calendar. Check it.`,
      ),
    }
  if (read.is === 'nothing')
    return {
      ok: false,
      text: t(
        `日期看不懂：“${text}”。填到月也可以，如 1963-07。`,
        `The date "${text}" cannot be read. Year and month will do, such as 1963-07.`,
      ),
    }
  const known = read.is === 'month' ? read.month : String(read.year)
  if (field.required)
    return {
      ok: false,
      text: t(
        `“${text}”只到${read.is === 'month' ? '月' : '年'}。这一栏要填到日，如 1963-07-15。`,
        `"${text}" has no day. This column needs the day, such as 1963-07-15.`,
      ),
    }
  return unknownValue(known)
}

export function shortYearDoubt(text: string, read: string): Text {
  return t(
    `“${text}”只写了两位年份，读作 ${read}。请核对。`,
    `"${text}" has a two-digit year and was read as ${read}. Check it.`,
  )
}

export function day<const O extends FieldOptions>(options: O): Field<Day, RequiredOf<O>> {
  return { ...options, required: (options.required ?? false) as RequiredOf<O>, kind: dayKind }
}
