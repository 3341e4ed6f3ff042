/** All kinds of values, each answering for itself; shared code looks up here and never switches on a kind. */
import type { Text } from '../../label.ts'
import type { Ratio } from '../../ratio.ts'
import type { Rounding } from '../../round.ts'
import type { Value, ValueKind, ValueType } from '../types.ts'
import {
  countRule,
  moneyRule,
  monthsRule,
  numberRule,
  percentRule,
  quantityRule,
  yearsRule,
} from './amount.ts'
import { areaRule, booleanRule, choiceRule, dayRule, textRule } from './plain.ts'
import { listRule, recordRule } from './records.ts'
import type { ValueRule } from './rule.ts'

const rules = {
  boolean: booleanRule,
  choice: choiceRule,
  count: countRule,
  number: numberRule,
  percent: percentRule,
  money: moneyRule,
  day: dayRule,
  months: monthsRule,
  years: yearsRule,
  quantity: quantityRule,
  area: areaRule,
  text: textRule,
  record: recordRule,
  list: listRule,
} satisfies Record<ValueKind, unknown>

export const valueKinds = Object.keys(rules) as ValueKind[]

/** The rule of a kind. `as`: the table pairs each kind with its own type. */
export function valueRule(type: ValueType): ValueRule<ValueType> {
  return rules[type.kind] as unknown as ValueRule<ValueType>
}

export function formatValue(value: Value, type: ValueType): Text {
  return valueRule(type).format(value, type)
}

export function compareValues(a: Value, b: Value, type: ValueType): number {
  return valueRule(type).compare?.(a, b) ?? 0
}

/** An amount as an exact fraction of its smallest unit. */
export function toRatio(value: Value, type: ValueType): Ratio {
  const amount = valueRule(type).amount
  return amount ? amount.toRatio(value) : { num: 0, den: 1 }
}

export function fromRatio(ratio: Ratio, type: ValueType, rounding: Rounding): Value {
  return valueRule(type).amount?.fromRatio(ratio, rounding) ?? ratio
}

/** Whether a value of the kind is a whole number of its smallest unit (fen, months). */
export function isWhole(type: ValueType): boolean {
  return valueRule(type).amount?.whole === true
}

export function isAmount(type: ValueType): boolean {
  return valueRule(type).amount !== undefined
}

export function isOrdered(type: ValueType): boolean {
  return valueRule(type).compare !== undefined
}
