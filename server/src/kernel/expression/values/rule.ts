/** What a kind of value answers for itself. */
import type { Text } from '../../label.ts'
import type { Ratio } from '../../ratio.ts'
import type { Rounding } from '../../round.ts'
import type { Value, ValueType } from '../types.ts'

/** A value as JSON carries it. */
export type Wire =
  | string
  | number
  | boolean
  | null
  | { readonly value: string; readonly unit: string }
  | { readonly applicable: false }
  | readonly Wire[]
  | { readonly [field: string]: Wire }

export type ValueRule<T extends ValueType> = {
  readonly name: Text
  /** A right wire form, shown when another one is refused. */
  example(type: T): string
  /** The value, or undefined where the form is not this kind's. */
  decode(wire: unknown, type: T): Value | undefined
  encode(value: Value, type: T): Wire
  /** As an office would write it. */
  format(value: Value, type: T): Text
  /** Below 0, 0, above 0; only where "below" has a meaning. */
  compare?(a: Value, b: Value): number
  /** Amounts: exact fraction of the kind's smallest unit, and back. `whole`: there is nothing below that unit. */
  readonly amount?: {
    readonly whole: boolean
    toRatio(value: Value): Ratio
    fromRatio(ratio: Ratio, rounding: Rounding): Value
  }
}
