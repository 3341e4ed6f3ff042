/** 产业奖补合计: all items of one claimant, if it may be nominated (IA-05, IA-06). */
import { t } from '#kernel'
import { definePolicy, fact, money, onlyIf, step, sumOf } from '#policy'
import { clause, none, since, yearFacts } from './sources.ts'

const claim = {
  titles: '50000.00',
  certificates: '55000.00',
  greenhouse: '96000.00',
  riceFish: '36000.00',
  nominated: true,
  yearUntil: '2022-12-31',
}

export const awardTotal = definePolicy({
  id: 'assistance.award-total',
  label: t('产业奖补合计', 'Industry awards in all'),
  source: clause.titles,
  summary: {
    who: t('带动困难户的经营主体。', 'Entities linked with hardship households.'),
    amount: t('称号、认证、大棚、稻渔四项相加。', 'Titles, certificates, greenhouse and rice-fish together.'),
    how: t(
      '各项先各自算出；没有利益联结的不奖。',
      'Each item by its own rule; without a link nothing is paid.',
    ),
    paidFrom: t('农业产业帮扶资金。', 'Industry-assistance funds.'),
  },
  effective: { from: since },
  facts: {
    titles: fact.money({ label: t('称号奖补', 'Titles') }),
    certificates: fact.money({ label: t('认证奖励', 'Certificates') }),
    greenhouse: fact.money({ label: t('大棚补助', 'Greenhouse') }),
    riceFish: fact.money({ label: t('稻渔补助', 'Rice-fish') }),
    nominated: fact.boolean({ label: t('可以申报', 'May apply') }),
    yearUntil: yearFacts.yearUntil,
  },
  parameters: {},
  on: (f) => f.yearUntil,
  decide: (f) => {
    const items = sumOf(money('0.00'), f.titles, f.certificates, f.greenhouse, f.riceFish)
    const sum = step('items', t('各项合计', 'Items in all'), items, clause.titles)
    return {
      items: sum,
      amount: step('amount', t('应奖补', 'To be paid'), onlyIf(f.nominated, sum), clause.nomination),
    }
  },
  examples: [
    { rule: 'IA-05', given: claim, expect: { result: { items: '237000.00', amount: '237000.00' } } },
    {
      rule: 'IA-06',
      title: t('没有利益联结', 'no benefit link'),
      given: { ...claim, nominated: false },
      expect: { result: { items: '237000.00', amount: none } },
    },
    {
      rule: 'IA-05',
      title: t('没有大棚和稻渔', 'no greenhouse and no base'),
      given: { ...claim, greenhouse: none, riceFish: none },
      expect: { result: { amount: '105000.00' } },
    },
    {
      rule: 'IA-05',
      title: t('一项都没有', 'no item at all'),
      given: { ...claim, titles: none, certificates: none, greenhouse: none, riceFish: none },
      expect: { result: { amount: '0.00' } },
    },
    {
      rule: 'GEN-07',
      title: t('一项金额不详', 'one item not known'),
      given: { ...claim, riceFish: undefined },
      expect: { missing: ['riceFish'], result: { amount: null } },
    },
    { rule: 'GEN-12', given: { ...claim, yearUntil: since }, expect: { result: { amount: '237000.00' } } },
    {
      rule: 'GEN-12',
      given: { ...claim, yearUntil: '2018-12-31' },
      expect: { problems: ['policy.notInForce'] },
    },
  ],
})
