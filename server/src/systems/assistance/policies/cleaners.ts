/** 清洁员配备: one per hundred households (DX-05, AMB-15). */
import { t } from '#kernel'
import { byChoice, choices, count, dated, definePolicy, fact, step } from '#policy'
import { clause, since } from './sources-village.ts'

const roundings = choices({
  up: t('进一', 'up'),
  nearest: t('四舍五入', 'nearest'),
  down: t('只舍不入', 'down'),
})

const village = (households: number, cleaners: number, rounding?: string) => ({
  rule: rounding ? 'AMB-15' : 'DX-05',
  given: { households, onDay: since },
  ...(rounding ? { parameters: { rounding } } : {}),
  expect: { result: { cleaners } },
})

export const cleanersPolicy = definePolicy({
  id: 'assistance.cleaners',
  label: t('村庄清洁员配备', 'Cleaners of a village'),
  source: clause.cleaners,
  summary: {
    who: t('每个村。', 'Every village.'),
    how: t(
      '每百户一名，不足百户的部分进一。',
      'One per hundred households; a part of a hundred counts as one.',
    ),
  },
  effective: { from: since },
  facts: {
    households: fact.count({ label: t('户数', 'Households') }),
    onDay: fact.day({ label: t('核定日', 'Day of the check') }),
  },
  parameters: {
    per: dated(count(100), {
      label: t('每多少户一名', 'Households for each cleaner'),
      from: since,
      cite: clause.cleaners,
    }),
    rounding: dated(roundings.up, {
      label: t('不足部分', 'A part of it'),
      from: since,
      cite: clause.cleaners,
      question: 'AMB-15',
    }),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const needed = byChoice(p.rounding, {
      up: f.households.dividedBy(p.per, 'up'),
      nearest: f.households.dividedBy(p.per),
      down: f.households.dividedBy(p.per, 'down'),
    })
    return { cleaners: step('cleaners', t('应配清洁员', 'Cleaners needed'), needed, clause.cleaners) }
  },
  examples: [
    village(502, 6),
    village(502, 5, 'nearest'),
    village(502, 5, 'down'),
    village(500, 5),
    village(499, 5),
    village(501, 6),
    village(450, 5, 'nearest'),
    village(449, 4, 'nearest'),
    village(550, 5, 'down'),
    village(599, 5, 'down'),
    village(600, 6, 'down'),
    village(0, 0),
    { rule: 'DX-05', given: { onDay: since }, expect: { missing: ['households'] } },
  ],
})
