/** 个人专户计息: the higher of actual return and one-year deposit rate, credited yearly (LS-11). */
import { t } from '#kernel'
import { dated, definePolicy, fact, largest, percent, repeat, required, step } from '#policy'
import { clause, since } from './sources.ts'

const rates = { actualReturn: '1.2', depositRate: '1.5' }
const account = (balance: string, rounds: number) => ({ balance, years: rounds, creditedOn: '2020-12-31' })

export const interest = definePolicy({
  id: 'land-security.interest',
  label: t('个人专户计息', 'Interest on the individual account'),
  source: clause.interest,
  summary: {
    who: t('有个人专户余额的保障对象。', 'Everyone with a balance in an individual account.'),
    amount: t('年初余额乘记账利率，逐年滚存。', 'The balance times the rate, year by year.'),
    how: t(
      '记账利率取实际收益率、一年期存款利率、最低利率中的高者。',
      'The rate is the highest of actual return, one-year deposit rate and floor.',
    ),
    paidFrom: t(
      '专户利息收入，不足部分由统筹账户补。',
      'Bank interest of the special account, then the pool.',
    ),
  },
  effective: { from: since },
  facts: {
    balance: fact.money({ label: t('年初余额', 'Balance at the beginning') }),
    years: fact.count({ label: t('计息年数', 'Number of years') }),
    creditedOn: fact.day({ label: t('结息日', 'Day of crediting') }),
  },
  parameters: {
    // Decided once a year by a document (OF-06): the county enters them, there is no default.
    actualReturn: required(fact.percent({ label: t('实际收益率', 'Actual return') })),
    depositRate: required(fact.percent({ label: t('一年期存款利率', 'One-year deposit rate') })),
    floor: dated(percent(0), { label: t('最低利率', 'Least rate'), from: since, cite: clause.interest }),
  },
  on: (f) => f.creditedOn,
  decide: (f, p) => {
    const rate = step(
      'rate',
      t('记账利率', 'Rate credited'),
      largest(p.actualReturn, p.depositRate, p.floor),
      clause.interest,
    )
    const label = t('上年余额', 'Balance of the year before')
    const next = (balance: typeof f.balance) =>
      balance.plus(
        step('yearInterest', t('当年利息', 'Interest of the year'), balance.times(rate), clause.interest),
      )
    const after = repeat(f.years, f.balance, { label, next })
    const balanceAfter = step('balanceAfter', t('结息后余额', 'Balance after crediting'), after)
    return {
      rate,
      balanceAfter,
      interest: step('interest', t('利息合计', 'Interest in all'), balanceAfter.minus(f.balance)),
    }
  },
  examples: [
    {
      rule: 'LS-11',
      given: account('35000.00', 1),
      parameters: rates,
      expect: { result: { rate: '1.5', interest: '525.00', balanceAfter: '35525.00' } },
    },
    {
      rule: 'LS-11',
      given: account('35525.00', 1),
      parameters: rates,
      expect: { result: { interest: '532.88', balanceAfter: '36057.88' } },
    },
    {
      rule: 'LS-11',
      given: account('35000.00', 2),
      parameters: rates,
      expect: { result: { balanceAfter: '36057.88', interest: '1057.88' } },
    },
    {
      // 1007.00 x 1.5 % = 15.105, a half goes up; 1000.20 x 1.5 % = 15.003
      rule: 'GEN-01',
      title: t('半分进位', 'half a fen goes up'),
      given: account('1007.00', 1),
      parameters: rates,
      expect: { result: { interest: '15.11' } },
    },
    {
      rule: 'GEN-01',
      given: account('1000.20', 1),
      parameters: rates,
      expect: { result: { interest: '15.00' } },
    },
    {
      rule: 'LS-11',
      title: t('两个利率都为负：不扣本金', 'both rates below 0: the principal stays'),
      given: account('35000.00', 1),
      parameters: { actualReturn: '-1', depositRate: '-0.5' },
      expect: { result: { rate: '0', interest: '0.00', balanceAfter: '35000.00' } },
    },
    {
      rule: 'LS-11',
      title: t('施行首日', 'on the first day'),
      given: { ...account('35000.00', 1), creditedOn: since },
      parameters: rates,
      expect: { result: { interest: '525.00' } },
    },
    {
      rule: 'LS-11',
      title: t('利率未定', 'rates not decided'),
      given: account('35000.00', 1),
      expect: { missingParameters: ['actualReturn', 'depositRate'] },
    },
  ],
})
