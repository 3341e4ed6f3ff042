/** “五个一”: a household is complete only when all five are there (TP-02). */
import { t } from '#kernel'
import type { BooleanTerm } from '#policy'
import { choose, count, definePolicy, fact, step, sumOf } from '#policy'
import { before, clause, since } from './sources.ts'

const household = {
  persons: 3,
  ledgers: 3,
  plan: true,
  project: true,
  measures: true,
  responsible: true,
  onDay: '2020-12-31',
}
const found = (present: number, share: string) => ({ present, share, complete: present === 5 })

export const fiveOnes = definePolicy({
  id: 'assistance.five-ones',
  label: t('贫困户“五个一”', 'The "five ones" of a poor household'),
  source: clause.households,
  summary: {
    who: t('每个建档立卡贫困户。', 'Every registered poor household.'),
    how: t(
      '台账每人一本，计划、项目、措施、责任人每户一个；有几项算几项，五项齐全才算完整。',
      'A ledger for each person; plan, project, measures and responsible person for each household; complete only with all five.',
    ),
  },
  effective: { from: since },
  facts: {
    persons: fact.count({ label: t('家庭人口', 'Persons') }),
    ledgers: fact.count({ label: t('台账本数', 'Ledgers') }),
    plan: fact.boolean({ label: t('有脱贫计划', 'Exit plan') }),
    project: fact.boolean({ label: t('有帮扶项目', 'Project') }),
    measures: fact.boolean({ label: t('有帮扶措施', 'Set of measures') }),
    responsible: fact.boolean({ label: t('有帮扶责任人', 'Responsible person') }),
    onDay: fact.day({ label: t('检查日', 'Day of the check') }),
  },
  parameters: {},
  on: (f) => f.onDay,
  decide: (f) => {
    const allLedgers = step(
      'allLedgers',
      t('每人都有台账', 'A ledger for each person'),
      f.ledgers.isAtLeast(f.persons),
      clause.households,
    )
    const one = (condition: BooleanTerm) => choose().when(condition, count(1)).otherwise(count(0))
    const present = step(
      'present',
      t('已有几项', 'How many are there'),
      sumOf(one(allLedgers), one(f.plan), one(f.project), one(f.measures), one(f.responsible)),
      clause.households,
    )
    return {
      present,
      share: step('share', t('完整度', 'Completeness'), present.shareOf(count(5)), clause.households),
      complete: step('complete', t('五项齐全', 'Complete'), present.is(count(5)), clause.households),
      allLedgers,
    }
  },
  examples: [
    {
      rule: 'TP-02',
      title: t('三人中一人没有台账：4/5', 'three persons, one without a ledger: 4 of 5'),
      given: { ...household, ledgers: 2 },
      expect: { result: { ...found(4, '80'), allLedgers: false } },
    },
    { rule: 'TP-02', given: household, expect: { result: { ...found(5, '100'), allLedgers: true } } },
    { rule: 'TP-02', given: { ...household, ledgers: 4 }, expect: { result: found(5, '100') } },
    ...(['plan', 'project', 'measures', 'responsible'] as const).map((item) => ({
      rule: 'TP-02',
      given: { ...household, [item]: false },
      expect: { result: found(4, '80') },
    })),
    {
      rule: 'TP-02',
      title: t('一项都没有', 'none at all'),
      given: {
        ...household,
        ledgers: 0,
        plan: false,
        project: false,
        measures: false,
        responsible: false,
      },
      expect: { result: found(0, '0') },
    },
    {
      rule: 'GEN-07',
      title: t('责任人不详', 'responsible person not known'),
      given: { ...household, responsible: undefined },
      expect: { missing: ['responsible'], result: { complete: null, present: null, allLedgers: true } },
    },
    { rule: 'GEN-12', given: { ...household, onDay: since }, expect: { result: { complete: true } } },
    { rule: 'GEN-12', given: { ...household, onDay: before }, expect: { problems: ['policy.notInForce'] } },
  ],
})
