/** Examples of the subsidy of public posts. */
import { t } from '#kernel'
import { before, none, since } from './sources.ts'

const post = {
  poor: true,
  ownChannel: false,
  startedOn: '2021-05-01',
  endedOn: none,
  monthsOfPerson: 0,
  monthsOfPost: 0,
}
const parameters = { monthly: '600.00' }
const paid = { entitled: true, amount: '600.00' }
const unpaid = { entitled: false, amount: none }

/** What is changed, the month, and whether it is paid. */
const months: readonly (readonly [string, object, string, boolean])[] = [
  ['EP-05', {}, '2021-05-01', true],
  ['EP-05', {}, '2021-04-30', false],
  ['EP-05', {}, '2024-04-30', true],
  ['EP-05', {}, '2024-05-01', false],
  ['EP-05', { poor: false }, '2022-01-01', false],
  ['EP-05', { ownChannel: true }, '2022-01-01', false],
  ['AMB-42', { startedOn: '2021-05-31' }, '2021-05-01', true],
  ['AMB-42', { startedOn: '2021-05-31' }, '2024-04-01', true],
  ['AMB-42', { startedOn: '2021-05-31' }, '2024-05-01', false],
  ['AMB-17', { monthsOfPerson: 30, monthsOfPost: 36 }, '2021-10-01', true],
  ['AMB-17', { monthsOfPerson: 30, monthsOfPost: 36 }, '2021-11-01', false],
  ['OF-36', { endedOn: '2022-03-01' }, '2022-03-31', true],
  ['OF-36', { endedOn: '2022-02-28' }, '2022-03-01', false],
]

export const publicPostExamples = [
  ...months.map(([rule, change, claimMonth, isPaid]) => ({
    rule,
    given: { ...post, ...change, claimMonth },
    parameters,
    expect: { result: isPaid ? paid : unpaid },
  })),
  {
    rule: 'EP-05',
    title: t('36 个月，补到 2024 年 4 月', '36 months, through April 2024'),
    given: { ...post, claimMonth: '2021-05-01' },
    parameters,
    expect: { result: { left: 36, paidThrough: '2024-04-30' } },
  },
  {
    rule: 'AMB-17',
    title: t('以前补满了', 'used up before'),
    given: { ...post, monthsOfPerson: 36, claimMonth: '2021-05-01' },
    parameters,
    expect: { result: { ...unpaid, left: 0, paidThrough: none } },
  },
  {
    rule: 'AMB-17',
    title: t('旧台账多补了：不出现负数', 'more than the cap before: nothing below 0'),
    given: { ...post, monthsOfPerson: 40, claimMonth: '2021-05-01' },
    parameters,
    expect: { result: { ...unpaid, left: 0, paidThrough: none } },
  },
  {
    rule: 'AMB-17',
    title: t('只剩一个月', 'one month left'),
    given: { ...post, monthsOfPerson: 35, claimMonth: '2021-05-01' },
    parameters,
    expect: { result: { ...paid, left: 1, paidThrough: '2021-05-31' } },
  },
  {
    rule: 'AMB-17',
    title: t('改为按岗位算', 'per post'),
    given: { ...post, monthsOfPerson: 36, monthsOfPost: 12, claimMonth: '2023-04-01' },
    parameters: { ...parameters, countedBy: 'post' },
    expect: { result: { ...paid, left: 24, paidThrough: '2023-04-30' } },
  },
  {
    rule: 'AMB-42',
    title: t('改为次月起', 'from the next month'),
    given: { ...post, startedOn: '2021-05-20', claimMonth: '2021-05-01' },
    parameters: { ...parameters, firstMonth: 'next' },
    expect: { result: { ...unpaid, paidThrough: '2024-05-31' } },
  },
  {
    rule: 'AMB-42',
    given: { ...post, startedOn: '2021-05-20', claimMonth: '2024-05-01' },
    parameters: { ...parameters, firstMonth: 'next' },
    expect: { result: paid },
  },
  {
    rule: 'AMB-22',
    title: t('月标准未定', 'standard not set'),
    given: { ...post, claimMonth: '2022-01-01' },
    expect: { missingParameters: ['monthly'], result: { entitled: true, amount: null } },
  },
  {
    rule: 'GEN-07',
    title: t('以前补了几个月不详', 'months before not known'),
    given: { ...post, monthsOfPerson: undefined, claimMonth: '2022-01-01' },
    parameters,
    expect: { missing: ['monthsOfPerson'], result: { entitled: null, left: null } },
  },
  {
    rule: 'GEN-12',
    title: t('默认值起算日', 'the first day of the defaults'),
    given: { ...post, startedOn: since, monthsOfPerson: 1, claimMonth: since },
    parameters,
    expect: { result: { ...paid, left: 35 } },
  },
  {
    rule: 'GEN-12',
    title: t('默认值起算前一天', 'the day before'),
    given: { ...post, startedOn: '2018-12-01', monthsOfPerson: 1, claimMonth: before },
    expect: {
      problems: ['policy.notInForce'],
      missingParameters: ['cap', 'countedBy', 'firstMonth', 'monthly'],
    },
  },
]
