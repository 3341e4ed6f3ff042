/** 扶贫、低保分类人数: poor only, dibao only, both (HF-03). */
import { t } from '#kernel'
import { allOf, check, definePolicy, fact, step, sumOf } from '#policy'
import { clause, since } from './sources-village.ts'

const area = (poor: number, dibao: number, both: number) => ({ poor, dibao, both, countedOn: since })

export const povertyClasses = definePolicy({
  id: 'assistance.poverty-classes',
  label: t('扶贫、低保和交叉对象人数', 'Numbers of poor, dibao and cross category'),
  source: clause.registers,
  summary: {
    who: t('每个县、乡镇、村。', 'Every county, township and village.'),
    how: t(
      '从扶贫人数、低保人数中各减去交叉人数，得三类互不重复的人数。',
      'The cross category is taken off both, which leaves three classes.',
    ),
  },
  effective: { from: since },
  facts: {
    poor: fact.count({ label: t('扶贫对象', 'Registered poor') }),
    dibao: fact.count({ label: t('低保对象', 'On dibao') }),
    both: fact.count({ label: t('扶贫低保交叉对象', 'Cross category') }),
    countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {},
  on: (f) => f.countedOn,
  decide: (f) => {
    const poorOnly = step('poorOnly', t('只是扶贫对象', 'Poor only'), f.poor.minus(f.both), clause.registers)
    const dibaoOnly = step(
      'dibaoOnly',
      t('只是低保对象', 'Dibao only'),
      f.dibao.minus(f.both),
      clause.registers,
    )
    const fits = check(
      'fits',
      t('核对：交叉人数不多于任何一类', 'Check: the cross category is within both'),
      allOf(f.both.isAtMost(f.poor), f.both.isAtMost(f.dibao)),
      {
        severity: 'refusal',
        message: t(
          '交叉对象多于扶贫对象或低保对象。请核对名册。',
          'The cross category exceeds one of the two. Check the registers.',
        ),
        cite: clause.registers,
      },
    )
    return {
      poorOnly,
      dibaoOnly,
      both: f.both,
      union: step(
        'union',
        t('合计（不重复）', 'In all, each once'),
        sumOf(poorOnly, dibaoOnly, f.both),
        clause.registers,
      ),
      fits,
    }
  },
  results: { both: t('交叉对象', 'Both') },
  examples: [
    {
      rule: 'HF-03',
      given: area(1200, 900, 350),
      expect: { result: { poorOnly: 850, dibaoOnly: 550, both: 350, union: 1750, fits: true } },
    },
    {
      rule: 'HF-03',
      given: area(1200, 900, 0),
      expect: { result: { poorOnly: 1200, dibaoOnly: 900, union: 2100 } },
    },
    {
      rule: 'HF-03',
      given: area(1200, 900, 900),
      expect: { result: { dibaoOnly: 0, union: 1200 }, checks: { fits: true } },
    },
    { rule: 'HF-03', given: area(1200, 900, 901), expect: { checks: { fits: false } } },
    { rule: 'HF-03', given: area(900, 1200, 900), expect: { checks: { fits: true } } },
    { rule: 'HF-03', given: area(900, 1200, 901), expect: { checks: { fits: false } } },
    { rule: 'HF-03', given: { poor: 1200, dibao: 900, countedOn: since }, expect: { missing: ['both'] } },
  ],
})
