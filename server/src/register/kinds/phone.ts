/** A mobile telephone number. */
import { checkPhone, maskPhone } from '#kernel'
import { checkedTextKind } from './checked-text.ts'
import type { Field, FieldOptions, RequiredOf } from './kind.ts'

export const phoneKind = checkedTextKind({
  name: 'phone',
  check: checkPhone,
  mask: maskPhone,
  width: 14,
  example: '13800004071',
})

export function phone<const O extends FieldOptions>(options: O): Field<string, RequiredOf<O>> {
  return {
    sensitive: 'phone',
    ...options,
    required: (options.required ?? false) as RequiredOf<O>,
    kind: phoneKind,
  }
}
