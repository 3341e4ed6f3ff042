/** 选举是否有效, and how many votes elect (NP-04, AMB-51). */
import { t } from '#kernel'
import { count, dated, definePolicy, fact, number, step, sumOf } from '#policy'
import { clause, since } from './sources.ts'
import { ballots, ballotsCast, castParameter, countedOn } from './words.ts'

const election = (voters: number, validBallots: number, invalidBallots: number) => ({
  voters,
  validBallots,
  invalidBallots,
  countedOn: since,
})
const half = (zh: string, en: string) =>
  dated(number('1/2'), { label: t(zh, en), from: since, cite: clause.validity })

export const electionValidity = definePolicy({
  id: 'community.election-validity',
  label: t('选举效力和当选票数', 'Validity of an election, votes that elect'),
  source: clause.validity,
  summary: {
    who: t(
      '直接选举人大代表的选区；选举村民委员会的村。',
      'A district that elects deputies directly; a village that elects its committee.',
    ),
    how: t(
      '投票的选民过半数，选举有效；得票过基数的半数才能当选。',
      'Valid when more than half of the voters vote; more than half of the base elects.',
    ),
  },
  effective: { from: since },
  facts: { voters: fact.count({ label: t('登记选民', 'Registered voters') }), ...ballots, countedOn },
  parameters: {
    turnout: half('参加投票须超过', 'Turnout must exceed'),
    majority: half('当选票须超过', 'Votes that elect must exceed'),
    cast: castParameter,
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const collected = step(
      'collected',
      t('收回选票', 'Ballots collected'),
      sumOf(f.validBallots, f.invalidBallots),
    )
    const least = step(
      'leastBallots',
      t('有效选举至少选票', 'Least ballots for a valid election'),
      f.voters.times(p.turnout, 'floor').plus(count(1)),
    )
    const cast = ballotsCast(f, p.cast)
    return {
      valid: step('valid', t('选举有效', 'Election valid'), collected.isAtLeast(least), clause.validity),
      leastBallots: least,
      votesNeeded: step(
        'votesNeeded',
        t('当选至少得票', 'Least votes to be elected'),
        cast.times(p.majority, 'floor').plus(count(1)),
        clause.validity,
      ),
    }
  },
  examples: [
    {
      rule: 'NP-04',
      given: election(1000, 501, 0),
      expect: { result: { valid: true, leastBallots: 501, votesNeeded: 251 } },
    },
    { rule: 'NP-04', given: election(1000, 500, 0), expect: { result: { valid: false, votesNeeded: 251 } } },
    {
      rule: 'AMB-51',
      title: t('480 张有效、21 张无效：基数 501', '480 valid and 21 invalid: the base is 501'),
      given: election(1000, 480, 21),
      expect: { result: { valid: true, votesNeeded: 251 } },
    },
    {
      rule: 'AMB-51',
      title: t('县里定为只算有效票', 'the county counts valid ballots only'),
      given: election(1000, 480, 21),
      parameters: { cast: 'valid' },
      expect: { result: { valid: true, votesNeeded: 241 } },
    },
    { rule: 'NP-04', given: election(1001, 501, 0), expect: { result: { valid: true, leastBallots: 501 } } },
    { rule: 'NP-04', given: election(1001, 500, 0), expect: { result: { valid: false } } },
    {
      rule: 'NP-04',
      given: election(9000, 9000, 0),
      expect: { result: { leastBallots: 4501, votesNeeded: 4501 } },
    },
    {
      rule: 'NP-04',
      given: election(1003, 503, 0),
      expect: { result: { leastBallots: 502, votesNeeded: 252 } },
    },
    {
      rule: 'NP-04',
      given: { voters: 1000, validBallots: 480, countedOn: since },
      expect: { missing: ['invalidBallots'] },
    },
  ],
})
