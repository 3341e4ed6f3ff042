/** Shares as reports print them: rounded half-up (AMB-28), 不适用 where there is nothing to take a share of (CT-23). */
import { t } from '#kernel'
import type { CountTerm, MoneyTerm, NumberTerm, PercentTerm } from '#policy'
import { count, money, onlyIf, step } from '#policy'

const base = t('计算基数', 'Base of the share')
const empty = t('基数为 0，不计比例', 'the base is 0, so there is no share')

/** What shares are taken of, as a step; not applicable where it is 0, and so is every share of it. */
export function countBase(whole: CountTerm, id = 'base'): CountTerm {
  return step(id, base, onlyIf(whole.isAbove(count(0)), whole, empty))
}

/** The same of an amount. */
export function moneyBase(whole: MoneyTerm, id = 'base'): MoneyTerm {
  return step(id, base, onlyIf(whole.isAbove(money('0.00')), whole, empty))
}

/** 70.78 % is printed as 70.8 %. Verdicts look at the exact share, never at this one (AMB-34). */
export function oneDecimal(share: PercentTerm): PercentTerm {
  return count(1000).times(share).shareOf(count(1000))
}

/** 87.666… is printed as 87.67. */
export function twoDecimals(value: NumberTerm): NumberTerm {
  return count(100).times(value).ratioTo(count(100))
}
