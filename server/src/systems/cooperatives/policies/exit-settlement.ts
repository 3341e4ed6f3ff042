/** 退社结算: what is in the account of a member who leaves, and what goes back (OF-37). */
import { t } from '#kernel'
import type { TermsOf } from '#policy'
import { check, definePolicy, fact, largest, money, step, sumOf } from '#policy'
import { clause, lawSince } from './sources.ts'

const yuan = (zh: string, en: string) => fact.money({ label: t(zh, en) })
const facts = {
  contribution: yuan('出资额', 'Contribution'),
  reserve: yuan('公积金份额', 'Share of the reserve'),
  subsidies: yuan('财政补助量化份额', 'Quantified share of subsidies'),
  donations: yuan('捐赠量化份额', 'Quantified share of donations'),
  surplusDue: yuan('应得未付的盈余', 'Surplus due and not paid'),
  lossBorne: yuan('按章程应分摊的亏损和债务', 'Part of losses and debts under the charter'),
  leavesOn: fact.day({ label: t('资格终止日', 'Day on which membership ends') }),
}

const account = {
  ...{ contribution: '10000.00', reserve: '1500.00', subsidies: '800.00', donations: '200.00' },
  ...{ surplusDue: '600.00', lossBorne: '300.00', leavesOn: '2020-12-31' },
}

export const exitSettlement = definePolicy({
  id: 'cooperatives.exit-settlement',
  label: t('成员账户和退社结算', 'Member account and settlement on leaving'),
  source: clause.leaving,
  summary: {
    who: t('退社、除名或去世的成员。', 'Members who leave, are excluded or die.'),
    amount: t(
      '出资额、公积金份额和应得未付盈余，减去应分摊的亏损和债务。',
      'Contribution, share of the reserve and surplus due, less the part of losses and debts.',
    ),
    how: t(
      '财政补助和捐赠的量化份额记在账户里作分配依据，退社时不退。',
      'Quantified subsidies and donations stand in the account for sharing and are not paid out on leaving.',
    ),
    paidFrom: t('合作社。', 'The cooperative.'),
  },
  effective: { from: lawSince },
  facts,
  parameters: {},
  on: (f) => f.leavesOn,
  decide: (f) => settled(f),
  examples: [
    {
      rule: 'OF-37',
      title: t('账户 12,500 元，退 11,800 元', '12,500 in the account, 11,800 goes back'),
      given: account,
      expect: {
        result: {
          ...{ account: '12500.00', kept: '1000.00', payable: '12100.00' },
          ...{ amount: '11800.00', owed: '0.00', covered: true },
        },
      },
    },
    {
      rule: 'OF-37',
      title: t('没有亏损、没有未付盈余', 'no losses, no surplus due'),
      given: { ...account, surplusDue: '0.00', lossBorne: '0.00' },
      expect: { result: { payable: '11500.00', amount: '11500.00', owed: '0.00' } },
    },
    {
      rule: 'OF-37',
      title: t('正好抵完', 'losses take all of it'),
      given: { ...account, lossBorne: '12100.00' },
      expect: { result: { amount: '0.00', owed: '0.00', covered: true } },
    },
    {
      rule: 'OF-37',
      title: t('亏损大于应退：不退，差额另议', 'losses above it: nothing goes back, the rest is told'),
      given: { ...account, lossBorne: '12100.01' },
      expect: { checks: { covered: false }, result: { amount: '0.00', owed: '0.01' } },
    },
    {
      rule: 'GEN-07',
      title: t('应分摊亏损不详', 'the part of losses is not known'),
      given: { ...account, lossBorne: undefined },
      expect: { missing: ['lossBorne'], result: { account: '12500.00', amount: null } },
    },
    { rule: 'GEN-12', given: { ...account, leavesOn: lawSince }, expect: { result: { amount: '11800.00' } } },
    {
      rule: 'GEN-12',
      given: { ...account, leavesOn: '2018-06-30' },
      expect: { problems: ['policy.notInForce'] },
    },
  ],
})

function settled(f: TermsOf<typeof facts>) {
  const nothing = money('0.00')
  const kept = step(
    'kept',
    t('留在社里的量化份额', 'Quantified shares that stay'),
    sumOf(f.subsidies, f.donations),
  )
  const account = step(
    'account',
    t('成员账户合计', 'Member account in all'),
    sumOf(f.contribution, f.reserve, kept),
    clause.leaving,
  )
  const payable = step(
    'payable',
    t('应退', 'To go back before losses'),
    sumOf(f.contribution, f.reserve, f.surplusDue),
    clause.leaving,
  )
  return {
    account,
    kept,
    payable,
    amount: step(
      'amount',
      t('实退', 'Goes back'),
      largest(payable.minus(f.lossBorne), nothing),
      clause.leaving,
    ),
    owed: step('owed', t('亏损超出应退', 'Losses above it'), largest(f.lossBorne.minus(payable), nothing)),
    covered: check(
      'covered',
      t('核对：亏损不超过应退', 'Check: losses are not above it'),
      f.lossBorne.isAtMost(payable),
      {
        severity: 'warning',
        cite: clause.leaving,
        message: t(
          '应分摊的亏损大于应退金额。请按章程处理差额。',
          'The part of losses is more than what goes back. Settle the rest under the charter.',
        ),
      },
    ),
  }
}
