/** 辅导员配备: 3 to 5 per township; of a city only plausible or not (JQ-02). */
import { t } from '#kernel'
import { byChoice, choices, choose, count, dated, definePolicy, fact, step } from '#policy'
import { clause } from './sources.ts'

const since = '2021-01-01'

const results = choices({
  short: t('不足', 'short'),
  fits: t('符合', 'within the limits'),
  over: t('超出', 'over'),
})
const weights = choices({
  none: t('无', 'none'),
  notice: t('提示：总数可能有误', 'a notice: the total may be wrong'),
  violation: t('不合要求', 'a violation'),
})

const limit = (value: number, zh: string, en: string) =>
  dated(count(value), { label: t(zh, en), from: since, cite: clause.instructors })
const city = (townships: number, instructors: number) => ({
  scope: 'city',
  townships,
  instructors,
  countedOn: since,
})
const township = (instructors: number) => ({ scope: 'township', instructors, countedOn: since })

export const instructors = definePolicy({
  id: 'cooperatives.instructors',
  label: t('合作社辅导员配备', 'Instructors of cooperatives'),
  source: clause.instructors,
  summary: {
    who: t(
      '每个乡镇；市、县总数只作提示。',
      'Every township; of a city or county the total is only a notice.',
    ),
    how: t(
      '每个乡镇有最少和最多人数，总数按乡镇数推算。',
      'A least and a most number per township; totals follow from the number of townships.',
    ),
  },
  effective: { from: since },
  facts: {
    scope: fact.choice({
      label: t('范围', 'Scope'),
      options: { township: t('一个乡镇', 'one township'), city: t('全市或全县', 'a city or county') },
    }),
    townships: fact.count({ label: t('乡镇数', 'Townships') }),
    instructors: fact.count({ label: t('辅导员人数', 'Instructors') }),
    countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {
    perTownshipLeast: limit(3, '每乡镇至少', 'At least, per township'),
    perTownshipMost: limit(5, '每乡镇至多', 'At most, per township'),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const places = byChoice(f.scope, { township: count(1), city: f.townships })
    const least = step(
      'least',
      t('最少人数', 'Least number'),
      p.perTownshipLeast.times(places),
      clause.instructors,
    )
    const most = step(
      'most',
      t('最多人数', 'Most number'),
      p.perTownshipMost.times(places),
      clause.instructors,
    )
    const status = choose()
      .when(f.instructors.isBelow(least), results.short)
      .when(f.instructors.isAbove(most), results.over)
      .otherwise(results.fits)
    const found = step('status', t('配备情况', 'Staffing'), status, clause.instructors)
    const weight = choose()
      .when(found.is('fits'), weights.none)
      .when(f.scope.is('township'), weights.violation)
      .otherwise(weights.notice)
    return {
      status: found,
      least,
      most,
      weight: step('weight', t('性质', 'Weight'), weight, clause.instructors),
    }
  },
  examples: [
    {
      rule: 'JQ-02',
      given: city(70, 354),
      expect: { result: { status: 'over', most: 350, least: 210, weight: 'notice' } },
    },
    {
      rule: 'JQ-02',
      given: city(71, 354),
      expect: { result: { status: 'fits', most: 355, weight: 'none' } },
    },
    {
      rule: 'JQ-02',
      given: city(118, 354),
      expect: { result: { status: 'fits', least: 354, weight: 'none' } },
    },
    {
      rule: 'JQ-02',
      given: city(119, 354),
      expect: { result: { status: 'short', least: 357, weight: 'notice' } },
    },
    { rule: 'JQ-02', given: city(70, 350), expect: { result: { status: 'fits' } } },
    {
      rule: 'JQ-02',
      given: township(2),
      expect: { result: { status: 'short', weight: 'violation', least: 3, most: 5 } },
    },
    { rule: 'JQ-02', given: township(3), expect: { result: { status: 'fits', weight: 'none' } } },
    { rule: 'JQ-02', given: township(5), expect: { result: { status: 'fits', weight: 'none' } } },
    { rule: 'JQ-02', given: township(6), expect: { result: { status: 'over', weight: 'violation' } } },
    {
      rule: 'JQ-02',
      given: { scope: 'city', instructors: 354, countedOn: since },
      expect: { missing: ['townships'] },
    },
  ],
})
