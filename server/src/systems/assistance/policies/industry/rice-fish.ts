/** 稻渔综合种养补助: 300 yuan a mu of a new base that passes the city review (IA-04, AMB-32). */
import { t } from '#kernel'
import { allOf, byChoice, count, dated, definePolicy, fact, money, step } from '#policy'
import { parts } from './greenhouse.ts'
import { before, clause, since, yearFacts } from './sources.ts'

const mu = (value: string) => ({ value, unit: 'mu' })
const base = (area: string, more: object = {}) => ({
  area: mu(area),
  newlyBuilt: true,
  passed: true,
  ...more,
})
const given = (...bases: object[]) => ({ bases, yearUntil: '2022-12-31' })
const area = (rule: string, value: string, amount: string) => ({
  rule,
  given: given(base(value)),
  expect: { result: { amount } },
})
const word = { from: since, cite: clause.riceFish }

export const riceFish = definePolicy({
  id: 'assistance.rice-fish',
  label: t('稻渔综合种养补助', 'Rice-fish grant'),
  source: clause.riceFish,
  summary: {
    who: t('新建并通过市级评比验收的稻渔基地。', 'New rice-fish bases that pass the city review.'),
    amount: t('每亩按标准，零头按比例。', 'The standard per mu, parts pro rata.'),
    how: t('新建和通过验收缺一不可。', 'New and passed, both are needed.'),
    paidFrom: t('农业产业帮扶资金。', 'Industry-assistance funds.'),
  },
  effective: { from: since },
  facts: {
    bases: fact.list({
      label: t('稻渔基地', 'Bases'),
      fields: {
        area: fact.quantity({ label: t('面积', 'Area'), unit: 'mu' }),
        newlyBuilt: fact.boolean({ label: t('新建', 'Newly built') }),
        passed: fact.boolean({ label: t('通过市级评比验收', 'Passed the city review') }),
      },
    }),
    yearUntil: yearFacts.yearUntil,
  },
  parameters: {
    rate: dated(money('300.00'), { label: t('每亩标准', 'Per mu'), ...word }),
    part: dated(parts.proRata, { label: t('不足一亩', 'Part of a mu'), question: 'AMB-32', ...word }),
  },
  on: (f) => f.yearUntil,
  decide: (f, p) => {
    const fitting = f.bases.filter((b) => allOf(b.newlyBuilt, b.passed))
    const amount = fitting.sum((b) =>
      byChoice(p.part, {
        proRata: p.rate.times(b.area),
        wholeOnly: p.rate.times(count(1).times(b.area, 'floor')),
      }),
    )
    return {
      area: step(
        'area',
        t('可补面积', 'Area that counts'),
        fitting.sum((b) => b.area),
      ),
      amount: step('amount', t('稻渔补助', 'Grant'), amount, clause.riceFish),
    }
  },
  examples: [
    area('IA-04', '120.5', '36150.00'),
    area('IA-05', '120', '36000.00'),
    // 1.00015 x 300 = 300.045, and 1.00011 x 300 = 300.033
    area('AMB-32', '1.00015', '300.05'),
    area('AMB-32', '1.00011', '300.03'),
    area('IA-04', '0', '0.00'),
    {
      rule: 'AMB-32',
      title: t('参数改为只计整亩', 'whole mu only'),
      given: given(base('120.5')),
      parameters: { part: 'wholeOnly' },
      expect: { result: { amount: '36000.00' } },
    },
    ...[{ passed: false }, { newlyBuilt: false }].map((change) => ({
      rule: 'IA-04',
      title: t('没通过验收或不是新建', 'not passed, or not new'),
      given: given(base('120.5', change)),
      expect: { result: { amount: '0.00', area: mu('0') } },
    })),
    {
      rule: 'IA-04',
      title: t('两处基地', 'two bases'),
      given: given(base('120.5'), base('10')),
      expect: { result: { amount: '39150.00', area: mu('130.5') } },
    },
    {
      rule: 'GEN-07',
      title: t('基地清单不详', 'bases not known'),
      given: { yearUntil: '2022-12-31' },
      expect: { missing: ['bases'], result: { amount: null } },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算日', 'the first day of the defaults'),
      given: { bases: [base('10.5')], yearUntil: since },
      expect: { result: { amount: '3150.00' } },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算前一天', 'the day before'),
      given: { bases: [base('10.5')], yearUntil: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['part', 'rate'] },
    },
  ],
})
