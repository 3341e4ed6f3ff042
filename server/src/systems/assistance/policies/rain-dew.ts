/** 雨露计划培训进度 (HF-05). */
import { t } from '#kernel'
import { count, dated, definePolicy, fact, largest, step } from '#policy'
import { countBase, oneDecimal } from '../../shown.ts'
import { clause, none, since } from './sources-village.ts'

const county = (trained: number, result: object, target?: number) => ({
  rule: 'HF-05',
  given: { trained, countedOn: since },
  ...(target === undefined ? {} : { parameters: { target } }),
  expect: { result },
})

export const rainDew = definePolicy({
  id: 'assistance.rain-dew',
  label: t('雨露计划培训进度', 'Progress of the rain-dew training'),
  source: clause.goals,
  summary: {
    who: t('组织雨露计划培训的市、县。', 'Cities and counties that run the training.'),
    how: t('已培训人数除以任务人数。', 'Those trained over the task.'),
  },
  effective: { from: since },
  facts: {
    trained: fact.count({ label: t('已培训贫困劳动力', 'Poor labour trained') }),
    countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {
    target: dated(count(1200), {
      label: t('培训任务人数', 'Persons to be trained'),
      from: since,
      cite: clause.goals,
    }),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => ({
    progress: step(
      'progress',
      t('完成比例', 'Progress'),
      oneDecimal(f.trained.shareOf(countBase(p.target))),
      clause.goals,
    ),
    short: step('short', t('还差人数', 'Still lacking'), largest(p.target.minus(f.trained), count(0))),
    reached: step('reached', t('完成任务', 'Task fulfilled'), f.trained.isAtLeast(p.target), clause.goals),
  }),
  examples: [
    county(1104, { progress: '92', short: 96, reached: false }),
    county(1199, { progress: '99.9', short: 1, reached: false }),
    county(1200, { progress: '100', short: 0, reached: true }),
    county(1201, { progress: '100.1', short: 0, reached: true }),
    county(0, { progress: '0', short: 1200 }),
    county(147, { progress: '12.3' }),
    county(1, { progress: '100', reached: true }, 1),
    county(1, { progress: '33.3' }, 3),
    county(0, { progress: none, reached: true }, 0),
    { rule: 'HF-05', given: { countedOn: since }, expect: { missing: ['trained'] } },
  ],
})
