/** Kinds that are compared and shown, never counted: boolean, choice, text, area, day. */
import { isDay } from '../../day.ts'
import { t } from '../../label.ts'
import type { ChoiceType, Value, ValueType } from '../types.ts'
import type { ValueRule } from './rule.ts'

export const booleanRule: ValueRule<ValueType> = {
  name: t('是或否', 'yes or no'),
  example: () => 'true',
  decode: (wire) => (typeof wire === 'boolean' ? wire : undefined),
  encode: (value) => value as boolean,
  format: (value) => (value === true ? t('是', 'yes') : t('否', 'no')),
}

export const choiceRule: ValueRule<ChoiceType> = {
  name: t('选项', 'a choice'),
  example: (type) =>
    Object.keys(type.options)
      .map((key) => `"${key}"`)
      .join(' | '),
  decode: (wire, type) => (typeof wire === 'string' && Object.hasOwn(type.options, wire) ? wire : undefined),
  encode: (value) => value as string,
  format: (value, type) => type.options[value as string] ?? t(String(value), String(value)),
}

export const textRule: ValueRule<ValueType> = {
  name: t('文字', 'a text'),
  example: () => '"甲"',
  decode: (wire) => (typeof wire === 'string' ? wire : undefined),
  encode: (value) => value as string,
  format: (value) => same(value),
}

export const areaRule: ValueRule<ValueType> = {
  name: t('地区代码', 'an area code'),
  example: () => '"990101103201"',
  decode: (wire) =>
    typeof wire === 'string' && /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$/.test(wire) ? wire : undefined,
  encode: (value) => value as string,
  format: (value) => same(value),
}

export const dayRule: ValueRule<ValueType> = {
  name: t('日期', 'a day'),
  example: () => '"2023-06-30"',
  decode: (wire) => (typeof wire === 'string' && isDay(wire) ? wire : undefined),
  encode: (value) => value as string,
  format: (value) => same(value),
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
}

function same(value: Value) {
  return t(String(value), String(value))
}
