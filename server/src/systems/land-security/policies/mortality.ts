/** 推算用死亡率: by sex and age, a table of the county. What stands here is a stated formula, not a published table. */
import { cite, t } from '#kernel'
import { definePolicy, fact, percent, step, table } from '#policy'
import { documents } from '../../documents.ts'
import { LAST_AGE, type Law, percentAt } from './mortality-law.ts'
import { since } from './sources.ts'
import { sex } from './words.ts'

const men: Law = { at60: 10_000, rise: 9 }
const women: Law = { at60: 6_000, rise: 10 }
const ages = Array.from({ length: LAST_AGE + 1 }, (_, age) => age)
const years = ages.map((age) => [String(age), t(`${age} 岁`, `age ${age}`)] as const)

/** An option, since a table finds its row by a word or by a day. */
const age = fact.choice({ label: t('当年年龄', 'Age in that year'), options: Object.fromEntries(years) })

/** No document says it: it is an assumption, and it says so wherever it is shown. */
const assumed = cite(
  documents.assumption,
  t('参数化死亡率', 'mortality by formula'),
  t(
    '60 岁男 1%、女 0.6%，每大一岁男乘 1.09、女乘 1.10，105 岁为止；不是公布的生命表',
    'At 60 men 1%, women 0.6%; each year of age times 1.09 for men and 1.10 for women, up to 105; not a published life table',
  ),
)

const rows = (of: 'male' | 'female', law: Law) =>
  ages.map((one) => ({ sex: of, age: String(one), value: percent(percentAt(law, one)) }))

export const mortality = definePolicy({
  id: 'land-security.mortality',
  label: t('推算用死亡率', 'Mortality of projections'),
  source: assumed,
  summary: {
    who: t('资金推算中的每一组人，不用来认定任何人。', 'Groups of people in projections; it decides nobody.'),
    how: t(
      '按性别和当年年龄查死亡率表；表由县里按公布的生命表更换。',
      'Looked up by sex and age in a table that the county replaces by a published one.',
    ),
  },
  effective: { from: since },
  facts: { sex, age, year: fact.day({ label: t('推算年度', 'Year of the projection') }) },
  parameters: {
    table: table({ exact: { sex, age } }, [...rows('male', men), ...rows('female', women)], {
      label: t('死亡率表', 'Table of mortality'),
      from: since,
      cite: assumed,
    }),
  },
  on: (f) => f.year,
  decide: (f, p) => ({
    rate: step(
      'rate',
      t('当年死亡率', 'Mortality of the year'),
      p.table.of({ sex: f.sex, age: f.age }),
      assumed,
    ),
  }),
  examples: [
    {
      rule: 'LS-13',
      title: t('60 岁男 1%', 'a man of 60: 1%'),
      given: { sex: 'male', age: '60', year: '2026-12-31' },
      expect: { result: { rate: '1' } },
    },
    {
      // 0.6% × 1.1 × 1.1
      rule: 'LS-13',
      title: t('62 岁女', 'a woman of 62'),
      given: { sex: 'female', age: '62', year: '2026-12-31' },
      expect: { result: { rate: '0.726' } },
    },
    {
      // 1% ÷ 1.09 = 0.917431…
      rule: 'LS-13',
      title: t('59 岁男', 'a man of 59'),
      given: { sex: 'male', age: '59', year: '2026-12-31' },
      expect: { result: { rate: '0.9174' } },
    },
    {
      // 1% ÷ 1.09^60 = 0.00568081…
      rule: 'LS-13',
      title: t('刚出生的男', 'a boy not yet one'),
      given: { sex: 'male', age: '0', year: '2026-12-31' },
      expect: { result: { rate: '0.0057' } },
    },
    {
      rule: 'LS-13',
      title: t('施行首日', 'on the first day'),
      given: { sex: 'male', age: '60', year: since },
      expect: { result: { rate: '1' } },
    },
    {
      rule: 'LS-13',
      title: t('105 岁为止', '105 is the last age'),
      given: { sex: 'female', age: '105', year: '2026-12-31' },
      expect: { result: { rate: '100' } },
    },
    {
      rule: 'LS-13',
      title: t('县里换了表', 'a table of the county'),
      given: { sex: 'male', age: '60', year: '2026-12-31' },
      parameters: { table: [{ sex: 'male', age: '60', value: '0.8' }] },
      expect: { result: { rate: '0.8' } },
    },
  ],
})
