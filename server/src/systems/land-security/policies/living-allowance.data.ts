/** Examples of `living-allowance.ts`. */
import { t } from '#kernel'
import { none, since } from './sources.ts'

const first = { category: 'working', takenOn: '2021-12-20', unemployedFrom: '2022-01-01' }
const employee = (from: string, until: string | typeof none) => ({ kind: 'employee', from, until })
const jobless = { ...first, jobs: [], paidBefore: 0 }
const once = { ...jobless, jobs: [employee('2022-07-11', '2023-01-16')] }
const amount = { monthly: '500.00' }

export const livingAllowanceExamples = [
  {
    rule: 'LS-14',
    given: { ...jobless, claimMonth: '2023-12-01' },
    parameters: amount,
    expect: {
      result: {
        entitled: true,
        amount: '500.00',
        months: 24,
        paidThrough: '2023-12-31',
        total: '12000.00',
        next: 'allowance',
      },
    },
  },
  {
    rule: 'LS-14',
    title: t('第 25 个月不发', 'the 25th month is refused'),
    given: { ...jobless, claimMonth: '2024-01-01', meetsDibao: false },
    parameters: amount,
    expect: { result: { entitled: false, amount: none, next: 'nothing' } },
  },
  {
    rule: 'LS-14',
    title: t('7 月就业：发 6 个月', 'a job in July: six months'),
    given: { ...once, claimMonth: '2022-06-01' },
    parameters: amount,
    expect: { result: { entitled: true, months: 6, total: '3000.00', paidThrough: '2022-06-30' } },
  },
  {
    rule: 'LS-16',
    title: t('失业后走失业保险', 'then unemployment insurance'),
    given: { ...once, claimMonth: '2023-02-01' },
    parameters: amount,
    expect: { result: { entitled: false, next: 'unemployment' } },
  },
  {
    rule: 'LS-16',
    title: t('在职', 'in work'),
    given: { ...once, claimMonth: '2022-10-01' },
    parameters: amount,
    expect: { result: { entitled: false, next: 'employees' } },
  },
  {
    rule: 'LS-15',
    title: t('期满仍未就业，符合低保', 'used up, meets the urban minimum'),
    given: { ...jobless, claimMonth: '2024-01-01', meetsDibao: true },
    parameters: amount,
    expect: { result: { next: 'dibao' } },
  },
  {
    rule: 'LS-14',
    title: t('征地前的工作、务农都不算', 'work before the taking and farming do not count'),
    given: {
      ...jobless,
      jobs: [
        { kind: 'employee', from: '2019-01-01', until: '2021-06-01' },
        { kind: 'farming', from: '2022-03-01', until: none },
      ],
      claimMonth: '2023-12-01',
    },
    parameters: amount,
    expect: { result: { entitled: true, months: 24 } },
  },
  {
    rule: 'OF-10',
    title: t('旧台账已发 20 个月', '20 months paid before'),
    given: { ...jobless, paidBefore: 20, claimMonth: '2022-05-01', meetsDibao: false },
    parameters: amount,
    expect: { result: { months: 4, entitled: false } },
  },
  {
    rule: 'AMB-22',
    given: { ...jobless, claimMonth: '2022-02-01' },
    expect: { missingParameters: ['monthly'] },
  },
  {
    rule: 'LS-15',
    given: { ...jobless, claimMonth: '2024-01-01' },
    parameters: amount,
    expect: { missing: ['meetsDibao'] },
  },
  {
    rule: 'LS-14',
    title: t('首月', 'the first month'),
    given: { ...jobless, claimMonth: '2022-01-01' },
    parameters: amount,
    expect: { result: { entitled: true } },
  },
  {
    rule: 'LS-14',
    title: t('起发月之前', 'the month before the first'),
    given: { ...jobless, claimMonth: '2021-12-01', meetsDibao: false },
    parameters: amount,
    expect: { result: { entitled: false, amount: none, next: 'nothing' } },
  },
  {
    rule: 'LS-14',
    title: t('月中失去工作：整月起发', 'without work from the middle of a month: whole months'),
    given: { ...jobless, unemployedFrom: '2022-01-15', claimMonth: '2023-12-01' },
    parameters: amount,
    expect: { result: { entitled: true, paidThrough: '2023-12-31' } },
  },
  {
    rule: 'OF-10',
    title: t('旧台账已发的多于上限', 'more than the most months paid before'),
    given: { ...jobless, paidBefore: 30, claimMonth: '2022-02-01', meetsDibao: false },
    parameters: amount,
    expect: { result: { months: 0, entitled: false, total: '0.00', paidThrough: '2021-12-31' } },
  },
  {
    rule: 'LS-14',
    title: t('征地当天入职也是首次就业', 'a job from the day of the taking is the first job'),
    given: {
      ...first,
      paidBefore: 0,
      jobs: [employee('2021-12-20', '2021-12-31')],
      claimMonth: '2022-02-01',
    },
    parameters: amount,
    expect: { result: { months: 0, entitled: false, next: 'unemployment' } },
  },
  {
    rule: 'LS-14',
    title: t('两次就业：以第一次为准', 'two jobs: the first one counts'),
    given: { ...once, jobs: [...once.jobs, employee('2023-03-01', none)], claimMonth: '2022-06-01' },
    parameters: amount,
    expect: { result: { months: 6, paidThrough: '2022-06-30' } },
  },
  {
    rule: 'AMB-41',
    title: t('县里定为就业当月也发', 'the county pays the month of the job too'),
    given: { ...once, claimMonth: '2022-07-01' },
    parameters: { ...amount, jobMonth: 'paid' },
    expect: { result: { entitled: true, months: 7, total: '3500.00', paidThrough: '2022-07-31' } },
  },
  {
    rule: 'LS-14',
    title: t('甲类不发', 'none for (a)'),
    given: { ...jobless, category: 'above', claimMonth: '2022-02-01' },
    parameters: amount,
    expect: { result: { entitled: false, amount: none, next: none } },
  },
  ...[
    ['2023-01-01', 'employees'], // leaves on the 16th
    ['2023-01-20', 'employees'], // the month is looked at from its first day
  ].map(([claimMonth, next]) => ({
    rule: 'LS-16',
    title: t('离职当月', 'the month of leaving'),
    given: { ...once, claimMonth },
    parameters: amount,
    expect: { result: { next } },
  })),
  {
    rule: 'LS-16',
    title: t('上月最后一天离职', 'left on the last day of the month before'),
    given: {
      ...first,
      paidBefore: 0,
      jobs: [employee('2022-07-11', '2023-02-01')],
      claimMonth: '2023-02-01',
    },
    parameters: amount,
    expect: { result: { next: 'unemployment' } },
  },
  {
    rule: 'LS-16',
    title: t('一直在职', 'still in work'),
    given: { ...first, paidBefore: 0, jobs: [employee('2022-07-11', none)], claimMonth: '2023-02-01' },
    parameters: amount,
    expect: { result: { next: 'employees' } },
  },
  {
    rule: 'LS-16',
    title: t('当月 1 日入职', 'a job from the first of the month'),
    given: { ...first, paidBefore: 0, jobs: [employee('2022-07-01', none)], claimMonth: '2022-07-01' },
    parameters: amount,
    expect: { result: { entitled: false, months: 6, next: 'employees' } },
  },
  {
    rule: 'LS-16',
    title: t('期满，以后才入职', 'used up, the job comes later'),
    given: { ...once, paidBefore: 24, claimMonth: '2022-06-01', meetsDibao: false },
    parameters: amount,
    expect: { result: { entitled: false, next: 'nothing' } },
  },
  {
    rule: 'LS-14',
    title: t('施行首日', 'on the first day'),
    given: {
      ...first,
      takenOn: '2018-12-31',
      unemployedFrom: since,
      paidBefore: 0,
      jobs: [employee('2019-03-10', none)],
      claimMonth: since,
    },
    parameters: amount,
    expect: { result: { entitled: true, months: 2, total: '1000.00' } },
  },
]
