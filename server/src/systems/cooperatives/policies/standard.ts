/** 三会一章规范: the four items and proof that they are kept (CQ-02, one cooperative). */
import { t } from '#kernel'
import { allOf, count, dated, definePolicy, fact, step } from '#policy'
import { clause, planSince } from './sources.ts'
import { countedOn } from './words.ts'

const full = {
  membersMeeting: true,
  council: true,
  supervisors: true,
  charter: true,
  minutes: 1,
  countedOn: '2021-01-01',
}
const without = (missing: string) => ({
  rule: 'CQ-02',
  given: { ...full, [missing]: false },
  expect: { result: { standard: false, allFour: false, practised: true } },
})

export const standard = definePolicy({
  id: 'cooperatives.standard',
  label: t('三会一章规范合作社', 'Cooperative with the three meetings and the charter'),
  source: clause.targets,
  summary: {
    who: t('每个在营合作社。', 'Every active cooperative.'),
    how: t(
      '成员大会、理事会、监事会、章程四项齐全，当年有会议记录。',
      "Members' meeting, council, supervisory board and charter exist, and there are minutes of the year.",
    ),
  },
  effective: { from: planSince },
  facts: {
    membersMeeting: fact.boolean({
      label: t('设有成员（代表）大会', "Has a members' or delegates' meeting"),
    }),
    council: fact.boolean({ label: t('设有理事会', 'Has a council') }),
    supervisors: fact.boolean({ label: t('设有监事会', 'Has a supervisory board') }),
    charter: fact.boolean({ label: t('有章程', 'Has a charter') }),
    minutes: fact.count({ label: t('当年会议记录份数', 'Minutes of meetings in the year') }),
    countedOn,
  },
  parameters: {
    leastMinutes: dated(count(1), {
      label: t('当年至少会议记录份数', 'Least minutes in the year'),
      from: planSince,
      cite: clause.targets,
    }),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const items = allOf(f.membersMeeting, f.council, f.supervisors, f.charter)
    const allFour = step('allFour', t('三会一章齐全', 'All four exist'), items, clause.targets)
    const practised = step(
      'practised',
      t('认真执行', 'Kept in practice'),
      f.minutes.isAtLeast(p.leastMinutes),
    )
    const both = allOf(allFour, practised)
    return {
      standard: step('standard', t('三会一章规范', 'Up to standard'), both, clause.targets),
      allFour,
      practised,
    }
  },
  examples: [
    { rule: 'CQ-02', given: full, expect: { result: { standard: true, allFour: true, practised: true } } },
    without('membersMeeting'),
    without('council'),
    without('supervisors'),
    without('charter'),
    {
      rule: 'CQ-02',
      title: t('四项齐全，当年没有会议记录', 'all four, but no minutes in the year'),
      given: { ...full, minutes: 0 },
      expect: { result: { standard: false, allFour: true, practised: false } },
    },
    { rule: 'CQ-02', given: { ...full, minutes: 2 }, expect: { result: { standard: true } } },
    {
      rule: 'CQ-02',
      title: t('缺章程已能判断', 'without a charter it is decided'),
      given: { charter: false, countedOn: '2021-01-01' },
      expect: { missing: ['minutes'], result: { standard: false } },
    },
    {
      rule: 'CQ-02',
      given: { membersMeeting: true, council: true, minutes: 1, countedOn: '2021-01-01' },
      expect: { missing: ['charter', 'supervisors'] },
    },
  ],
})
