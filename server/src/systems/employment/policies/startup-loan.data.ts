/** Examples of the subsidised start-up loan. */
import { t } from '#kernel'
import { before, none, since } from './sources.ts'

const parameters = { rate: '4.35' }
const capped = { ...parameters, aboveLimit: 'cap' }
const loan = (asked: string, term: number) => ({
  poor: true,
  qualified: true,
  asked,
  term,
  appliedOn: '2022-03-01',
})
const refused = (reason: string) => ({
  granted: false,
  reason,
  principal: none,
  term: none,
  interest: none,
  subsidy: none,
  limit: '100000.00',
})

export const startupLoanExamples = [
  {
    rule: 'EP-08',
    given: loan('80000.00', 24),
    parameters,
    expect: {
      result: {
        granted: true,
        reason: 'granted',
        principal: '80000.00',
        term: 24,
        interest: '6960.00',
        subsidy: '6960.00',
        limit: '100000.00',
      },
    },
  },
  {
    // 100.50 x 12 % / 12 = 1.005, a half goes up; half of 1.01 is 0.505, a half again
    rule: 'GEN-01',
    title: t('利息和贴息都到半分', 'interest and subsidy at half a fen'),
    given: loan('100.50', 1),
    parameters: { rate: '12', share: '50' },
    expect: { result: { interest: '1.01', subsidy: '0.51' } },
  },
  {
    rule: 'EP-08',
    title: t('正好 10 万元', 'exactly the limit'),
    given: loan('100000.00', 24),
    parameters,
    expect: { result: { granted: true, interest: '8700.00' } },
  },
  {
    rule: 'EP-08',
    title: t('超过一分', 'a fen above'),
    given: loan('100000.01', 24),
    parameters,
    expect: { result: refused('amountAbove') },
  },
  {
    rule: 'EP-08',
    given: loan('120000.00', 24),
    parameters,
    expect: { result: refused('amountAbove') },
  },
  {
    rule: 'EP-08',
    title: t('参数改为按上限受理', 'taken at the limit'),
    given: loan('120000.00', 30),
    parameters: capped,
    expect: { result: { granted: true, principal: '100000.00', term: 24, interest: '8700.00' } },
  },
  {
    rule: 'EP-08',
    title: t('按上限受理时，低于上限的照旧', 'taken at the limit: one below it stays'),
    given: loan('80000.00', 12),
    parameters: capped,
    expect: { result: { principal: '80000.00', term: 12, interest: '3480.00' } },
  },
  {
    rule: 'EP-08',
    title: t('期限超过两年', 'longer than two years'),
    given: loan('80000.00', 25),
    parameters,
    expect: { result: refused('termAbove') },
  },
  ...[{ poor: false }, { qualified: false }].map((change) => ({
    rule: 'EP-08',
    title: t('不符合条件', 'conditions not met'),
    given: { ...loan('80000.00', 24), ...change },
    parameters,
    expect: { result: refused('notQualified') },
  })),
  // 33,333.33 x 4.35 % x 2 = 2,899.99971; 12,345.67 x 4.35 % x 7 / 12 = 313.27137…; half of it 156.635
  {
    rule: 'GEN-01',
    given: loan('33333.33', 24),
    parameters,
    expect: { result: { interest: '2900.00', subsidy: '2900.00' } },
  },
  {
    rule: 'GEN-01',
    given: loan('12345.67', 7),
    parameters,
    expect: { result: { interest: '313.27', subsidy: '313.27' } },
  },
  {
    rule: 'GEN-01',
    title: t('贴息一半，四舍五入', 'half of it, rounded half-up'),
    given: loan('12345.67', 7),
    parameters: { ...parameters, share: '50' },
    expect: { result: { interest: '313.27', subsidy: '156.64' } },
  },
  {
    rule: 'GEN-01',
    title: t('贴息约三分之一', 'about a third of it'),
    given: loan('12345.67', 7),
    parameters: { ...parameters, share: '33.1' },
    expect: { result: { subsidy: '103.69' } },
  },
  {
    rule: 'AMB-16',
    title: t('按月等额还本：12.5 个月的利息', 'monthly instalments: 12.5 months of interest'),
    given: loan('80000.00', 24),
    parameters: { ...parameters, method: 'instalments' },
    expect: { result: { interest: '3625.00' } },
  },
  {
    rule: 'AMB-16',
    title: t('利率未定', 'rate not set'),
    given: loan('80000.00', 24),
    expect: { missingParameters: ['rate'], result: { granted: true, interest: null } },
  },
  {
    rule: 'GEN-07',
    title: t('申请金额不详', 'amount not known'),
    given: { ...loan('80000.00', 24), asked: undefined },
    parameters,
    expect: { missing: ['asked'], result: { reason: null, interest: null } },
  },
  {
    rule: 'EP-08',
    title: t('申请 0 元', 'nothing asked for'),
    given: loan('0.00', 24),
    parameters,
    expect: { result: { granted: true, interest: '0.00', subsidy: '0.00' } },
  },
  {
    rule: 'GEN-12',
    title: t('默认值起算日', 'the first day of the defaults'),
    given: { ...loan('80000.00', 24), appliedOn: since },
    parameters,
    expect: { result: { interest: '6960.00', subsidy: '6960.00' } },
  },
  {
    rule: 'GEN-12',
    given: { ...loan('120000.00', 24), appliedOn: since },
    parameters,
    expect: { result: refused('amountAbove') },
  },
  {
    rule: 'GEN-12',
    title: t('默认值起算前一天', 'the day before'),
    given: { ...loan('80000.00', 24), appliedOn: before },
    expect: {
      problems: ['policy.notInForce'],
      missingParameters: ['aboveLimit', 'limit', 'longest', 'method', 'rate', 'share'],
    },
  },
]
