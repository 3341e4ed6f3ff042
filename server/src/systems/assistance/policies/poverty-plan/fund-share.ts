/** 专项扶贫资金投向: at least 70 % to poor villages and households (TP-04, AMB-34). */
import { t } from '#kernel'
import { count, dated, definePolicy, fact, largest, money, percent, step } from '#policy'
import { moneyBase } from '../../../shown.ts'
import { before, clause, none, since } from './sources.ts'

const spent = (toPoor: string, total: string) => ({ toPoor, total, settledOn: '2020-12-31' })

export const fundShare = definePolicy({
  id: 'assistance.fund-share',
  label: t('专项扶贫资金投向', 'Share of special poverty funds'),
  source: clause.funds,
  summary: {
    who: t('各级财政专项扶贫资金。', 'Special poverty funds of all levels.'),
    how: t(
      '用于贫困村、贫困户的部分不低于下限。',
      'The part for poor villages and households reaches the floor.',
    ),
  },
  effective: { from: since },
  facts: {
    toPoor: fact.money({ label: t('用于贫困村和贫困户', 'To poor villages and households') }),
    total: fact.money({ label: t('专项扶贫资金总额', 'Special funds in all') }),
    settledOn: fact.day({ label: t('决算日', 'Day of the account') }),
  },
  parameters: {
    floor: dated(percent(70), { label: t('投向下限', 'Least share'), from: since, cite: clause.funds }),
  },
  on: (f) => f.settledOn,
  decide: (f, p) => {
    const exact = f.toPoor.shareOf(moneyBase(f.total))
    const least = step('least', t('至少应投', 'Least amount'), f.total.times(p.floor, 'ceil'), clause.funds)
    return {
      share: step(
        'share',
        t('投向比例', 'Share'),
        count(10000).times(exact).shareOf(count(10000)),
        clause.funds,
      ),
      reached: step('reached', t('达到下限', 'Floor reached'), exact.isAtLeast(p.floor), clause.funds),
      least,
      short: step('short', t('还差', 'Short by'), largest(least.minus(f.toPoor), money('0.00'))),
    }
  },
  examples: [
    {
      rule: 'TP-04',
      title: t('100 万元，正好 70 万元', '1,000,000: exactly 700,000'),
      given: spent('700000.00', '1000000.00'),
      expect: { result: { share: '70', reached: true, least: '700000.00', short: '0.00' } },
    },
    {
      rule: 'TP-04',
      title: t('69.9 万元不够', '699,000 is not enough'),
      given: spent('699000.00', '1000000.00'),
      expect: { result: { share: '69.9', reached: false, least: '700000.00', short: '1000.00' } },
    },
    {
      rule: 'AMB-34',
      title: t('差一分：显示 70%，没有达到', 'a fen short: shown as 70%, not reached'),
      given: spent('699999.99', '1000000.00'),
      expect: { result: { share: '70', reached: false, short: '0.01' } },
    },
    {
      rule: 'TP-04',
      title: t('全部投向贫困村', 'all of it'),
      given: spent('33333.33', '33333.33'),
      expect: { result: { share: '100', reached: true, least: '23333.34', short: '0.00' } },
    },
    {
      rule: 'AMB-34',
      title: t('66.666…% 显示为 66.67%', '66.666…% is shown as 66.67%'),
      given: spent('2.00', '3.00'),
      expect: { result: { share: '66.67', reached: false, least: '2.10', short: '0.10' } },
    },
    {
      rule: 'AMB-34',
      title: t('33.333…% 显示为 33.33%', '33.333…% is shown as 33.33%'),
      given: spent('1.00', '3.00'),
      expect: { result: { share: '33.33' } },
    },
    {
      rule: 'AMB-34',
      title: t('3.125% 显示为 3.13%', '3.125% is shown as 3.13%'),
      given: spent('1.00', '32.00'),
      expect: { result: { share: '3.13', reached: false, least: '22.40', short: '21.40' } },
    },
    {
      rule: 'TP-04',
      title: t('总共一分钱', 'one fen in all'),
      given: spent('0.01', '0.01'),
      expect: { result: { share: '100', reached: true } },
    },
    {
      rule: 'TP-04',
      title: t('没有资金：不计比例', 'no money: no share'),
      given: spent('0.00', '0.00'),
      expect: { result: { share: none, reached: none, least: '0.00', short: '0.00' } },
    },
    {
      rule: 'GEN-07',
      title: t('投向金额不详', 'amount not known'),
      given: { total: '1000000.00', settledOn: '2020-12-31' },
      expect: { missing: ['toPoor'], result: { share: null, least: '700000.00' } },
    },
    {
      rule: 'GEN-12',
      given: { ...spent('700000.00', '1000000.00'), settledOn: since },
      expect: { result: { reached: true } },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算前一天', 'the day before'),
      given: { ...spent('700000.00', '1000000.00'), settledOn: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['floor'], result: { share: '70' } },
    },
  ],
})
