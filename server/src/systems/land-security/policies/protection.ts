/** 被征地农民基本生活保障: category, funding, accounts at opening (LS-03 … LS-08, LS-10). */
import { cite, t } from '#kernel'
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
  table,
  years,
} from '#policy'
import { birthDate, category as categories, sex } from './words.ts'

const target = cite('S000', '篇一 三·第一（一）', '被征地时的在册农业人口')
const ages = cite('S000', '篇一 三·第一（二）', '男60周岁、女55周岁以上；16周岁以上；16周岁以下')
const above = cite(
  'S000',
  '篇一 三·第一（二）1',
  '个人专户由集体和个人缴费组成；政府出资部分进入社会统筹账户',
)
const working = cite(
  'S000',
  '篇一 三·第一（二）2',
  '个人专户由集体和个人缴纳的费用组成，政府出资部分也一并记入',
)
const minor = cite('S000', '篇一 三·第一（二）3', '按征地补偿规定一次性发给征地安置补助费')
const funding = cite(
  'S000',
  '篇一 三·第一（三）',
  '政府不低于30%，集体不低于40%，个人从安置补助费中抵交；另提5%风险准备金',
)
const since = '2019-01-01'
const takenOn = '2019-06-30'
const none = { applicable: false }

function ageExample(
  sexOf: 'male' | 'female',
  born: string,
  result: { category: 'above' | 'working' | 'minor'; age: number },
) {
  return {
    rule: 'LS-03',
    given: { sex: sexOf, birthDate: born, takenOn, base: '50000.00' },
    expect: { result },
  } as const
}

