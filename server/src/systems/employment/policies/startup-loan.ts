/** 创业小额担保贷款贴息: up to 100,000 yuan for two years, the whole interest (EP-08, EP-09, AMB-16). */
import { t } from '#kernel'
import type { MoneyTerm, MonthsTerm, ParameterTerms, TermsOf } from '#policy'
import {
  allOf,
  byChoice,
  choices,
  choose,
  count,
  dated,
  definePolicy,
  fact,
  money,
  months,
  onlyIf,
  percent,
  required,
  smallest,
  step,
} from '#policy'
import { clause, since } from './sources.ts'
import { startupLoanExamples } from './startup-loan.data.ts'

const reasons = choices({
  granted: t('可以贴息', 'granted'),
  notQualified: t('不符合小额担保贷款条件', 'does not meet the conditions of the loan'),
  amountAbove: t('申请金额超过上限', 'the amount asked for is above the limit'),
  termAbove: t('申请期限超过上限', 'the term asked for is above the limit'),
})
const aboveLimit = choices({
  reject: t('不予受理', 'rejected'),
  cap: t('按上限受理', 'taken at the limit'),
})
const methods = choices({
  simple: t('单利，到期还本', 'simple, principal at the end'),
  instalments: t('按月等额还本', 'equal monthly instalments of principal'),
})
const word = { from: since, cite: clause.loan }

const facts = {
  poor: fact.boolean({ label: t('贫困劳动力', 'Poor labourer') }),
  qualified: fact.boolean({ label: t('符合小额担保贷款条件', 'Meets the conditions of the loan') }),
  asked: fact.money({ label: t('申请贷款金额', 'Amount asked for') }),
  term: fact.months({ label: t('申请贷款期限', 'Term asked for') }),
  appliedOn: fact.day({ label: t('申请日', 'Day of the application') }),
}
const parameters = {
  limit: dated(money('100000.00'), { label: t('贷款额度上限', 'Highest loan'), ...word }),
  longest: dated(months(24), { label: t('贷款期限上限', 'Longest term'), ...word }),
  share: dated(percent(100), { label: t('贴息比例', 'Share of the interest subsidised'), ...word }),
  aboveLimit: dated(aboveLimit.reject, { label: t('超过上限时', 'Above the limit'), ...word }),
  method: dated(methods.simple, {
    label: t('利息怎么算', 'How interest is computed'),
    question: 'AMB-16',
    ...word,
  }),
  rate: required(fact.percent({ label: t('贷款年利率', 'Yearly rate') }), 'AMB-16'),
}
type Facts = TermsOf<typeof facts>
type Parameters = ParameterTerms<typeof parameters>

export const startupLoan = definePolicy({
  id: 'employment.startup-loan',
  label: t('创业小额担保贷款贴息', 'Subsidised start-up loan'),
  source: clause.loan,
  summary: {
    who: t(
      '符合小额担保贷款条件的创业贫困劳动力，包括开网店的。',
      'Poor labourers who start a business, an online shop too, and meet the conditions of the loan.',
    ),
    amount: t('额度和期限上限以内贷款的全部利息。', 'The whole interest of a loan within the limits.'),
    how: t(
      '本金乘年利率乘期限；超过上限的申请不予受理。',
      'Principal times rate times term; an application above a limit is rejected.',
    ),
    paidFrom: t('小额担保贷款贴息资金。', 'The interest-subsidy fund of small guaranteed loans.'),
  },
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.appliedOn,
  decide: (f, p) => {
    const reason = step('reason', t('结论', 'Conclusion'), reasonOf(f, p), clause.loan)
    const granted = reason.is('granted')
    const principal = step(
      'principal',
      t('贷款本金', 'Principal'),
      onlyIf(granted, smallest(f.asked, p.limit)),
      clause.loan,
    )
    const term = step(
      'term',
      t('贷款期限', 'Term'),
      onlyIf(granted, smallest(f.term, p.longest)),
      clause.loan,
    )
    const interest = step('interest', t('应付利息', 'Interest'), interestOf(principal, term, p), clause.loan)
    const subsidy = step('subsidy', t('贴息金额', 'Subsidy'), interest.times(p.share), clause.loan)
    return {
      granted: step('granted', t('可以贴息', 'Granted'), granted),
      reason,
      principal,
      term,
      interest,
      subsidy,
      limit: step('limit', t('额度上限', 'Limit'), p.limit, clause.loan),
    }
  },
  examples: startupLoanExamples,
})

function reasonOf(f: Facts, p: Parameters) {
  const rejects = p.aboveLimit.is('reject')
  return choose()
    .when(allOf(f.poor, f.qualified).not(), reasons.notQualified)
    .when(allOf(rejects, f.asked.isAbove(p.limit)), reasons.amountAbove)
    .when(allOf(rejects, f.term.isAbove(p.longest)), reasons.termAbove)
    .otherwise(reasons.granted)
}

/** Rounded once. With instalments the principal falls by an equal part each month: (n + 1) / 2 months of the whole. */
function interestOf(principal: MoneyTerm, term: MonthsTerm, p: Parameters): MoneyTerm {
  const monthsOfAll = byChoice(p.method, {
    simple: p.rate.times(term),
    instalments: p.rate.times(term.plus(months(1))).dividedBy(count(2)),
  })
  return principal.times(monthsOfAll.dividedBy(count(12)))
}
