/** 村自筹资金来源: an own contribution of a village without collective income (DX-06, INC-24). */
import { t } from '#kernel'
import { anyOf, check, dated, definePolicy, fact, money, step } from '#policy'
import { moneyBase, oneDecimal } from '../../shown.ts'
import { clause, none, since } from './sources-village.ts'

const village = { contribution: '284000.00', cost: '1583000.00', collectiveIncome: '0.00', plannedOn: since }

export const ownContribution = definePolicy({
  id: 'assistance.own-contribution',
  label: t('村自筹资金来源', "Source of a village's own contribution"),
  source: clause.noIncome,
  summary: {
    who: t('出资建项目的村。', 'Villages that contribute to projects.'),
    how: t(
      '村里要自筹而没有集体收入的，提示资金没有来源。',
      'A contribution without collective income gives a warning.',
    ),
  },
  effective: { from: since },
  facts: {
    contribution: fact.money({ label: t('村自筹合计', 'Contribution of the village') }),
    cost: fact.money({ label: t('项目造价合计', 'Cost in all') }),
    collectiveIncome: fact.money({
      label: t('村集体年收入（赤字为负数）', 'Collective income in the year (a deficit is negative)'),
    }),
    plannedOn: fact.day({ label: t('方案日期', 'Day of the plan') }),
  },
  parameters: {
    leastIncome: dated(money('0.01'), {
      label: t('算有集体收入的最低额', 'Least collective income that counts'),
      from: since,
      cite: clause.noIncome,
    }),
  },
  on: (f) => f.plannedOn,
  decide: (f, p) => {
    const share = f.contribution.shareOf(moneyBase(f.cost))
    const sourced = anyOf(f.contribution.isAtMost(money('0.00')), f.collectiveIncome.isAtLeast(p.leastIncome))
    return {
      share: step('share', t('村自筹占造价', 'Share of the cost'), oneDecimal(share), clause.projects),
      sourced: check('sourced', t('核对：村自筹有来源', 'Check: the contribution has a source'), sourced, {
        severity: 'warning',
        message: t(
          '村里要自筹，但没有集体收入。请说明资金来源。',
          'The village is to contribute but has no collective income. Name the source.',
        ),
        cite: clause.noIncome,
      }),
    }
  },
  examples: [
    { rule: 'DX-06', given: village, expect: { result: { share: '17.9' }, checks: { sourced: false } } },
    {
      rule: 'DX-06',
      given: { ...village, collectiveIncome: '-1.00' },
      expect: { checks: { sourced: false } },
    },
    { rule: 'DX-06', given: { ...village, collectiveIncome: '0.01' }, expect: { checks: { sourced: true } } },
    {
      rule: 'DX-06',
      title: t('不自筹就不必有集体收入', 'without a contribution no income is needed'),
      given: { contribution: '0.00', cost: '1583000.00', plannedOn: since },
      expect: { status: 'known', result: { share: '0' }, checks: { sourced: true } },
    },
    {
      rule: 'DX-06',
      given: { ...village, contribution: '0.01' },
      expect: { result: { share: '0' }, checks: { sourced: false } },
    },
    {
      rule: 'AMB-28',
      given: { ...village, contribution: '49.00', cost: '400.00' },
      expect: { result: { share: '12.3' } },
    },
    {
      rule: 'DX-06',
      given: { ...village, contribution: '0.01', cost: '0.01' },
      expect: { result: { share: '100' } },
    },
    { rule: 'CT-23', given: { ...village, cost: '0.00' }, expect: { result: { share: none } } },
    {
      rule: 'DX-06',
      given: { ...village, collectiveIncome: null },
      expect: { missing: ['collectiveIncome'], result: { share: '17.9' } },
    },
  ],
})
