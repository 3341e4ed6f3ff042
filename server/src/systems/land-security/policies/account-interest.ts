/** 个人账户当年利息: one account, one year, from what stood in it (LS-11, OF-06). The rate is decided by `land-security.interest`. */
import { t } from '#kernel'
import { definePolicy, fact, step } from '#policy'
import { clause, since } from './sources.ts'

const creditedOn = '2019-12-31'
const span = (from: string, balance: string, units: number) => ({ from, balance, units })

export const accountInterest = definePolicy({
  id: 'land-security.account-interest',
  label: t('个人账户当年利息', 'Interest of one account and year'),
  source: clause.interest,
  summary: {
    who: t('年内有余额的个人账户。', 'Every individual account that held money in the year.'),
    amount: t(
      '积数乘年利率，除以全年单位数。',
      'The products times the yearly rate, by the units of the year.',
    ),
    how: t(
      '积数是每段余额乘它停留的天数（或月数）之和，分位四舍五入一次。',
      'Products are each balance times the days or months it stood; rounded to the fen once.',
    ),
    paidFrom: t(
      '专户利息收入，不足部分由统筹账户补。',
      'Bank interest of the special account, then the pool.',
    ),
  },
  effective: { from: since },
  facts: {
    spans: fact.list({
      label: t('当年余额', 'Balances of the year'),
      fields: {
        from: fact.day({ label: t('起', 'From') }),
        balance: fact.money({ label: t('余额', 'Balance') }),
        units: fact.count({ label: t('单位数', 'Units') }),
      },
    }),
    rate: fact.percent({ label: t('记账利率', 'Rate credited') }),
    creditedOn: fact.day({ label: t('结息日', 'Day of crediting') }),
  },
  parameters: {},
  on: (f) => f.creditedOn,
  decide: (f) => {
    const product = step(
      'product',
      t('积数', 'Products'),
      f.spans.sum((one) => one.balance.times(one.units)),
    )
    const units = step(
      'units',
      t('全年单位数', 'Units of the year'),
      f.spans.sum((one) => one.units),
    )
    return {
      interest: step(
        'interest',
        t('当年利息', 'Interest of the year'),
        product.times(f.rate.dividedBy(units)),
        clause.interest,
      ),
    }
  },
  examples: [
    {
      rule: 'LS-11',
      title: t('年末余额', 'balance at the end of the year'),
      given: { spans: [span('2019-12-31', '35000.00', 1)], rate: '1.5', creditedOn },
      expect: { result: { interest: '525.00' } },
    },
    {
      rule: 'LS-11',
      given: { spans: [span('2019-12-31', '35525.00', 1)], rate: '1.5', creditedOn },
      expect: { result: { interest: '532.88' } },
    },
    {
      // 1007.00 x 1.5 % = 15.105, a half goes up; 1000.20 x 1.5 % = 15.003
      rule: 'GEN-01',
      title: t('半分进位', 'half a fen goes up'),
      given: { spans: [span('2019-12-31', '1007.00', 1)], rate: '1.5', creditedOn },
      expect: { result: { interest: '15.11' } },
    },
    {
      rule: 'GEN-01',
      given: { spans: [span('2019-12-31', '1000.20', 1)], rate: '1.5', creditedOn },
      expect: { result: { interest: '15.00' } },
    },
    {
      // 35000 x 181 + 34760 x 184 = 12,730,840 yuan and days; x 1.5 % / 365 = 523.185…
      rule: 'OF-06',
      title: t('日积数', 'daily products'),
      given: {
        spans: [span('2019-01-01', '35000.00', 181), span('2019-07-01', '34760.00', 184)],
        rate: '1.5',
        creditedOn,
      },
      expect: { result: { interest: '523.19' } },
    },
    {
      rule: 'OF-06',
      title: t('利率未定', 'rate not decided'),
      given: { spans: [span('2019-12-31', '35000.00', 1)], creditedOn },
      expect: { missing: ['rate'] },
    },
  ],
})
