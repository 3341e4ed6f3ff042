/** 成员大会与成员代表大会: once a year; delegates above 150 members (CQ-14). */
import { t } from '#kernel'
import { count, dated, definePolicy, fact, largest, onlyIf, percent, step } from '#policy'
import { clause, lawSince, none } from './sources.ts'

const limit = (value: number, zh: string, en: string) =>
  dated(count(value), { label: t(zh, en), from: lawSince, cite: clause.delegates })

const size = (members: number, allowed: boolean, delegates: unknown) => ({
  rule: 'CQ-14',
  given: { members, meetings: 1, onDay: lawSince },
  expect: { result: { delegatesAllowed: allowed, delegates, met: true } },
})

export const delegates = definePolicy({
  id: 'cooperatives.delegates',
  label: t('成员大会次数与成员代表大会', "Members' meetings of a year, and delegates"),
  source: clause.delegates,
  summary: {
    who: t('每个合作社。', 'Every cooperative.'),
    how: t(
      '成员大会每年至少一次；成员超过规定人数可设成员代表大会，代表有最低人数。',
      'A meeting at least once a year; above a number of members a delegates’ meeting is possible, with a least size.',
    ),
  },
  effective: { from: lawSince },
  facts: {
    members: fact.count({ label: t('成员总数', 'Members') }),
    meetings: fact.count({ label: t('当年成员大会次数', 'Meetings in the year') }),
    onDay: fact.day({ label: t('检查日', 'Day of the check') }),
  },
  parameters: {
    yearly: limit(1, '每年至少次数', 'Least meetings a year'),
    above: limit(150, '可设代表大会：成员超过', 'Delegates possible above'),
    share: dated(percent(10), {
      label: t('代表占成员比例', 'Delegates, share of members'),
      from: lawSince,
      cite: clause.delegates,
    }),
    least: limit(51, '代表最低人数', 'Least delegates'),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const allowed = step(
      'delegatesAllowed',
      t('可设成员代表大会', 'Delegates’ meeting possible'),
      f.members.isAbove(p.above),
      clause.delegates,
    )
    const number = largest(f.members.times(p.share, 'ceil'), p.least)
    return {
      met: step(
        'met',
        t('成员大会次数达到', 'Enough meetings'),
        f.meetings.isAtLeast(p.yearly),
        clause.delegates,
      ),
      delegatesAllowed: allowed,
      delegates: step(
        'delegates',
        t('代表至少人数', 'Least number of delegates'),
        onlyIf(allowed, number),
        clause.delegates,
      ),
    }
  },
  examples: [
    size(150, false, none),
    size(151, true, 51),
    size(510, true, 51),
    size(511, true, 52),
    size(600, true, 60),
    {
      rule: 'CQ-14',
      title: t('当年没有开会', 'no meeting in the year'),
      given: { members: 90, meetings: 0, onDay: lawSince },
      expect: { result: { met: false, delegatesAllowed: false } },
    },
    {
      rule: 'CQ-14',
      given: { members: 90, meetings: 2, onDay: lawSince },
      expect: { result: { met: true } },
    },
    { rule: 'CQ-14', given: { meetings: 1, onDay: lawSince }, expect: { missing: ['members'] } },
  ],
})
