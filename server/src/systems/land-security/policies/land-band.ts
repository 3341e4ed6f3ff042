/** 人均耕地分档 of a village (LS-02). */
import { t } from '#kernel'
import { below, choices, choose, dated, definePolicy, equalTo, fact, quantity, step } from '#policy'
import { clause, since } from './sources.ts'

const bands = choices({
  landless: t('无地', 'landless'),
  under02: t('0.2 亩以下', 'under 0.2 mu'),
  from02to05: t('0.2 亩至 0.5 亩', '0.2 to 0.5 mu'),
  from05to1: t('0.5 亩至 1 亩', '0.5 to 1 mu'),
  over1: t('1 亩以上', '1 mu and more'),
})

const limit = (mu: string, zh: string, en: string) =>
  dated(quantity(mu, 'mu'), { label: t(zh, en), from: since, cite: clause.landBands })

const village = (arable: string, persons: number) => ({
  arable: { value: arable, unit: 'mu' },
  persons,
  countedOn: '2019-12-31',
})

export const landBand = definePolicy({
  id: 'land-security.land-band',
  label: t('人均耕地分档', 'Band of arable land per person'),
  source: clause.landBands,
  summary: {
    who: t('每个村。', 'Every village.'),
    how: t('按人均耕地分档。', 'By farmland per head.'),
  },
  effective: { from: since },
  facts: {
    arable: fact.quantity({ label: t('耕地面积', 'Arable land'), unit: 'mu' }),
    persons: fact.count({ label: t('在册农业人口', 'Registered farmers') }),
    countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {
    low: limit('0.2', '第一档上限', 'Upper limit of the first band'),
    middle: limit('0.5', '第二档上限', 'Upper limit of the second band'),
    high: limit('1', '第三档上限', 'Upper limit of the third band'),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const perPerson = step(
      'perPerson',
      t('人均耕地', 'Arable land per person'),
      f.arable.dividedBy(f.persons),
    )
    const band = choose(perPerson)
      .when(equalTo(quantity('0', 'mu')), bands.landless)
      .when(below(p.low), bands.under02) // GEN-02: the limit belongs to the upper band
      .when(below(p.middle), bands.from02to05)
      .when(below(p.high), bands.from05to1)
      .otherwise(bands.over1)
    return { band: step('band', t('分档', 'Band'), band, clause.landBands), perPerson }
  },
  examples: [
    { rule: 'LS-02', given: village('164', 1052), expect: { result: { band: 'under02' } } },
    {
      rule: 'LS-02',
      given: village('200', 1000),
      expect: { result: { band: 'from02to05', perPerson: { value: '0.2', unit: 'mu' } } },
    },
    { rule: 'LS-02', given: village('500', 1000), expect: { result: { band: 'from05to1' } } },
    { rule: 'LS-02', given: village('1000', 1000), expect: { result: { band: 'over1' } } },
    { rule: 'LS-02', given: village('199', 1000), expect: { result: { band: 'under02' } } },
    { rule: 'LS-02', given: village('499', 1000), expect: { result: { band: 'from02to05' } } },
    { rule: 'LS-02', given: village('999', 1000), expect: { result: { band: 'from05to1' } } },
    {
      rule: 'LS-02',
      title: t('施行首日', 'on the first day'),
      given: { ...village('1000', 1000), countedOn: since },
      expect: { result: { band: 'over1' } },
    },
    { rule: 'LS-02', given: village('0', 300), expect: { result: { band: 'landless' } } },
    { rule: 'LS-02', given: village('164', 0), expect: { problems: ['number.divisionByZero'] } },
    { rule: 'LS-02', given: { persons: 10, countedOn: '2019-12-31' }, expect: { missing: ['arable'] } },
  ],
})
