/** 调查统计占比: one object's part of the tally (SV-01). */
import { t } from '#kernel'
import { definePolicy, fact, step } from '#policy'
import { countBase, oneDecimal } from '../../shown.ts'
import { clause, none, since } from './sources.ts'

/** 申通、圆通、韵达、中国邮政 of the source. */
const couriers = [150, 100, 500, 10].map((parcels) => ({ parcels }))
const courier = (zh: string, en: string, parcels: number, share: string) => ({
  rule: 'SV-01',
  title: t(zh, en),
  given: { parcels, all: couriers, surveyedOn: since },
  expect: { result: { total: 760, share } },
})
const part = (parcels: number, rest: number, share: string) => ({
  rule: 'AMB-28',
  given: { parcels, all: [{ parcels }, { parcels: rest }], surveyedOn: since },
  expect: { result: { share } },
})

export const tallyShare = definePolicy({
  id: 'community.tally-share',
  label: t('调查统计占比', 'Share in a survey'),
  source: clause.parcels,
  summary: {
    who: t('调查的每个对象（如每家快递）。', 'Every object of a survey, such as a courier.'),
    how: t('该对象的数量除以全部对象合计，保留一位小数。', 'Its number over the sum of all, to one decimal.'),
  },
  effective: { from: since },
  facts: {
    parcels: fact.count({ label: t('该对象单日件数', 'Parcels of this one in a day') }),
    all: fact.list({
      label: t('全部对象', 'All objects'),
      fields: { parcels: fact.count({ label: t('单日件数', 'Parcels in a day') }) },
    }),
    surveyedOn: fact.day({ label: t('调查日', 'Day of the survey') }),
  },
  parameters: {},
  on: (f) => f.surveyedOn,
  decide: (f) => {
    const total = step(
      'total',
      t('合计', 'In all'),
      f.all.sum((one) => one.parcels),
      clause.parcels,
    )
    return {
      share: step(
        'share',
        t('占比', 'Share'),
        oneDecimal(f.parcels.shareOf(countBase(total))),
        clause.parcels,
      ),
      total,
    }
  },
  examples: [
    courier('申通', 'Shentong', 150, '19.7'),
    courier('圆通', 'Yuantong', 100, '13.2'),
    courier('韵达', 'Yunda', 500, '65.8'),
    courier('中国邮政', 'China Post', 10, '1.3'),
    part(49, 351, '12.3'),
    part(1, 2, '33.3'),
    part(1, 0, '100'),
    {
      rule: 'CT-23',
      given: { parcels: 0, all: [], surveyedOn: since },
      expect: { result: { share: none, total: 0 } },
    },
    {
      rule: 'GEN-07',
      title: t('中通、汇通的件数不详：合计也不详', 'Zhongtong and Huitong unknown: so is the sum'),
      given: { parcels: 150, all: [...couriers, {}, {}], surveyedOn: since },
      expect: { missing: ['all[4].parcels', 'all[5].parcels'] },
    },
  ],
})
