/** Numbers as people write them in sheets: 1,234.50 · 1200元 · 1.2万 · 三百. Exact: read as fractions by the kernel. */
import type { Ratio, Text } from '#kernel'
import { parseQuantity, ratio, subRatio, t, zeroRatio } from '#kernel'

/** The exact number that the text says, or null. Only the units given may stand behind it. */
export function readNumber(text: string, units: readonly string[] = []): Ratio | null {
  const given = text.replace(/\s/g, '').replace('−', '-')
  const minus = /^-(?=\d)/.test(given)
  const read = parseQuantity(given.replace(/^[+-]/, ''))
  if (!read.ok || read.value.qualifier !== '=') return null
  const { value, unit } = read.value
  if (unit !== undefined && !units.includes(unit)) return null
  return minus ? subRatio(zeroRatio, value) : value
}

export function notANumber(text: string): { ok: false; text: Text } {
  return {
    ok: false,
    text: t(
      `“${text}”不是数字。请填数字，如 1200 或 2.36。`,
      `"${text}" is not a number. Write digits, such as 1200 or 2.36.`,
    ),
  }
}

type Limits = { min?: number; max?: number }

/** The reason why a number is outside the field's limits, or null. */
export function outside(value: Ratio, { min, max }: Limits): Text | null {
  const n = value.num / value.den
  if (min !== undefined && n < min)
    return t(`不能小于 ${min}。请核对。`, `It may not be below ${min}. Check it.`)
  if (max !== undefined && n > max)
    return t(`不能大于 ${max}。请核对。`, `It may not be above ${max}. Check it.`)
  return null
}

/** Whether its declaration says between what it must lie; that it is not below nothing is no test. */
export function isBounded({ min, max }: Limits): boolean {
  return min !== undefined || max !== undefined
}

export const hundred = ratio(100)
