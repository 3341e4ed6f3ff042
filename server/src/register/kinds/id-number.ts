/** A resident identity number (GB 11643): 15 digits are upgraded to 18, the check digit is tested. */
import { checkResidentId, day, maskId, residentId } from '#kernel'
import { checkedTextKind } from './checked-text.ts'
import type { Field, FieldOptions, RequiredOf } from './kind.ts'

export const idNumberKind = checkedTextKind({
  name: 'idNumber',
  check: checkResidentId,
  mask: maskId,
  width: 22,
  example: residentId('990101', day('1968-06-12'), 264),
  operators: ['eq', 'starts', 'in', 'unknown', 'known'],
})

export function idNumber<const O extends FieldOptions>(options: O): Field<string, RequiredOf<O>> {
  return {
    sensitive: 'id',
    ...options,
    required: (options.required ?? false) as RequiredOf<O>,
    kind: idNumberKind,
  }
}
