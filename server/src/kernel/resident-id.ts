/** Resident identity numbers (公民身份号码, GB 11643-1999), the 15-digit form of before 1999 included. */
import type { Check } from './check.ts'
import { broken, passed } from './check.ts'
import type { Day } from './day.ts'
import { isDay } from './day.ts'
import { t } from './label.ts'
import { invariant } from './problem.ts'

export type Sex = 'male' | 'female'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'
/** First two digits of GB/T 2260 in use; 99 is not assigned and serves invented persons (county 990101). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91 99'.split(
    ' ',
  ),
)

const rules = {
  length: t(
    '证件号应为 18 位（旧号 15 位）。请对照证件填写。',
    'An identity number has 18 characters (15 in the old form). Copy it from the card.',
  ),
  characters: t(
    '证件号只能是数字，末位可以是 X。请对照证件填写。',
    'An identity number is digits, of which the last may be X. Copy it from the card.',
  ),
  province: t(
    '证件号前两位不是省级代码。请对照证件填写。',
    'The first two digits of the identity number are no province. Copy it from the card.',
  ),
  birth: t(
    '证件号第 7 至 14 位不是日历上的日期。请对照证件填写。',
    'Digits 7 to 14 of the identity number are no day of the calendar. Copy it from the card.',
  ),
  check: t(
    '证件号末位校验不符，有一位填错了。请对照证件填写。',
    'The last character of the identity number does not fit the others: one is wrong. Copy it from the card.',
  ),
}

let last: { given: string; check: Check } = { given: '', check: broken(rules.length) }

/** Checks a number and gives its 18-character form with a capital X; 15 digits are upgraded (born 19xx). */
export function checkResidentId(given: string): Check {
  // Reading a row asks for the same number several times: for the value, the birth date, the sex.
  if (given !== last.given) last = { given, check: checkNumber(given) }
  return last.check
}

function checkNumber(given: string): Check {
  const text = given.trim().toUpperCase()
  if (text.length !== 15 && text.length !== 18) return broken(rules.length)
  if (!/^(\d{15}|\d{17}[\dX])$/.test(text)) return broken(rules.characters)
  const body = text.length === 15 ? `${text.slice(0, 6)}19${text.slice(6)}` : text.slice(0, 17)
  if (!provinces.has(body.slice(0, 2))) return broken(rules.province)
  if (!isDay(birthText(body))) return broken(rules.birth)
  const digit = checkDigit(body)
  if (text.length === 15) return passed(body + digit)
  return text.endsWith(digit) ? passed(text) : broken(rules.check)
}

type Said = { readonly birth: Day; readonly sex: Sex }

let lastRead: { id: string; said: Said } | undefined

/** Birth date and sex that a valid number says; takes the 18-character form from `checkResidentId`. */
export function readResidentId(id: string): Said {
  if (id !== lastRead?.id) lastRead = { id, said: readNumber(id) }
  return lastRead.said
}

function readNumber(id: string): Said {
  const checked = checkResidentId(id)
  invariant(checked.ok, 'the identity number has been checked')
  const birth = birthText(checked.value)
  invariant(isDay(birth), 'a checked number has a birth date')
  return { birth, sex: Number(checked.value[16]) % 2 === 1 ? 'male' : 'female' }
}

/** A number with a valid check digit for invented persons: area 6 digits, seq 0 to 999, odd for a man. */
export function residentId(areaCode: string, birth: Day, seq: number): string {
  invariant(/^\d{6}/.test(areaCode), 'an identity number begins with a county code')
  invariant(Number.isInteger(seq) && seq >= 0 && seq <= 999, 'the sequence number has three digits')
  const body = `${areaCode.slice(0, 6)}${birth.replaceAll('-', '')}${String(seq).padStart(3, '0')}`
  return body + checkDigit(body)
}

/** First 6 and last 4 shown (GEN-10): `990101********2648`. A number too short to mask so is hidden whole. */
export function maskId(id: string): string {
  if (id.length <= 10) return '*'.repeat(id.length)
  return `${id.slice(0, 6)}${'*'.repeat(id.length - 10)}${id.slice(-4)}`
}

function birthText(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
}

/** ISO 7064 MOD 11-2. */
function checkDigit(body: string): string {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (body.charCodeAt(i) - 48)
  return checkDigits[sum % 11] ?? ''
}
