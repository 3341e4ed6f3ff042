/** A bank or social-security card number (Luhn). */
import { checkBankCard, maskBankCard } from '#kernel'
import { checkedTextKind } from './checked-text.ts'
import type { Field, FieldOptions, RequiredOf } from './kind.ts'

export const bankCardKind = checkedTextKind({
  name: 'bankCard',
  check: checkBankCard,
  mask: maskBankCard,
  width: 24,
})

export function bankCard<const O extends FieldOptions>(options: O): Field<string, RequiredOf<O>> {
  return {
    sensitive: 'card',
    ...options,
    required: (options.required ?? false) as RequiredOf<O>,
    kind: bankCardKind,
  }
}
