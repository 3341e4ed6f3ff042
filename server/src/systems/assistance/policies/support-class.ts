/** 帮扶分类 of one household (HF-03). */
import { t } from '#kernel'
import { choices, choose, definePolicy, fact, step } from '#policy'
import { clause, since } from './sources-village.ts'

const classes = choices({
  both: t('扶贫低保交叉对象', 'cross category'),
  poorOnly: t('扶贫对象', 'poor only'),
  dibaoOnly: t('低保对象', 'dibao only'),
  neither: t('都不是', 'neither'),
})

const household = (poor: boolean, dibao: boolean, kind: string) => ({
  rule: 'HF-03',
  given: { poor, dibao, onDay: since },
  expect: { result: { class: kind } },
})

export const supportClass = definePolicy({
  id: 'assistance.support-class',
  label: t('农户帮扶分类', 'Class of a household'),
  source: clause.registers,
  summary: {
    who: t('建档立卡户和低保户。', 'Households registered as poor or on dibao.'),
    how: t('看是否建档立卡、是否享受低保。', 'By registration as poor and by dibao.'),
  },
  effective: { from: since },
  facts: {
    poor: fact.boolean({ label: t('建档立卡贫困户', 'Registered as poor') }),
    dibao: fact.boolean({ label: t('享受低保', 'On dibao') }),
    onDay: fact.day({ label: t('核定日', 'Day of the check') }),
  },
  parameters: {},
  on: (f) => f.onDay,
  decide: (f) => ({
    class: step(
      'class',
      t('类别', 'Class'),
      choose()
        .when(f.poor.and(f.dibao), classes.both)
        .when(f.poor, classes.poorOnly)
        .when(f.dibao, classes.dibaoOnly)
        .otherwise(classes.neither),
      clause.registers,
    ),
  }),
  examples: [
    household(true, true, 'both'),
    household(true, false, 'poorOnly'),
    household(false, true, 'dibaoOnly'),
    household(false, false, 'neither'),
    { rule: 'HF-03', given: { poor: true, onDay: since }, expect: { missing: ['dibao'] } },
  ],
})
