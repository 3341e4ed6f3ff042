/** Examples of the surplus of a member (CQ-13, AMB-47, GEN-01). */
import { t } from '#kernel'
import type { Example } from '#policy'
import { lawSince } from './sources.ts'

const year = {
  surplus: '100000.00',
  returnShare: '60',
  memberTrade: '300000.00',
  totalTrade: '1000000.00',
  contribution: '30000.00',
  reserveShare: '15000.00',
  quantified: '5000.00',
  totalEquity: '1000000.00',
  decidedOn: lawSince,
}

export const surplusExamples: readonly Example[] = [
  {
    rule: 'CQ-13',
    given: year,
    expect: {
      result: {
        amount: '20000.00',
        byTrade: '18000.00',
        byEquity: '2000.00',
        returned: '60000.00',
        rest: '40000.00',
        carriedLoss: '0.00',
        fromReserve: '0.00',
      },
      checks: { returnEnough: true, fits: true },
    },
  },
  {
    rule: 'CQ-13',
    title: t('返还 59.99%，低于下限', '59.99% returned is below the floor'),
    given: { ...year, returnShare: '59.99' },
    expect: { result: { returned: '59990.00', byTrade: '17997.00' }, checks: { returnEnough: false } },
  },
  {
    rule: 'CQ-13',
    given: { ...year, returnShare: '80' },
    expect: {
      result: { amount: '25000.00', returned: '80000.00', rest: '20000.00' },
      checks: { returnEnough: true },
    },
  },
  {
    rule: 'GEN-01',
    title: t('交易额占 2/7，四舍五入到分', 'two sevenths, rounded to the fen'),
    given: { ...year, memberTrade: '2.00', totalTrade: '7.00', contribution: '0.00', quantified: '0.00' },
    expect: { result: { byTrade: '17142.86', byEquity: '600.00' } },
  },
  {
    rule: 'GEN-01',
    title: t('两部分都正好半分，各进一分', 'half a fen in both parts goes up'),
    given: {
      ...year,
      memberTrade: '0.05',
      totalTrade: '120000.00',
      contribution: '0.05',
      reserveShare: '0.00',
      quantified: '0.00',
      totalEquity: '80000.00',
    },
    expect: { result: { byTrade: '0.03', byEquity: '0.03', amount: '0.06' } },
  },
  {
    rule: 'GEN-01',
    title: t('占 4/7，舍去不足半分', 'four sevenths, less than half a fen falls away'),
    given: { ...year, memberTrade: '4.00', totalTrade: '7.00', totalEquity: '140000.00' },
    expect: { result: { byTrade: '34285.71', byEquity: '14285.71' } },
  },
  {
    rule: 'AMB-47',
    title: t('亏损不分配，结转', 'a loss is not shared, it is carried'),
    given: { ...year, surplus: '-5000.00' },
    expect: {
      result: {
        amount: '0.00',
        returned: '0.00',
        rest: '0.00',
        carriedLoss: '5000.00',
        fromReserve: '0.00',
      },
    },
  },
  {
    rule: 'AMB-47',
    title: t('县里定为公积金弥补', 'the county says: from the reserve'),
    given: { ...year, surplus: '-5000.00' },
    parameters: { loss: 'fromReserve' },
    expect: { result: { carriedLoss: '0.00', fromReserve: '5000.00' } },
  },
  {
    rule: 'CQ-13',
    given: { ...year, surplus: '0.00' },
    expect: { result: { amount: '0.00', carriedLoss: '0.00' } },
  },
  {
    rule: 'CQ-13',
    given: { ...year, memberTrade: '0.00' },
    expect: { result: { amount: '2000.00', byTrade: '0.00' } },
  },
  {
    rule: 'CQ-13',
    title: t('本成员的数不能多于全体', 'one member cannot have more than all'),
    given: { ...year, memberTrade: '1000000.01' },
    expect: { checks: { fits: false } },
  },
  {
    rule: 'CQ-13',
    given: { ...year, memberTrade: '1000000.00', contribution: '980000.00' },
    expect: { result: { byTrade: '60000.00', byEquity: '40000.00' }, checks: { fits: true } },
  },
  { rule: 'CQ-13', given: { ...year, contribution: '980000.01' }, expect: { checks: { fits: false } } },
  {
    rule: 'CQ-13',
    given: { ...year, totalTrade: '0.00' },
    expect: { problems: ['number.divisionByZero'] },
  },
  {
    rule: 'CQ-13',
    given: { ...year, totalEquity: null },
    expect: { missing: ['totalEquity'], result: { byTrade: '18000.00' } },
  },
]
