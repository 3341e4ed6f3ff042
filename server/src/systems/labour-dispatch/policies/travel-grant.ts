/** 一次性交通补贴: once a person and year, by where the work place lies; the standards are the county's own (OF-34). */
import { t } from '#kernel'
import type { BooleanTerm, ParameterTerms, TermsOf } from '#policy'
import {
  allOf,
  byChoice,
  choices,
  choose,
  dated,
  definePolicy,
  fact,
  months,
  onlyIf,
  required,
  step,
} from '#policy'
import { clause, since } from './sources.ts'
import { travelGrantExamples } from './travel-grant.data.ts'
import { placeOptions } from './words.ts'

const reasons = choices({
  granted: t('可以补贴', 'granted'),
  notHere: t('不是本县脱贫人口或监测对象', 'not an out-of-poverty or monitored person of the county'),
  paid: t('本年已经补贴过', 'paid in the year already'),
  short: t('务工月数不够', 'too few months of work'),
  late: t('过了申报截止日', 'after the last day of claims'),
})
const standard = (zh: string, en: string) => required(fact.money({ label: t(zh, en) }), 'OF-34')

const facts = {
  entitledPerson: fact.boolean({
    label: t('本县脱贫人口或监测对象', 'Out-of-poverty or monitored person of the county'),
  }),
  place: fact.choice({ label: t('务工地点', 'Place of work'), options: placeOptions }),
  worked: fact.months({ label: t('本年务工月数', 'Months worked in the year') }),
  paidInYear: fact.boolean({
    label: t('本年已领过交通补贴（含在别处领的）', 'Paid a travel grant in the year, elsewhere too'),
  }),
  claimUntil: fact.day({ label: t('申报截止日', 'Last day of claims') }),
  claimedOn: fact.day({ label: t('申报日', 'Day of the claim') }),
}
const parameters = {
  leastMonths: dated(months(3), {
    label: t('最少务工月数', 'Least months of work'),
    from: since,
    cite: clause.travel,
  }),
  inCounty: standard('县内每人标准', 'Per person, in the county'),
  inPrefecture: standard('州内县外每人标准', 'Per person, in the prefecture'),
  inProvince: standard('省内州外每人标准', 'Per person, in the province'),
  outside: standard('省外每人标准', 'Per person, outside the province'),
}
type Facts = TermsOf<typeof facts>
type Parameters = ParameterTerms<typeof parameters>

export const travelGrant = definePolicy({
  id: 'labour-dispatch.travel-grant',
  label: t('外出务工一次性交通补贴', 'Travel grant of out-workers'),
  source: clause.travel,
  summary: {
    who: t(
      '外出务工满规定月数的脱贫人口、监测对象。',
      'Out-of-poverty and monitored persons who work away for the months set.',
    ),
    amount: t(
      '按务工地点的县定标准，每人每年一次。',
      "The county's standard by place, once a person and year.",
    ),
    how: t(
      '看务工地点、月数、是否已领和是否按时申报；没有定标准的地点不能算出金额。',
      'By place, months, whether it was paid and claimed in time; where no standard is set there is no amount.',
    ),
    paidFrom: t('衔接资金或就业补助资金，由县里定。', 'Funds that the county names.'),
  },
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.claimedOn,
  decide: (f, p) => {
    const met = conditionsOf(f, p)
    const eligible = step('eligible', t('符合条件', 'Eligible'), allOf(...Object.values(met)), clause.travel)
    return {
      eligible,
      reason: step('reason', t('结论', 'Conclusion'), reasonOf(met), clause.travel),
      amount: step('amount', t('补贴金额', 'Grant'), onlyIf(eligible, standardOf(f, p)), clause.travel),
    }
  },
  examples: travelGrantExamples,
})

function conditionsOf(f: Facts, p: Parameters) {
  return {
    person: f.entitledPerson,
    unpaid: f.paidInYear.not(),
    worked: f.worked.isAtLeast(p.leastMonths),
    inTime: f.claimedOn.isAtMost(f.claimUntil),
  }
}

function standardOf(f: Facts, p: Parameters) {
  return byChoice(f.place, {
    county: p.inCounty,
    prefecture: p.inPrefecture,
    province: p.inProvince,
    outside: p.outside,
  })
}

function reasonOf(met: Readonly<Record<keyof ReturnType<typeof conditionsOf>, BooleanTerm>>) {
  return choose()
    .when(met.person.not(), reasons.notHere)
    .when(met.unpaid.not(), reasons.paid)
    .when(met.worked.not(), reasons.short)
    .when(met.inTime.not(), reasons.late)
    .otherwise(reasons.granted)
}
