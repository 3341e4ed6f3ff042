/** 培训人次: the same person at two sessions counts twice, as a person once (JQ-07). */
import { t } from '#kernel'
import { definePolicy, fact, step } from '#policy'
import { clause } from './sources.ts'
import { countedOn } from './words.ts'

const since = '2021-01-01'

/** Trainees by number at a session: one row for each. */
const session = (on: string, from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, i) => ({ on, session: `班次 ${on}`, person: `${from + i}` }))
const signed = (...rows: object[]) => ({ signed: rows, countedOn: '2021-11-30' })

export const trainingAttendance = definePolicy({
  id: 'cooperatives.training-attendance',
  label: t('培训人次和人数', 'Training in person-times and persons'),
  source: clause.training,
  summary: {
    who: t(
      '辅导员和合作社带头人的培训签到，一人一期一行。',
      'Attendance of trainings of instructors and heads of cooperatives, a row for each person and session.',
    ),
    how: t(
      '一人参加一期算一人次，参加两期算两人次；人数按人只计一次。',
      'One person at one session is one person-time, at two sessions two; as a person he counts once.',
    ),
  },
  effective: { from: since },
  facts: {
    signed: fact.list({
      label: t('签到', 'Signed in'),
      fields: {
        session: fact.text({ label: t('培训班次', 'Session') }),
        person: fact.text({ label: t('人员编号', 'Number of the person') }),
        on: fact.day({ label: t('培训日', 'Day of the session') }),
      },
    }),
    countedOn,
  },
  parameters: {},
  on: (f) => f.countedOn,
  decide: (f) => {
    const until = f.signed.filter((one) => one.on.isAtMost(f.countedOn))
    const once = (key: 'person' | 'session') =>
      until
        .bestPer(
          (one) => one[key],
          (one) => one.on,
        )
        .count()
    return {
      personTimes: step('personTimes', t('人次', 'Person-times'), until.count(), clause.training),
      persons: step('persons', t('人数', 'Persons'), once('person'), clause.training),
      sessions: step('sessions', t('班次', 'Sessions'), once('session')),
    }
  },
  examples: [
    {
      rule: 'JQ-07',
      title: t('两期 40 人和 35 人，20 人两期都到', 'two sessions of 40 and 35, 20 attend both'),
      given: signed(...session('2021-06-01', 1, 40), ...session('2021-09-01', 21, 55)),
      expect: { result: { personTimes: 75, persons: 55, sessions: 2 } },
    },
    {
      rule: 'JQ-07',
      title: t('一人参加三期', 'one person at three sessions'),
      given: signed(...['2021-06-01', '2021-07-01', '2021-08-01'].flatMap((on) => session(on, 1, 1))),
      expect: { result: { personTimes: 3, persons: 1, sessions: 3 } },
    },
    { rule: 'JQ-07', given: signed(), expect: { result: { personTimes: 0, persons: 0, sessions: 0 } } },
    {
      rule: 'JQ-07',
      title: t('统计日当天的算，次日的不算', 'the day of the count counts, the next day does not'),
      given: signed(...session('2021-11-30', 1, 2), ...session('2021-12-01', 1, 4)),
      expect: { result: { personTimes: 2, persons: 2, sessions: 1 } },
    },
    {
      rule: 'GEN-07',
      title: t('一人编号不详：人次照算', 'one person without a number: person-times are known'),
      given: signed(...session('2021-06-01', 1, 2), { on: '2021-06-01', session: '班次 2021-06-01' }),
      expect: { missing: ['signed[2].person'], result: { personTimes: 3, persons: null, sessions: 1 } },
    },
  ],
})
