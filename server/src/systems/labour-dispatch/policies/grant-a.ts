/** 就业创业服务补助: 100 yuan per person and year of organised out-work (LM-09, LM-13, AMB-26, AMB-27, AMB-33). */
import { t } from '#kernel'
import type { BooleanTerm, DayTerm, ParameterTerms, TermsOf } from '#policy'
import {
  allOf,
  anyOf,
  applies,
  boolean,
  choices,
  choose,
  dated,
  definePolicy,
  fact,
  ifApplies,
  money,
  onlyIf,
  step,
  theDay,
} from '#policy'
import { permitHeld } from './conditions.ts'
import { grantAExamples } from './grant-a.data.ts'
import { clause, since } from './sources.ts'
import {
  countedOn,
  lastDayOfYear,
  stabilityFacts,
  stabilityParameters,
  stableForYear,
  yearRule,
} from './stability.ts'
import { claimedElsewhere, cooperatives, permitFacts } from './words.ts'

const reasons = choices({
  granted: t('符合条件', 'granted'),
  claimant: t('不是可以申领的单位', 'claimant not of the kind named'),
  permit: t('申领日没有有效的人力资源服务许可证', 'no valid permit on the day of the claim'),
  notListed: t('不在有组织输出名单上', 'not on the list of organised persons'),
  notPoor: t('不是脱贫人口', 'not of the out-of-poverty population'),
  notStable: t('当年稳定就业不满三个月', 'less than three months of stable employment in the year'),
  ended: t('政策已到期', 'the policy has ended'),
  noProof: t('没有外出务工收入证明', 'no proof of income'),
  elsewhere: t('同年已由其他单位申领', 'claimed by another claimant in the same year'),
})

const facts = {
  claimant: fact.choice({
    label: t('申领单位', 'Claimant'),
    options: {
      agency: t('人力资源服务机构', 'HR service agency'),
      broker: t('劳务经纪人', 'labour broker'),
      cooperative: t('村劳务合作社', 'village labour cooperative'),
      other: t('其他', 'other'),
    },
  }),
  ...permitFacts,
  listed: fact.boolean({ label: t('在有组织输出名单上', 'On the list of organised persons') }),
  outOfPoverty: fact.boolean({ label: t('当地脱贫人口', 'Of the local out-of-poverty population') }),
  incomeProof: fact.boolean({ label: t('有外出务工收入证明', 'Proof of income') }),
  claimedElsewhere,
  ...stabilityFacts,
}
const parameters = {
  rate: dated(money('100.00'), {
    label: t('每人每年标准', 'Per person and year'),
    from: since,
    cite: clause.grantA,
  }),
  lastDay: dated(theDay('2025-12-31'), {
    label: t('政策执行到', 'The policy runs until'),
    from: since,
    cite: clause.grantA,
  }),
  cooperatives,
  ...stabilityParameters,
  yearRule,
}
type Facts = TermsOf<typeof facts>
type Parameters = ParameterTerms<typeof parameters>

export const grantA = definePolicy({
  id: 'labour-dispatch.grant-a',
  label: t('就业创业服务补助（就业补助资金）', 'Grant A: service grant from employment subsidy funds'),
  source: clause.grantA,
  summary: {
    who: t(
      '有组织输出当地脱贫人口、稳定就业三个月以上的人力资源服务机构、劳务经纪人。',
      'HR agencies and brokers that organise out-work of the out-of-poverty population for three months or more.',
    ),
    amount: t('每人每年按标准，整人计。', 'The standard per person and year, whole persons only.'),
    how: t(
      '逐人看名单、脱贫身份、稳定就业和收入证明；一人一年只算一次。',
      'Each person by list, status, months and proof; once a year.',
    ),
    paidFrom: t('就业补助资金。', 'Employment subsidy funds.'),
  },
  effective: { from: since },
  facts,
  parameters,
  on: lastDayOfYear,
  decide: (f, p) => {
    const stableOn = step(
      'stableOn',
      t('满三个月之日', 'Months complete on'),
      stableForYear(f, p),
      clause.grantA,
    )
    const met = conditionsOf(f, p, stableOn)
    const eligible = step('eligible', t('符合条件', 'Eligible'), allOf(...Object.values(met)), clause.grantA)
    return {
      eligible,
      reason: step('reason', t('结论', 'Conclusion'), reasonOf(met), clause.grantA),
      amount: step('amount', t('补助金额', 'Grant'), onlyIf(eligible, p.rate), clause.grantA),
      stableOn,
    }
  },
  examples: grantAExamples,
})

function conditionsOf(f: Facts, p: Parameters, stableOn: DayTerm) {
  return {
    claimant: anyOf(
      f.claimant.isOneOf('agency', 'broker'),
      allOf(f.claimant.is('cooperative'), p.cooperatives),
    ),
    permit: permitHeld(f),
    listed: f.listed,
    poor: f.outOfPoverty,
    stable: applies(stableOn),
    inForce: ifApplies(stableOn, countedOn(stableOn, p).isAtMost(p.lastDay), boolean(true)),
    proof: f.incomeProof,
    only: f.claimedElsewhere.not(),
  }
}

/** LM-13: the first condition that is not met. */
function reasonOf(met: Readonly<Record<keyof ReturnType<typeof conditionsOf>, BooleanTerm>>) {
  return choose()
    .when(met.claimant.not(), reasons.claimant)
    .when(met.permit.not(), reasons.permit)
    .when(met.listed.not(), reasons.notListed)
    .when(met.poor.not(), reasons.notPoor)
    .when(met.stable.not(), reasons.notStable)
    .when(met.inForce.not(), reasons.ended)
    .when(met.proof.not(), reasons.noProof)
    .when(met.only.not(), reasons.elsewhere)
    .otherwise(reasons.granted)
}
