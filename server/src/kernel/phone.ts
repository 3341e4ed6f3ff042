/** Mobile telephone numbers of mainland China. */
import type { Check } from './check.ts'
import { broken, passed } from './check.ts'
import { t } from './label.ts'

const rules = {
  length: t('手机号应为 11 位数字。请核对。', 'A mobile number has 11 digits. Check it.'),
  prefix: t('手机号应以 13 至 19 开头。请核对。', 'A mobile number begins with 13 to 19. Check it.'),
}

/** Checks a mobile number and gives its 11 digits; spaces, hyphens and +86 are taken off. */
export function checkPhone(given: string): Check {
  const digits = given.replace(/[\s-]/g, '').replace(/^(?:\+86|0086)/, '')
  if (!/^\d{11}$/.test(digits)) return broken(rules.length)
  return /^1[3-9]/.test(digits) ? passed(digits) : broken(rules.prefix)
}

/** `138****4071`; what is not 11 characters long is hidden whole. */
export function maskPhone(phone: string): string {
  return phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(7)}` : '*'.repeat(phone.length)
}
