/** 认证奖励: certificates newly gained in the year, each (IA-E, IA-02, AMB-13). */
import { t } from '#kernel'
import { allOf, byChoice, choices, dated, definePolicy, fact, money, step, table } from '#policy'
import { before, clause, since, year2022, yearFacts } from './sources.ts'

const kinds = {
  geographical: t('地理标志', 'geographical indication'),
  green: t('绿色食品', 'green food'),
  pollutionFree: t('无公害农产品', 'pollution-free product'),
  organic: t('有机食品', 'organic food'),
} as const
const units = choices({
  certificate: t('按证书', 'per certificate'),
  product: t('按产品，取高的', 'per product, the highest'),
})
const kind = fact.choice({ label: t('认证种类', 'Kind of certificate'), options: kinds })
const word = { from: since, cite: clause.certificates }

type Certificate = readonly [keyof typeof kinds, string, object?]
const given = (...list: Certificate[]) => ({
  certificates: list.map(([of, product, more]) => ({
    kind: of,
    product,
    certifiedOn: '2022-06-15',
    renewed: false,
    ...more,
  })),
  ...year2022,
})
const one = (rule: string, amount: string, certificate: Certificate) => ({
  rule,
  given: given(certificate),
  expect: { result: { amount } },
})

export const certificateAward = definePolicy({
  id: 'assistance.certificate-award',
  label: t('“三品一标”认证奖励', 'Awards for certificates'),
  source: clause.certificates,
  summary: {
    who: t('当年新取得认证的经营主体。', 'Entities with a certificate newly gained in the year.'),
    amount: t('每个证书按种类的标准。', 'Each certificate by its kind.'),
    how: t('以发证日期为准，续证不奖。', 'The day of the certificate decides; a renewal is not paid.'),
    paidFrom: t('农业产业帮扶资金。', 'Industry-assistance funds.'),
  },
  effective: { from: since },
  facts: {
    certificates: fact.list({
      label: t('认证证书', 'Certificates'),
      fields: {
        kind,
        product: fact.text({ label: t('产品', 'Product') }),
        certifiedOn: fact.day({ label: t('发证日期', 'Day of the certificate') }),
        renewed: fact.boolean({ label: t('续证', 'Renewed') }),
      },
    }),
    ...yearFacts,
  },
  parameters: {
    amounts: table(
      { exact: { kind } },
      [
        { kind: 'geographical', value: money('30000.00') },
        { kind: 'green', value: money('20000.00') },
        { kind: 'pollutionFree', value: money('10000.00') },
        { kind: 'organic', value: money('5000.00') },
      ],
      { label: t('奖励标准', 'Awards by kind'), ...word },
    ),
    per: dated(units.certificate, {
      label: t('“每个”指什么', 'What "each" is'),
      question: 'AMB-13',
      ...word,
    }),
  },
  on: (f) => f.yearUntil,
  decide: (f, p) => {
    const fresh = f.certificates.filter((c) =>
      allOf(c.certifiedOn.isAtLeast(f.yearFrom), c.certifiedOn.isAtMost(f.yearUntil), c.renewed.not()),
    )
    const amountOf = (c: { kind: typeof kind extends { term?: infer T } ? NonNullable<T> : never }) =>
      p.amounts.of({ kind: c.kind })
    const amount = byChoice(p.per, {
      certificate: fresh.sum(amountOf),
      product: fresh.bestPer((c) => c.product, amountOf).sum(amountOf),
    })
    return {
      amount: step('amount', t('认证奖励', 'Award'), amount, clause.certificates),
      fresh: step('fresh', t('当年新证书数', 'New certificates'), fresh.count()),
    }
  },
  examples: [
    one('IA-05', '30000.00', ['geographical', '香米']),
    one('IA-05', '20000.00', ['green', '香米']),
    one('IA-05', '10000.00', ['pollutionFree', '香米']),
    one('IA-05', '5000.00', ['organic', '香米']),
    {
      rule: 'IA-05',
      title: t('两个绿色、三个有机', 'two green, three organic'),
      given: given(
        ['green', '香米'],
        ['green', '白茶'],
        ['organic', '香米'],
        ['organic', '白茶'],
        ['organic', '山药'],
      ),
      expect: { result: { amount: '55000.00', fresh: 5 } },
    },
    {
      rule: 'AMB-13',
      title: t('改为按产品：香米 2 万、白茶 2 万、山药 0.5 万', 'per product'),
      given: given(
        ['organic', '香米'],
        ['green', '香米'],
        ['green', '白茶'],
        ['organic', '白茶'],
        ['organic', '山药'],
      ),
      parameters: { per: 'product' },
      expect: { result: { amount: '45000.00', fresh: 5 } },
    },
    {
      rule: 'AMB-45',
      title: t('地理标志每个都奖', 'geographical indications count each'),
      given: given(['geographical', '香米'], ['geographical', '白茶']),
      expect: { result: { amount: '60000.00' } },
    },
    one('IA-02', '5000.00', ['organic', '香米', { certifiedOn: '2022-01-01' }]),
    one('IA-02', '5000.00', ['organic', '香米', { certifiedOn: '2022-12-31' }]),
    one('IA-02', '0.00', ['organic', '香米', { certifiedOn: '2021-12-31' }]),
    one('IA-02', '0.00', ['organic', '香米', { certifiedOn: '2023-01-01' }]),
    one('IA-02', '0.00', ['organic', '香米', { renewed: true }]),
    { rule: 'IA-05', given: given(), expect: { result: { amount: '0.00', fresh: 0 } } },
    {
      rule: 'GEN-07',
      title: t('证书清单不详', 'list not known'),
      given: year2022,
      expect: { missing: ['certificates'], result: { amount: null } },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算日', 'the first day of the defaults'),
      given: {
        ...given(['green', '香米', { certifiedOn: since }], ['organic', '香米', { certifiedOn: since }]),
        yearFrom: '2018-02-01',
        yearUntil: since,
      },
      expect: { result: { amount: '25000.00' } },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算前一天', 'the day before'),
      given: {
        ...given(['green', '香米', { certifiedOn: before }]),
        yearFrom: '2018-01-01',
        yearUntil: before,
      },
      expect: { problems: ['policy.notInForce'], missingParameters: ['amounts', 'per'] },
    },
  ],
})
