/** 整县推进阶段: preparation, improvement, acceptance, without a gap (CQ-01). */
import { t } from '#kernel'
import {
  below,
  byChoice,
  choices,
  choose,
  dated,
  days,
  definePolicy,
  fact,
  notApplicable,
  step,
  theDay,
} from '#policy'
import { clause, none, planSince } from './sources.ts'

const stages = choices({
  before: t('尚未开始', 'not begun'),
  preparation: t('第一阶段：准备实施', 'stage 1: preparation'),
  improvement: t('第二阶段：提升推进', 'stage 2: improvement'),
  acceptance: t('第三阶段：验收总结', 'stage 3: acceptance and summary'),
  after: t('已结束', 'after the end'),
})

const day = (value: string, zh: string, en: string) =>
  dated(theDay(value), { label: t(zh, en), from: planSince, cite: clause.stages })

const on = (onDay: string, stage: string, lastDay: unknown) => ({
  rule: 'CQ-01',
  given: { onDay },
  expect: { result: { stage, lastDay } },
})

/** With the dates of the stages as they stood on the first day of the plan. */
const held = (onDay: string, stage: string) => ({
  rule: 'GEN-12',
  given: { onDay },
  on: planSince,
  expect: { result: { stage } },
})

export const pilotStage = definePolicy({
  id: 'cooperatives.pilot-stage',
  label: t('合作社质量提升整县推进阶段', 'Stage of the whole-county improvement of cooperatives'),
  source: clause.stages,
  summary: {
    who: t('列入整县推进试点的县。', 'A county in the whole-county pilot.'),
    how: t(
      '看日期落在哪个阶段，阶段之间不留空档。',
      'The stage that the day falls in; stages join without a gap.',
    ),
  },
  effective: { from: planSince },
  facts: { onDay: fact.day({ label: t('日期', 'Day') }) },
  parameters: {
    preparationFrom: day('2021-03-01', '第一阶段开始日', 'First day of stage 1'),
    improvementFrom: day('2021-05-01', '第二阶段开始日', 'First day of stage 2'),
    acceptanceFrom: day('2023-11-01', '第三阶段开始日', 'First day of stage 3'),
    endsBefore: day('2024-01-01', '试点结束次日', 'Day after the end'),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const stage = step(
      'stage',
      t('所处阶段', 'Stage'),
      choose(f.onDay)
        .when(below(p.preparationFrom), stages.before)
        .when(below(p.improvementFrom), stages.preparation)
        .when(below(p.acceptanceFrom), stages.improvement)
        .when(below(p.endsBefore), stages.acceptance)
        .otherwise(stages.after),
      clause.stages,
    )
    const next = byChoice(stage, {
      before: p.preparationFrom,
      preparation: p.improvementFrom,
      improvement: p.acceptanceFrom,
      acceptance: p.endsBefore,
      after: notApplicable(f.onDay, t('试点已结束', 'the pilot is over')),
    })
    return {
      stage,
      lastDay: step('lastDay', t('本阶段最后一天', 'Last day of this stage'), next.minusDays(days(1))),
    }
  },
  examples: [
    on('2021-01-01', 'before', '2021-02-28'),
    on('2021-02-28', 'before', '2021-02-28'),
    on('2021-03-01', 'preparation', '2021-04-30'),
    on('2021-04-30', 'preparation', '2021-04-30'),
    on('2021-05-01', 'improvement', '2023-10-31'),
    on('2023-10-31', 'improvement', '2023-10-31'),
    on('2023-11-01', 'acceptance', '2023-12-31'),
    on('2023-12-31', 'acceptance', '2023-12-31'),
    on('2024-01-01', 'after', none),
    held('2021-05-01', 'improvement'),
    held('2023-12-31', 'acceptance'),
    held('2024-01-01', 'after'),
    { rule: 'CQ-01', given: {}, expect: { missing: ['onDay'] } },
  ],
})
