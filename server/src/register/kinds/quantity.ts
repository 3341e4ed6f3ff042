/** An amount of something with a declared unit: mu, square metres, kilowatt hours. */
import type { Text } from '#kernel'
import { decimalKind } from './decimal.ts'
import type { Field, FieldOptions, Kind, RequiredOf } from './kind.ts'

export const quantityKind: Kind<string> = {
  ...decimalKind({
    name: 'quantity',
    units: (field) => [field.unit?.zh ?? '', field.unitCode ?? ''],
    suffix: () => '',
  }),
  example: '2.36',
  fact: (field) => ({ kind: 'quantity', unit: field.unitCode ?? '' }),
  toFact: (value, field) => ({ value, unit: field.unitCode ?? '' }),
}

type QuantityOptions = FieldOptions & { unit: Text; unitCode: string; min?: number; max?: number }

export function quantity<const O extends QuantityOptions>(options: O): Field<string, RequiredOf<O>> {
  return { ...options, required: (options.required ?? false) as RequiredOf<O>, kind: quantityKind }
}
