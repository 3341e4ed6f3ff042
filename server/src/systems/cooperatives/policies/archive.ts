/** 一社一档完整度 of one demonstration cooperative (CQ-12). */
import { t } from '#kernel'
import { check, dated, definePolicy, fact, onlyIf, percent, step } from '#policy'
import { countBase, oneDecimal } from '../../shown.ts'
import { clause, none, planSince } from './sources.ts'

const file = (present: number, required: number) => ({
  level: 'county',
  present,
  required,
  checkedOn: planSince,
})

const notNeeded = t('不是县级以上示范社', 'no demonstration cooperative')

export const archive = definePolicy({
  id: 'cooperatives.archive',
  label: t('一社一档完整度', 'Completeness of the file of a cooperative'),
  source: clause.archive,
  summary: {
    who: t('县级以上示范社。', 'Demonstration cooperatives of county level and above.'),
    how: t(
      '已归档的材料项数除以应归档的项数，全部齐全才算完整。',
      'Items on file over items required; complete when all are there.',
    ),
  },
  effective: { from: planSince },
  facts: {
    level: fact.choice({
      label: t('示范社级别', 'Demonstration level'),
      options: {
        none: t('不是示范社', 'none'),
        county: t('县级', 'county'),
        city: t('市级', 'city'),
        provincial: t('省级', 'provincial'),
        national: t('国家级', 'national'),
      },
    }),
    required: fact.count({ label: t('应归档项数', 'Items required') }),
    present: fact.count({ label: t('已归档项数', 'Items on file') }),
    checkedOn: fact.day({ label: t('检查日', 'Day of the check') }),
  },
  parameters: {
    full: dated(percent(100), {
      label: t('完整的比例', 'Share that is complete'),
      from: planSince,
      cite: clause.archive,
    }),
  },
  on: (f) => f.checkedOn,
  decide: (f, p) => {
    const concerned = f.level.isNot('none')
    const base = countBase(f.required)
    const exact = step(
      'exact',
      t('完整度（精确）', 'Completeness, exact'),
      onlyIf(concerned, f.present.shareOf(base), notNeeded),
    )
    return {
      completeness: step('completeness', t('完整度', 'Completeness'), oneDecimal(exact), clause.archive),
      lacking: step(
        'lacking',
        t('缺少项数', 'Items lacking'),
        onlyIf(concerned, f.required.minus(f.present)),
      ),
      complete: step('complete', t('档案完整', 'File complete'), exact.isAtLeast(p.full), clause.archive),
      fits: check(
        'fits',
        t('核对：已归档不多于应归档', 'Check: no more on file than required'),
        f.present.isAtMost(f.required),
        {
          severity: 'refusal',
          message: t(
            '已归档项数多于应归档项数。请核对清单。',
            'More items are on file than are required. Check the list.',
          ),
          cite: clause.archive,
        },
      ),
    }
  },
  examples: [
    {
      rule: 'CQ-12',
      given: file(12, 12),
      expect: { result: { completeness: '100', lacking: 0, complete: true, fits: true } },
    },
    {
      rule: 'CQ-12',
      given: file(11, 12),
      expect: { result: { completeness: '91.7', lacking: 1, complete: false } },
    },
    {
      rule: 'AMB-28',
      title: t('12.25% 印成 12.3%', '12.25% prints as 12.3%'),
      given: file(49, 400),
      expect: { result: { completeness: '12.3', lacking: 351 } },
    },
    {
      rule: 'AMB-34',
      title: t('99.95% 印成 100.0%，仍不完整', '99.95% prints as 100.0% and is not complete'),
      given: file(1999, 2000),
      expect: { result: { completeness: '100', lacking: 1, complete: false } },
    },
    { rule: 'CQ-12', given: file(1, 3), expect: { result: { completeness: '33.3' } } },
    {
      rule: 'CQ-12',
      given: file(0, 1),
      expect: { result: { completeness: '0', lacking: 1, complete: false } },
    },
    { rule: 'CQ-12', given: file(13, 12), expect: { checks: { fits: false } } },
    {
      rule: 'CQ-12',
      title: t('不是示范社', 'no demonstration cooperative'),
      given: { ...file(3, 12), level: 'none' },
      expect: { result: { completeness: none, lacking: none, complete: none } },
    },
    {
      rule: 'CT-23',
      title: t('没有应归档的材料', 'nothing to be filed'),
      given: file(0, 0),
      expect: { result: { completeness: none, complete: none } },
    },
    {
      rule: 'CQ-12',
      given: { level: 'city', required: 12, checkedOn: planSince },
      expect: { missing: ['present'] },
    },
  ],
})
