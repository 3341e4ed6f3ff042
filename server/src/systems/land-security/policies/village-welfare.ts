/** 村集体福利: monthly money by tier of the village, age and sex (LS-22). */
import { t } from '#kernel'
import {
  atLeast,
  byChoice,
  choose,
  completedYears,
  count,
  dated,
  definePolicy,
  fact,
  money,
  step,
  table,
  years,
} from '#policy'
import { clause, since } from './sources.ts'
import { birthDate, sex } from './words.ts'

const tiers = {
  first: t('第一层面', 'first tier'),
  second: t('第二层面', 'second tier'),
  third: t('第三层面', 'third tier'),
} as const
const onDay = '2019-12-31'

const amount = (yuan: string, zh: string, en: string) =>
  dated(money(yuan), { label: t(zh, en), from: since, cite: clause.welfareTiers })

export const villageWelfare = definePolicy({
  id: 'land-security.village-welfare',
  label: t('村集体福利', 'Village welfare'),
  source: clause.welfareTiers,
  summary: {
    who: t('达到本村层面规定年龄的村民。', 'Villagers of the age that their tier names.'),
    amount: t('每月按村定标准。', "The village's monthly standard."),
    how: t('按性别、年龄和村的层次判断。', 'By sex, age and the tier of the village.'),
    paidFrom: t('村集体收入。', 'Income of the collective.'),
  },
  effective: { from: since },
  facts: {
    tier: fact.choice({ label: t('村福利层面', 'Welfare tier of the village'), options: tiers }),
    sex,
    birthDate,
    onDay: fact.day({ label: t('计发日', 'Day of the payment') }),
  },
  parameters: {
    retirement: table(
      { exact: { sex } },
      [
        { sex: 'male', value: years(50) },
        { sex: 'female', value: years(45) },
      ],
      { label: t('第一层面退休年龄', 'Retirement age, first tier'), from: since, cite: clause.welfareTiers },
    ),
    oldAge: dated(years(60), {
      label: t('第三层面老年年龄', 'Old age, third tier'),
      from: since,
      cite: clause.welfareTiers,
    }),
    first: amount('150.00', '第一层面月标准', 'Monthly, first tier'),
    second: amount('100.00', '第二层面月标准', 'Monthly, second tier'),
    third: amount('30.00', '第三层面月标准', 'Monthly, third tier'),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const age = step('age', t('计发日年龄', 'Age on the day'), completedYears(f.birthDate, f.onDay))
    const nothing = money('0.00')
    const own = byChoice(f.tier, {
      first: choose(age)
        .when(atLeast(p.retirement.of({ sex: f.sex })), p.first)
        .otherwise(nothing),
      second: p.second,
      third: choose(age).when(atLeast(p.oldAge), p.third).otherwise(nothing),
    })
    const monthly = step('monthly', t('每月福利', 'Monthly welfare'), own, clause.welfareTiers)
    return { monthly, yearly: step('yearly', t('全年', 'In a year'), monthly.times(count(12))) }
  },
  examples: [
    {
      rule: 'LS-22',
      given: { tier: 'first', sex: 'female', birthDate: '1974-12-31', onDay },
      expect: { result: { monthly: '150.00', yearly: '1800.00' } },
    },
    {
      rule: 'LS-22',
      given: { tier: 'first', sex: 'female', birthDate: '1975-01-01', onDay },
      expect: { result: { monthly: '0.00', yearly: '0.00' } },
    },
    {
      rule: 'LS-22',
      given: { tier: 'third', sex: 'male', birthDate: '1960-01-01', onDay },
      expect: { result: { yearly: '0.00' } },
    },
    {
      rule: 'LS-22',
      given: { tier: 'third', sex: 'male', birthDate: '1959-12-31', onDay },
      expect: { result: { monthly: '30.00', yearly: '360.00' } },
    },
    {
      rule: 'LS-22',
      title: t('男正好 50', 'a man of exactly 50'),
      given: { tier: 'first', sex: 'male', birthDate: '1969-12-31', onDay },
      expect: { result: { monthly: '150.00' } },
    },
    {
      rule: 'LS-22',
      title: t('男差一天到 50', 'a man a day short of 50'),
      given: { tier: 'first', sex: 'male', birthDate: '1970-01-01', onDay },
      expect: { result: { monthly: '0.00' } },
    },
    {
      rule: 'LS-22',
      title: t('施行首日：第一层面', 'on the first day: first tier'),
      given: { tier: 'first', sex: 'female', birthDate: '1974-01-01', onDay: since },
      expect: { result: { monthly: '150.00' } },
    },
    {
      rule: 'LS-22',
      title: t('施行首日：第二层面', 'on the first day: second tier'),
      given: { tier: 'second', onDay: since },
      expect: { result: { yearly: '1200.00' } },
    },
    {
      rule: 'LS-22',
      title: t('施行首日：第三层面', 'on the first day: third tier'),
      given: { tier: 'third', sex: 'male', birthDate: '1959-01-01', onDay: since },
      expect: { result: { monthly: '30.00' } },
    },
    {
      rule: 'LS-22',
      title: t('第二层面不看年龄', 'second tier: age does not matter'),
      given: { tier: 'second', onDay },
      expect: { result: { monthly: '100.00' } },
    },
  ],
})
