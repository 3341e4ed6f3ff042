/** Examples of the licence terms. 2023-08-25 is a Friday. */
import { t } from '#kernel'
import { before, none, since } from './sources.ts'

const applied = {
  scopeAppliedOn: '2023-08-25',
  permitAppliedOn: '2023-08-25',
  scopeDoneOn: none,
  permitDoneOn: none,
  arranged: [],
}
const calendar = { scopeCount: 'calendar', permitCount: 'calendar' }
const off = (day: string) => ({ day, kind: 'off' })
const work = (day: string) => ({ day, kind: 'work' })
/** Mid-Autumn and National Day 2023: off from 29 September to 6 October, worked on 7 and 8 October. */
const autumn2023 = [
  ...['2023-09-29', '2023-09-30', '2023-10-01', '2023-10-02'].map(off),
  ...['2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06'].map(off),
  ...['2023-10-07', '2023-10-08'].map(work),
]
const monday = { ...applied, scopeAppliedOn: '2023-09-25', permitAppliedOn: '2023-09-25' }
const both = (day: string) => ({ ...applied, scopeAppliedOn: day, permitAppliedOn: day })
/** Every day from Saturday 2 September on, for so many days. */
const shut = (howMany: number) =>
  Array.from({ length: howMany }, (_, i) => off(`2023-09-${String(i + 2).padStart(2, '0')}`))
const friday = { ...applied, scopeAppliedOn: '2023-09-01', permitAppliedOn: '2023-09-01' }

