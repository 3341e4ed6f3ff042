/** 成员大会表决: quorum, majorities, extra votes (CQ-14). */
import { t } from '#kernel'
import type { CountTerm, ParameterTerms, TermsOf } from '#policy'
import { allOf, check, choose, count, dated, definePolicy, fact, number, percent, step, sumOf } from '#policy'
import { clause, lawSince } from './sources.ts'

const fraction = (value: string, zh: string, en: string) =>
  dated(number(value), { label: t(zh, en), from: lawSince, cite: clause.meeting })

const facts = {
  members: fact.count({ label: t('成员总数', 'Members') }),
  extraVotes: fact.count({ label: t('附加表决权', 'Extra votes') }),
  attending: fact.count({ label: t('出席人数', 'Members attending') }),
  votesFor: fact.count({ label: t('赞成票', 'Votes for') }),
  matter: fact.choice({
    label: t('表决事项', 'Matter'),
    options: {
      ordinary: t('选举和一般决议', 'election or ordinary decision'),
      charter: t('修改章程', 'change of the charter'),
      merger: t('合并', 'merger'),
      division: t('分立', 'division'),
      dissolution: t('解散', 'dissolution'),
      federation: t('设立或加入联合社', 'setting up or joining a federation'),
    },
  }),
  heldOn: fact.day({ label: t('会议日期', 'Day of the meeting') }),
}

const parameters = {
  quorum: fraction('2/3', '出席人数下限', 'Least share of members attending'),
  ordinary: fraction('1/2', '一般决议须超过', 'Ordinary decisions need more than'),
  special: fraction('2/3', '重大决议不少于', 'Great decisions need at least'),
  extraCap: dated(percent(20), {
    label: t('附加表决权上限（占基本表决权）', 'Most extra votes, of base votes'),
    from: lawSince,
    cite: clause.meeting,
  }),
}

type Facts = TermsOf<typeof facts>
type Parameters = ParameterTerms<typeof parameters>

const held = { members: 90, extraVotes: 0, attending: 90, votesFor: 60, matter: 'charter', heldOn: lawSince }

const great = (matter: string) => ({
  rule: 'CQ-14',
  given: { ...held, matter },
  expect: { result: { needed: 60, passed: true } },
})

