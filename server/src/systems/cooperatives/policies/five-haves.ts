/** “五有”合作社: satisfied only when all five items are (JQ-06). */
import { t } from '#kernel'
import { allOf, check, count, dated, definePolicy, fact, step } from '#policy'
import { clause } from './sources.ts'
import { countedOn } from './words.ts'

const since = '2021-01-01'
const before = '2020-12-31'

const items = (present: number, all = 5) => Array.from({ length: all }, (_, i) => ({ present: i < present }))
const cooperative = (present: number, all = 5) => ({ items: items(present, all), countedOn: '2021-11-30' })

export const fiveHaves = definePolicy({
  id: 'cooperatives.five-haves',
  label: t('“五有”合作社', 'A cooperative with the five haves'),
  source: clause.figures,
  summary: {
    who: t('每个合作社。', 'Every cooperative.'),
    how: t(
      '县里列的五项逐项核对，五项齐全才算“五有”。',
      'The five items that the county lists are checked one by one; all five are needed.',
    ),
  },
  effective: { from: since },
  facts: {
    items: fact.list({
      label: t('“五有”各项', 'The items of the five haves'),
      fields: { present: fact.boolean({ label: t('具备', 'Present') }) },
    }),
    countedOn,
  },
  parameters: {
    number: dated(count(5), {
      label: t('应有项数', 'Items that there are'),
      from: since,
      cite: clause.figures,
    }),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const present = step(
      'present',
      t('已有几项', 'Items present'),
      f.items.filter((one) => one.present).count(),
    )
    const listed = f.items.count()
    return {
      satisfied: step(
        'satisfied',
        t('五项齐全', 'All five'),
        allOf(present.is(p.number), listed.is(p.number)),
        clause.figures,
      ),
      present,
      lacking: step('lacking', t('还缺几项', 'Items lacking'), p.number.minus(present)),
      complete: check('complete', t('核对：各项都列了', 'Check: every item is listed'), listed.is(p.number), {
        severity: 'refusal',
        cite: clause.figures,
        message: t(
          '所列项数不是应有项数。请照县里的清单逐项填写。',
          'The items listed are not as many as there are. Fill in each item of the list of the county.',
        ),
      }),
    }
  },
  examples: [
    {
      rule: 'JQ-06',
      given: cooperative(5),
      expect: { result: { satisfied: true, present: 5, lacking: 0, complete: true } },
    },
    ...[0, 1, 4].map((present) => ({
      rule: 'JQ-06',
      given: cooperative(present),
      expect: { result: { satisfied: false, present, lacking: 5 - present, complete: true } },
    })),
    {
      rule: 'JQ-06',
      title: t('只列了四项：不能认定', 'only four items listed'),
      given: cooperative(4, 4),
      expect: { checks: { complete: false }, result: { satisfied: false, lacking: 1 } },
    },
    {
      rule: 'JQ-06',
      title: t('列了六项、有五项', 'six items listed, five present'),
      given: cooperative(5, 6),
      expect: { checks: { complete: false }, result: { satisfied: false, present: 5 } },
    },
    {
      rule: 'GEN-07',
      title: t('一项不详', 'one item not known'),
      given: { items: [...items(4, 4), {}], countedOn: '2021-11-30' },
      expect: { missing: ['items[4].present'], result: { satisfied: null, present: null } },
    },
    {
      rule: 'GEN-12',
      given: { ...cooperative(5), countedOn: since },
      expect: { result: { satisfied: true } },
    },
    {
      rule: 'GEN-12',
      given: { ...cooperative(5), countedOn: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['number'] },
    },
  ],
})
