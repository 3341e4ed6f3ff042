/** 院校培训补贴: 300 to 1,000 yuan for each trainee who is sent on to a post (EP-06, AMB-29, AMB-32). */
import { t } from '#kernel'
import { allOf, check, dated, definePolicy, fact, money, onlyIf, step } from '#policy'
import { before, clause, none, since } from './sources.ts'

const trained = (perHead: string, sentOn: number, more: object = {}) => ({
  given: { perHead, trained: 40, sentOn, endedOn: '2022-06-30', ...more },
})
const word = { from: since, cite: clause.schoolTraining, question: 'AMB-29' }

export const schoolTraining = definePolicy({
  id: 'employment.school-training',
  label: t('院校就业培训补贴', 'Training subsidy of schools'),
  source: clause.schoolTraining,
  summary: {
    who: t(
      '培训贫困劳动力并输送到当地企业上岗的职业（技工）院校。',
      'Vocational schools that train poor labourers and send them on to posts in local enterprises.',
    ),
    amount: t(
      '每人标准乘上岗人数，只计整人。',
      'The amount per head times those on posts, whole persons only.',
    ),
    how: t(
      '每人标准由人社部门按专业、成本和期限定，超出范围不予补贴。',
      'HR sets the amount per head by specialty, cost and term; outside the range nothing is paid.',
    ),
    paidFrom: t('就业专项资金。', 'Employment funds.'),
  },
  effective: { from: since },
  facts: {
    perHead: fact.money({ label: t('每人补贴标准', 'Amount per head') }),
    trained: fact.count({ label: t('培训人数', 'Persons trained') }),
    sentOn: fact.count({ label: t('输送上岗人数', 'Persons sent on to posts') }),
    endedOn: fact.day({ label: t('结业日', 'Day of completion') }),
  },
  parameters: {
    least: dated(money('300.00'), { label: t('每人最低', 'Least per head'), ...word }),
    most: dated(money('1000.00'), { label: t('每人最高', 'Most per head'), ...word }),
  },
  on: (f) => f.endedOn,
  decide: (f, p) => {
    const refusal = { severity: 'refusal', cite: clause.schoolTraining } as const
    const inRange = check(
      'inRange',
      t('每人标准在范围内', 'Amount per head in the range'),
      allOf(f.perHead.isAtLeast(p.least), f.perHead.isAtMost(p.most)),
      {
        ...refusal,
        message: t(
          '每人标准不在规定范围内，不能补贴。请按专业标准表更正。',
          'The amount per head is outside the range, so nothing is paid. Correct it by the table of specialties.',
        ),
      },
    )
    const countFits = check(
      'countFits',
      t('上岗人数不超过培训人数', 'Not more on posts than trained'),
      f.sentOn.isAtMost(f.trained),
      {
        ...refusal,
        message: t(
          '上岗人数大于培训人数。请核对名单。',
          'More persons are on posts than were trained. Check the list.',
        ),
      },
    )
    const amount = onlyIf(allOf(inRange, countFits), f.perHead.times(f.sentOn))
    return {
      amount: step('amount', t('补贴金额', 'Subsidy'), amount, clause.schoolTraining),
      inRange,
      countFits,
    }
  },
  examples: [
    {
      rule: 'EP-06',
      ...trained('600.00', 35),
      expect: { result: { amount: '21000.00', inRange: true, countFits: true } },
    },
    ...['250.00', '299.99', '1000.01', '1100.00'].map((perHead) => ({
      rule: 'EP-06',
      ...trained(perHead, 35),
      expect: { result: { amount: none }, checks: { inRange: false } },
    })),
    { rule: 'GEN-02', ...trained('300.00', 1), expect: { result: { amount: '300.00' } } },
    {
      rule: 'GEN-02',
      ...trained('1000.00', 40),
      expect: { result: { amount: '40000.00', countFits: true } },
    },
    {
      rule: 'EP-06',
      title: t('上岗比培训的还多', 'more on posts than trained'),
      ...trained('600.00', 41),
      expect: { result: { amount: none }, checks: { inRange: true, countFits: false } },
    },
    {
      rule: 'EP-06',
      title: t('没有人上岗', 'nobody sent on'),
      ...trained('600.00', 0),
      expect: { result: { amount: '0.00' } },
    },
    {
      rule: 'GEN-07',
      title: t('上岗人数不详', 'number on posts not known'),
      ...trained('600.00', 0, { sentOn: undefined }),
      expect: { missing: ['sentOn'], result: { amount: null, inRange: true } },
    },
    {
      rule: 'GEN-12',
      ...trained('600.00', 35, { endedOn: since }),
      expect: { result: { amount: '21000.00' } },
    },
    {
      rule: 'GEN-12',
      ...trained('600.00', 35, { endedOn: before }),
      expect: { problems: ['policy.notInForce'], missingParameters: ['least', 'most'] },
    },
  ],
})
