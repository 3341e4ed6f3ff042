/** 村集体年收入: the village collective against its goal (CT-02). */
import { t } from '#kernel'
import { dated, definePolicy, fact, largest, money, step } from '#policy'
import { before, clause, since } from './sources.ts'

const year = (income: string) => ({ income, yearEnd: '2020-12-31' })

export const collectiveIncome = definePolicy({
  id: 'assistance.goal-collective-income',
  label: t('村集体年收入达标', 'Yearly income of the village collective'),
  source: clause.collective,
  summary: {
    who: t('村集体经济组织。', 'The village collective.'),
    how: t('全年收入达到目标即为达标。', 'Reached when the income of the year is at least the goal.'),
  },
  effective: { from: since },
  facts: {
    income: fact.money({ label: t('村集体全年收入', 'Income of the collective in the year') }),
    yearEnd: fact.day({ label: t('年度末日', 'Last day of the year') }),
  },
  parameters: {
    goal: dated(money('30000.00'), {
      label: t('年收入目标', 'Goal of the year'),
      from: since,
      cite: clause.collective,
    }),
  },
  on: (f) => f.yearEnd,
  decide: (f, p) => ({
    reached: step('reached', t('达标', 'Reached'), f.income.isAtLeast(p.goal), clause.collective),
    gap: step(
      'gap',
      t('还差', 'Still lacking'),
      largest(p.goal.minus(f.income), money('0.00')),
      clause.collective,
    ),
  }),
  examples: [
    { rule: 'CT-02', given: year('30000.00'), expect: { result: { reached: true, gap: '0.00' } } },
    {
      rule: 'CT-02',
      title: t('差一分', 'one fen short'),
      given: year('29999.99'),
      expect: { result: { reached: false, gap: '0.01' } },
    },
    { rule: 'CT-02', given: year('31000.00'), expect: { result: { reached: true, gap: '0.00' } } },
    { rule: 'CT-02', given: year('0.00'), expect: { result: { reached: false, gap: '30000.00' } } },
    {
      rule: 'GEN-07',
      given: { yearEnd: '2020-12-31' },
      expect: { missing: ['income'], result: { reached: null } },
    },
    {
      rule: 'GEN-12',
      given: { income: '30000.00', yearEnd: since },
      expect: { result: { reached: true, gap: '0.00' } },
    },
    {
      rule: 'GEN-12',
      given: { income: '30000.00', yearEnd: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['goal'] },
    },
  ],
})
