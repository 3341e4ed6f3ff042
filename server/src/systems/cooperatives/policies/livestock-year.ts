/** 畜牧合作社年度情况: sums that must agree, margin of net income (AH-01). */
import { t } from '#kernel'
import { check, definePolicy, fact, step, sumOf } from '#policy'
import { moneyBase, oneDecimal } from '../../shown.ts'
import { clause, none, planSince } from './sources.ts'

const year = {
  members: 120,
  farmers: 114,
  units: 6,
  income: '3000000.00',
  net: '450000.00',
  yearEnd: '2021-12-31',
}

export const livestockYear = definePolicy({
  id: 'cooperatives.livestock-year',
  label: t('畜牧合作社年度情况', 'Year of livestock cooperatives'),
  source: clause.livestock,
  summary: {
    who: t('每个县、乡镇的畜牧合作社年报。', 'The yearly table of a county or township.'),
    how: t(
      '农民加单位等于成员总数，纯收入不大于总收入；另算纯收入率。',
      'Farmers and units make the members, net income is within income; the margin follows.',
    ),
  },
  effective: { from: planSince },
  facts: {
    members: fact.count({ label: t('成员总数', 'Members') }),
    farmers: fact.count({ label: t('农民成员', 'Farmer members') }),
    units: fact.count({ label: t('企业单位成员', 'Unit members') }),
    income: fact.money({ label: t('经营服务总收入', 'Service income') }),
    net: fact.money({ label: t('纯收入', 'Net income') }),
    yearEnd: fact.day({ label: t('年度末日', 'Last day of the year') }),
  },
  parameters: {},
  on: (f) => f.yearEnd,
  decide: (f) => ({
    margin: step(
      'margin',
      t('纯收入率', 'Margin'),
      oneDecimal(f.net.shareOf(moneyBase(f.income))),
      clause.livestock,
    ),
    membersAgree: check(
      'membersAgree',
      t('核对：农民加单位等于成员总数', 'Check: farmers and units make the members'),
      sumOf(f.farmers, f.units).is(f.members),
      {
        severity: 'warning',
        message: t(
          '农民成员与单位成员合计不等于成员总数。请核对年报。',
          'Farmers and units do not make the members. Check the table.',
        ),
        cite: clause.livestock,
      },
    ),
    netWithin: check(
      'netWithin',
      t('核对：纯收入不大于总收入', 'Check: net income within income'),
      f.net.isAtMost(f.income),
      {
        severity: 'warning',
        message: t('纯收入大于总收入。请核对年报。', 'Net income exceeds income. Check the table.'),
        cite: clause.livestock,
      },
    ),
  }),
  examples: [
    { rule: 'AH-01', given: year, expect: { result: { margin: '15', membersAgree: true, netWithin: true } } },
    {
      rule: 'AH-01',
      given: { ...year, farmers: 113 },
      expect: { checks: { membersAgree: false, netWithin: true } },
    },
    { rule: 'AH-01', given: { ...year, units: 7 }, expect: { checks: { membersAgree: false } } },
    {
      rule: 'AH-01',
      given: { ...year, net: '3000000.00' },
      expect: { result: { margin: '100', netWithin: true } },
    },
    { rule: 'AH-01', given: { ...year, net: '3000000.01' }, expect: { checks: { netWithin: false } } },
    {
      rule: 'AH-01',
      given: { ...year, income: '400.00', net: '49.00' },
      expect: { result: { margin: '12.3' } },
    },
    {
      rule: 'AH-01',
      given: { ...year, income: '3000.00', net: '1.00' },
      expect: { result: { margin: '0' } },
    },
    { rule: 'AH-01', given: { ...year, income: '0.01', net: '0.01' }, expect: { result: { margin: '100' } } },
    {
      rule: 'AH-01',
      given: { ...year, income: '0.00', net: '0.00' },
      expect: { result: { margin: none, netWithin: true } },
    },
    {
      rule: 'GEN-07',
      title: t('遮盖的数字是不详，不是 0', 'a masked figure is unknown, not 0'),
      given: { members: 120, farmers: 114, yearEnd: '2021-12-31' },
      expect: { missing: ['income', 'net', 'units'] },
    },
  ],
})
