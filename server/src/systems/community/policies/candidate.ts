/** 候选人是否当选: majority, order by votes, tie at the last seat (NP-04, NP-06, AMB-51). */
import { t } from '#kernel'
import type { ParameterTerms, TermsOf } from '#policy'
import { byChoice, choices, choose, count, dated, definePolicy, fact, number, step } from '#policy'
import { clause, since } from './sources.ts'
import { ballots, ballotsCast, castParameter, countedOn } from './words.ts'

const standings = choices({
  elected: t('当选', 'elected'),
  secondBallot: t('票数相等，再次投票', 'tie: second ballot'),
  notElected: t('未当选', 'not elected'),
})

const facts = {
  round: fact.choice({
    label: t('选举', 'Round'),
    options: { first: t('选举', 'first election'), further: t('另行选举', 'further election') },
  }),
  votes: fact.count({ label: t('得票', 'Votes') }),
  others: fact.list({
    label: t('其他候选人', 'Other candidates'),
    fields: { votes: fact.count({ label: t('得票', 'Votes') }) },
  }),
  seats: fact.count({ label: t('应选名额', 'Seats') }),
  ...ballots,
  countedOn,
}

const parameters = {
  majority: dated(number('1/2'), {
    label: t('当选票须超过', 'Votes that elect must exceed'),
    from: since,
    cite: clause.validity,
  }),
  further: dated(number('1/3'), {
    label: t('另行选举不少于', 'In a further election at least'),
    from: since,
    cite: clause.validity,
  }),
  cast: castParameter,
}

const all = { a: 330, b: 270, c: 270, d: 90 }
const candidate = (who: keyof typeof all) => ({
  round: 'first',
  votes: all[who],
  others: Object.entries(all).flatMap(([name, votes]) => (name === who ? [] : [{ votes }])),
  seats: 2,
  validBallots: 501,
  invalidBallots: 0,
  countedOn: since,
})
const alone = (round: 'first' | 'further', votes: number, cast = 501) => ({
  ...candidate('a'),
  round,
  votes,
  others: [],
  validBallots: cast,
})

export const candidatePolicy = definePolicy({
  id: 'community.candidate',
  label: t('候选人当选', 'Whether a candidate is elected'),
  source: clause.validity,
  summary: {
    who: t('每位得票的候选人。', 'Every candidate with votes.'),
    how: t(
      '先看得票够不够，再按票数排名次；最后一席票数相等的再次投票。',
      'Enough votes first, then the order by votes; a tie at the last seat goes to a second ballot.',
    ),
  },
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const needed = neededVotes(f, p)
    const enough = step('enough', t('得票够', 'Enough votes'), f.votes.isAtLeast(needed), clause.validity)
    const ahead = f.others.filter((one) => one.votes.isAbove(f.votes)).count()
    const before = step('ahead', t('票数更多的候选人', 'Candidates with more votes'), ahead)
    const equal = f.others.filter((one) => one.votes.is(f.votes)).count()
    const tied = step('tied', t('票数相等的候选人', 'Candidates with as many votes'), equal)
    const standing = choose()
      .when(enough.not(), standings.notElected)
      .when(before.plus(tied).isBelow(f.seats), standings.elected)
      .when(before.isBelow(f.seats), standings.secondBallot)
      .otherwise(standings.notElected)
    return {
      standing: step('standing', t('结果', 'Result'), standing, clause.validity),
      needed,
      enough,
      ahead: before,
      tied,
    }
  },
  examples: [
    {
      rule: 'NP-06',
      given: candidate('a'),
      expect: { result: { standing: 'elected', needed: 251, ahead: 0, tied: 0 } },
    },
    {
      rule: 'NP-06',
      given: candidate('b'),
      expect: { result: { standing: 'secondBallot', ahead: 1, tied: 1 } },
    },
    { rule: 'NP-06', given: candidate('c'), expect: { result: { standing: 'secondBallot' } } },
    {
      rule: 'NP-06',
      given: candidate('d'),
      expect: { result: { standing: 'notElected', enough: false, ahead: 3 } },
    },
    { rule: 'NP-06', given: { ...candidate('b'), seats: 3 }, expect: { result: { standing: 'elected' } } },
    {
      rule: 'NP-06',
      title: t('只有 1 席：得票过半也排不上', 'one seat: a majority is not enough'),
      given: { ...candidate('b'), seats: 1 },
      expect: { result: { standing: 'notElected', enough: true } },
    },
    { rule: 'NP-04', given: alone('first', 251), expect: { result: { standing: 'elected', needed: 251 } } },
    {
      rule: 'NP-04',
      given: alone('first', 250),
      expect: { result: { standing: 'notElected', enough: false } },
    },
    {
      rule: 'NP-04',
      title: t('500 票的一半是 250，要 251 票', 'half of 500 is 250: 251 are needed'),
      given: alone('first', 250, 500),
      expect: { result: { standing: 'notElected', needed: 251 } },
    },
    { rule: 'NP-04', given: alone('further', 167), expect: { result: { standing: 'elected', needed: 167 } } },
    { rule: 'NP-04', given: alone('further', 166), expect: { result: { standing: 'notElected' } } },
    {
      rule: 'NP-04',
      title: t('另行选举 502 票：167.33，要 168 票', 'further election with 502: 168 are needed'),
      given: alone('further', 167, 502),
      expect: { result: { standing: 'notElected', needed: 168 } },
    },
    {
      rule: 'NP-04',
      given: alone('first', 252, 503),
      expect: { result: { standing: 'elected', needed: 252 } },
    },
    { rule: 'NP-04', given: alone('first', 4501, 9000), expect: { result: { needed: 4501 } } },
    {
      rule: 'NP-04',
      given: alone('further', 3000, 9000),
      expect: { result: { needed: 3000, standing: 'elected' } },
    },
    {
      rule: 'AMB-51',
      title: t('无效票也在基数里', 'invalid ballots are in the base'),
      given: { ...alone('first', 250, 480), invalidBallots: 21 },
      expect: { result: { standing: 'notElected', needed: 251 } },
    },
    {
      rule: 'AMB-51',
      given: { ...alone('first', 250, 480), invalidBallots: 21 },
      parameters: { cast: 'valid' },
      expect: { result: { standing: 'elected', needed: 241 } },
    },
    {
      rule: 'NP-06',
      title: t('票不够：别人的票不必问', 'too few votes: the others do not matter'),
      given: { round: 'first', votes: 90, validBallots: 501, invalidBallots: 0, countedOn: since },
      expect: { missing: ['others'], result: { standing: 'notElected' } },
    },
  ],
})

function neededVotes(f: TermsOf<typeof facts>, p: ParameterTerms<typeof parameters>) {
  const cast = ballotsCast(f, p.cast)
  const needed = byChoice(f.round, {
    first: cast.times(p.majority, 'floor').plus(count(1)),
    further: cast.times(p.further, 'ceil'),
  })
  return step('needed', t('当选至少得票', 'Least votes to be elected'), needed, clause.validity)
}
