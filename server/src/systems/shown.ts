/** Shares as reports print them: rounded half-up (AMB-28), 不适用 where there is nothing to take a share of (CT-23). */
import { t } from '#kernel'
import type { CountTerm, MoneyTerm, NumberTerm, PercentTerm } from '#policy'
import { count, money, onlyIf } from '#policy'

const emptyBase = t('基数为 0，不计比例', 'the base is 0, so there is no share')

/** Exact share of a count; not applicable where the whole is 0. */
export function shareOfCount(part: CountTerm, whole: CountTerm): PercentTerm {
  return onlyIf(whole.isAbove(count(0)), part.shareOf(whole), emptyBase)
}

/** Exact share of an amount; not applicable where the whole is 0. */
export function shareOfMoney(part: MoneyTerm, whole: MoneyTerm): PercentTerm {
  return onlyIf(whole.isAbove(money('0.00')), part.shareOf(whole), emptyBase)
}

/** 70.78 % is printed as 70.8 %. Verdicts look at the exact share, never at this one (AMB-34). */
export function oneDecimal(share: PercentTerm): PercentTerm {
  return count(1000).times(share).shareOf(count(1000))
}

/** 87.666… is printed as 87.67. */
export function twoDecimals(value: NumberTerm): NumberTerm {
  return count(100).times(value).ratioTo(count(100))
}
