/** 企业岗前培训补贴: 300 yuan for a new contract of six months with training in time (EP-07, AMB-37). */
import { t } from '#kernel'
import type { BooleanTerm, ParameterTerms, TermsOf } from '#policy'
import {
  allOf,
  anyOf,
  boolean,
  choices,
  choose,
  dated,
  days,
  definePolicy,
  fact,
  ifApplies,
  money,
  months,
  onlyIf,
  step,
} from '#policy'
import { enterpriseTrainingExamples } from './enterprise-training.data.ts'
import { clause, since } from './sources.ts'

const reasons = choices({
  granted: t('符合条件', 'granted'),
  notInPark: t('不是园区企业', 'not an enterprise in the park'),
  notNew: t('不是新招聘', 'not newly hired'),
  notPoor: t('不是贫困劳动力', 'not a poor labourer'),
  shortContract: t('合同期不够', 'the contract is too short'),
  notTrained: t('没有岗前培训', 'no pre-post training'),
  notInTime: t('培训不在规定时间内', 'trained outside the window'),
})
const word = { from: since, cite: clause.enterpriseTraining }

const facts = {
  inPark: fact.boolean({ label: t('园区企业', 'Enterprise in the industrial park') }),
  newlyHired: fact.boolean({ label: t('新招聘', 'Newly hired') }),
  poor: fact.boolean({ label: t('贫困劳动力', 'Poor labourer') }),
  contractFrom: fact.day({ label: t('合同起始日', 'First day of the contract') }),
  contractUntil: fact.day({ label: t('合同终止日', 'Last day of the contract') }),
  trainedOn: fact.day({ label: t('岗前培训日', 'Day of the training') }),
}
const parameters = {
  rate: dated(money('300.00'), { label: t('每人标准', 'Per person'), ...word }),
  parkOnly: dated(boolean(true), { label: t('只限园区企业', 'Enterprises in the park only'), ...word }),
  contractMonths: dated(months(6), { label: t('合同最短月数', 'Shortest contract'), ...word }),
  trainingMonths: dated(months(6), { label: t('培训最迟月数', 'Training within'), ...word }),
  lead: dated(days(30), {
    label: t('签合同前多少天起算', 'Days before the contract'),
    question: 'AMB-37',
    ...word,
  }),
}
type Facts = TermsOf<typeof facts>
type Parameters = ParameterTerms<typeof parameters>

export const enterpriseTraining = definePolicy({
  id: 'employment.enterprise-training',
  label: t('企业岗前培训补贴', 'Pre-post training subsidy of enterprises'),
  source: clause.enterpriseTraining,
  summary: {
    who: t(
      '新招贫困劳动力、签六个月以上合同并岗前培训的园区企业。',
      'Enterprises in the park that hire a poor labourer for six months or more and train before the post.',
    ),
    amount: t('每人按标准，整人计。', 'The standard per person, whole persons only.'),
    how: t('逐人看合同期和培训日。', 'Each person by contract and day of training.'),
    paidFrom: t('就业专项资金。', 'Employment funds.'),
  },
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.contractFrom,
  decide: (f, p) => {
    const met = conditionsOf(f, p)
    const eligible = step(
      'eligible',
      t('符合条件', 'Eligible'),
      allOf(...Object.values(met)),
      clause.enterpriseTraining,
    )
    return {
      eligible,
      reason: step('reason', t('结论', 'Conclusion'), reasonOf(met), clause.enterpriseTraining),
      amount: step('amount', t('补贴金额', 'Subsidy'), onlyIf(eligible, p.rate), clause.enterpriseTraining),
    }
  },
  examples: enterpriseTrainingExamples,
})

/** GEN-04: start + 6 months at most the day after the end; an open contract has no end. */
function conditionsOf(f: Facts, p: Parameters) {
  const longEnough = f.contractFrom.plusMonths(p.contractMonths).minusDays(days(1)).isAtMost(f.contractUntil)
  const earliest = step('earliest', t('培训最早日', 'Training from'), f.contractFrom.minusDays(p.lead))
  const latest = step(
    'before',
    t('培训须早于', 'Training before'),
    f.contractFrom.plusMonths(p.trainingMonths),
    clause.enterpriseTraining,
  )
  const inTime = allOf(f.trainedOn.isAtLeast(earliest), f.trainedOn.isBelow(latest))
  return {
    inPark: anyOf(f.inPark, p.parkOnly.not()),
    newlyHired: f.newlyHired,
    poor: f.poor,
    contract: ifApplies(f.contractUntil, longEnough, boolean(true)),
    trained: ifApplies(f.trainedOn, boolean(true), boolean(false)),
    inTime: ifApplies(f.trainedOn, inTime, boolean(true)),
  }
}

function reasonOf(met: Readonly<Record<keyof ReturnType<typeof conditionsOf>, BooleanTerm>>) {
  return choose()
    .when(met.inPark.not(), reasons.notInPark)
    .when(met.newlyHired.not(), reasons.notNew)
    .when(met.poor.not(), reasons.notPoor)
    .when(met.contract.not(), reasons.shortContract)
    .when(met.trained.not(), reasons.notTrained)
    .when(met.inTime.not(), reasons.notInTime)
    .otherwise(reasons.granted)
}
