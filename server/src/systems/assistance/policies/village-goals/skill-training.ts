/** 在家劳动力免费培训: at least two free trainings for who farms at home (CT-07). */
import { t } from '#kernel'
import { allOf, count, dated, definePolicy, fact, largest, onlyIf, step } from '#policy'
import { before, clause, none, since } from './sources.ts'

const person = (trainings: number) => ({
  ...{ poor: true, farmsAtHome: true, ableToWork: true, trainings },
  countedOn: '2020-12-31',
})
const others = { due: false, reached: none, short: none }

export const skillTraining = definePolicy({
  id: 'assistance.goal-skill-training',
  label: t('在家劳动力免费技能培训', 'Free skill training of labour at home'),
  source: clause.skills,
  summary: {
    who: t('在家务农的贫困家庭劳动力。', 'Labour of poor households that farms at home.'),
    how: t(
      '每人免费培训达到次数才算落实；收费的不算。',
      'Done when each has the number of free trainings; paid ones do not count.',
    ),
  },
  effective: { from: since },
  facts: {
    poor: fact.boolean({ label: t('贫困家庭成员', 'Of a poor household') }),
    ableToWork: fact.boolean({ label: t('有劳动能力', 'Able to work') }),
    farmsAtHome: fact.boolean({ label: t('在家从事农业生产', 'Farms at home') }),
    trainings: fact.count({ label: t('参加免费技能培训次数', 'Free skill trainings attended') }),
    countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {
    least: dated(count(2), {
      label: t('每人最少次数', 'Least times per person'),
      from: since,
      cite: clause.skills,
    }),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const due = step(
      'due',
      t('应当培训', 'Training is due'),
      allOf(f.poor, f.ableToWork, f.farmsAtHome),
      clause.skills,
    )
    return {
      due,
      reached: step(
        'reached',
        t('已落实', 'Done'),
        onlyIf(due, f.trainings.isAtLeast(p.least)),
        clause.skills,
      ),
      short: step(
        'short',
        t('还差次数', 'Times lacking'),
        onlyIf(due, largest(p.least.minus(f.trainings), count(0))),
        clause.skills,
      ),
    }
  },
  examples: [
    { rule: 'CT-07', given: person(2), expect: { result: { due: true, reached: true, short: 0 } } },
    { rule: 'CT-07', given: person(1), expect: { result: { due: true, reached: false, short: 1 } } },
    { rule: 'CT-07', given: person(0), expect: { result: { reached: false, short: 2 } } },
    { rule: 'CT-07', given: person(4), expect: { result: { reached: true, short: 0 } } },
    ...(['poor', 'ableToWork', 'farmsAtHome'] as const).map((fact) => ({
      rule: 'CT-07',
      title: t('不在培训对象内', 'no training is due'),
      given: { ...person(0), [fact]: false },
      expect: { result: others },
    })),
    {
      rule: 'GEN-07',
      title: t('次数不详', 'times not known'),
      given: { ...person(0), trainings: undefined },
      expect: { missing: ['trainings'], result: { due: true, reached: null, short: null } },
    },
    {
      rule: 'GEN-12',
      given: { ...person(2), countedOn: since },
      expect: { result: { reached: true, short: 0 } },
    },
    {
      rule: 'GEN-12',
      given: { ...person(2), countedOn: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['least'] },
    },
  ],
})
