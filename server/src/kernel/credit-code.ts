/** Unified social credit codes (统一社会信用代码, GB 32100-2015). */
import type { Check } from './check.ts'
import { broken, passed } from './check.ts'
import { t } from './label.ts'
import { invariant } from './problem.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY' // no I O S V Z
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

const rules = {
  length: t(
    '统一社会信用代码应为 18 位。请对照证照填写。',
    'A social credit code has 18 characters. Copy it from the licence.',
  ),
  characters: t(
    '统一社会信用代码只用数字和大写字母，不用 I、O、S、V、Z。请对照证照填写。',
    'A social credit code is digits and capitals without I, O, S, V, Z. Copy it from the licence.',
  ),
  area: t(
    '统一社会信用代码第 3 至 8 位应为数字（登记机关所在地）。请对照证照填写。',
    'Characters 3 to 8 of a social credit code are digits (the place of registration). Copy it from the licence.',
  ),
  check: t(
    '统一社会信用代码末位校验不符，有一位填错了。请对照证照填写。',
    'The last character of the social credit code does not fit the others: one is wrong. Copy it from the licence.',
  ),
}

/** Checks a code and gives it in capitals. */
export function checkCreditCode(given: string): Check {
  const text = given.trim().toUpperCase()
  if (text.length !== 18) return broken(rules.length)
  if (![...text].every((c) => alphabet.includes(c))) return broken(rules.characters)
  if (!/^\d{6}$/.test(text.slice(2, 8))) return broken(rules.area)
  return text[17] === checkCharacter(text.slice(0, 17)) ? passed(text) : broken(rules.check)
}

/** A code with a valid last character for invented bodies; `body` is its first 17 characters. */
export function creditCode(body: string): string {
  const code = body + checkCharacter(body)
  invariant(checkCreditCode(code).ok, 'the body follows GB 32100')
  return code
}

function checkCharacter(body: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(body[i] ?? ''), 0)
  return alphabet[(31 - (sum % 31)) % 31] ?? ''
}
