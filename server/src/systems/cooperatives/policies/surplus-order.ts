/** 盈余分配次序: losses, reserve by the charter, then what may be distributed (OF-37, AMB-47). */
import { t } from '#kernel'
import type { TermsOf } from '#policy'
import { check, dated, definePolicy, fact, largest, money, percent, smallest, step } from '#policy'
import { clause, lawSince } from './sources.ts'

const facts = {
  profit: fact.money({ label: t('当年盈余（亏损为负数）', 'Surplus of the year (a loss is negative)') }),
  pastLoss: fact.money({ label: t('以前年度未弥补亏损', 'Losses of former years not made good') }),
  reserveShare: fact.percent({ label: t('章程规定的公积金比例', 'Share of the reserve under the charter') }),
  decidedOn: fact.day({ label: t('分配决议日', 'Day of the resolution') }),
}
type Facts = TermsOf<typeof facts>

const year = (profit: string, pastLoss: string, reserveShare = '10') => ({
  ...{ profit, pastLoss, reserveShare },
  decidedOn: '2021-03-10',
})

export const surplusOrder = definePolicy({
  id: 'cooperatives.surplus-order',
  label: t('盈余分配次序', 'Order in which a surplus is used'),
  source: clause.order,
  summary: {
    who: t('每个合作社，每年一次。', 'Every cooperative, once a year.'),
    amount: t(
      '弥补亏损、提取公积金后为可分配盈余；其中按交易量返还不低于六成。',
      'After losses and the reserve it is distributable; at least 60% of it goes back by trade.',
    ),
    how: t(
      '先弥补以前年度亏损，再按章程比例提取公积金，其余分配；当年亏损的不分配。',
      'Losses first, then the reserve under the charter, then the members; a loss is not shared.',
    ),
    paidFrom: t('合作社当年盈余。', 'The surplus of the year.'),
  },
  effective: { from: lawSince },
  facts,
  parameters: {
    leastReturn: dated(percent(60), {
      label: t('按交易量返还下限', 'Least share returned by trade'),
      from: lawSince,
      cite: clause.order,
    }),
  },
  on: (f) => f.decidedOn,
  decide: (f, p) => {
    const { covered, reserve, distributable } = partsOf(f)
    const least = step(
      'leastReturned',
      t('至少按交易量返还', 'At least returned by trade'),
      distributable.times(p.leastReturn),
      clause.order,
    )
    const carried = f.pastLoss.minus(covered).plus(largest(money('0.00').minus(f.profit), money('0.00')))
    return {
      covered,
      reserve,
      distributable,
      least,
      mostByEquity: step(
        'mostByEquity',
        t('至多按权益分配', 'At most by equity'),
        distributable.minus(least),
      ),
      carried: step('carried', t('结转亏损', 'Loss carried forward'), carried, clause.order),
      reserveFits: check(
        'reserveFits',
        t('核对：公积金比例不超过百分之百', 'Check: the share of the reserve is at most 100%'),
        f.reserveShare.isAtMost(percent(100)),
        {
          severity: 'refusal',
          cite: clause.order,
          message: t(
            '公积金比例大于百分之百。请照章程更正。',
            'The share of the reserve is above 100%. Correct it by the charter.',
          ),
        },
      ),
    }
  },
  examples: [
    {
      rule: 'OF-37',
      title: t(
        '盈余 10 万元，补亏 2 万，公积金一成',
        '100,000 with 20,000 of losses and a tenth for the reserve',
      ),
      given: year('100000.00', '20000.00'),
      expect: {
        result: {
          ...{ covered: '20000.00', reserve: '8000.00', distributable: '72000.00' },
          ...{ least: '43200.00', mostByEquity: '28800.00', carried: '0.00', reserveFits: true },
        },
      },
    },
    {
      rule: 'OF-37',
      title: t('没有亏损、章程不提公积金', 'no losses, no reserve'),
      given: year('100000.00', '0.00', '0'),
      expect: { result: { covered: '0.00', reserve: '0.00', distributable: '100000.00', least: '60000.00' } },
    },
    {
      rule: 'OF-37',
      title: t('盈余不够补亏：不提不分', 'the surplus does not cover the losses'),
      given: year('15000.00', '20000.00'),
      expect: {
        result: {
          ...{ covered: '15000.00', reserve: '0.00', distributable: '0.00' },
          ...{ least: '0.00', mostByEquity: '0.00', carried: '5000.00', reserveFits: true },
        },
      },
    },
    {
      rule: 'AMB-47',
      title: t(
        '当年亏损：不分，连以前的一起结转',
        'a loss: nothing is shared, it is carried with the former ones',
      ),
      given: year('-3000.00', '20000.00'),
      expect: {
        result: {
          ...{ covered: '0.00', reserve: '0.00', distributable: '0.00' },
          ...{ least: '0.00', carried: '23000.00', reserveFits: true },
        },
      },
    },
    {
      rule: 'GEN-01',
      title: t('公积金 0.5 分进一分', 'half a fen of the reserve goes up'),
      given: year('0.05', '0.00'),
      expect: { result: { reserve: '0.01', distributable: '0.04', least: '0.02', mostByEquity: '0.02' } },
    },
    {
      rule: 'GEN-01',
      given: year('0.04', '0.00'),
      expect: { result: { reserve: '0.00', distributable: '0.04', least: '0.02' } },
    },
    {
      rule: 'GEN-01',
      title: t('按交易量返还 0.6 分进一分、1.2 分舍为一分', '0.6 fen goes up, 1.2 fen down'),
      given: year('0.01', '0.00', '0'),
      expect: { result: { distributable: '0.01', least: '0.01', mostByEquity: '0.00' } },
    },
    {
      rule: 'GEN-01',
      given: year('0.02', '0.00', '0'),
      expect: { result: { least: '0.01', mostByEquity: '0.01' } },
    },
    {
      rule: 'GEN-01',
      title: t('2.5 分进为 3 分', '2.5 fen is 3 fen'),
      given: year('0.05', '0.00', '50'),
      expect: { result: { reserve: '0.03', distributable: '0.02', least: '0.01' } },
    },
    {
      rule: 'GEN-01',
      title: t('返还一半：2.5 分进为 3 分', 'half of it returned: 2.5 fen is 3 fen'),
      given: year('0.05', '0.00', '0'),
      parameters: { leastReturn: '50' },
      expect: { result: { least: '0.03', mostByEquity: '0.02' } },
    },
    {
      rule: 'OF-37',
      title: t('全部提作公积金', 'all of it to the reserve'),
      given: year('100000.00', '0.00', '100'),
      expect: { result: { reserve: '100000.00', distributable: '0.00', reserveFits: true } },
    },
    {
      rule: 'OF-37',
      title: t('比例写成 101%', 'a share of 101%'),
      given: year('100000.00', '0.00', '101'),
      expect: { checks: { reserveFits: false } },
    },
    {
      rule: 'GEN-07',
      title: t('章程公积金比例不详', 'the charter is not known'),
      given: { ...year('100000.00', '20000.00'), reserveShare: undefined },
      expect: {
        missing: ['reserveShare'],
        result: { covered: '20000.00', distributable: null, carried: '0.00' },
      },
    },
    {
      rule: 'GEN-12',
      given: { ...year('100000.00', '0.00'), decidedOn: lawSince },
      expect: { result: { least: '54000.00' } },
    },
    {
      rule: 'GEN-12',
      given: { ...year('100000.00', '0.00'), decidedOn: '2018-06-30' },
      expect: { problems: ['policy.notInForce'], missingParameters: ['leastReturn'] },
    },
  ],
})

function partsOf(f: Facts) {
  const profit = step('profit', t('参与分配的盈余', 'Surplus that is used'), largest(f.profit, money('0.00')))
  const covered = step(
    'covered',
    t('弥补亏损', 'Losses made good'),
    smallest(profit, f.pastLoss),
    clause.order,
  )
  const left = step('left', t('补亏后', 'After losses'), profit.minus(covered))
  const reserve = step('reserve', t('提取公积金', 'To the reserve'), left.times(f.reserveShare), clause.order)
  const distributable = step(
    'distributable',
    t('可分配盈余', 'Distributable surplus'),
    left.minus(reserve),
    clause.order,
  )
  return { covered, reserve, distributable }
}
