/** Yes or no; an empty cell is unknown, never no. */
import { z } from 'zod'
import { t } from '#kernel'
import { cellText, unknownValue } from './cell.ts'
import type { Cell, Field, FieldOptions, Kind, Parsed, RequiredOf } from './kind.ts'

const yes = new Set(['是', '有', '对', '√', '✓', '1', 'y', 'yes', 'true', 't'])
const no = new Set(['否', '无', '没有', '不是', '×', '✗', '0', 'n', 'no', 'false', 'f'])

export const booleanKind: Kind<boolean> = {
  name: 'boolean',
  checks: () => true,
  example: '是',
  operators: ['eq', 'unknown', 'known'],
  columns: () => [{ suffix: '', type: 'boolean' }],
  encode: (value) => [value],
  decode: ([cell]) => (cell as boolean | null) ?? null,
  schema: () => z.boolean(),
  toWire: (value) => value,
  parse: parseBoolean,
  format: (value, _field, locale) => (locale === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'),
  compare: (a, b) => Number(a) - Number(b),
  excel: () => ({ width: 8, format: '@', number: false }),
  toCell: (value) => (value ? '是' : '否'),
  fact: () => ({ kind: 'boolean' }),
}

function parseBoolean(cell: Cell): Parsed<boolean> {
  const text = cellText(cell)
  const word = text.toLowerCase()
  if (yes.has(word)) return { ok: true, value: true }
  if (no.has(word)) return { ok: true, value: false }
  if (text === '') return unknownValue()
  if (/^(?:不详|不清楚|不知道|未知|待查|[?xX]+|[-—/]+)$/.test(text)) return unknownValue(text)
  return {
    ok: false,
    text: t(
      `“${text}”看不出是或否。请填“是”或“否”，不知道就留空。`,
      `"${text}" is neither yes nor no. Write 是 or 否; leave it empty if unknown.`,
    ),
  }
}

export function boolean<const O extends FieldOptions>(options: O): Field<boolean, RequiredOf<O>> {
  return { ...options, required: (options.required ?? false) as RequiredOf<O>, kind: booleanKind }
}
