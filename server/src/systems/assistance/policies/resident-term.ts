/** 驻村一年的期满日 (XB-01). */
import { t } from '#kernel'
import { choices, choose, dated, days, daysBetween, definePolicy, fact, largest, step, years } from '#policy'
import { clause, since } from './sources-village.ts'

const standings = choices({
  notYet: t('未开始', 'not begun'),
  running: t('驻村中', 'under way'),
  over: t('期满', 'over'),
})
const left = (value: string) => ({ value, unit: 'day' })
const team = (startedOn: string, onDay: string) => ({ startedOn, onDay })

export const residentTerm = definePolicy({
  id: 'assistance.resident-term',
  label: t('驻村工作组期满日', 'Last day of a resident team'),
  source: clause.resident,
  summary: {
    who: t('驻村工作组。', 'Resident teams of a village.'),
    how: t(
      '从进驻日起满一年的前一天期满。',
      'From the day on which it comes to the day before a year later.',
    ),
  },
  effective: { from: since },
  facts: {
    startedOn: fact.day({ label: t('进驻日', 'Day on which the team came') }),
    onDay: fact.day({ label: t('核定日', 'Day of the check') }),
  },
  parameters: {
    term: dated(years(1), { label: t('驻村年限', 'Term'), from: since, cite: clause.resident }),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const lastDay = step(
      'lastDay',
      t('期满日', 'Last day'),
      f.startedOn.plusMonths(p.term).minusDays(days(1)),
      clause.resident,
    )
    const standing = choose()
      .when(f.onDay.isBelow(f.startedOn), standings.notYet)
      .when(f.onDay.isAtMost(lastDay), standings.running)
      .otherwise(standings.over)
    return {
      lastDay,
      standing: step('standing', t('驻村情况', 'How it stands'), standing, clause.resident),
      daysLeft: step('daysLeft', t('剩余天数', 'Days left'), largest(daysBetween(f.onDay, lastDay), days(0))),
    }
  },
  examples: [
    {
      rule: 'XB-01',
      title: t('2013 年 3 月 1 日进驻', 'from 1 March 2013'),
      given: team('2013-03-01', since),
      expect: { result: { lastDay: '2014-02-28', standing: 'over', daysLeft: left('0') } },
    },
    {
      rule: 'XB-01',
      given: team('2019-03-01', '2020-02-28'),
      expect: { result: { lastDay: '2020-02-29', standing: 'running', daysLeft: left('1') } },
    },
    {
      rule: 'XB-01',
      title: t('期满当天还在驻村', 'the last day still counts'),
      given: team('2019-03-01', '2020-02-29'),
      expect: { result: { standing: 'running', daysLeft: left('0') } },
    },
    {
      rule: 'XB-01',
      given: team('2019-03-01', '2020-03-01'),
      expect: { result: { standing: 'over', daysLeft: left('0') } },
    },
    {
      rule: 'XB-01',
      given: team('2021-03-01', '2021-03-01'),
      expect: { result: { lastDay: '2022-02-28', standing: 'running', daysLeft: left('364') } },
    },
    { rule: 'XB-01', given: team('2021-03-01', '2021-02-28'), expect: { result: { standing: 'notYet' } } },
    {
      rule: 'AMB-52',
      title: t(
        '2 月 29 日进驻：先到 2 月 28 日，再减一天',
        'from 29 February: clamped first, then the day subtracted',
      ),
      given: team('2020-02-29', '2020-06-01'),
      expect: { result: { lastDay: '2021-02-27', standing: 'running' } },
    },
    {
      rule: 'GEN-07',
      title: t('进驻日被遮盖', 'the day is masked'),
      given: { onDay: '2020-06-01' },
      expect: { missing: ['startedOn'], result: { lastDay: null, standing: null } },
    },
    {
      rule: 'GEN-12',
      given: team('2018-06-01', '2018-12-31'),
      expect: { problems: ['policy.notInForce'], missingParameters: ['term'] },
    },
  ],
})
