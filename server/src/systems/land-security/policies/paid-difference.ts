/** 追补: what a month is short of, or was paid too much, against what it should have been (OF-14, OF-16). */
import { t } from '#kernel'
import { definePolicy, fact, money, onlyIf, step } from '#policy'
import { clause, none, since } from './sources.ts'

const month = '2025-07-01'

export const paidDifference = definePolicy({
  id: 'land-security.paid-difference',
  label: t('已发与应发的差额', 'Difference between paid and due'),
  source: clause.basis,
  summary: {
    who: t(
      '重算后应发数与已发数不同的人。',
      'Persons whose month came to another sum when it was done again.',
    ),
    amount: t('应发减已发：少发的补发，多发的追回。', 'Due less paid: topped up, or recovered.'),
    how: t('逐人逐月，一个月一条，不相互抵消。', 'By person and month, one line a month, never netted.'),
    paidFrom: t('原来付这个月的账户。', 'The accounts that paid the month.'),
  },
  effective: { from: since },
  facts: {
    month: fact.day({ label: t('待遇月份', 'Month of the benefit') }),
    due: fact.money({ label: t('重算应发', 'Due when done again') }),
    paid: fact.money({ label: t('原已发', 'Paid before') }),
  },
  parameters: {},
  on: (f) => f.month,
  decide: (f) => ({
    topUp: step(
      'topUp',
      t('补发', 'Top-up'),
      onlyIf(f.due.isAbove(f.paid), f.due.minus(f.paid)),
      clause.basis,
    ),
    recovery: step(
      'recovery',
      t('追回', 'Recovery'),
      onlyIf(f.paid.isAbove(f.due), f.paid.minus(f.due)),
      clause.basis,
    ),
    settled: step(
      'settled',
      t('已发足，不多不少', 'Neither short nor too much'),
      f.due.minus(f.paid).is(money('0.00')),
    ),
  }),
  examples: [
    {
      rule: 'OF-14',
      title: t('未发的月份补发', 'a month that was not paid'),
      given: { month, due: '240.00', paid: '0.00' },
      expect: { result: { topUp: '240.00', recovery: none, settled: false } },
    },
    {
      rule: 'OF-16',
      title: t('死亡后多发的月份追回', 'a month paid after death'),
      given: { month, due: '0.00', paid: '240.00' },
      expect: { result: { topUp: none, recovery: '240.00', settled: false } },
    },
    {
      rule: 'OF-16',
      title: t('多发一分也追回，少发一分也补', 'a fen too much'),
      given: { month, due: '240.00', paid: '240.01' },
      expect: { result: { topUp: none, recovery: '0.01', settled: false } },
    },
    {
      rule: 'OF-14',
      given: { month, due: '240.01', paid: '240.00' },
      expect: { result: { topUp: '0.01', recovery: none, settled: false } },
    },
    {
      rule: 'OF-16',
      title: t('正好发足', 'exactly as due'),
      given: { month, due: '240.00', paid: '240.00' },
      expect: { result: { topUp: none, recovery: none, settled: true } },
    },
  ],
})
