/** 劳务收益分配: fees, grants and contract work less cost, shared by agreement (LM-18, AMB-47, GEN-01). */
import { t } from '#kernel'
import type { MoneyTerm } from '#policy'
import {
  allOf,
  check,
  choices,
  choose,
  dated,
  definePolicy,
  fact,
  largest,
  money,
  onlyIf,
  percent,
  smallest,
  split,
  step,
  sumOf,
} from '#policy'
import { clause, none, since } from './sources.ts'

const losses = choices({
  carried: t('结转下期弥补', 'carried forward'),
  village: t('由村集体承担', 'borne by the village'),
})
const year = { fees: '48000.00', grants: '30200.00', contracts: '0.00', cost: '52200.00' }
const shares = (villageShare: string, neighbourShare: string, partnerShare: string) => ({
  villageShare,
  neighbourShare,
  partnerShare,
  closedOn: '2023-12-31',
})
const surplusOf = (fees: string) => ({ fees, grants: '0.00', contracts: '0.00', cost: '0.00' })
const parts = (village: string, neighbours: string, partner: string) => ({ village, neighbours, partner })

export const villageSurplus = definePolicy({
  id: 'labour-dispatch.village-surplus',
  label: t('劳务收益分配', 'Surplus of labour services'),
  source: clause.gains,
  summary: {
    who: t('每个劳务合作社的一期收支。', 'One period of each labour-service cooperative.'),
    amount: t(
      '盈余按协议比例分给村集体、周边村和合作公司，合计正好等于盈余。',
      'The surplus by agreement to the village, neighbouring villages and the partner; the parts add up.',
    ),
    how: t(
      '服务费、补助、承接项目收入减去成本；亏损不分。',
      'Fees, grants and contract work less cost; a loss is not shared.',
    ),
    paidFrom: t('合作社本期盈余。', 'The surplus of the period.'),
  },
  effective: { from: since },
  facts: {
    fees: fact.money({ label: t('劳务服务费收入', 'Service fees') }),
    grants: fact.money({ label: t('补助收入', 'Grants') }),
    contracts: fact.money({ label: t('承接项目收入', 'Contract work') }),
    cost: fact.money({ label: t('成本', 'Cost') }),
    villageShare: fact.percent({ label: t('村集体比例', 'Share of the village') }),
    neighbourShare: fact.percent({ label: t('周边村比例', 'Share of neighbouring villages') }),
    partnerShare: fact.percent({ label: t('合作公司比例', 'Share of the partner company') }),
    closedOn: fact.day({ label: t('结账日', 'Day of closing') }),
  },
  parameters: {
    loss: dated(losses.carried, {
      label: t('亏损怎么办', 'What becomes of a loss'),
      from: since,
      cite: clause.gains,
      question: 'AMB-47',
    }),
  },
  on: (f) => f.closedOn,
  decide: (f, p) => {
    const income = sumOf(f.fees, f.grants, f.contracts)
    const surplus = step('surplus', t('盈余', 'Surplus'), income.minus(f.cost), clause.supervision)
    const nothing = money('0.00')
    const shared = step('shared', t('可分配盈余', 'To be shared'), largest(surplus, nothing), clause.gains)
    const whole = sharesCheck(f)
    const of = split(shared, [
      ['village', f.villageShare],
      ['neighbours', f.neighbourShare],
      ['partner', f.partnerShare],
    ])
    const part = (id: string, label: ReturnType<typeof t>, amount: MoneyTerm) =>
      step(id, label, onlyIf(whole, amount), clause.gains)
    const deficit = smallest(surplus, nothing)
    const own = choose().when(p.loss.is('village'), of.village.plus(deficit)).otherwise(of.village)
    return {
      surplus,
      village: part('village', t('村集体', 'Village'), own),
      neighbours: part('neighbours', t('周边村', 'Neighbouring villages'), of.neighbours),
      partner: part('partner', t('合作公司', 'Partner company'), of.partner),
      carried: step(
        'carried',
        t('结转亏损', 'Loss carried forward'),
        onlyIf(p.loss.is('carried'), nothing.minus(deficit)),
      ),
      whole,
    }
  },
  examples: [
    {
      rule: 'LM-18',
      given: { ...year, ...shares('70', '0', '30') },
      expect: {
        result: {
          surplus: '26000.00',
          ...parts('18200.00', '0.00', '7800.00'),
          carried: '0.00',
          whole: true,
        },
      },
    },
    {
      rule: 'LM-18',
      title: t('承接项目也算收入', 'contract work is income'),
      given: { ...year, contracts: '4000.00', ...shares('50', '20', '30') },
      expect: { result: { surplus: '30000.00', ...parts('15000.00', '6000.00', '9000.00') } },
    },
    {
      rule: 'GEN-01',
      title: t('最后一个不为零的份额拿余数', 'the last share that is not zero takes the remainder'),
      given: { ...surplusOf('33333.33'), ...shares('50', '50', '0') },
      expect: { result: parts('16666.67', '16666.66', '0.00') },
    },
    {
      rule: 'GEN-01',
      given: { ...surplusOf('100.01'), ...shares('30', '40', '30') },
      expect: { result: parts('30.00', '40.00', '30.01') },
    },
    {
      rule: 'LM-18',
      title: t('比例合计不是 100%', 'shares of less than 100%'),
      given: { ...year, ...shares('70', '0', '29.99') },
      expect: {
        result: { surplus: '26000.00', village: none, neighbours: none, partner: none },
        checks: { whole: false },
      },
    },
    {
      rule: 'LM-18',
      title: t('比例超过 100%', 'shares of more than 100%'),
      given: { ...year, ...shares('70.01', '0', '30') },
      expect: { result: { village: none }, checks: { whole: false } },
    },
    ...[shares('-0.01', '70.01', '30'), shares('70.01', '-0.01', '30'), shares('70.01', '30', '-0.01')].map(
      (given) => ({
        rule: 'LM-18',
        title: t('有一份小于 0', 'a share below 0'),
        given: { ...year, ...given },
        expect: { result: { village: none }, checks: { whole: false } },
      }),
    ),
    {
      rule: 'LM-18',
      title: t('一份全拿', 'one takes all'),
      given: { ...year, ...shares('0', '100', '0') },
      expect: { result: parts('0.00', '26000.00', '0.00') },
    },
    {
      rule: 'AMB-47',
      title: t('亏损不分，结转', 'a loss is carried'),
      given: { ...year, cost: '80000.00', ...shares('70', '0', '30') },
      expect: { result: { surplus: '-1800.00', ...parts('0.00', '0.00', '0.00'), carried: '1800.00' } },
    },
    {
      rule: 'AMB-47',
      title: t('改由村集体承担', 'borne by the village'),
      given: { ...year, cost: '80000.00', ...shares('70', '0', '30') },
      parameters: { loss: 'village' },
      expect: { result: { ...parts('-1800.00', '0.00', '0.00'), carried: none } },
    },
    {
      rule: 'AMB-47',
      title: t('由村集体承担，但有盈余', 'borne by the village, in a good year'),
      given: { ...year, ...shares('70', '0', '30') },
      parameters: { loss: 'village' },
      expect: { result: { ...parts('18200.00', '0.00', '7800.00'), carried: none } },
    },
    {
      rule: 'LM-18',
      title: t('正好收支相抵', 'income equals cost'),
      given: { ...year, cost: '78200.00', ...shares('70', '0', '30') },
      expect: { result: { surplus: '0.00', ...parts('0.00', '0.00', '0.00'), carried: '0.00' } },
    },
    {
      rule: 'GEN-07',
      title: t('成本不详', 'cost not known'),
      given: { ...year, cost: undefined, ...shares('70', '0', '30') },
      expect: { missing: ['cost'], result: { surplus: null, village: null, whole: true } },
    },
    {
      rule: 'GEN-12',
      given: { ...year, ...shares('70', '0', '30'), closedOn: since },
      expect: { result: parts('18200.00', '0.00', '7800.00') },
    },
    {
      rule: 'GEN-12',
      title: t('发文前一天', 'the day before the issue'),
      given: { ...year, cost: '80000.00', ...shares('70', '0', '30'), closedOn: '2023-08-23' },
      expect: {
        problems: ['policy.notInForce'],
        missingParameters: ['loss'],
        result: { surplus: '-1800.00' },
      },
    },
  ],
})

function sharesCheck({
  villageShare,
  neighbourShare,
  partnerShare,
}: Readonly<Record<'villageShare' | 'neighbourShare' | 'partnerShare', ReturnType<typeof percent>>>) {
  const zero = percent(0)
  const all = sumOf(villageShare, neighbourShare, partnerShare).is(percent(100))
  return check(
    'whole',
    t('核对：各份合计 100%', 'Check: the shares make 100%'),
    allOf(all, villageShare.isAtLeast(zero), neighbourShare.isAtLeast(zero), partnerShare.isAtLeast(zero)),
    {
      severity: 'refusal',
      message: t(
        '协议比例合计不是 100%，或有一份小于 0，不能分配。请按协议更正。',
        'The shares of the agreement do not make 100%, or one is below 0, so nothing is shared. Correct them.',
      ),
      cite: clause.gains,
    },
  )
}
