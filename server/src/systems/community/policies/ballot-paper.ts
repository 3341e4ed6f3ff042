/** 一张选票: more names than seats make it invalid (NP-05). */
import { t } from '#kernel'
import { definePolicy, fact, step } from '#policy'
import { clause, since } from './sources.ts'
import { countedOn } from './words.ts'

const ballot = (names: number, seats: number, valid: boolean) => ({
  rule: 'NP-05',
  given: { names, seats, countedOn: since },
  expect: { result: { valid } },
})

export const ballotPaper = definePolicy({
  id: 'community.ballot-paper',
  label: t('选票效力', 'Validity of a ballot'),
  source: clause.counting,
  summary: {
    who: t('每张收回的选票。', 'Every ballot collected.'),
    how: t('所选人数不多于应选名额的有效。', 'Valid with no more names than seats.'),
  },
  effective: { from: since },
  facts: {
    names: fact.count({ label: t('所选人数', 'Names chosen') }),
    seats: fact.count({ label: t('应选名额', 'Seats') }),
    countedOn,
  },
  parameters: {},
  on: (f) => f.countedOn,
  decide: (f) => ({
    valid: step('valid', t('选票有效', 'Ballot valid'), f.names.isAtMost(f.seats), clause.counting),
  }),
  examples: [
    ballot(1, 2, true),
    ballot(2, 2, true),
    ballot(3, 2, false),
    { rule: 'NP-05', given: { names: 2, countedOn: since }, expect: { missing: ['seats'] } },
  ],
})
