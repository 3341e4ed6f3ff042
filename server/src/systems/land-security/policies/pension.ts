/** 失地农民养老金: from pension age on, at the monthly standard; warned of where it does not exceed dibao (LS-12). */
import { t } from '#kernel'
import type { TermsOf } from '#policy'
import {
  allOf,
  boolean,
  byChoice,
  check,
  choices,
  dated,
  definePolicy,
  fact,
  ifApplies,
  months,
  onlyIf,
  required,
  step,
} from '#policy'
import { clause, none, since } from './sources.ts'
import { birthDate, category, pensionAge, sex } from './words.ts'

const startMonths = choices({
  same: t('到龄当月', 'month of the birthday'),
  next: t('到龄次月', 'month after the birthday'),
})

const woman = { category: 'above', sex: 'female', birthDate: '1968-06-12', diedOn: none }

function warned(standard: string, aboveDibao: boolean) {
  const given = { ...woman, payMonth: '2023-07-01' }
  return {
    rule: 'LS-12',
    given,
    parameters: { standard, dibao: '230.00' },
    expect: { checks: { aboveDibao } },
  }
}

const facts = {
  category,
  sex,
  birthDate,
  payMonth: fact.day({ label: t('待遇月份', 'Month of the benefit') }),
  diedOn: fact.day({ label: t('死亡日期', 'Day of death') }),
}

export const pension = definePolicy({
  id: 'land-security.pension',
  label: t('失地农民养老金', 'Pension of land-expropriated farmers'),
  source: clause.pensionStart,
  summary: {
    who: t(
      '甲类、乙类保障对象，到了领取年龄，健在。',
      'Persons of (a) and (b) who have reached pension age and are alive.',
    ),
    amount: t('每月按县定标准。', "The county's monthly standard."),
    how: t(
      '到龄当月起按月计算，发到去世当月。',
      'From the month of reaching the age through the month of death.',
    ),
    paidFrom: t('先由个人专户付，付完由统筹账户付。', 'The individual account first, then the pool.'),
  },
  effective: { from: since },
  facts,
  parameters: {
    pensionAge,
    startMonth: dated(startMonths.same, {
      label: t('起领月份', 'First month'),
      from: since,
      cite: clause.pensionStart,
      question: 'OF-17',
    }),
    standard: required(fact.money({ label: t('养老金月标准', 'Monthly standard') }), 'AMB-22'),
    dibao: required(fact.money({ label: t('城市低保标准', 'Urban minimum living allowance') }), 'AMB-22'),
  },
  on: (f) => f.payMonth,
  decide: (f, p) => {
    const limit = p.pensionAge.of({ sex: f.sex, born: f.birthDate })
    const reached = step(
      'reachedOn',
      t('到龄日', 'Day of reaching pension age'),
      f.birthDate.plusMonths(limit),
      clause.pensionStart,
    )
    const first = byChoice(p.startMonth, {
      same: reached.firstOfMonth(),
      next: reached.firstOfMonth().plusMonths(months(1)),
    })
    const startsOn = step('startsOn', t('起领月', 'First month of benefit'), first)
    const ofAge = step(
      'ofAge',
      t('已到领取年龄', 'Has reached pension age'),
      f.payMonth.firstOfMonth().isAtLeast(startsOn),
      clause.pensionStart,
    )
    const entitled = step(
      'entitled',
      t('当月可领', 'Entitled in this month'),
      allOf(f.category.isNot('minor'), ofAge, isAlive(f)),
    )
    const monthly = step(
      'monthly',
      t('当月养老金', 'Benefit of this month'),
      onlyIf(entitled, p.standard),
      clause.above,
    )
    const aboveDibao = check(
      'aboveDibao',
      t('核对：高于城市低保', 'Check: above the urban minimum'),
      monthly.isAbove(p.dibao),
      {
        severity: 'warning',
        message: t(
          '养老金没有高于城市低保标准，原则上应当高于。请核对月标准。',
          'The benefit does not exceed the urban minimum as it should in principle. Check the standard.',
        ),
        cite: clause.above,
      },
    )
    return { monthly, entitled, startsOn, aboveDibao }
  },
  examples: [
    warned('230.00', false),
    warned('231.00', true),
    {
      rule: 'LS-12',
      title: t('女 55 周岁当月起', 'a woman from the month of 55'),
      given: { ...woman, payMonth: '2023-06-01' },
      parameters: { standard: '240.00', dibao: '230.00' },
      expect: { result: { entitled: true, startsOn: '2023-06-01', monthly: '240.00' } },
    },
    {
      rule: 'LS-12',
      given: { ...woman, payMonth: '2023-05-01' },
      parameters: { standard: '240.00', dibao: '230.00' },
      expect: { result: { entitled: false, monthly: none, aboveDibao: none } },
    },
    {
      rule: 'LS-12',
      title: t('男 60 周岁', 'a man from 60'),
      given: { ...woman, sex: 'male', payMonth: '2028-06-01' },
      parameters: { standard: '240.00', dibao: '230.00' },
      expect: { result: { entitled: true, startsOn: '2028-06-01' } },
    },
    {
      rule: 'OF-15',
      title: t('发到死亡当月', 'paid through the month of death'),
      given: { ...woman, diedOn: '2025-08-30', payMonth: '2025-08-01' },
      parameters: { standard: '240.00', dibao: '230.00' },
      expect: { result: { monthly: '240.00' } },
    },
    {
      rule: 'OF-15',
      given: { ...woman, diedOn: '2025-08-30', payMonth: '2025-09-01' },
      parameters: { standard: '240.00', dibao: '230.00' },
      expect: { result: { monthly: none } },
    },
    {
      rule: 'OF-15',
      title: t('去世当月晚于去世日也发', 'the month of death in full, after the day too'),
      given: { ...woman, diedOn: '2025-08-15', payMonth: '2025-08-20' },
      parameters: { standard: '240.00', dibao: '230.00' },
      expect: { result: { entitled: true, monthly: '240.00' } },
    },
    {
      rule: 'OF-17',
      title: t('县里定为次月起领', 'the county lets it start in the month after'),
      given: { ...woman, payMonth: '2023-06-01' },
      parameters: { standard: '240.00', dibao: '230.00', startMonth: 'next' },
      expect: { result: { entitled: false, startsOn: '2023-07-01' } },
    },
    {
      rule: 'LS-06',
      title: t('丙类不领', '(c) draws none'),
      given: { ...woman, category: 'minor', payMonth: '2023-07-01' },
      parameters: { standard: '240.00', dibao: '230.00' },
      expect: { result: { entitled: false, monthly: none } },
    },
    {
      rule: 'LS-12',
      title: t('施行首日', 'on the first day'),
      given: { ...woman, birthDate: '1964-01-01', payMonth: since },
      parameters: { standard: '240.00', dibao: '230.00' },
      expect: { result: { entitled: true, startsOn: '2019-01-01' } },
    },
    {
      rule: 'AMB-22',
      title: t('月标准未定', 'standard not set'),
      given: { ...woman, payMonth: '2023-06-01' },
      expect: { missingParameters: ['dibao', 'standard'] },
    },
  ],
})

/** Payable through the month of death (OF-15). */
function isAlive(f: TermsOf<typeof facts>) {
  const upToDeath = f.payMonth.firstOfMonth().isAtMost(f.diedOn.firstOfMonth())
  return step(
    'alive',
    t('在世，或当月去世', 'Alive, or died in this month'),
    ifApplies(f.diedOn, upToDeath, boolean(true)),
  )
}
