/** 会议表决: quorum and majority of each body, votes that add up (NP-07). */
import { t } from '#kernel'
import type { CountTerm, ParameterTerms, TermsOf } from '#policy'
import { allOf, boolean, check, choose, count, definePolicy, fact, number, step, sumOf, table } from '#policy'
import { clause, since } from './sources.ts'

const body = fact.choice({
  label: t('会议', 'Body'),
  options: {
    villagers: t('村民会议（村民到会）', "villagers' assembly, by villagers"),
    households: t('村民会议（户代表到会）', "villagers' assembly, by households"),
    representatives: t('村民代表会议', "villagers' representatives"),
  },
})

const facts = {
  body,
  entitled: fact.count({ label: t('应到人数（户数）', 'Entitled (persons or households)') }),
  present: fact.count({ label: t('实到人数', 'Present') }),
  inFavour: fact.count({ label: t('赞成', 'For') }),
  against: fact.count({ label: t('反对', 'Against') }),
  abstaining: fact.count({ label: t('弃权', 'Abstain') }),
  heldOn: fact.day({ label: t('会议日期', 'Day of the meeting') }),
}

const rows = <T>(villagers: T, households: T, representatives: T) => [
  { body: 'villagers', value: villagers },
  { body: 'households', value: households },
  { body: 'representatives', value: representatives },
]
const shape = { exact: { body } }
const words = (zh: string, en: string) => ({ label: t(zh, en), from: since, cite: clause.assembly })

const parameters = {
  quorum: table(shape, rows(number('1/2'), number('2/3'), number('2/3')), words('到会比例', 'Quorum')),
  quorumExceeded: table(
    shape,
    rows(boolean(true), boolean(false), boolean(false)),
    words('到会须超过该比例', 'The quorum must be exceeded'),
  ),
  majority: table(
    shape,
    rows(number('1/2'), number('1/2'), number('1/2')),
    words('赞成须超过（占实到）', 'Votes for must exceed, of those present'),
  ),
}

type Facts = TermsOf<typeof facts>

const meeting = {
  body: 'villagers',
  entitled: 100,
  present: 51,
  inFavour: 26,
  against: 20,
  abstaining: 5,
  heldOn: since,
}
const seats = (of: string, entitled: number, quorum: number) => ({
  rule: 'NP-07',
  given: { ...meeting, body: of, entitled, present: quorum, inFavour: quorum, against: 0, abstaining: 0 },
  expect: { result: { quorum, quorate: true, passed: true } },
})
const short = (of: string, entitled: number, present: number) => ({
  rule: 'NP-07',
  given: { ...meeting, body: of, entitled, present, inFavour: present, against: 0, abstaining: 0 },
  expect: { result: { quorate: false, passed: false } },
})
const needs = (of: string, present: number, needed: number) => ({
  rule: 'NP-07',
  given: { ...meeting, body: of, entitled: present, present },
  expect: { result: { needed } },
})

export const meetingVote = definePolicy({
  id: 'community.meeting-vote',
  label: t('村民会议和代表会议表决', "Vote of villagers' meetings"),
  source: clause.assembly,
  summary: {
    who: t('村民会议、村民代表会议的每项决议。', 'Every decision of villagers or their representatives.'),
    how: t(
      '到会人数够，赞成票过实到的半数，才算通过。',
      'Passed with a quorum and more than half of those present.',
    ),
  },
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.heldOn,
  decide: (f, p) => {
    const quorum = quorumOf(f, p)
    const quorate = step(
      'quorate',
      t('到会人数达到', 'Quorum reached'),
      f.present.isAtLeast(quorum),
      clause.assembly,
    )
    const majority = f.present.times(p.majority.of({ body: f.body }), 'floor').plus(count(1))
    const needed = step('needed', t('通过至少赞成票', 'Least votes for'), majority, clause.assembly)
    const passed = allOf(quorate, f.inFavour.isAtLeast(needed))
    return {
      passed: step('passed', t('决议通过', 'Passed'), passed, clause.assembly),
      quorate,
      quorum,
      needed,
      ...checksOf(f),
    }
  },
  examples: [
    {
      rule: 'NP-07',
      given: meeting,
      expect: {
        result: { passed: true, quorate: true, quorum: 51, needed: 26 },
        checks: { votesAgree: true, presentFits: true },
      },
    },
    {
      rule: 'NP-07',
      given: { ...meeting, inFavour: 25, against: 21 },
      expect: { result: { passed: false, needed: 26 } },
    },
    short('villagers', 100, 50),
    seats('villagers', 101, 51),
    seats('villagers', 103, 52),
    seats('villagers', 9000, 4501),
    seats('households', 90, 60),
    seats('households', 91, 61),
    seats('households', 92, 62),
    seats('households', 9000, 6000),
    short('households', 90, 59),
    seats('representatives', 30, 20),
    seats('representatives', 32, 22),
    seats('representatives', 9000, 6000),
    short('representatives', 30, 19),
    needs('villagers', 9000, 4501),
    needs('households', 9000, 4501),
    needs('representatives', 9000, 4501),
    {
      rule: 'NP-07',
      title: t('三项票数合计不等于实到', 'the three do not add up to those present'),
      given: { ...meeting, abstaining: 4 },
      expect: { checks: { votesAgree: false } },
    },
    { rule: 'NP-07', given: { ...meeting, against: 19 }, expect: { checks: { votesAgree: false } } },
    { rule: 'NP-07', given: { ...meeting, inFavour: 27 }, expect: { checks: { votesAgree: false } } },
    { rule: 'NP-07', given: { ...meeting, entitled: 51 }, expect: { checks: { presentFits: true } } },
    { rule: 'NP-07', given: { ...meeting, entitled: 50 }, expect: { checks: { presentFits: false } } },
    {
      rule: 'NP-07',
      title: t('到会不够：票数不必问', 'no quorum: votes do not matter'),
      given: { body: 'villagers', entitled: 100, present: 50, heldOn: since },
      expect: { missing: ['abstaining', 'against', 'inFavour'], result: { passed: false } },
    },
    { rule: 'NP-07', given: { ...meeting, body: null }, expect: { missing: ['body'] } },
  ],
})

function quorumOf(f: Facts, p: ParameterTerms<typeof parameters>): CountTerm {
  const share = p.quorum.of({ body: f.body })
  const least = choose()
    .when(p.quorumExceeded.of({ body: f.body }), f.entitled.times(share, 'floor').plus(count(1)))
    .otherwise(f.entitled.times(share, 'ceil'))
  return step('quorum', t('至少到会人数', 'Least attendance'), least, clause.assembly)
}

function checksOf(f: Facts) {
  const refusal = { severity: 'refusal', cite: clause.assembly } as const
  const votes = sumOf(f.inFavour, f.against, f.abstaining)
  return {
    votesAgree: check(
      'votesAgree',
      t('核对：赞成、反对、弃权合计等于实到', 'Check: the votes make those present'),
      votes.is(f.present),
      {
        ...refusal,
        message: t(
          '赞成、反对、弃权合计不等于实到人数。请重新计票。',
          'The votes do not add up to those present. Count again.',
        ),
      },
    ),
    presentFits: check(
      'presentFits',
      t('核对：实到不多于应到', 'Check: no more present than entitled'),
      f.present.isAtMost(f.entitled),
      {
        ...refusal,
        message: t(
          '实到人数多于应到人数。请核对签到册。',
          'More are present than are entitled. Check the sign-in sheet.',
        ),
      },
    ),
  }
}
