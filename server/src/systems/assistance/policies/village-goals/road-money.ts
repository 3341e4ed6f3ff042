/** 道路筹资: what is still lacking after each commitment; the villagers bear the rest (CT-16). */
import { t } from '#kernel'
import { check, definePolicy, fact, largest, money, step } from '#policy'
import { before, clause, since } from './sources.ts'

const amount = (zh: string, en: string) => fact.money({ label: t(zh, en) })
const road = (province: string, unit: string, villagers: string) => ({
  ...{ cost: '480000.00', province, unit, villagers },
  onDay: '2020-06-30',
})

export const roadMoney = definePolicy({
  id: 'assistance.road-money',
  label: t('道路硬化筹资缺口', 'What the road still lacks'),
  source: clause.roadMoney,
  summary: {
    who: t('村道路硬化工程。', 'The road of the village.'),
    how: t(
      '造价依次减省财政、挂扶单位已落实的资金，其余为村民应筹；再减村民已筹的，得出缺口。',
      'The cost less provincial money and what the unit gives is what the villagers bear; less what they have raised, it is the gap.',
    ),
  },
  effective: { from: since },
  facts: {
    cost: amount('工程造价', 'Cost of the road'),
    province: amount('省财政已落实', 'Committed by the province'),
    unit: amount('挂扶单位已落实', 'Committed by the assistance unit'),
    villagers: amount('村民已筹集', 'Raised by the villagers'),
    onDay: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {},
  on: (f) => f.onDay,
  decide: (f) => {
    const nothing = money('0.00')
    const afterProvince = step(
      'afterProvince',
      t('减省财政后还差', 'Lacking after the province'),
      largest(f.cost.minus(f.province), nothing),
      clause.roadMoney,
    )
    const byVillagers = step(
      'byVillagers',
      t('村民应筹（减挂扶单位后还差）', 'Borne by the villagers (lacking after the unit)'),
      largest(afterProvince.minus(f.unit), nothing),
      clause.roadMoney,
    )
    const gap = step(
      'gap',
      t('缺口', 'Gap'),
      largest(byVillagers.minus(f.villagers), nothing),
      clause.roadMoney,
    )
    const committed = f.province.plus(f.unit).plus(f.villagers)
    return {
      gap,
      afterProvince,
      byVillagers,
      covered: step('covered', t('资金已落实', 'Covered'), gap.is(nothing), clause.roadMoney),
      notOver: check(
        'notOver',
        t('核对：筹资不超过造价', 'Check: no more than the cost'),
        committed.isAtMost(f.cost),
        {
          severity: 'warning',
          cite: clause.roadMoney,
          message: t(
            '各方落实的资金超过造价。请核对造价，或减少村民集资。',
            'More is committed than the road costs. Check the cost, or ask less of the villagers.',
          ),
        },
      ),
    }
  },
  examples: [
    {
      rule: 'CT-16',
      title: t('48 万元：省 30 万，单位 10 万，村民已筹 5 万', '480,000: 300,000, 100,000 and 50,000 so far'),
      given: road('300000.00', '100000.00', '50000.00'),
      expect: {
        result: {
          afterProvince: '180000.00',
          byVillagers: '80000.00',
          gap: '30000.00',
          covered: false,
          notOver: true,
        },
      },
    },
    {
      rule: 'CT-16',
      title: t('什么都没有落实', 'nothing committed'),
      given: road('0.00', '0.00', '0.00'),
      expect: {
        result: { afterProvince: '480000.00', byVillagers: '480000.00', gap: '480000.00', covered: false },
      },
    },
    {
      rule: 'CT-16',
      title: t('正好落实', 'covered to the fen'),
      given: road('300000.00', '100000.00', '80000.00'),
      expect: { result: { gap: '0.00', covered: true, notOver: true } },
    },
    {
      rule: 'CT-16',
      title: t('差一分', 'one fen lacking'),
      given: road('300000.00', '100000.00', '79999.99'),
      expect: { result: { gap: '0.01', covered: false, notOver: true } },
    },
    {
      rule: 'CT-16',
      title: t('多一分：提示', 'a fen too much: a notice'),
      given: road('300000.00', '100000.00', '80000.01'),
      expect: { checks: { notOver: false }, result: { gap: '0.00', covered: true } },
    },
    {
      rule: 'CT-16',
      title: t('省财政全额：村民不集资', 'the province pays all: nothing from the villagers'),
      given: road('500000.00', '0.00', '0.00'),
      expect: {
        checks: { notOver: false },
        result: { afterProvince: '0.00', byVillagers: '0.00', gap: '0.00' },
      },
    },
    {
      rule: 'CT-16',
      given: road('300000.00', '200000.00', '0.00'),
      expect: {
        checks: { notOver: false },
        result: { afterProvince: '180000.00', byVillagers: '0.00', gap: '0.00' },
      },
    },
    {
      rule: 'GEN-07',
      title: t('单位出多少不详', 'what the unit gives is not known'),
      given: { cost: '480000.00', province: '300000.00', villagers: '0.00', onDay: '2020-06-30' },
      expect: { missing: ['unit'], result: { afterProvince: '180000.00', byVillagers: null, gap: null } },
    },
    {
      rule: 'GEN-12',
      given: { ...road('300000.00', '100000.00', '80000.00'), onDay: since },
      expect: { result: { covered: true } },
    },
    {
      rule: 'GEN-12',
      given: { ...road('300000.00', '100000.00', '80000.00'), onDay: before },
      expect: { problems: ['policy.notInForce'] },
    },
  ],
})
