/** Examples of the licence terms. 2023-08-25 is a Friday. */
import { t } from '#kernel'
import type { Example } from '#policy'
import { before, none, since } from './sources.ts'

const list = (...days: string[]) => days.map((day) => ({ day }))
const august = ['24', '25', '28', '29', '30', '31'].map((day) => `2023-08-${day}`)
const september = ['01', '04', '05', '06', '07', '08', '11', '12', '13', '14', '15', '18'].map(
  (day) => `2023-09-${day}`,
)
/** Mid-Autumn and National Day 2023: off from 29 September to 6 October, worked on Saturday 7 and Sunday 8 October. */
const autumn = [
  ...['25', '26', '27', '28'].map((day) => `2023-09-${day}`),
  ...['07', '08', '09', '10', '11', '12', '13', '16'].map((day) => `2023-10-${day}`),
]
const applied = {
  scopeAppliedOn: '2023-08-25',
  permitAppliedOn: '2023-08-25',
  scopeDoneOn: none,
  permitDoneOn: none,
  workingDays: list(...august, ...september),
}
const both = (day: string) => ({ ...applied, scopeAppliedOn: day, permitAppliedOn: day })
const calendar = { scopeCount: 'calendar', permitCount: 'calendar' }
const due = (scopeDue: string, permitDue: string) => ({ scopeDue, permitDue, calendarReaches: true })

export const licenceExamples: readonly Example[] = [
  {
    rule: 'LM-02',
    title: t('按工作日', 'working days'),
    given: applied,
    expect: {
      result: { ...due('2023-09-01', '2023-09-08'), scopeOnTime: none, permitOnTime: none, inOrder: true },
    },
  },
  {
    rule: 'LM-02',
    title: t('按自然日', 'calendar days'),
    given: applied,
    parameters: calendar,
    expect: { result: due('2023-08-30', '2023-09-04') },
  },
  {
    rule: 'AMB-06',
    title: t('经营范围按自然日，许可按工作日', 'each term has its own switch'),
    given: applied,
    parameters: { scopeCount: 'calendar' },
    expect: { result: due('2023-08-30', '2023-09-08') },
  },
  {
    rule: 'GEN-05',
    title: t('自然日不用工作日历', 'calendar days need no list'),
    given: { ...applied, workingDays: undefined },
    parameters: calendar,
    expect: { result: due('2023-08-30', '2023-09-04') },
  },
  {
    rule: 'GEN-05',
    title: t('工作日历不详：工作日数不出', 'working days not known: the days are open'),
    given: { ...applied, workingDays: undefined },
    expect: { missing: ['workingDays'], result: { scopeDue: null, inOrder: true } },
  },
  {
    rule: 'AMB-39',
    title: t(
      '顺延，工作日历排不到许可期满日：不猜',
      'rolled forward, the list ends before the permit term: no guess',
    ),
    given: { ...applied, workingDays: list(...august) },
    parameters: { ...calendar, onHoliday: 'next' },
    expect: {
      result: { scopeDue: '2023-08-30', permitDue: none },
      checks: { calendarReaches: false },
    },
  },
  {
    rule: 'AMB-39',
    title: t('顺延，两个期满日都排不到', 'rolled forward, the list ends before both terms'),
    given: { ...applied, workingDays: list('2023-08-28') },
    parameters: { ...calendar, onHoliday: 'next' },
    expect: { result: { scopeDue: none, permitDue: none }, checks: { calendarReaches: false } },
  },
  {
    rule: 'GEN-05',
    title: t('工作日历只排到第 9 天：不猜', 'the list ends with the ninth day: no guess'),
    given: { ...applied, workingDays: list(...august, ...september.slice(0, 5)), permitDoneOn: '2023-09-08' },
    expect: {
      result: { scopeDue: '2023-09-01', permitDue: none, permitOnTime: none },
      checks: { calendarReaches: false },
    },
  },
  {
    rule: 'GEN-05',
    title: t('只排到第 4 天：两个期限都数不出', 'the list ends with the fourth day: neither'),
    given: { ...applied, workingDays: list('2023-08-28', '2023-08-29', '2023-08-30', '2023-08-31') },
    parameters: { permitCount: 'calendar' },
    expect: { result: { scopeDue: none, permitDue: '2023-09-04' }, checks: { calendarReaches: false } },
  },
  {
    rule: 'GEN-05',
    title: t('国庆放假，周末补班也算', 'holidays, and weekends that are worked'),
    given: { ...both('2023-09-25'), workingDays: list(...autumn) },
    expect: { result: due('2023-10-08', '2023-10-13') },
  },
  {
    rule: 'GEN-05',
    title: t('周日申请', 'application on a Sunday'),
    given: both('2023-08-27'),
    expect: { result: due('2023-09-01', '2023-09-08') },
  },
  {
    rule: 'AMB-25',
    title: t('两次申请，各算各的', 'two applications, two clocks'),
    given: { ...applied, permitAppliedOn: '2023-09-04' },
    expect: { result: due('2023-09-01', '2023-09-18') },
  },
  {
    rule: 'AMB-25',
    title: t('从经营范围期满起算', 'from the end of the scope term'),
    given: applied,
    parameters: { permitClock: 'afterScope' },
    expect: { result: due('2023-09-01', '2023-09-15') },
  },
  {
    rule: 'AMB-39',
    title: t('期满日是周六：不顺延', 'ends on a Saturday: it stays'),
    given: both('2023-08-28'),
    parameters: calendar,
    expect: { result: due('2023-09-02', '2023-09-07') },
  },
  {
    rule: 'AMB-39',
    title: t('期满日是周六：顺延到周一；周四不动', 'a Saturday moves to Monday, a Thursday stays'),
    given: both('2023-08-28'),
    parameters: { ...calendar, onHoliday: 'next' },
    expect: { result: due('2023-09-04', '2023-09-07') },
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
    rule: 'GEN-12',
    title: t('发文当天起', 'from the day of issue'),
    given: { ...applied, scopeAppliedOn: since },
    expect: { result: { scopeDue: '2023-08-31' } },
  },
  {
    rule: 'GEN-12',
    title: t('发文当天的参数，期满日是周六', 'parameters of the day of issue, ends on a Saturday'),
    given: both('2023-08-28'),
    on: since,
    parameters: calendar,
    expect: { result: due('2023-09-02', '2023-09-07') },
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
