/** Short free text on one line. */
import { z } from 'zod'
import { t } from '#kernel'
import { cellText, compareText, unknownValue } from './cell.ts'
import type { Cell, Field, FieldOptions, Kind, Parsed, RequiredOf } from './kind.ts'

const defaultLength = 200

export const textKind: Kind<string> = {
  name: 'text',
  operators: ['eq', 'ne', 'contains', 'starts', 'in', 'unknown', 'known'],
  columns: () => [{ suffix: '', type: 'text' }],
  encode: (value) => [value],
  decode: ([cell]) => (cell as string | null) ?? null,
  schema: (field) =>
    z
      .string()
      .min(1)
      .max(field.max ?? defaultLength),
  toWire: (value) => value,
  parse: parseText,
  format: (value) => value,
  compare: compareText,
  excel: () => ({ width: 20, format: '@', number: false }),
  toCell: (value) => value,
  fact: () => ({ kind: 'text' }),
}

function parseText(cell: Cell, field: Field<string>): Parsed<string> {
  const text = cellText(cell)
  const most = field.max ?? defaultLength
  if (text === '') return unknownValue()
  if ([...text].length <= most) return { ok: true, value: text }
  return {
    ok: false,
    text: t(
      `最多填 ${most} 个字，现在有 ${[...text].length} 个。请写短一些。`,
      `At most ${most} characters; there are ${[...text].length}. Shorten it.`,
    ),
  }
}

export function text<const O extends FieldOptions & { max?: number }>(
  options: O,
): Field<string, RequiredOf<O>> {
  return { ...options, required: (options.required ?? false) as RequiredOf<O>, kind: textKind }
}
