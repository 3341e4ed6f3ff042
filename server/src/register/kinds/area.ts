/** A code of the area table. Sheets that write names (石桥村) are resolved by the import, which knows the names. */
import { z } from 'zod'
import { isAreaCode, t } from '#kernel'
import { compareText, readCell } from './cell.ts'
import type { Field, FieldOptions, Kind, RequiredOf } from './kind.ts'

export const areaKind: Kind<string> = {
  name: 'area',
  checks: () => true,
  example: '柳溪镇 石桥村 三组',
  place: true,
  operators: ['within', 'eq', 'in', 'unknown', 'known'],
  columns: () => [{ suffix: '', type: 'text collate "C"' }],
  encode: (value) => [value],
  decode: ([cell]) => (cell as string | null) ?? null,
  schema: () => z.string().refine(isAreaCode),
  toWire: (value) => value,
  parse: (cell) =>
    readCell(cell, (text) => {
      if (isAreaCode(text)) return { ok: true, value: text }
      return {
        ok: false,
        text: t(
          `没有“${text}”这个地方。请填区划代码，或名册里有的乡镇、村、组名。`,
          `There is no place "${text}". Write its code or a name that the area table has.`,
        ),
      }
    }),
  format: (value) => value,
  compare: compareText,
  excel: () => ({ width: 20, format: '@', number: false }),
  toCell: (value) => value,
  fact: () => ({ kind: 'area' }),
}

export function area<const O extends FieldOptions>(options: O): Field<string, RequiredOf<O>> {
  return { ...options, required: (options.required ?? false) as RequiredOf<O>, kind: areaKind }
}
