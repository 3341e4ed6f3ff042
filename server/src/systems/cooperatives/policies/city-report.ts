/** 全市合作社通报: shares and averages of the yearly report (JQ-01, AMB-01, AMB-28). */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { CountTerm, NumberTerm, ParameterTerms, PercentTerm, TermsOf } from '#policy'
import { byChoice, choices, count, dated, definePolicy, fact, largest, step, sumOf } from '#policy'
import { countBase } from '../../shown.ts'
import { cityReportExamples } from './city-report.examples.ts'
import { clause } from './sources.ts'
import { countedOn, counting, levelCounts } from './words.ts'

/** The report of the source is of this month; its definitions hold from the start of that year. */
const since = '2021-01-01'

const amount = (zh: string, en: string) => fact.count({ label: t(zh, en) })
const asked = (zh: string, en: string, question = 'AMB-28') =>
  ({ label: t(zh, en), from: since, cite: clause.figures, question }) as const

const places = choices({
  none: t('整数', 'none'),
  one: t('一位小数', 'one'),
  two: t('两位小数', 'two'),
})
const roundings = choices({ halfUp: t('四舍五入', 'half up'), cut: t('只舍不入', 'cut off') })

const facts = {
  cooperatives: amount('合作社', 'Cooperatives'),
  members: amount('成员', 'Members'),
  households: amount('带动农户', 'Households led'),
  standard: amount('规范运营的', 'Of standard operation'),
  fiveHaves: amount('“五有”合作社', 'With the five haves'),
  villageLed: amount('村“两委”领办的', 'Led by village committees'),
  ...levelCounts,
  countedOn,
}

const parameters = {
  counting: dated(counting.exclusive, asked('各级家数的算法', 'How levels are counted', 'AMB-01')),
  places: dated(places.one, asked('小数位数', 'Decimals')),
  rounding: dated(roundings.halfUp, asked('取整方式', 'Rounding')),
}

type Facts = TermsOf<typeof facts>
type Parameters = ParameterTerms<typeof parameters>

export const cityReport = definePolicy({
  id: 'cooperatives.city-report',
  label: t('合作社发展情况通报', 'Report on cooperatives'),
  source: clause.figures,
  summary: {
    who: t('每个市、县的合作社通报。', 'The report of a city or county.'),
    how: t(
      '各项家数除以合作社总数，按规定位数四舍五入。',
      'Each count over all cooperatives, rounded as the report prints.',
    ),
  },
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const base = countBase(f.cooperatives)
    return { ...sharesOf(f, p, base), ...averagesOf(f, p, base) }
  },
  examples: cityReportExamples,
})

function sharesOf(f: Facts, p: Parameters, base: CountTerm) {
  const demonstration = demonstrationOf(f, p)
  const notStandard = step(
    'notStandard',
    t('不规范的', 'Not of standard operation'),
    f.cooperatives.minus(f.standard),
  )
  const grain = step(
    'shareGrain',
    t('百分比取几等份', 'Parts that shares are cut into'),
    byChoice(p.places, { none: count(100), one: count(1000), two: count(10000) }),
  )
  const share = (id: string, label: Text, part: CountTerm, cite = clause.figures) =>
    step(id, label, rounded(grain, part.shareOf(base), p).shareOf(grain), cite)
  return {
    standardShare: share('standardShare', t('规范运营比例', 'Share of standard operation'), f.standard),
    fiveHavesShare: share('fiveHavesShare', t('“五有”比例', 'Share with the five haves'), f.fiveHaves),
    demonstration,
    demonstrationShare: share('demonstrationShare', t('示范社比例', 'Share of demonstration'), demonstration),
    villageLedShare: share(
      'villageLedShare',
      t('村领办比例', 'Share led by villages'),
      f.villageLed,
      clause.villageLed,
    ),
    notStandard,
    notStandardShare: share('notStandardShare', t('不规范比例', 'Share not of standard'), notStandard),
  }
}

function averagesOf(f: Facts, p: Parameters, base: CountTerm) {
  const grain = step(
    'averageGrain',
    t('平均数取几等份', 'Parts that averages are cut into'),
    byChoice(p.places, { none: count(1), one: count(10), two: count(100) }),
  )
  const each = (id: string, label: Text, amount: CountTerm) =>
    step(id, label, rounded(grain, amount.ratioTo(base), p).ratioTo(grain), clause.figures)
  return {
    membersEach: each('membersEach', t('社均成员', 'Members each'), f.members),
    householdsEach: each('householdsEach', t('社均带动农户', 'Households each'), f.households),
  }
}

/** So many parts of the grain as the report prints. */
function rounded(grain: CountTerm, exact: PercentTerm | NumberTerm, p: Parameters): CountTerm {
  return byChoice(p.rounding, { halfUp: grain.times(exact), cut: grain.times(exact, 'down') })
}

/** Exclusive counts add up; of cumulative ones the lowest level holds all, so the largest is the total. */
function demonstrationOf({ national, provincial, city, county }: Facts, p: Parameters) {
  const all = byChoice(p.counting, {
    exclusive: sumOf(national, provincial, city, county),
    cumulative: largest(national, provincial, city, county),
  })
  return step('demonstration', t('示范社合计', 'Demonstration cooperatives in all'), all, clause.figures)
}
