/** A row of another register, named by the register's name: no register imports another. */
import { z } from 'zod'
import { t } from '#kernel'
import { readCell } from './cell.ts'
import type { Field, FieldOptions, Kind, RequiredOf } from './kind.ts'

declare const brand: unique symbol

/** The id of a row of the register `N`. */
export type Id<N extends string = string> = number & { readonly [brand]?: N }

export const referenceKind: Kind<number> = {
  name: 'reference',
  checks: () => true,
  operators: ['eq', 'in', 'unknown', 'known'],
  columns: () => [{ suffix: '_id', type: 'bigint' }],
  encode: (value) => [value],
  decode: ([cell]) => (cell === null || cell === undefined ? null : Number(cell)),
  schema: () => z.int().positive(),
  toWire: (value) => value,
  parse: (cell) =>
    readCell(cell, (text) => {
      const id = Number(text)
      if (Number.isSafeInteger(id) && id > 0) return { ok: true, value: id }
      return {
        ok: false,
        text: t(`没有找到“${text}”。请从名册里选。`, `"${text}" was not found. Choose it from the register.`),
      }
    }),
  format: (value) => String(value),
  compare: (a, b) => a - b,
  excel: () => ({ width: 16, format: '@', number: false }),
  toCell: (value) => String(value),
  fact: () => null,
  target: (field) => field.register ?? '',
}

export function reference<const N extends string, const O extends FieldOptions>(
  register: N,
  options: O,
): Field<Id<N>, RequiredOf<O>> {
  // `as`: the kind reads any id; the declaration says whose it is.
  return {
    ...options,
    register,
    required: (options.required ?? false) as RequiredOf<O>,
    kind: referenceKind as unknown as Kind<Id<N>>,
  }
}
