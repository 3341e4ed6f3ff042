/** Examples of the greenhouse grant. */
import { t } from '#kernel'
import { before, since } from './sources.ts'

const m2 = (value: string) => ({ value, unit: 'm2' })
const block = (covered: string, more: object = {}) => ({
  covered: m2(covered),
  land: m2('9000'),
  steelFrame: true,
  newlyBuilt: true,
  ...more,
})
const given = (...blocks: object[]) => ({ blocks, yearUntil: '2022-12-31' })
const area = (rule: string, covered: string, amount: string) => ({
  rule,
  given: given(block(covered)),
  expect: { result: { amount } },
})

export const greenhouseExamples = [
  area('IA-03', '3000', '90000.00'),
  area('IA-03', '2999', '0.00'),
  area('GEN-02', '2999.99', '0.00'),
  area('GEN-02', '3000.01', '90000.30'),
  area('IA-03', '4500.5', '135015.00'),
  area('IA-05', '3200', '96000.00'),
  // 3,000.0015 x 30 = 90,000.045, and 3,000.0011 x 30 = 90,000.033
  area('AMB-32', '3000.0015', '90000.05'),
  area('AMB-32', '3000.0011', '90000.03'),
  {
    rule: 'IA-03',
    title: t('两处各 1600 平方米，不连片', 'two blocks of 1,600 apart'),
    given: given(block('1600'), block('1600')),
    expect: { result: { amount: '0.00', area: m2('0'), total: m2('3200') } },
  },
  {
    rule: 'AMB-14',
    title: t('参数改为各处合计', 'all blocks together'),
    given: given(block('1600'), block('1600')),
    parameters: { unity: 'total' },
    expect: { result: { amount: '96000.00', area: m2('3200') } },
  },
  ...(
    [
      ['1500', '90000.00'],
      ['1499.99', '0.00'],
    ] as const
  ).map(([other, amount]) => ({
    rule: 'AMB-14',
    given: given(block('1500'), block(other)),
    parameters: { unity: 'total' },
    expect: { result: { amount } },
  })),
  {
    rule: 'AMB-14',
    title: t('参数改为占地面积', 'land area'),
    given: given(block('2999', { land: m2('3000') })),
    parameters: { measure: 'land' },
    expect: { result: { amount: '90000.00' } },
  },
  {
    rule: 'AMB-32',
    title: t('参数改为只计整平方米', 'whole square metres only'),
    given: given(block('4500.5')),
    parameters: { part: 'wholeOnly' },
    expect: { result: { amount: '135000.00' } },
  },
  {
    rule: 'IA-03',
    title: t('两处都够面积', 'two blocks large enough'),
    given: given(block('3000'), block('4500.5'), block('100')),
    expect: { result: { amount: '225015.00' } },
  },
  ...[{ steelFrame: false }, { newlyBuilt: false }].map((change) => ({
    rule: 'IA-03',
    title: t('不是钢架或不是新建', 'no steel frame, or not new'),
    given: given(block('5000', change)),
    expect: { result: { amount: '0.00', area: m2('0') } },
  })),
  { rule: 'IA-03', given: given(), expect: { result: { amount: '0.00', area: m2('0') } } },
  {
    rule: 'GEN-07',
    title: t('大棚清单不详', 'blocks not known'),
    given: { yearUntil: '2022-12-31' },
    expect: { missing: ['blocks'], result: { amount: null } },
  },
  {
    rule: 'GEN-12',
    title: t('默认值起算日', 'the first day of the defaults'),
    given: { blocks: [block('3000.5'), block('1600')], yearUntil: since },
    expect: { result: { amount: '90015.00' } },
  },
  {
    rule: 'GEN-12',
    title: t('默认值起算前一天', 'the day before'),
    given: { blocks: [block('1600'), block('3000.5')], yearUntil: before },
    expect: {
      problems: ['policy.notInForce'],
      missingParameters: ['least', 'measure', 'part', 'rate', 'unity'],
    },
  },
]
