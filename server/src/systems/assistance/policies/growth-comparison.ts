/** 增收对比: growth above both the province and the city (HF-14). */
import { t } from '#kernel'
import { allOf, definePolicy, fact, largest, step } from '#policy'
import { clause, since } from './sources-village.ts'

const growth = (own: string, province: string, city: string) => ({ own, province, city, yearEnd: since })
const rate = (zh: string, en: string) => fact.percent({ label: t(zh, en) })

export const growthComparison = definePolicy({
  id: 'assistance.growth-comparison',
  label: t('农民人均纯收入增速对比', 'Growth of income per farmer, compared'),
  source: clause.goals,
  summary: {
    who: t('列入目标的县（长丰县）。', 'The county that has this goal.'),
    how: t(
      '增速同时高于省、市平均才算达标，相等不算。',
      'Reached when growth is above both averages; equal is not above.',
    ),
  },
  effective: { from: since },
  facts: {
    own: rate('本县增速', 'Growth of the county'),
    province: rate('全省平均增速', 'Average of the province'),
    city: rate('全市平均增速', 'Average of the city'),
    yearEnd: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {},
  on: (f) => f.yearEnd,
  decide: (f) => {
    const overProvince = step(
      'overProvince',
      t('高于全省', 'Above the province'),
      f.own.isAbove(f.province),
      clause.goals,
    )
    const overCity = step('overCity', t('高于全市', 'Above the city'), f.own.isAbove(f.city), clause.goals)
    return {
      reached: step('reached', t('达标', 'Reached'), allOf(overProvince, overCity), clause.goals),
      overProvince,
      overCity,
      lead: step(
        'lead',
        t('比较高者领先（百分点）', 'Lead over the higher average (points)'),
        f.own.minus(largest(f.province, f.city)),
      ),
    }
  },
  examples: [
    {
      rule: 'HF-14',
      title: t('14.2% 对 13.9% 和 14.2%：相等不算高于', '14.2% against 13.9% and 14.2%: equal is not above'),
      given: growth('14.2', '13.9', '14.2'),
      expect: { result: { reached: false, overProvince: true, overCity: false, lead: '0' } },
    },
    {
      rule: 'HF-14',
      given: growth('14.2', '14.2', '13.9'),
      expect: { result: { reached: false, overProvince: false, overCity: true, lead: '0' } },
    },
    {
      rule: 'HF-14',
      given: growth('14.3', '13.9', '14.2'),
      expect: { result: { reached: true, lead: '0.1' } },
    },
    {
      rule: 'HF-14',
      given: growth('13.8', '13.9', '13.9'),
      expect: { result: { reached: false, overProvince: false, overCity: false, lead: '-0.1' } },
    },
    {
      rule: 'HF-14',
      title: t('不高于全市已能判断', 'not above the city decides'),
      given: { own: '14.2', city: '14.2', yearEnd: since },
      expect: { missing: ['province'], result: { reached: false } },
    },
  ],
})
