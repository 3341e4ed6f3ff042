/** A quantity that may be a bound: 1500人以上, 近百人, 不足四分之一, 大致150件 (GEN-08). The qualifier is never lost. */
import { z } from 'zod'
import type { KnownQuantity, Qualifier, Text } from '#kernel'
import { compareRatio, parseQuantity, parseRatio, quantityText, ratioText } from '#kernel'
import { readCell, unknownValue } from './cell.ts'
import type { Field, FieldOptions, Kind, Parsed, RequiredOf } from './kind.ts'

/** `~<` is 近百: about a hundred and below it (AMB-44). */
export type Bound = Qualifier | '~<'
/** `value` is an exact number as text: `1500`, `1/4`. */
export type Bounded = { qualifier: Bound; value: string }

const bounds = ['=', '>=', '<=', '~', '<', '>', '~<'] as const

export const boundedKind: Kind<Bounded> = {
  name: 'bounded',
  example: '1500以上',
  operators: ['eq', 'lt', 'le', 'gt', 'ge', 'unknown', 'known'],
  columns: () => [
    { suffix: '', type: 'numeric' },
    {
      suffix: '_bound',
      type: 'text',
      check: (column) => `${column} in (${bounds.map((b) => `'${b}'`).join(', ')})`,
    },
  ],
  encode: (value) => [decimal(value.value), value.qualifier],
  decode: ([number, bound]) =>
    number === null || number === undefined
      ? null
      : { value: ratioText(parseRatio(String(number))), qualifier: bound as Bound },
  schema: () => z.strictObject({ qualifier: z.enum(bounds), value: z.string() }),
  toWire: ({ qualifier, value }) => ({ qualifier, value }),
  parse: (cell) => readCell(cell, parseBounded),
  cellOf: (wire) => {
    const { qualifier, value } = wire as Bounded
    return `${qualifier === '~<' ? '近' : qualifier === '=' ? '' : qualifier}${value}`
  },
  format: (value, _field, locale) => quantityText(quantityOfBounded(value))[locale],
  compare: (a, b) => compareRatio(parseRatio(a.value), parseRatio(b.value)),
  excel: () => ({ width: 12, format: '@', number: false }),
  toCell: (value) => quantityText(quantityOfBounded(value)).zh,
  fact: () => null,
}

/** The same as a value of the kernel, for sums and checks against bounds. */
export function quantityOfBounded({ qualifier, value }: Bounded): KnownQuantity {
  const number = parseRatio(value)
  return qualifier === '~<' ? { qualifier: '~', below: true, value: number } : { qualifier, value: number }
}

/** Postgres has no fractions: a quarter is stored as 0.25, a third with 15 places. */
function decimal(value: string): string {
  const { num, den } = parseRatio(value)
  return ratioText({ num, den }).includes('/') ? (num / den).toFixed(15) : ratioText({ num, den })
}

function parseBounded(text: string): Parsed<Bounded> {
  const read = parseQuantity(text)
  if (!read.ok) return { ok: false, text: read.text }
  if (read.value.qualifier === '?') return unknownValue(text)
  const { qualifier, below, value } = read.value
  return { ok: true, value: { qualifier: below ? '~<' : qualifier, value: ratioText(value) } }
}

type BoundedOptions = FieldOptions & { unit?: Text }

export function bounded<const O extends BoundedOptions>(options: O): Field<Bounded, RequiredOf<O>> {
  return { ...options, required: (options.required ?? false) as RequiredOf<O>, kind: boundedKind }
}
