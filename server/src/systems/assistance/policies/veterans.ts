/** 退伍士兵培训: certificates and employment of those trained (HF-06). */
import { t } from '#kernel'
import { allOf, applies, dated, definePolicy, fact, onlyIf, percent, step } from '#policy'
import { countBase, oneDecimal } from '../../shown.ts'
import { clause, none, since } from './sources-village.ts'

const course = (trained: number, certified: number, employed: number) => ({
  trained,
  certified,
  employed,
  countedOn: since,
})

const aim = (zh: string, en: string) =>
  dated(percent(100), { label: t(zh, en), from: since, cite: clause.veterans })

export const veterans = definePolicy({
  id: 'assistance.veterans',
  label: t('农村退伍士兵培训成效', 'Training of rural veterans'),
  source: clause.veterans,
  summary: {
    who: t('参加培训的农村退伍士兵。', 'Rural veterans who were trained.'),
    how: t(
      '取得证书、转移就业的人数分别除以参训人数。',
      'Those certified and those employed over those trained.',
    ),
  },
  effective: { from: since },
  facts: {
    trained: fact.count({ label: t('参训人数', 'Trained') }),
    certified: fact.count({ label: t('取得职业资格证书人数', 'Certified') }),
    employed: fact.count({ label: t('转移就业人数', 'Employed') }),
    countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {
    certificate: aim('持证率目标', 'Aim for certificates'),
    employment: aim('就业率目标', 'Aim for employment'),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const base = countBase(f.trained)
    const certified = step(
      'certifiedExact',
      t('持证率（精确）', 'Certified, exact'),
      f.certified.shareOf(base),
    )
    const employed = step('employedExact', t('就业率（精确）', 'Employed, exact'), f.employed.shareOf(base))
    return {
      certified: step('certifiedShare', t('持证率', 'Certified'), oneDecimal(certified), clause.veterans),
      employed: step('employedShare', t('就业率', 'Employed'), oneDecimal(employed), clause.veterans),
      reached: step(
        'reached',
        t('两项都达标', 'Both aims reached'),
        onlyIf(applies(base), allOf(certified.isAtLeast(p.certificate), employed.isAtLeast(p.employment))),
        clause.veterans,
      ),
    }
  },
  examples: [
    {
      rule: 'HF-06',
      given: course(46, 46, 45),
      expect: { result: { certified: '100', employed: '97.8', reached: false } },
    },
    {
      rule: 'HF-06',
      given: course(46, 46, 46),
      expect: { result: { certified: '100', employed: '100', reached: true } },
    },
    { rule: 'HF-06', given: course(46, 45, 46), expect: { result: { certified: '97.8', reached: false } } },
    {
      rule: 'AMB-34',
      title: t('99.95% 印成 100.0%，仍未达标', '99.95% prints as 100.0% and is not reached'),
      given: course(2000, 1999, 2000),
      expect: { result: { certified: '100', reached: false } },
    },
    {
      rule: 'AMB-34',
      given: course(2000, 2000, 1999),
      expect: { result: { employed: '100', reached: false } },
    },
    {
      rule: 'AMB-28',
      given: course(400, 49, 49),
      expect: { result: { certified: '12.3', employed: '12.3' } },
    },
    { rule: 'AMB-28', given: course(3, 1, 1), expect: { result: { certified: '33.3', employed: '33.3' } } },
    {
      rule: 'GEN-12',
      given: course(10, 8, 10),
      parameters: { certificate: '80' },
      expect: { result: { reached: true } },
    },
    { rule: 'HF-06', given: course(1, 1, 1), expect: { result: { reached: true } } },
    {
      rule: 'CT-23',
      given: course(0, 0, 0),
      expect: { result: { certified: none, employed: none, reached: none } },
    },
    {
      rule: 'HF-06',
      given: { trained: 46, certified: 46, countedOn: since },
      expect: { missing: ['employed'], result: { certified: '100' } },
    },
  ],
})
