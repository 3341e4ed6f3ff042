/** Kinds that are counted: count, months, years, number, percent, quantity, money. */

import type { Text } from '../../label.ts'
import { t } from '../../label.ts'
import type { Fen } from '../../money.ts'
import { fen, formatYuan, parseYuan, yuanText } from '../../money.ts'
import type { Ratio } from '../../ratio.ts'
import {
  compareRatio,
  decimalText,
  parsePercent,
  parseRatio,
  percentText,
  ratio,
  ratioText,
  roundRatio,
} from '../../ratio.ts'
import type { Value, ValueType } from '../types.ts'
import type { ValueRule } from './rule.ts'
import { unitText } from './unit.ts'

export const countRule = whole(t('整数', 'a whole number'), (n) => t(n, n))
export const monthsRule = whole(t('月数', 'a number of months'), (n) =>
  t(`${n} 个月`, n === '1' ? '1 month' : `${n} months`),
)
export const yearsRule = whole(t('周岁或年数', 'a number of years'), (n) =>
  t(`${n} 周岁`, n === '1' ? '1 year' : `${n} years`),
)

function whole(name: Text, format: (digits: string) => Text): ValueRule<ValueType> {
  return {
    name,
    example: () => '24',
    decode: (wire) => (typeof wire === 'number' && Number.isSafeInteger(wire) ? wire : undefined),
    encode: (value) => value as number,
    format: (value) => format(String(value).replace('-', '−')),
    compare: (a, b) => (a as number) - (b as number),
    amount: {
      whole: true,
      toRatio: (value) => ratio(value as number),
      fromRatio: (r, rounding) => roundRatio(r, rounding),
    },
  }
}

const exact = {
  compare: (a: Value, b: Value) => compareRatio(a as Ratio, b as Ratio),
  amount: { whole: false, toRatio: (value: Value) => value as Ratio, fromRatio: (r: Ratio) => r },
}

export const numberRule: ValueRule<ValueType> = {
  ...exact,
  name: t('数', 'a number'),
  example: () => '"2.36" 或 "1/3"',
  decode: (wire) => read(wire, parseRatio),
  encode: (value) => ratioText(value as Ratio),
  format: (value) => shown(value as Ratio, ''),
}

export const percentRule: ValueRule<ValueType> = {
  ...exact,
  name: t('百分比', 'a percentage'),
  example: () => '"30"',
  decode: (wire) => read(wire, parsePercent),
  encode: (value) => percentText(value as Ratio),
  format: (value) => shown({ num: (value as Ratio).num * 100, den: (value as Ratio).den }, '%'),
}

export const quantityRule: ValueRule<ValueType & { kind: 'quantity' }> = {
  ...exact,
  name: t('带单位的数量', 'a quantity with its unit'),
  example: (type) => `{ "value": "2.36", "unit": "${type.unit}" }`,
  decode: (wire, type) => {
    const given = wire as { value?: unknown; unit?: unknown } | null
    return typeof given === 'object' && given?.unit === type.unit ? read(given.value, parseRatio) : undefined
  },
  encode: (value, type) => ({ value: ratioText(value as Ratio), unit: type.unit }),
  format: (value, type) => unitText(shown(value as Ratio, ''), type.unit),
}

export const moneyRule: ValueRule<ValueType> = {
  name: t('金额', 'an amount of money'),
  example: () => '"50000.00"',
  decode: (wire) => (typeof wire === 'string' && /\.\d{2}$/.test(wire) ? read(wire, parseYuan) : undefined),
  encode: (value) => yuanText(value as Fen),
  format: (value) => t(`${formatYuan(value as Fen)} 元`, `${formatYuan(value as Fen)} yuan`),
  compare: (a, b) => (a as number) - (b as number),
  amount: {
    whole: true,
    toRatio: (value) => ratio(value as number),
    fromRatio: (r, rounding) => fen(roundRatio(r, rounding)),
  },
}

/** Exact where a decimal exists within four places, else four places and 约. */
function shown(r: Ratio, sign: string): Text {
  const text = decimalText(r, 4, 'half-up')
    .replace(/\.?0+$/, '')
    .replace('-', '−')
  const digits = text === '' ? '0' : text
  return compareRatio(parseRatio(decimalText(r, 4, 'half-up')), ratio(r.num, r.den)) === 0
    ? t(`${digits}${sign}`, `${digits}${sign}`)
    : t(`约 ${digits}${sign}`, `about ${digits}${sign}`)
}

/** A parser of the kernel as a decoder: a refused form is undefined. */
function read<V extends Value>(wire: unknown, parse: (text: string) => V): V | undefined {
  if (typeof wire !== 'string') return undefined
  try {
    return parse(wire)
  } catch {
    return undefined
  }
}
