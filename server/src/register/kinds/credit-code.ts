/** A unified social credit code (GB 32100). Bodies are public: it is not masked. */
import { checkCreditCode } from '#kernel'
import { checkedTextKind } from './checked-text.ts'
import type { Field, FieldOptions, RequiredOf } from './kind.ts'

export const creditCodeKind = checkedTextKind({ name: 'creditCode', check: checkCreditCode, width: 22 })

export function creditCode<const O extends FieldOptions>(options: O): Field<string, RequiredOf<O>> {
  return { ...options, required: (options.required ?? false) as RequiredOf<O>, kind: creditCodeKind }
}
