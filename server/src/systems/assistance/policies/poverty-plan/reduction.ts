/** 减贫率: persons out of poverty against those at the start; verdicts on the exact rate (TP-03, AMB-34). */
import { t } from '#kernel'
import { count, dated, definePolicy, fact, largest, percent, step } from '#policy'
import { countBase } from '../../../shown.ts'
import { before, clause, none, since } from './sources.ts'

const year = (out: number, start: number) => ({ out, start, countedOn: '2020-12-31' })

export const reductionRate = definePolicy({
  id: 'assistance.reduction-rate',
  label: t('减贫率', 'Reduction rate'),
  source: clause.goals,
  summary: {
    who: t('全区当年脱贫人口。', 'Persons out of poverty in the year.'),
    how: t(
      '脱贫人数除以年初贫困人口，不低于目标才算完成；最少人数向上取整。',
      'Persons out by poor persons at the start, at least the target; the least number is rounded up.',
    ),
  },
  effective: { from: since },
  facts: {
    out: fact.count({ label: t('脱贫人数', 'Persons out of poverty') }),
    start: fact.count({ label: t('年初贫困人口', 'Poor at the start') }),
    countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {
    target: dated(percent('16.5'), { label: t('减贫率目标', 'Target'), from: since, cite: clause.goals }),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const exact = f.out.shareOf(countBase(f.start))
    const least = step(
      'least',
      t('至少脱贫人数', 'Least number of persons'),
      f.start.times(p.target, 'ceil'),
      clause.goals,
    )
    return {
      rate: step('rate', t('减贫率', 'Rate'), count(10000).times(exact).shareOf(count(10000)), clause.goals),
      reached: step('reached', t('达到目标', 'Target reached'), exact.isAtLeast(p.target), clause.goals),
      least,
      short: step('short', t('还差人数', 'Persons short'), largest(least.minus(f.out), count(0))),
    }
  },
  examples: [
    {
      rule: 'TP-03',
      given: year(600, 3371),
      expect: { result: { rate: '17.8', reached: true, least: 557, short: 0 } },
    },
    {
      rule: 'TP-03',
      title: t('最少人数', 'the least number'),
      given: year(557, 3371),
      expect: { result: { rate: '16.52', reached: true, least: 557, short: 0 } },
    },
    {
      rule: 'TP-03',
      title: t('少一人', 'one person short'),
      given: year(556, 3371),
      expect: { result: { rate: '16.49', reached: false, short: 1 } },
    },
    {
      rule: 'GEN-02',
      title: t('正好 16.5%', 'exactly 16.5%'),
      given: year(330, 2000),
      expect: { result: { rate: '16.5', reached: true, least: 330, short: 0 } },
    },
    {
      rule: 'AMB-34',
      title: t('16.495% 显示为 16.5%，没有达到', '16.495% is shown as 16.5% and not reached'),
      given: year(3299, 20000),
      expect: { result: { rate: '16.5', reached: false, least: 3300, short: 1 } },
    },
    {
      rule: 'AMB-34',
      title: t('50.005% 显示为 50.01%', '50.005% is shown as 50.01%'),
      given: year(10001, 20000),
      expect: { result: { rate: '50.01', reached: true, least: 3300, short: 0 } },
    },
    {
      rule: 'TP-03',
      title: t('只有一人', 'one person in all'),
      given: year(1, 1),
      expect: { result: { rate: '100', reached: true, least: 1, short: 0 } },
    },
    {
      rule: 'TP-03',
      title: t('没有贫困人口：不计比例', 'nobody was poor: no rate'),
      given: year(0, 0),
      expect: { result: { rate: none, reached: none, least: 0, short: 0 } },
    },
    {
      rule: 'GEN-07',
      title: t('脱贫人数不详：最少人数照算', 'persons out not known: the least number is'),
      given: { start: 3371, countedOn: '2020-12-31' },
      expect: { missing: ['out'], result: { rate: null, least: 557, short: null } },
    },
    {
      rule: 'GEN-12',
      given: { ...year(600, 3371), countedOn: since },
      expect: { result: { reached: true } },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算前一天', 'the day before'),
      given: { ...year(600, 3371), countedOn: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['target'], result: { rate: '17.8' } },
    },
  ],
})
