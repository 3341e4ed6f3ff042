/** 村级互助资金: pool, money out, cash, arrears (HF-09). */
import { t } from '#kernel'
import type { MoneyTerm, TermsOf } from '#policy'
import { check, definePolicy, fact, money, step, sumOf } from '#policy'
import { moneyBase, oneDecimal } from '../../shown.ts'
import { clause, none, since } from './sources-village.ts'

const yuan = (zh: string, en: string) => fact.money({ label: t(zh, en) })

const facts = {
  government: yuan('财政投入', 'Government seed money'),
  shares: yuan('农户缴纳', 'Member shares'),
  donations: yuan('社会捐赠', 'Donations'),
  lent: yuan('累计放款', 'Lent in all'),
  repaid: yuan('累计收回本金', 'Principal repaid in all'),
  overdue: yuan('逾期未还', 'Overdue'),
  onDay: fact.day({ label: t('结账日', 'Day of the accounts') }),
}

const fund = {
  government: '150000.00',
  shares: '60000.00',
  donations: '10000.00',
  lent: '180000.00',
  repaid: '0.00',
  overdue: '0.00',
  onDay: since,
}

export const mutualAidFund = definePolicy({
  id: 'assistance.mutual-aid-fund',
  label: t('村级互助资金', 'Mutual-aid fund of a village'),
  source: clause.mutualAid,
  summary: {
    who: t('每个村级资金互助组织。', 'Every mutual-aid fund.'),
    how: t(
      '三项来源合计为资金总额，减去在外借款为可用现金。',
      'Three sources make the pool; less what is lent out it is cash.',
    ),
  },
  effective: { from: since },
  facts,
  parameters: {},
  on: (f) => f.onDay,
  decide: (f) => {
    const pool = step(
      'pool',
      t('资金总额', 'Pool'),
      sumOf(f.government, f.shares, f.donations),
      clause.mutualAid,
    )
    const outstanding = step(
      'outstanding',
      t('在外借款', 'Lent out'),
      f.lent.minus(f.repaid),
      clause.mutualAid,
    )
    const cash = step('cash', t('可用现金', 'Cash'), pool.minus(outstanding), clause.mutualAid)
    const arrears = f.overdue.shareOf(moneyBase(outstanding))
    return {
      pool,
      outstanding,
      cash,
      arrears: step('arrears', t('逾期率', 'Arrears'), oneDecimal(arrears)),
      ...checksOf(f, { cash, outstanding }),
    }
  },
  examples: [
    {
      rule: 'HF-09',
      given: fund,
      expect: {
        result: { pool: '220000.00', outstanding: '180000.00', cash: '40000.00', arrears: '0' },
        checks: { covered: true, repaidFits: true, overdueFits: true },
      },
    },
    {
      rule: 'HF-09',
      title: t('收回 3 万，逾期 2 万', '30,000 repaid, 20,000 overdue'),
      given: { ...fund, repaid: '30000.00', overdue: '20000.00' },
      expect: { result: { outstanding: '150000.00', cash: '70000.00', arrears: '13.3' } },
    },
    {
      rule: 'HF-09',
      given: { ...fund, lent: '220000.00' },
      expect: { result: { cash: '0.00' }, checks: { covered: true } },
    },
    {
      rule: 'HF-09',
      given: { ...fund, lent: '220000.01' },
      expect: { result: { cash: '-0.01' }, checks: { covered: false } },
    },
    { rule: 'HF-09', given: { ...fund, repaid: '180000.01' }, expect: { checks: { repaidFits: false } } },
    {
      rule: 'HF-09',
      title: t('全部收回：没有逾期率', 'all repaid: no arrears'),
      given: { ...fund, repaid: '180000.00' },
      expect: { result: { outstanding: '0.00', arrears: none }, checks: { repaidFits: true } },
    },
    {
      rule: 'HF-09',
      given: { ...fund, overdue: '180000.00' },
      expect: { result: { arrears: '100' }, checks: { overdueFits: true } },
    },
    { rule: 'HF-09', given: { ...fund, overdue: '180000.01' }, expect: { checks: { overdueFits: false } } },
    {
      rule: 'AMB-28',
      given: { ...fund, lent: '400.00', overdue: '49.00' },
      expect: { result: { arrears: '12.3' } },
    },
    {
      rule: 'HF-09',
      given: { ...fund, lent: '0.01', overdue: '0.01' },
      expect: { result: { arrears: '100' } },
    },
    {
      rule: 'HF-09',
      given: { ...fund, donations: null },
      expect: { missing: ['donations'], result: { outstanding: '180000.00' } },
    },
  ],
})

function checksOf(
  f: TermsOf<typeof facts>,
  { cash, outstanding }: { cash: MoneyTerm; outstanding: MoneyTerm },
) {
  const refusal = { severity: 'refusal', cite: clause.mutualAid } as const
  return {
    covered: check(
      'covered',
      t('核对：放款不超过资金总额', 'Check: no more lent than the pool'),
      cash.isAtLeast(money('0.00')),
      {
        ...refusal,
        message: t(
          '在外借款超过资金总额。请核对账目。',
          'More is lent out than the pool holds. Check the accounts.',
        ),
      },
    ),
    repaidFits: check(
      'repaidFits',
      t('核对：收回不超过放款', 'Check: no more repaid than lent'),
      f.repaid.isAtMost(f.lent),
      {
        ...refusal,
        message: t('收回本金超过放款。请核对账目。', 'More is repaid than was lent. Check the accounts.'),
      },
    ),
    overdueFits: check(
      'overdueFits',
      t('核对：逾期不超过在外借款', 'Check: no more overdue than lent out'),
      f.overdue.isAtMost(outstanding),
      {
        ...refusal,
        message: t(
          '逾期金额超过在外借款。请核对账目。',
          'More is overdue than is lent out. Check the accounts.',
        ),
      },
    ),
  }
}
