/** 被征地农民基本生活保障: category, shares, accounts at opening (LS-03 … LS-08, LS-10). */
import { t } from '#kernel'
import type { ChoiceTerm, MoneyTerm, ParameterTerms, TermsOf } from '#policy'
import {
  below,
  byChoice,
  choose,
  completedYears,
  dated,
  definePolicy,
  fact,
  money,
  notApplicable,
  percent,
  split,
  step,
  sumOf,
  years,
} from '#policy'
import { protectionExamples } from './protection.data.ts'
import { clause, since } from './sources.ts'
import { birthDate, categories, pensionAge, sex } from './words.ts'

const facts = {
  sex,
  birthDate,
  takenOn: fact.day({ label: t('征地日', 'Day of the taking') }),
  base: fact.money({ label: t('人均保障标准', 'Security amount per person') }),
}

const parameters = {
  workingAge: dated(years(16), { label: t('劳动年龄', 'Working age'), from: since, cite: clause.ages }),
  pensionAge,
  government: dated(percent(30), {
    label: t('政府出资比例', 'Government share'),
    from: since,
    cite: clause.funding,
    question: 'AMB-08',
  }),
  collective: dated(percent(40), {
    label: t('集体补助比例', 'Collective share'),
    from: since,
    cite: clause.funding,
    question: 'AMB-08',
  }),
  reserve: dated(percent(5), {
    label: t('风险准备金比例', 'Risk reserve'),
    from: since,
    cite: clause.funding,
    question: 'AMB-09',
  }),
}

type Facts = TermsOf<typeof facts>
type Parameters = ParameterTerms<typeof parameters>
type Category = ChoiceTerm<'above' | 'working' | 'minor'>

export const protection = definePolicy({
  id: 'land-security.protection',
  label: t('被征地农民基本生活保障', 'Basic security of land-expropriated farmers'),
  source: clause.basis,
  summary: {
    who: t(
      '村民会议讨论、乡镇核准、人社局审定并公示无异议的被征地农民。',
      'Farmers whose land was taken, decided by the meeting, the township and the county, and posted without objection.',
    ),
    amount: t(
      '人均保障标准的全额；甲类由集体和个人部分建个人专户，乙类连同政府部分一并建户，丙类只发安置补助费。',
      'The full security amount: (a) collective and own part into the own account, (b) with the government part, (c) the resettlement subsidy only.',
    ),
    how: t(
      '先按征地时的年龄定类别，再把人均标准分成政府、集体、个人三份，另提风险准备金。',
      'The age at the taking gives the category; the amount is split into three shares, and a risk reserve is added.',
    ),
    paidFrom: t(
      '土地出让收入、集体补助和个人安置补助费，存入社保基金专户。',
      "Land-transfer revenue, the collective, and the person's own subsidy, through the special account.",
    ),
  },
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.takenOn,
  decide: (f, p) => {
    const label = t('征地时年龄', 'Age when the land was taken')
    const age = step('age', label, completedYears(f.birthDate, f.takenOn), clause.target)
    const category = step(
      'category',
      t('保障类别', 'Category'),
      choose(age)
        .when(below(p.workingAge), categories.minor, clause.minor)
        .when(below(p.pensionAge.of({ sex: f.sex, born: f.birthDate })), categories.working, clause.working)
        .otherwise(categories.above),
      clause.ages,
    )
    const shares = sharesOf(category, f, p)
    return { category, age, ...accountsOf(category, shares), ...shares, ...transfersOf(category, shares) }
  },
  examples: protectionExamples,
})

/** LS-07, LS-08, AMB-36: split per person; the project is the sum. A minor has no share of this fund (LS-06). */
function sharesOf(category: Category, f: Facts, p: Parameters) {
  const minor = notApplicable(
    f.base,
    t('丙类不缴，发安置补助费', '(c) gets the resettlement subsidy instead'),
  )
  const own = byChoice(category, { above: f.base, working: f.base, minor })
  const total = step('total', t('本人保障资金', 'Security amount of this person'), own)
  const parts = split(total, [
    ['government', p.government],
    ['collective', p.collective],
    ['individual', 'rest'],
  ])
  const { funding } = clause
  return {
    total,
    government: step('government', t('政府出资', 'Government contribution'), parts.government, funding),
    collective: step('collective', t('集体补助', 'Collective contribution'), parts.collective, funding),
    individual: step('individual', t('个人缴费', 'Individual contribution'), parts.individual, funding),
    reserve: step('reserve', t('风险准备金', 'Risk reserve'), total.times(p.reserve), funding),
  }
}

type Shares = { readonly [K in 'government' | 'collective' | 'individual' | 'reserve']: MoneyTerm }

/** LS-04, LS-05, LS-10: what is put into which account. */
function accountsOf(category: Category, { government, collective, individual }: Shares) {
  const ofAbove = t('集体和个人缴费', 'Collective and individual contributions')
  const ofWorking = t('集体、个人缴费和政府出资', 'Collective, individual and government contributions')
  const account = byChoice(category, {
    above: step('accountAbove', ofAbove, sumOf(collective, individual), clause.above),
    working: step('accountWorking', ofWorking, sumOf(collective, individual, government), clause.working),
    minor: notApplicable(individual),
  })
  const pool = byChoice(category, {
    above: government,
    working: money('0.00'),
    minor: notApplicable(government),
  })
  return {
    individualAccount: step('individualAccount', t('记入个人专户', 'Into the individual account'), account),
    pooled: step('pooled', t('记入社会统筹账户', 'Into the pooled account'), pool),
  }
}

/** LS-06, LS-08: what is to be moved, and what land-transfer revenue bears. */
function transfersOf(category: Category, { government, collective, individual, reserve }: Shares) {
  const due = sumOf(government, collective, individual, reserve)
  const { funding, minor } = clause
  const ofRevenue = t('土地出让金负担', 'Borne by land-transfer revenue')
  const ofMinor = t('只发安置补助费', 'Resettlement subsidy only')
  return {
    due: step('due', t('应转入专户合计', 'To be transferred in all'), due, funding),
    landRevenue: step('landRevenue', ofRevenue, sumOf(government, reserve), funding),
    subsidyOnly: step('subsidyOnly', ofMinor, category.is('minor'), minor),
  }
}
