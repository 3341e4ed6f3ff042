/** 沪滇资金服务补贴: a direct placement of three months or more, by place (LM-10, LM-11, LM-13, LM-21, AMB-03, AMB-27). */
import { t } from '#kernel'
import type { BooleanTerm, DayTerm, ParameterTerms, TermsOf } from '#policy'
import {
  allOf,
  anyOf,
  applies,
  byChoice,
  choices,
  choose,
  dated,
  definePolicy,
  fact,
  money,
  notApplicable,
  onlyIf,
  required,
  step,
  table,
} from '#policy'
import { permitHeld } from './conditions.ts'
import { grantBExamples } from './grant-b.data.ts'
import { clause, since } from './sources.ts'
import { lastDayOfYear, placedInYear, stabilityFacts, stabilityParameters } from './stability.ts'
import { claimedElsewhere, cooperatives, outcomeOptions, permitFacts, placeOptions } from './words.ts'

const outcomes = choices(outcomeOptions)
const reasons = choices({
  met: t('条件都符合', 'all conditions met'),
  claimant: t('不是可以申领的单位', 'claimant not of the kind named'),
  permit: t('申领日没有有效的人力资源服务许可证', 'no valid permit on the day of the claim'),
  notDirect: t('不是直接促成就业', 'not placed directly'),
  notTarget: t('不是脱贫劳动力或监测对象', 'neither out-of-poverty labour nor monitored'),
  notStable: t('当年没有满三个月的稳定就业', 'no three months of stable employment completed in the year'),
  noFollowUp: t('没有跟踪服务记录', 'no follow-up record'),
  elsewhere: t('同年已由其他单位申领', 'claimed by another claimant in the same year'),
})
const inProvince = choices({
  manual: t('没有标准，转人工决定', 'no amount, decided by hand'),
  amount: t('按县定标准', "the county's amount"),
})
const place = fact.choice({ label: t('务工地点层级', 'Place level'), options: placeOptions })

const facts = {
  claimant: fact.choice({
    label: t('申领单位', 'Claimant'),
    options: {
      publicBody: t('公共就业服务机构', 'public employment service body'),
      agency: t('劳务中介', 'labour intermediary'),
      cooperative: t('村劳务合作社', 'village labour cooperative'),
      other: t('其他', 'other'),
    },
  }),
  ...permitFacts,
  direct: fact.boolean({ label: t('直接促成就业', 'Placed directly') }),
  outOfPoverty: fact.boolean({ label: t('脱贫劳动力', 'Out-of-poverty labour') }),
  monitored: fact.boolean({ label: t('监测对象', 'Monitored person') }),
  followUp: fact.boolean({ label: t('有跟踪服务记录', 'Follow-up record') }),
  claimedElsewhere,
  place,
  ...stabilityFacts,
}
const parameters = {
  rates: table(
    { exact: { place } },
    [
      { place: 'county', value: money('400.00') },
      { place: 'prefecture', value: money('600.00') },
      { place: 'outside', value: money('1000.00') },
    ],
    { label: t('每人补贴标准', 'Per person by place'), from: since, cite: clause.grantB },
  ),
  inProvince: dated(inProvince.manual, {
    label: t('省内州外怎么补', 'Inside the province, outside the prefecture'),
    from: since,
    cite: clause.grantB,
    question: 'AMB-03',
  }),
  provinceRate: required(fact.money({ label: t('省内州外标准', 'Amount inside the province') }), 'AMB-03'),
  cooperatives,
  ...stabilityParameters,
}
type Facts = TermsOf<typeof facts>
type Parameters = ParameterTerms<typeof parameters>

export const grantB = definePolicy({
  id: 'labour-dispatch.grant-b',
  label: t('转移就业服务补贴（沪滇资金）', 'Grant B: placement grant from Shanghai-Yunnan funds'),
  source: clause.grantB,
  summary: {
    who: t(
      '直接促成脱贫劳动力、监测对象稳定就业三个月以上并跟踪服务的公共就业服务机构、劳务中介。',
      'Public bodies and intermediaries that directly place out-of-poverty or monitored persons for three months or more and follow up.',
    ),
    amount: t(
      '每人按地点层级的标准；省内州外没有标准，转人工决定。',
      'Per person by place; inside the province but outside the prefecture is decided by hand.',
    ),
    how: t(
      '逐人看身份、稳定就业和跟踪记录，按满三个月的年度算。',
      'Each person by status, months and follow-up, in the year that completes three months.',
    ),
    paidFrom: t('沪滇扶持资金。', 'Shanghai-Yunnan funds.'),
  },
  effective: { from: since },
  facts,
  parameters,
  on: lastDayOfYear,
  decide: (f, p) => {
    const ofStable = t('满三个月之日', 'Months complete on')
    const stableOn = step('stableOn', ofStable, placedInYear(f, p), clause.grantB)
    const met = conditionsOf(f, p, stableOn)
    const all = allOf(...Object.values(met))
    const conditionsMet = step('conditionsMet', t('条件都符合', 'All conditions met'), all, clause.grantB)
    const byHand = allOf(f.place.is('province'), p.inProvince.is('manual'))
    const outcome = choose()
      .when(conditionsMet.not(), outcomes.refused)
      .when(byHand, outcomes.undecided)
      .otherwise(outcomes.granted)
    return {
      outcome: step('outcome', t('结论', 'Outcome'), outcome, clause.grantB),
      reason: step('reason', t('理由', 'Reason'), reasonOf(met), clause.grantB),
      amount: step('amount', t('补贴金额', 'Grant'), onlyIf(conditionsMet, rateOf(f, p)), clause.grantB),
      stableOn,
    }
  },
  examples: grantBExamples,
})

/** LM-11: the source names no amount for this place; an amount is the county's to set. */
function rateOf(f: Facts, p: Parameters) {
  const none = notApplicable(p.provinceRate, t('转人工决定', 'decided by hand'))
  const province = byChoice(p.inProvince, { manual: none, amount: p.provinceRate })
  const rate = p.rates.of({ place: f.place })
  return byChoice(f.place, { county: rate, prefecture: rate, province, outside: rate })
}

function conditionsOf(f: Facts, p: Parameters, stableOn: DayTerm) {
  return {
    claimant: anyOf(
      f.claimant.isOneOf('publicBody', 'agency'),
      allOf(f.claimant.is('cooperative'), p.cooperatives),
    ),
    // A public body acts by law, not by permit.
    permit: anyOf(f.claimant.is('publicBody'), permitHeld(f)),
    direct: f.direct,
    target: anyOf(f.outOfPoverty, f.monitored),
    stable: applies(stableOn),
    followUp: f.followUp,
    only: f.claimedElsewhere.not(),
  }
}

/** LM-13: the first condition that is not met. */
function reasonOf(met: Readonly<Record<keyof ReturnType<typeof conditionsOf>, BooleanTerm>>) {
  return choose()
    .when(met.claimant.not(), reasons.claimant)
    .when(met.permit.not(), reasons.permit)
    .when(met.direct.not(), reasons.notDirect)
    .when(met.target.not(), reasons.notTarget)
    .when(met.stable.not(), reasons.notStable)
    .when(met.followUp.not(), reasons.noFollowUp)
    .when(met.only.not(), reasons.elsewhere)
    .otherwise(reasons.met)
}