export const meeting = definePolicy({
  id: 'cooperatives.meeting',
  label: t('成员大会表决', "Vote of the members' meeting"),
  source: clause.meeting,
  summary: {
    who: t('召开成员大会的合作社。', "A cooperative that holds a members' meeting."),
    how: t(
      '出席人数够，赞成票达到全部表决权（基本加附加）的规定比例，决议才通过。',
      'Passed when enough members attend and the votes for reach the share of all votes, base and extra.',
    ),
  },
  effective: { from: lawSince },
  facts,
  parameters,
  on: (f) => f.heldOn,
  decide: (f, p) => {
    const total = step(
      'totalVotes',
      t('表决权总数', 'Votes in all'),
      sumOf(f.members, f.extraVotes),
      clause.meeting,
    )
    const majority = total.times(p.ordinary, 'floor').plus(count(1))
    const twoThirds = total.times(p.special, 'ceil')
    const needed = choose().when(f.matter.is('ordinary'), majority).otherwise(twoThirds)
    const least = step('needed', t('通过所需票数', 'Votes needed'), needed, clause.meeting)
    const seats = step(
      'seats',
      t('至少出席人数', 'Least attendance'),
      f.members.times(p.quorum, 'ceil'),
      clause.meeting,
    )
    const quorate = step('quorate', t('出席人数达到', 'Quorum reached'), f.attending.isAtLeast(seats))
    const passed = allOf(quorate, f.votesFor.isAtLeast(least))
    return {
      passed: step('passed', t('决议通过', 'Passed'), passed, clause.meeting),
      needed: least,
      seats,
      quorate,
      ...checksOf(f, p, total),
    }
  },
  examples: [
    great('charter'),
    great('merger'),
    great('division'),
    great('dissolution'),
    great('federation'),
    { rule: 'CQ-14', given: { ...held, votesFor: 59 }, expect: { result: { passed: false, needed: 60 } } },
    {
      rule: 'CQ-14',
      title: t('一般决议：45 票不过半，46 票过半', 'ordinary: 45 is not more than half, 46 is'),
      given: { ...held, matter: 'ordinary', votesFor: 45 },
      expect: { result: { passed: false, needed: 46 } },
    },
    {
      rule: 'CQ-14',
      given: { ...held, matter: 'ordinary', votesFor: 46 },
      expect: { result: { passed: true } },
    },
    {
      rule: 'CQ-14',
      title: t('91 人：过半为 46，三分之二为 61', '91 members: 46 and 61'),
      given: { ...held, members: 91, matter: 'ordinary', votesFor: 46 },
      expect: { result: { needed: 46, seats: 61, passed: true } },
    },
    {
      rule: 'CQ-14',
      title: t('92 人：61.33，要 62 票', '92 members: 61.33, so 62 votes'),
      given: { ...held, members: 92, votesFor: 61 },
      expect: { result: { needed: 62, seats: 62, passed: false } },
    },
    {
      rule: 'CQ-14',
      given: { ...held, attending: 60 },
      expect: { result: { seats: 60, quorate: true, passed: true } },
    },
    {
      rule: 'CQ-14',
      given: { ...held, attending: 59 },
      expect: { result: { quorate: false, passed: false } },
    },
    {
      rule: 'CQ-14',
      title: t('附加表决权 18 票，正好二成', '18 extra votes are exactly 20%'),
      given: { ...held, extraVotes: 18, votesFor: 72 },
      expect: { result: { needed: 72, passed: true }, checks: { extraWithin: true, counted: true } },
    },
    {
      rule: 'CQ-14',
      given: { ...held, extraVotes: 18, votesFor: 71 },
      expect: { result: { passed: false } },
    },
    { rule: 'CQ-14', given: { ...held, extraVotes: 19 }, expect: { checks: { extraWithin: false } } },
    {
      rule: 'CQ-14',
      title: t('93 人的二成是 18.6，19 票已超过', '20% of 93 is 18.6: 19 is too many'),
      given: { ...held, members: 93, extraVotes: 19 },
      expect: { checks: { extraWithin: false } },
    },
    {
      rule: 'CQ-14',
      title: t(
        '9,000 人：出席和重大决议都要 6,000，附加表决权最多 1,800',
        '9,000 members: 6,000 to attend and to decide, 1,800 extra votes',
      ),
      given: { ...held, members: 9000, attending: 6000, votesFor: 6000 },
      expect: { result: { passed: true, needed: 6000, seats: 6000 } },
    },
    {
      rule: 'CQ-14',
      given: { ...held, members: 9000, attending: 9000, votesFor: 4501, matter: 'ordinary' },
      expect: { result: { passed: true, needed: 4501 } },
    },
    {
      rule: 'CQ-14',
      given: { ...held, members: 9000, extraVotes: 1801 },
      expect: { checks: { extraWithin: false } },
    },
    { rule: 'CQ-14', given: { ...held, extraVotes: 1, votesFor: 91 }, expect: { checks: { counted: true } } },
    { rule: 'CQ-14', given: { ...held, votesFor: 90 }, expect: { checks: { counted: true } } },
    { rule: 'CQ-14', given: { ...held, votesFor: 91 }, expect: { checks: { counted: false } } },
    { rule: 'CQ-14', given: { ...held, attending: 90 }, expect: { checks: { present: true } } },
    { rule: 'CQ-14', given: { ...held, attending: 91 }, expect: { checks: { present: false } } },
    {
      rule: 'CQ-14',
      title: t('出席不够：赞成票不必问', 'no quorum: votes do not matter'),
      given: { members: 90, extraVotes: 0, attending: 59, matter: 'charter', heldOn: lawSince },
      expect: { missing: ['votesFor'], result: { passed: false } },
    },
    {
      rule: 'CQ-14',
      given: { ...held, matter: null },
      expect: { missing: ['matter'], result: { quorate: true } },
    },
  ],
})

function checksOf(f: Facts, p: Parameters, total: CountTerm) {
  const refusal = { severity: 'refusal', cite: clause.meeting } as const
  return {
    extraWithin: check(
      'extraWithin',
      t('核对：附加表决权不超过上限', 'Check: extra votes within their cap'),
      f.extraVotes.isAtMost(f.members.times(p.extraCap, 'floor')),
      {
        ...refusal,
        message: t(
          '附加表决权超过基本表决权的规定比例。请按章程调整。',
          'Extra votes exceed their share of base votes. Adjust them.',
        ),
      },
    ),
    counted: check(
      'counted',
      t('核对：赞成票不多于表决权总数', 'Check: no more votes than there are'),
      f.votesFor.isAtMost(total),
      {
        ...refusal,
        message: t(
          '赞成票多于表决权总数。请重新计票。',
          'There are more votes for than votes in all. Count again.',
        ),
      },
    ),
    present: check(
      'present',
      t('核对：出席人数不多于成员总数', 'Check: no more attend than are members'),
      f.attending.isAtMost(f.members),
      {
        ...refusal,
        message: t(
          '出席人数多于成员总数。请核对签到册。',
          'More attend than are members. Check the sign-in sheet.',
        ),
      },
    ),
  }
}