export const licenceExamples = [
  {
    rule: 'LM-02',
    title: t('按工作日', 'working days'),
    given: applied,
    expect: {
      result: {
        scopeDue: '2023-09-01',
        permitDue: '2023-09-08',
        scopeOnTime: none,
        permitOnTime: none,
        inOrder: true,
      },
    },
  },
  {
    rule: 'LM-02',
    title: t('按自然日', 'calendar days'),
    given: applied,
    parameters: calendar,
    expect: { result: { scopeDue: '2023-08-30', permitDue: '2023-09-04' } },
  },
  {
    rule: 'AMB-06',
    title: t('经营范围按自然日，许可按工作日', 'each term has its own switch'),
    given: applied,
    parameters: { scopeCount: 'calendar' },
    expect: { result: { scopeDue: '2023-08-30', permitDue: '2023-09-08' } },
  },
  {
    rule: 'GEN-05',
    title: t('自然日数不用节假日安排', 'calendar days need no holidays'),
    given: { ...applied, arranged: undefined },
    parameters: calendar,
    expect: { result: { scopeDue: '2023-08-30', permitDue: '2023-09-04' } },
  },
  {
    rule: 'GEN-05',
    title: t('节假日安排不详：工作日数不出', 'holidays not known: working days are open'),
    given: { ...applied, arranged: undefined },
    expect: { missing: ['arranged'], result: { scopeDue: null, inOrder: true } },
  },
  {
    rule: 'GEN-05',
    title: t('国庆中秋放假和补班', 'holidays and make-up days'),
    given: monday,
    expect: { result: { scopeDue: '2023-10-02', permitDue: '2023-10-09' } },
  },
  {
    rule: 'GEN-05',
    title: t('国庆中秋：周末补班也算', 'weekends that are worked count'),
    given: { ...monday, arranged: autumn2023 },
    expect: { result: { scopeDue: '2023-10-08', permitDue: '2023-10-13' } },
  },
  ...[
    ['2023-08-26', '2023-09-01', '2023-09-08'], // a Saturday
    ['2023-08-27', '2023-09-01', '2023-09-08'], // a Sunday
    ['2023-08-28', '2023-09-04', '2023-09-11'], // a Monday
  ].map(([day, scopeDue, permitDue]) => ({
    rule: 'GEN-05',
    given: both(day ?? ''),
    expect: { result: { scopeDue, permitDue } },
  })),
  {
    rule: 'AMB-25',
    title: t('两次申请，各算各的', 'two applications, two clocks'),
    given: { ...applied, permitAppliedOn: '2023-09-04' },
    expect: { result: { scopeDue: '2023-09-01', permitDue: '2023-09-18' } },
  },
  {
    rule: 'AMB-25',
    title: t('从经营范围期满起算', 'from the end of the scope term'),
    given: applied,
    parameters: { permitClock: 'afterScope' },
    expect: { result: { scopeDue: '2023-09-01', permitDue: '2023-09-15' } },
  },
  {
    rule: 'AMB-39',
    title: t('期满日是周六：不顺延', 'ends on a Saturday: it stays'),
    given: both('2023-08-28'),
    parameters: calendar,
    expect: { result: { scopeDue: '2023-09-02', permitDue: '2023-09-07' } },
  },
  {
    rule: 'AMB-39',
    title: t('期满日是周六：顺延到周一；周四不动', 'a Saturday moves to Monday, a Thursday stays'),
    given: both('2023-08-28'),
    parameters: { ...calendar, onHoliday: 'next' },
    expect: { result: { scopeDue: '2023-09-04', permitDue: '2023-09-07' } },
  },
  {
    rule: 'AMB-39',
    title: t('期满日要上班：不动', 'last days that are worked stay'),
    given: applied,
    parameters: { ...calendar, onHoliday: 'next' },
    expect: { result: { scopeDue: '2023-08-30', permitDue: '2023-09-04' } },
  },
  {
    rule: 'LM-02',
    title: t('期满当天办结算按时', 'done on the last day is on time'),
    given: { ...applied, scopeDoneOn: '2023-09-01', permitDoneOn: '2023-09-08' },
    expect: { result: { scopeOnTime: true, permitOnTime: true }, checks: { inOrder: true } },
  },
  {
    rule: 'LM-02',
    title: t('过一天就迟了', 'a day later is late'),
    given: { ...applied, scopeDoneOn: '2023-09-02', permitDoneOn: '2023-09-09' },
    expect: { result: { scopeOnTime: false, permitOnTime: false } },
  },
  {
    rule: 'LM-02',
    title: t('同一天办结，不算颠倒', 'both on one day are in order'),
    given: { ...applied, scopeDoneOn: '2023-09-01', permitDoneOn: '2023-09-01' },
    expect: { checks: { inOrder: true } },
  },
  {
    rule: 'LM-02',
    title: t('许可办在前面', 'the permit first'),
    given: { ...applied, scopeDoneOn: '2023-09-01', permitDoneOn: '2023-08-31' },
    expect: { result: { permitOnTime: true }, checks: { inOrder: false } },
  },
  {
    rule: 'LM-02',
    title: t('经营范围还没变更就有了许可', 'a permit without the scope'),
    given: { ...applied, permitDoneOn: '2023-08-31' },
    expect: { checks: { inOrder: false } },
  },
  {
    rule: 'GEN-05',
    title: t('连休 14 天还找得到工作日', 'fourteen days off in a row'),
    given: { ...friday, arranged: [...shut(14), work('2023-09-16')] },
    parameters: { scopeTerm: 1, permitTerm: 1 },
    expect: { result: { scopeDue: '2023-09-16', permitDue: '2023-09-16' } },
  },
  {
    rule: 'GEN-05',
    title: t('连休 15 天以上：不猜', 'more days off than any holiday: no guess'),
    given: { ...friday, arranged: [...shut(15), work('2023-09-17')] },
    parameters: { scopeTerm: 1, permitCount: 'calendar' },
    expect: { problems: ['policy.gap'], result: { scopeDue: null, permitDue: '2023-09-11' } },
  },
  {
    rule: 'GEN-12',
    title: t('发文当天起', 'from the day of issue'),
    given: { ...applied, scopeAppliedOn: since },
    expect: { result: { scopeDue: '2023-08-31' } },
  },
  {
    rule: 'GEN-12',
    title: t('发文前一天', 'the day before'),
    given: applied,
    on: before,
    expect: {
      problems: ['policy.notInForce'],
      missingParameters: ['onHoliday', 'permitClock', 'permitCount', 'permitTerm', 'scopeCount', 'scopeTerm'],
      result: { scopeDue: null },
    },
  },
]
