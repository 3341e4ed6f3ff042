/** Funds in full, accounts, and the subsidy of minors (LS-06, LS-09, LS-10). */
import { t } from '#kernel'
import { ask, days, fundsArrived, openAccounts } from '#procedure'
import { fund, noLimit, offices } from './shared.ts'
import type { Steps } from './states.ts'

export const moneySteps = {
  fund: {
    label: t('确认资金到账', 'Confirm the funds'),
    office: offices.finance,
    by: 'ls.fund',
    level: 'county',
    from: ['approved'],
    to: 'funded',
    form: { certificate: ask.text({ label: t('到账确认单号', 'Certificate number'), required: false }) },
    noLimit: t('付补偿款时一次到齐（LS-09）', 'in full when the compensation is paid (LS-09)'),
    separation: ['list', 'meeting', 'check', 'decide', 'approve'],
    items: {
      take: 'eligible',
      from: ['approved'],
      to: 'funded',
      where: { category: ['above', 'working'] },
    },
    effects: [fundsArrived(fund)],
    consequence: t(
      '四笔钱都到齐才能确认；确认后基金财务 10 天内开户。',
      'All four parts must be there; accounts are opened within 10 days.',
    ),
  },
  openAccounts: {
    label: t('开户', 'Open accounts'),
    office: offices.fund,
    by: 'ls.open',
    level: 'county',
    from: ['funded'],
    form: {},
    within: days(10),
    separation: ['list', 'meeting', 'check', 'decide', 'approve', 'fund'],
    items: { take: 'eligible', from: ['funded'], to: 'opened' },
    effects: [openAccounts(fund)],
    consequence: t(
      '每人开一个个人账户并记账；记账后不能改，只能冲红另记。',
      'An account for each; postings can only be reversed.',
    ),
  },
  settle: {
    label: t('登记安置补助费', 'Record the subsidy'),
    office: offices.bureau,
    by: 'ls.settle',
    level: 'county',
    from: ['approved'],
    form: {
      paidOn: ask.day({ label: t('发放日期', 'Paid on'), preset: 'today' }),
      receipt: ask.text({ label: t('签收单号', 'Receipt number') }),
      payee: ask.text({ label: t('收款监护人', 'Guardian who received it'), required: false }),
    },
    noLimit,
    separation: ['list', 'meeting', 'check', 'approve'],
    items: { take: 'eligible', from: ['approved'], to: 'settled', where: { category: ['minor'] } },
    consequence: t(
      '丙类不开户，安置补助费一次发给监护人（LS-06）。',
      'Minors get no account; the subsidy is paid once to the guardian (LS-06).',
    ),
  },
} as const satisfies Steps
