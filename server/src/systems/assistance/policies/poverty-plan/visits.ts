/** 到村调研次数: each linked leader and head of a unit, or all together (TP-08, AMB-24). */
import { t } from '#kernel'
import { byChoice, choices, count, dated, definePolicy, fact, largest, step } from '#policy'
import { before, clause, since } from './sources.ts'

const countings = choices({
  person: t('每人各算', 'each person'),
  sum: t('一个村合计', 'all of a village together'),
})
const village = (...visits: number[]) => ({
  leaders: visits.map((times) => ({ visits: times })),
  countedOn: '2020-12-31',
})

export const yearlyVisits = definePolicy({
  id: 'assistance.yearly-visits',
  label: t('联点领导和包村单位负责人到村次数', 'Visits of linked leaders and heads of units'),
  source: clause.teams,
  summary: {
    who: t('一个村的联点领导、包村单位主要负责人。', 'The linked leaders and heads of units of a village.'),
    how: t(
      '每人每年到村达到次数才算落实；县里可以改为一个村合计。',
      'Done when each has the number of visits in the year; the county may take the sum of the village.',
    ),
  },
  effective: { from: since },
  facts: {
    leaders: fact.list({
      label: t('联点领导和负责人', 'Leaders and heads'),
      fields: { visits: fact.count({ label: t('当年到村次数', 'Visits in the year') }) },
    }),
    countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {
    least: dated(count(2), {
      label: t('每年最少次数', 'Least visits a year'),
      from: since,
      cite: clause.teams,
    }),
    counting: dated(countings.person, {
      label: t('“2 次以上”怎么算', 'What "twice or more" is counted of'),
      from: since,
      cite: clause.teams,
      question: 'AMB-24',
    }),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const visits = step(
      'visits',
      t('到村总次数', 'Visits in all'),
      f.leaders.sum((one) => one.visits),
    )
    const behind = step(
      'behind',
      t('次数不够的人', 'Persons with too few visits'),
      f.leaders.filter((one) => one.visits.isBelow(p.least)).count(),
      clause.teams,
    )
    const lacking = byChoice(p.counting, {
      person: f.leaders.sum((one) => largest(p.least.minus(one.visits), count(0))),
      sum: largest(p.least.minus(visits), count(0)),
    })
    const short = step('short', t('还差次数', 'Visits lacking'), lacking, clause.teams)
    return {
      reached: step('reached', t('已落实', 'Done'), short.is(count(0)), clause.teams),
      short,
      behind,
      visits,
    }
  },
  examples: [
    {
      rule: 'TP-08',
      title: t('只到过 1 次：提醒', 'one visit: a warning'),
      given: { ...village(1), countedOn: '2020-11-30' },
      expect: { result: { reached: false, short: 1, behind: 1, visits: 1 } },
    },
    {
      rule: 'TP-08',
      given: village(2),
      expect: { result: { reached: true, short: 0, behind: 0, visits: 2 } },
    },
    {
      rule: 'AMB-24',
      title: t('一人 5 次不顶另一人 0 次', 'five visits of one do not stand for another'),
      given: village(5, 0, 2),
      expect: { result: { reached: false, short: 2, behind: 1, visits: 7 } },
    },
    {
      rule: 'AMB-24',
      given: village(1, 0),
      expect: { result: { reached: false, short: 3, behind: 2, visits: 1 } },
    },
    {
      rule: 'TP-08',
      title: t('没有联点领导：没有人欠次数', 'no leader: nobody lacks a visit'),
      given: village(),
      expect: { result: { reached: true, short: 0, behind: 0, visits: 0 } },
    },
    {
      rule: 'AMB-24',
      title: t('改为合计：达到', 'the sum of the village: done'),
      given: village(5, 0, 2),
      parameters: { counting: 'sum' },
      expect: { result: { reached: true, short: 0, behind: 1, visits: 7 } },
    },
    {
      rule: 'AMB-24',
      given: village(1, 1),
      parameters: { counting: 'sum' },
      expect: { result: { reached: true, short: 0, behind: 2 } },
    },
    {
      rule: 'AMB-24',
      given: village(1, 0),
      parameters: { counting: 'sum' },
      expect: { result: { reached: false, short: 1, behind: 2 } },
    },
    {
      rule: 'GEN-07',
      title: t('一人次数不详', 'visits of one are not known'),
      given: { leaders: [{ visits: 2 }, {}], countedOn: '2020-12-31' },
      expect: { missing: ['leaders[1].visits'], result: { reached: null, short: null } },
    },
    {
      rule: 'GEN-12',
      given: { ...village(5, 0), countedOn: since },
      expect: { result: { reached: false, short: 2, behind: 1 } },
    },
    {
      rule: 'GEN-12',
      given: { ...village(1), countedOn: before },
      expect: { problems: ['policy.notInForce'] },
    },
  ],
})
