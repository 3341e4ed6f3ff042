/** Numbers as they stand in Chinese text: 1,500 · 3.5万 · 一百五十 · 四分之一 · 百分之三十 · 16.5%. */
import type { Ratio } from './ratio.ts'
import { divRatio, mulRatio, parseRatio, ratio } from './ratio.ts'

const digits = '零一二三四五六七八九'
const tens: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const groups: Record<string, number> = { 万: 1e4, 亿: 1e8 }

/** The text of a number at the beginning of `text`, or ''. */
export function leadingNumber(text: string): string {
  return (
    /^(?:[零〇一二两三四五六七八九十百千万亿]+分之[零〇一二两三四五六七八九十百千万亿]+|\d[\d,]*(?:\.\d+)?(?:\/\d+|%)?[万亿]*|[零〇一二两三四五六七八九十百千万亿]+)/.exec(
      text,
    )?.[0] ?? ''
  )
}

/** The value of such a text, or null if it is none. A percentage is a share of 1. */
export function readNumber(text: string): Ratio | null {
  const [below, above] = text.split('分之')
  if (above !== undefined) {
    const [den, num] = [wholeOf(below ?? ''), wholeOf(above)]
    return num === null || den === null || den === 0 ? null : ratio(num, den)
  }
  const arabic = /^(\d[\d,]*(?:\.\d+)?(?:\/0*[1-9]\d*)?)(%?)([万亿]*)$/.exec(text)
  if (arabic) return arabicValue(arabic[1] ?? '', arabic[2] ?? '', arabic[3] ?? '')
  const value = wholeOf(text)
  return value === null ? null : ratio(value)
}

function arabicValue(number: string, percent: string, units: string): Ratio {
  const plain = parseRatio(number.replaceAll(',', ''))
  const scaled = [...units].reduce((value, unit) => mulRatio(value, ratio(groups[unit] ?? 1)), plain)
  return percent ? divRatio(scaled, ratio(100)) : scaled
}

/** A whole number in Chinese numerals. 百 alone is 100; 一五〇 digit by digit is 150; 三百五 is 350. Null for what says no one number: 五六百, 百八十. */
function wholeOf(text: string): number | null {
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二')
  if (!/^[零一二三四五六七八九十百千万亿]+$/.test(plain)) return null
  if (!/[十百千万亿]/.test(plain)) return Number([...plain].map((c) => digits.indexOf(c)).join(''))
  if (/[一二三四五六七八九]{2}|^[百千][^万亿]/.test(plain)) return null
  let [total, section, digit] = [0, 0, 0]
  for (const c of plain) {
    const group = groups[c]
    if (group) [total, section, digit] = [(total + (section + digit || (total ? 0 : 1))) * group, 0, 0]
    else if (tens[c]) [section, digit] = [section + (digit || 1) * tens[c], 0]
    else digit = digits.indexOf(c)
  }
  return total + section + digit * placeOfLast(plain)
}

/** 三百五: a last digit right behind 百, 千, 万 or 亿 counts the next lower place. */
function placeOfLast(text: string): number {
  const place = /([百千万亿])[一二三四五六七八九]$/.exec(text)?.[1]
  return place === undefined ? 1 : (tens[place] ?? groups[place] ?? 10) / 10
}

const pair = /^(.*[十百千万亿零〇])?([一二两三四五六七八])([二两三四五六七八九])([十百千万亿]*)$/

/** Two digits side by side are "this or that": 三四 is 3 to 4, 五六百 500 to 600, 十七八 17 to 18, 三五 3 to 5. Null for what is none. */
export function readEither(text: string): { low: Ratio; high: Ratio } | null {
  const [, before = '', a = '', b = '', after = ''] = pair.exec(text) ?? []
  const [first, second] = [a, b].map((c) => digits.indexOf(c === '两' ? '二' : c)) as [number, number]
  if (a === '' || (second !== first + 1 && !(a === '三' && b === '五'))) return null
  const [low, high] = [readNumber(`${before}${a}${after}`), readNumber(`${before}${b}${after}`)]
  return low === null || high === null ? null : { low, high }
}
