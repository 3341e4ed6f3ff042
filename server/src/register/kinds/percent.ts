/** A percentage, `30` for 30%. */
import { decimalKind } from './decimal.ts'
import type { Field, FieldOptions, Kind, RequiredOf } from './kind.ts'

const decimal = decimalKind({ name: 'percent', units: () => [], suffix: () => '%' })

export const percentKind: Kind<string> = {
  ...decimal,
  example: '30',
  parse: (cell, field) =>
    decimal.parse(typeof cell === 'string' ? cell.trim().replace(/^百分之|[%％]\s*$/g, '') : cell, field),
  fact: () => ({ kind: 'percent' }),
}

type PercentOptions = FieldOptions & { min?: number; max?: number }

export function percent<const O extends PercentOptions>(options: O): Field<string, RequiredOf<O>> {
  return { max: 100, ...options, required: (options.required ?? false) as RequiredOf<O>, kind: percentKind }
}
