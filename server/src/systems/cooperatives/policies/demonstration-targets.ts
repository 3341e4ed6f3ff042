/** 示范社目标: counts by highest level and cumulative, against the targets (CQ-03, AMB-01). */
import { t } from '#kernel'
import type { CountTerm, ParameterTerms, TermsOf } from '#policy'
import { allOf, byChoice, count, dated, definePolicy, largest, step, sumOf, theDay } from '#policy'
import { clause, planSince } from './sources.ts'
import { countedOn, counting, levelCounts, progressOf } from './words.ts'

const target = (value: number, zh: string, en: string) =>
  dated(count(value), { label: t(zh, en), from: planSince, cite: clause.targets })

const facts = { ...levelCounts, countedOn }

const parameters = {
  nationalTarget: target(10, '国家级目标', 'National target'),
  provincialTarget: target(30, '省级目标', 'Provincial target'),
  cityTarget: target(60, '市级目标', 'City target'),
  countyTarget: target(100, '县级目标', 'County target'),
  dueOn: dated(theDay('2023-12-31'), {
    label: t('到期日', 'Due on'),
    from: planSince,
    cite: clause.targets,
  }),
  counting: dated(counting.exclusive, {
    label: t('各级家数的算法', 'How levels are counted'),
    from: planSince,
    cite: clause.targets,
    question: 'AMB-01',
  }),
}

type Facts = TermsOf<typeof facts>
type Parameters = ParameterTerms<typeof parameters>

const area = (counts: readonly [number, number, number, number], day = '2023-12-31') => {
  const [national, provincial, city, county] = counts
  return { national, provincial, city, county, countedOn: day }
}
const cumulative = { counting: 'cumulative' }

export const demonstrationTargets = definePolicy({
  id: 'cooperatives.demonstration-targets',
  label: t('示范社培育目标', 'Targets of demonstration cooperatives'),
  source: clause.targets,
  summary: {
    who: t('每个试点县。', 'Every pilot county.'),
    how: t(
      '各级示范社数与目标数比较，还差多少。',
      'Counts of each level against the targets, and what is lacking.',
    ),
  },
  effective: { from: planSince },
  facts,
  parameters,
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const upward = upwardCounts(f)
    const gaps = gapsOf(f, p, upward)
    const done = allOf(...Object.values(gaps).map((gap) => gap.is(count(0))))
    const stands = progressOf(done, { countedOn: f.countedOn, dueOn: p.dueOn })
    const all = sumOf(p.nationalTarget, p.provincialTarget, p.cityTarget, p.countyTarget)
    const aim = byChoice(p.counting, { exclusive: all, cumulative: p.countyTarget })
    return {
      ...upward,
      ...gaps,
      targetTotal: step('targetTotal', t('目标总家数', 'Target in all'), aim),
      status: step('status', t('达标情况', 'How it stands'), stands, clause.targets),
    }
  },
  examples: [
    {
      rule: 'CQ-03',
      given: area([2, 5, 9, 20]),
      expect: {
        result: {
          countyUp: 36,
          cityUp: 16,
          provincialUp: 7,
          nationalShort: 8,
          provincialShort: 25,
          cityShort: 51,
          countyShort: 80,
          targetTotal: 200,
          status: 'open',
        },
      },
    },
    {
      rule: 'AMB-01',
      title: t('改为累计：共 100 家', 'cumulative: 100 in all'),
      given: area([2, 5, 9, 20], '2024-01-01'),
      parameters: cumulative,
      expect: {
        result: {
          nationalShort: 8,
          provincialShort: 23,
          cityShort: 44,
          countyShort: 64,
          targetTotal: 100,
          status: 'overdue',
        },
      },
    },
    {
      rule: 'CQ-03',
      given: area([10, 30, 60, 100]),
      expect: { result: { status: 'reached', countyUp: 200 } },
    },
    {
      rule: 'CQ-03',
      given: area([10, 30, 60, 100], '2021-01-01'),
      expect: { result: { status: 'reached' } },
    },
    { rule: 'CQ-03', given: area([2, 5, 9, 20], planSince), expect: { result: { status: 'open' } } },
    {
      rule: 'CQ-03',
      given: area([9, 30, 60, 100]),
      expect: { result: { status: 'open', nationalShort: 1 } },
    },
    {
      rule: 'CQ-03',
      given: area([10, 29, 60, 100]),
      expect: { result: { status: 'open', provincialShort: 1 } },
    },
    { rule: 'CQ-03', given: area([10, 30, 59, 100]), expect: { result: { status: 'open', cityShort: 1 } } },
    { rule: 'CQ-03', given: area([10, 30, 60, 99]), expect: { result: { status: 'open', countyShort: 1 } } },
    {
      rule: 'CQ-03',
      title: t('超过目标不倒欠', 'more than the target is not a negative lack'),
      given: area([11, 31, 61, 101], '2024-01-01'),
      expect: {
        result: { status: 'reached', nationalShort: 0, provincialShort: 0, cityShort: 0, countyShort: 0 },
      },
    },
    {
      rule: 'AMB-01',
      given: area([10, 20, 30, 40]),
      parameters: cumulative,
      expect: { result: { status: 'reached', countyUp: 100, cityUp: 60, provincialUp: 30 } },
    },
    {
      rule: 'AMB-01',
      given: area([10, 20, 30, 40], '2024-01-01'),
      expect: { result: { status: 'overdue', provincialShort: 10, cityShort: 30, countyShort: 60 } },
    },
    {
      rule: 'CQ-03',
      title: t('国家级不够已能判断未达标，其余还要报', 'one lack decides; the rest is still asked'),
      given: { national: 9, countedOn: '2023-12-31' },
      expect: { missing: ['city', 'county', 'provincial'], result: { status: 'open', nationalShort: 1 } },
    },
  ],
})

/** A cooperative of one level holds the lower ones too, where counts are cumulative. */
function upwardCounts({ national, provincial, city, county }: Facts) {
  return {
    countyUp: step('countyUp', t('县级以上', 'County and above'), sumOf(county, city, provincial, national)),
    cityUp: step('cityUp', t('市级以上', 'City and above'), sumOf(city, provincial, national)),
    provincialUp: step('provincialUp', t('省级以上', 'Provincial and above'), sumOf(provincial, national)),
  }
}

function gapsOf(f: Facts, p: Parameters, up: ReturnType<typeof upwardCounts>) {
  const short = (own: CountTerm, upward: CountTerm, aim: CountTerm) =>
    largest(aim.minus(byChoice(p.counting, { exclusive: own, cumulative: upward })), count(0))
  const national = largest(p.nationalTarget.minus(f.national), count(0)) // nothing stands above it
  const provincial = short(f.provincial, up.provincialUp, p.provincialTarget)
  const city = short(f.city, up.cityUp, p.cityTarget)
  const county = short(f.county, up.countyUp, p.countyTarget)
  return {
    nationalShort: step('nationalShort', t('国家级还差', 'National lacking'), national),
    provincialShort: step('provincialShort', t('省级还差', 'Provincial lacking'), provincial),
    cityShort: step('cityShort', t('市级还差', 'City lacking'), city),
    countyShort: step('countyShort', t('县级还差', 'County lacking'), county),
  }
}
