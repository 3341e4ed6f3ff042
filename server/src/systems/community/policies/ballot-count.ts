/** 计票核对: ballots that do not agree are not counted (NP-05). */
import { t } from '#kernel'
import type { BooleanTerm } from '#policy'
import { allOf, check, definePolicy, fact, step, sumOf } from '#policy'
import { clause, since } from './sources.ts'
import { ballots, countedOn } from './words.ts'

const words = {
  sumAgrees: {
    label: t('核对：有效票加无效票等于收回票数', 'Check: valid and invalid make those collected'),
    message: t(
      '有效票与无效票合计不等于收回票数。请重新清点。',
      'Valid and invalid ballots do not make those collected. Count again.',
    ),
  },
  withinIssued: {
    label: t('核对：收回不多于发出', 'Check: no more collected than issued'),
    message: t(
      '收回的选票多于发出的选票。请重新清点，不能计票。',
      'More ballots were collected than issued. Count again; they are not counted.',
    ),
  },
  withinVoters: {
    label: t('核对：发出不多于登记选民', 'Check: no more issued than voters'),
    message: t(
      '发出的选票多于登记选民。请核对选民名册。',
      'More ballots were issued than there are voters. Check the roll.',
    ),
  },
} as const

const refuse = (id: keyof typeof words, holds: BooleanTerm) =>
  check(id, words[id].label, holds, {
    severity: 'refusal',
    message: words[id].message,
    cite: clause.counting,
  })

const sheet = {
  voters: 1000,
  issued: 600,
  collected: 501,
  validBallots: 480,
  invalidBallots: 21,
  countedOn: since,
}
const refused = (changed: object, id: keyof typeof words) => ({
  rule: 'NP-05',
  given: { ...sheet, ...changed },
  expect: {
    result: { accepted: false },
    checks: { sumAgrees: true, withinIssued: true, withinVoters: true, [id]: false },
  },
})

export const ballotCount = definePolicy({
  id: 'community.ballot-count',
  label: t('计票核对', 'Check of a ballot count'),
  source: clause.counting,
  summary: {
    who: t('每次投票的计票单。', 'The count sheet of every ballot.'),
    how: t(
      '有效加无效等于收回，收回不多于发出，发出不多于登记选民，才能计票。',
      'Counted only when valid and invalid make those collected, within those issued, within the voters.',
    ),
  },
  effective: { from: since },
  facts: {
    voters: fact.count({ label: t('登记选民', 'Registered voters') }),
    issued: fact.count({ label: t('发出选票', 'Ballots issued') }),
    collected: fact.count({ label: t('收回选票', 'Ballots collected') }),
    ...ballots,
    countedOn,
  },
  parameters: {},
  on: (f) => f.countedOn,
  decide: (f) => {
    const checks = {
      sumAgrees: refuse('sumAgrees', sumOf(f.validBallots, f.invalidBallots).is(f.collected)),
      withinIssued: refuse('withinIssued', f.collected.isAtMost(f.issued)),
      withinVoters: refuse('withinVoters', f.issued.isAtMost(f.voters)),
    }
    return {
      accepted: step(
        'accepted',
        t('可以计票', 'Count accepted'),
        allOf(...Object.values(checks)),
        clause.counting,
      ),
      ...checks,
    }
  },
  examples: [
    { rule: 'NP-05', given: sheet, expect: { result: { accepted: true } } },
    { rule: 'NP-05', given: { ...sheet, issued: 501 }, expect: { result: { accepted: true } } },
    { rule: 'NP-05', given: { ...sheet, issued: 1000 }, expect: { result: { accepted: true } } },
    refused({ validBallots: 479 }, 'sumAgrees'),
    refused({ invalidBallots: 22 }, 'sumAgrees'),
    refused({ issued: 500 }, 'withinIssued'),
    refused({ issued: 1001 }, 'withinVoters'),
    {
      rule: 'NP-05',
      title: t('收回多于发出已能判断', 'more collected than issued decides'),
      given: { issued: 500, collected: 501, countedOn: since },
      expect: { missing: ['invalidBallots', 'validBallots', 'voters'], result: { accepted: false } },
    },
  ],
})
