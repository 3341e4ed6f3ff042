/** 家庭服务企业补贴: social insurance and posts of poor labourers in firms that employ their staff (EP-10, AMB-22). */
import { t } from '#kernel'
import type { BooleanTerm } from '#policy'
import { allOf, choices, choose, count, definePolicy, fact, onlyIf, required, step, sumOf } from '#policy'
import { before, clause, none, since } from './sources.ts'

const reasons = choices({
  granted: t('可以补贴', 'granted'),
  notStaff: t('不是员工制企业', 'the firm does not employ its staff'),
  nobody: t('没有吸纳贫困劳动力', 'it has taken in no poor labourer'),
})

const firm = {
  staffBased: true,
  poorMonths: 30,
  insurancePaid: '18000.00',
  yearEnd: '2020-12-31',
}
const parameters = { insuranceShare: '50', monthly: '200.00' }
const granted = {
  eligible: true,
  reason: 'granted',
  insurancePart: '9000.00',
  postPart: '6000.00',
  amount: '15000.00',
}
const refused = (reason: string) => ({
  ...{ eligible: false, reason },
  ...{ insurancePart: none, postPart: none, amount: none },
})

export const homeService = definePolicy({
  id: 'employment.home-service',
  label: t('家庭服务企业社保补贴和岗位补贴', 'Subsidies of home-service firms'),
  source: clause.homeService,
  summary: {
    who: t(
      '吸纳贫困劳动力就业的员工制家庭服务企业。',
      'Home-service firms that employ their staff and take in poor labour.',
    ),
    amount: t(
      '企业为贫困劳动力缴的社保费乘县定比例，加上在岗人月数乘每月岗位补贴。',
      "What the firm pays of social insurance times the county's share, and months on posts times the monthly subsidy.",
    ),
    how: t('只算贫困劳动力；在岗不满一个月的不计。', 'Poor labourers only; whole months on the post.'),
    paidFrom: t('就业专项资金。', 'Employment funds.'),
  },
  effective: { from: since },
  facts: {
    staffBased: fact.boolean({ label: t('员工制企业', 'The firm employs its staff') }),
    poorMonths: fact.count({ label: t('贫困劳动力在岗人月数', 'Months of poor labourers on posts') }),
    insurancePaid: fact.money({
      label: t('为贫困劳动力缴的社保费（单位部分）', 'Social insurance paid for them by the firm'),
    }),
    yearEnd: fact.day({ label: t('补贴年度末日', 'Last day of the year') }),
  },
  parameters: {
    insuranceShare: required(fact.percent({ label: t('社保补贴比例', 'Share of the insurance') }), 'AMB-22'),
    monthly: required(
      fact.money({ label: t('岗位补贴每人每月', 'Post subsidy per person and month') }),
      'AMB-22',
    ),
  },
  on: (f) => f.yearEnd,
  decide: (f, p) => {
    const taking = f.poorMonths.isAbove(count(0))
    const eligible = step(
      'eligible',
      t('符合条件', 'Eligible'),
      allOf(f.staffBased, taking),
      clause.homeService,
    )
    const insurancePart = step(
      'insurancePart',
      t('社保补贴', 'For the insurance'),
      onlyIf(eligible, f.insurancePaid.times(p.insuranceShare)),
    )
    const postPart = step(
      'postPart',
      t('岗位补贴', 'For the posts'),
      onlyIf(eligible, p.monthly.times(f.poorMonths)),
    )
    return {
      eligible,
      reason: step('reason', t('结论', 'Conclusion'), reasonOf(f.staffBased, taking), clause.homeService),
      insurancePart,
      postPart,
      amount: step('amount', t('补贴合计', 'Subsidy'), sumOf(insurancePart, postPart), clause.homeService),
    }
  },
  examples: [
    {
      rule: 'EP-10',
      title: t(
        '30 人月，社保补五成、岗位每月 200 元（县定）',
        '30 months; half the insurance and 200 a month',
      ),
      given: firm,
      parameters,
      expect: { result: granted },
    },
    {
      rule: 'AMB-22',
      title: t('标准未定', 'the standards are not set'),
      given: firm,
      expect: {
        missingParameters: ['insuranceShare', 'monthly'],
        result: { eligible: true, reason: 'granted', insurancePart: null, postPart: null, amount: null },
      },
    },
    {
      rule: 'EP-10',
      title: t('中介制企业没有', 'an agency gets nothing'),
      given: { ...firm, staffBased: false },
      parameters,
      expect: { result: refused('notStaff') },
    },
    {
      rule: 'EP-10',
      given: { ...firm, poorMonths: 0 },
      parameters,
      expect: { result: refused('nobody') },
    },
    {
      rule: 'EP-10',
      title: t('只有一个人月，没有缴社保', 'one month, no insurance paid'),
      given: { ...firm, poorMonths: 1, insurancePaid: '0.00' },
      parameters,
      expect: { result: { insurancePart: '0.00', postPart: '200.00', amount: '200.00' } },
    },
    {
      rule: 'GEN-01',
      title: t('半分进一分', 'half a fen goes up'),
      given: { ...firm, poorMonths: 1, insurancePaid: '0.01' },
      parameters,
      expect: { result: { insurancePart: '0.01', amount: '200.01' } },
    },
    {
      rule: 'GEN-01',
      given: { ...firm, poorMonths: 1, insurancePaid: '0.01' },
      parameters: { ...parameters, insuranceShare: '49' },
      expect: { result: { insurancePart: '0.00', amount: '200.00' } },
    },
    {
      rule: 'GEN-07',
      title: t('社保费不详', 'insurance not known'),
      given: { ...firm, insurancePaid: undefined },
      parameters,
      expect: { missing: ['insurancePaid'], result: { postPart: '6000.00', amount: null } },
    },
    { rule: 'GEN-12', given: { ...firm, yearEnd: since }, parameters, expect: { result: granted } },
    {
      rule: 'GEN-12',
      given: { ...firm, yearEnd: before },
      parameters,
      expect: { problems: ['policy.notInForce'] },
    },
  ],
})

function reasonOf(staffBased: BooleanTerm, taking: BooleanTerm) {
  return choose()
    .when(staffBased.not(), reasons.notStaff)
    .when(taking.not(), reasons.nobody)
    .otherwise(reasons.granted)
}
