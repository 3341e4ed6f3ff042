/** 差额选举: how many candidates for so many seats (NP-04). */
import { t } from '#kernel'
import { choices, choose, dated, definePolicy, fact, number, step } from '#policy'
import { clause, since } from './sources.ts'

const answers = choices({
  few: t('候选人不足', 'too few'),
  fits: t('符合', 'within the limits'),
  many: t('候选人过多', 'too many'),
})
const part = (value: string, zh: string, en: string) =>
  dated(number(value), { label: t(zh, en), from: since, cite: clause.candidates })

const district = (seats: number, candidates: number, answer: string) => ({
  rule: 'NP-04',
  given: { seats, candidates, onDay: since },
  expect: { result: { answer } },
})

export const candidateNumber = definePolicy({
  id: 'community.candidate-number',
  label: t('差额选举候选人数', 'Number of candidates'),
  source: clause.candidates,
  summary: {
    who: t('直接选举人大代表的选区。', 'A district that elects deputies directly.'),
    how: t('候选人比应选名额多三分之一至一倍。', 'Candidates exceed seats by one third to one times.'),
  },
  effective: { from: since },
  facts: {
    seats: fact.count({ label: t('应选名额', 'Seats') }),
    candidates: fact.count({ label: t('正式候选人', 'Candidates') }),
    onDay: fact.day({ label: t('公布日', 'Day of the list') }),
  },
  parameters: {
    atLeast: part('1/3', '至少多出（倍）', 'More by at least (times the seats)'),
    atMost: part('1', '至多多出（倍）', 'More by at most (times the seats)'),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const least = step(
      'least',
      t('最少候选人', 'Least candidates'),
      f.seats.plus(f.seats.times(p.atLeast, 'ceil')),
      clause.candidates,
    )
    const most = step(
      'most',
      t('最多候选人', 'Most candidates'),
      f.seats.plus(f.seats.times(p.atMost, 'floor')),
      clause.candidates,
    )
    const answer = choose()
      .when(f.candidates.isBelow(least), answers.few)
      .when(f.candidates.isAbove(most), answers.many)
      .otherwise(answers.fits)
    return {
      answer: step('answer', t('候选人数', 'Number of candidates'), answer, clause.candidates),
      least,
      most,
    }
  },
  examples: [
    district(3, 3, 'few'),
    district(3, 4, 'fits'),
    district(3, 6, 'fits'),
    district(3, 7, 'many'),
    {
      rule: 'NP-04',
      title: t('4 席的三分之一是 1.33，要多 2 人', 'a third of 4 is 1.33: two more are needed'),
      given: { seats: 4, candidates: 5, onDay: since },
      expect: { result: { answer: 'few', least: 6, most: 8 } },
    },
    {
      rule: 'NP-04',
      given: { seats: 1, candidates: 2, onDay: since },
      expect: { result: { answer: 'fits', least: 2, most: 2 } },
    },
    {
      rule: 'NP-04',
      given: { seats: 9000, candidates: 12000, onDay: since },
      expect: { result: { least: 12000, most: 18000 } },
    },
    {
      rule: 'GEN-12',
      title: t('改为至多多一倍半：3 席最多 7 人', 'one and a half times: at most 7 for 3 seats'),
      given: { seats: 3, candidates: 7, onDay: since },
      parameters: { atMost: '3/2' },
      expect: { result: { answer: 'fits', most: 7 } },
    },
    {
      rule: 'GEN-12',
      given: { seats: 5, candidates: 13, onDay: since },
      parameters: { atMost: '3/2' },
      expect: { result: { answer: 'many', most: 12 } },
    },
    { rule: 'NP-04', given: { seats: 3, onDay: since }, expect: { missing: ['candidates'] } },
  ],
})
