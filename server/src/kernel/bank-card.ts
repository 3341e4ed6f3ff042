/** Bank card numbers (ISO/IEC 7812: Luhn). */
import type { Check } from './check.ts'
import { broken, passed } from './check.ts'
import { t } from './label.ts'
import { invariant } from './problem.ts'

const rules = {
  length: t(
    '银行卡号应为 12 至 19 位数字。请对照卡面填写。',
    'A bank card number has 12 to 19 digits. Copy it from the card.',
  ),
  check: t(
    '银行卡号末位校验不符，有一位填错了。请对照卡面填写。',
    'The last digit of the bank card number does not fit the others: one is wrong. Copy it from the card.',
  ),
}

/** Checks a card number and gives its digits; spaces and hyphens are taken off. */
export function checkBankCard(given: string): Check {
  const digits = given.replace(/[\s-]/g, '')
  if (!/^\d{12,19}$/.test(digits)) return broken(rules.length)
  return digits.endsWith(luhnDigit(digits.slice(0, -1))) ? passed(digits) : broken(rules.check)
}

/** A number with a valid last digit for invented cards; `body` is all digits but the last. */
export function bankCard(body: string): string {
  invariant(/^\d{11,18}$/.test(body), 'a card number has 12 to 19 digits')
  return body + luhnDigit(body)
}

/** Last 4 shown: `************4071`. */
export function maskBankCard(card: string): string {
  return card.length <= 4 ? '*'.repeat(card.length) : '*'.repeat(card.length - 4) + card.slice(-4)
}

/** From the right, every second digit of the body, the last one first, counts twice (its digits added). */
function luhnDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, c, i) => {
    const doubled = Number(c) * (i % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}
