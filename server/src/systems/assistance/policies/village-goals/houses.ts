/** 危房改造: the dangerous houses that the plan has left (CT-03). */
import { t } from '#kernel'
import { check, count, dated, definePolicy, fact, largest, step } from '#policy'
import { before, clause, since } from './sources.ts'

const village = (rebuilt: number, planned = 25) => ({ rebuilt, planned, countedOn: '2020-12-31' })

export const houses = definePolicy({
  id: 'assistance.goal-houses',
  label: t('危房改造户数', 'Dangerous houses rebuilt or repaired'),
  source: clause.houses,
  summary: {
    who: t(
      '列入危房改造计划、尚未完成的贫困户。',
      'Poor households of the plan whose house is not done yet.',
    ),
    how: t(
      '重建、修复、翻修的都算一户，达到目标户数才算完成。',
      'Rebuilt, repaired or renewed: each counts once; done at the goal.',
    ),
  },
  effective: { from: since },
  facts: {
    rebuilt: fact.count({ label: t('已改造的户', 'Houses rebuilt or repaired') }),
    planned: fact.count({ label: t('列入改造计划的户', 'Houses in the plan') }),
    countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {
    goal: dated(count(10), { label: t('目标户数', 'Houses to be done'), from: since, cite: clause.houses }),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => ({
    reached: step('reached', t('完成', 'Done'), f.rebuilt.isAtLeast(p.goal), clause.houses),
    short: step(
      'short',
      t('还差户数', 'Still lacking'),
      largest(p.goal.minus(f.rebuilt), count(0)),
      clause.houses,
    ),
    fits: check(
      'fits',
      t('核对：已改造的不多于列入计划的', 'Check: not more are done than planned'),
      f.rebuilt.isAtMost(f.planned),
      {
        severity: 'refusal',
        cite: clause.houses,
        message: t(
          '已改造的户数大于列入计划的户数。请核对危房改造名单。',
          'More houses are done than the plan has. Check the list of houses.',
        ),
      },
    ),
  }),
  examples: [
    { rule: 'CT-03', given: village(10), expect: { result: { reached: true, short: 0, fits: true } } },
    { rule: 'CT-03', given: village(9), expect: { result: { reached: false, short: 1, fits: true } } },
    { rule: 'CT-03', given: village(12), expect: { result: { reached: true, short: 0 } } },
    { rule: 'CT-03', given: village(0), expect: { result: { reached: false, short: 10 } } },
    {
      rule: 'CT-03',
      title: t('计划户全部改造', 'every house of the plan'),
      given: village(10, 10),
      expect: { result: { reached: true, fits: true } },
    },
    { rule: 'CT-03', given: village(11, 10), expect: { checks: { fits: false } } },
    {
      rule: 'GEN-07',
      title: t('计划户数被遮盖：照算是否完成', 'the plan is masked: done or not is known'),
      given: { rebuilt: 10, countedOn: '2020-12-31' },
      expect: { missing: ['planned'], result: { reached: true, short: 0, fits: null } },
    },
    { rule: 'GEN-12', given: { ...village(10), countedOn: since }, expect: { result: { reached: true } } },
    {
      rule: 'GEN-12',
      given: { ...village(10), countedOn: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['goal'] },
    },
  ],
})