export const protection = definePolicy({
  id: 'land-security.protection',
  label: t('被征地农民基本生活保障', 'Basic security of land-expropriated farmers'),
  source: cite('S000', '篇一 三·第一'),
  effective: { from: since },
  facts: {
    sex,
    birthDate,
    takenOn: fact.day({ label: t('征地日', 'Day of the taking') }),
    base: fact.money({ label: t('保障资金总额', 'Security amount') }),
  },
  parameters: {
    workingAge: dated(years(16), { label: t('劳动年龄', 'Working age'), from: since, cite: ages }),
    pensionAge: table(
      { exact: { sex }, from: { born: birthDate } },
      [
        { sex: 'male', born: '0001-01-01', value: years(60) },
        { sex: 'female', born: '0001-01-01', value: years(55) },
      ],
      { label: t('养老年龄', 'Pension age'), from: since, cite: ages },
    ),
    government: dated(percent(30), {
      label: t('政府出资比例', 'Government share'),
      from: since,
      cite: funding,
      question: 'AMB-08',
    }),
    collective: dated(percent(40), {
      label: t('集体承担比例', 'Collective share'),
      from: since,
      cite: funding,
      question: 'AMB-08',
    }),
    reserve: dated(percent(5), {
      label: t('风险准备金比例', 'Risk reserve'),
      from: since,
      cite: funding,
      question: 'AMB-09',
    }),
  },
  on: (f) => f.takenOn,
  decide: (f, p) => {
    const age = step(
      'age',
      t('征地时年龄', 'Age when the land was taken'),
      completedYears(f.birthDate, f.takenOn),
      target,
    )
    const pensionAge = p.pensionAge.of({ sex: f.sex, born: f.birthDate })
    const category = step(
      'category',
      t('保障类别', 'Category'),
      choose(age)
        .when(below(p.workingAge), categories.minor, minor)
        .when(below(pensionAge), categories.working, working)
        .otherwise(categories.above),
      ages,
    )
    // A minor's money is the resettlement subsidy, outside this fund (LS-06): no share of it arises.
    const total = step(
      'total',
      t('本人保障资金', "This person's security amount"),
      byChoice(category, {
        above: f.base,
        working: f.base,
        minor: notApplicable(
          f.base,
          t('丙类不缴，发安置补助费', 'category (c) gets the resettlement subsidy instead'),
        ),
      }),
    )
    const parts = split(total, [
      ['government', p.government],
      ['collective', p.collective],
      ['individual', 'rest'],
    ])
    const government = step('government', t('政府出资', 'Government contribution'), parts.government, funding)
    const collective = step('collective', t('集体补助', 'Collective contribution'), parts.collective, funding)
    const individual = step('individual', t('个人缴费', 'Individual contribution'), parts.individual, funding)
    const reserve = step('reserve', t('风险准备金', 'Risk reserve'), total.times(p.reserve), funding)
    return {
      category,
      age,
      individualAccount: step(
        'individualAccount',
        t('记入个人专户', 'Into the individual account'),
        byChoice(category, {
          above: step(
            'accountAbove',
            t('集体和个人缴费', 'Collective and individual contributions'),
            sumOf(collective, individual),
            above,
          ),
          working: step(
            'accountWorking',
            t('集体、个人和政府出资', 'Collective, individual and government contributions'),
            sumOf(collective, individual, government),
            working,
          ),
          minor: notApplicable(individual),
        }),
      ),
      pooled: step(
        'pooled',
        t('记入社会统筹账户', 'Into the pooled account'),
        byChoice(category, { above: government, working: money('0.00'), minor: notApplicable(government) }),
      ),
      government,
      collective,
      individual,
      reserve,
      due: step(
        'due',
        t('应转入专户合计', 'To be transferred in all'),
        sumOf(government, collective, individual, reserve),
        funding,
      ),
      landRevenue: step(
        'landRevenue',
        t('土地出让金负担', 'Borne by land-transfer revenue'),
        sumOf(government, reserve),
        funding,
      ),
      subsidyOnly: step(
        'subsidyOnly',
        t('一次性发给安置补助费', 'Resettlement subsidy paid once'),
        category.is('minor'),
        minor,
      ),
    }
  },
  examples: [
    // LS-03: the limits of the three categories on one take date
    ageExample('male', '1959-06-30', { category: 'above', age: 60 }),
    ageExample('male', '1959-07-01', { category: 'working', age: 59 }),
    ageExample('female', '1964-06-30', { category: 'above', age: 55 }),
    ageExample('female', '1964-07-01', { category: 'working', age: 54 }),
    ageExample('male', '2003-06-30', { category: 'working', age: 16 }),
    ageExample('female', '2003-06-30', { category: 'working', age: 16 }),
    ageExample('male', '2003-07-01', { category: 'minor', age: 15 }),
    {
      rule: 'LS-08',
      given: { sex: 'male', birthDate: '1980-01-01', takenOn, base: '50000.00' },
      expect: {
        result: {
          government: '15000.00',
          collective: '20000.00',
          individual: '15000.00',
          reserve: '2500.00',
          due: '52500.00',
          landRevenue: '17500.00',
        },
      },
    },
    {
      rule: 'LS-10',
      title: t('甲类 35,000 进个人专户，15,000 进统筹', '(a): 35,000 individual, 15,000 pooled'),
      given: { sex: 'female', birthDate: '1960-01-01', takenOn, base: '50000.00' },
      expect: { result: { category: 'above', individualAccount: '35000.00', pooled: '15000.00' } },
    },
    {
      rule: 'LS-10',
      title: t('乙类 50,000 全进个人专户', '(b): 50,000 individual, nothing pooled'),
      given: { sex: 'female', birthDate: '1980-01-01', takenOn, base: '50000.00' },
      expect: { result: { category: 'working', individualAccount: '50000.00', pooled: '0.00' } },
    },
    {
      rule: 'LS-06',
      title: t('丙类不建专户', '(c): no account'),
      given: { sex: 'female', birthDate: '2010-01-01', takenOn, base: '50000.00' },
      expect: {
        result: { category: 'minor', individualAccount: none, pooled: none, due: none, subsidyOnly: true },
      },
    },
    {
      rule: 'GEN-01',
      title: t('有余数时最后一份取余数', 'the last share takes the remainder'),
      given: { sex: 'male', birthDate: '1980-01-01', takenOn, base: '100.01' },
      expect: { result: { government: '30.00', collective: '40.00', individual: '30.01' } },
    },
    {
      rule: 'LS-06',
      title: t('15 岁：性别和标准都不影响结果', '15 years old: neither sex nor standard matters'),
      given: { birthDate: '2003-07-01', takenOn },
      expect: { status: 'known', result: { category: 'minor', individualAccount: none, due: none } },
    },
    {
      rule: 'LS-10',
      title: t('标准不详：类别已定，金额还算不出', 'standard not known: category settled, amounts open'),
      given: { sex: 'male', birthDate: '1949-01-01', takenOn },
      expect: { missing: ['base'], result: { category: 'above', individualAccount: null } },
    },
    {
      rule: 'LS-03',
      title: t('57 岁，性别不详：还不能判断', '57 years old, sex not known: open'),
      given: { birthDate: '1962-01-01', takenOn, base: '50000.00' },
      expect: { missing: ['sex'] },
    },
    {
      rule: 'LS-03',
      title: t('什么都没给', 'nothing given'),
      given: {},
      expect: { missing: ['base', 'birthDate', 'sex', 'takenOn'] },
    },
  ],
})
