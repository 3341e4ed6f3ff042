/** 人均土地: arable land by all persons and by farmers, its band, and the shares of the village (DX-08). */
import { t } from '#kernel'
import type { NumberTerm, TermsOf } from '#policy'
import { applies, choices, choose, count, dated, definePolicy, fact, onlyIf, quantity, step } from '#policy'
import { countBase, oneDecimal, twoDecimals } from '../../shown.ts'
import { clause, none, since } from './sources-village.ts'

const bands = choices({
  landless: t('无地', 'landless'),
  low: t('第一档（0.2 亩以下）', 'first band (under 0.2 mu)'),
  middle: t('第二档（0.2 亩至 0.5 亩）', 'second band (0.2 to 0.5 mu)'),
  high: t('第三档（0.5 亩至 1 亩）', 'third band (0.5 to 1 mu)'),
  top: t('第四档（1 亩以上）', 'fourth band (1 mu and more)'),
})
const limit = (mu: string, zh: string, en: string) =>
  dated(quantity(mu, 'mu'), { label: t(zh, en), from: since, cite: clause.land })

const facts = {
  arable: fact.quantity({ label: t('耕地面积', 'Arable land'), unit: 'mu' }),
  persons: fact.count({ label: t('总人口', 'Persons') }),
  farmers: fact.count({ label: t('农业人口', 'Farmers') }),
  households: fact.count({ label: t('户数', 'Households') }),
  countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
}
const village = (arable: string, persons: number, farmers: number, households: number) => ({
  arable: { value: arable, unit: 'mu' },
  ...{ persons, farmers, households },
  countedOn: '2020-12-31',
})
const farming = (arable: string) => village(arable, 2000, 1000, 500)

export const landPerPerson = definePolicy({
  id: 'assistance.land-per-person',
  label: t('人均土地和村情比例', 'Land per person of a village'),
  source: clause.land,
  summary: {
    who: t('每个村。', 'Every village.'),
    how: t(
      '耕地分别除以总人口和农业人口，保留三位小数；分档按农业人口的准确值。',
      'Arable land over all persons and over farmers, three decimals; the band by the exact value of farmers.',
    ),
  },
  effective: { from: since },
  facts,
  parameters: {
    low: limit('0.2', '第一档上限', 'Upper limit of the first band'),
    middle: limit('0.5', '第二档上限', 'Upper limit of the second band'),
    high: limit('1', '第三档上限', 'Upper limit of the third band'),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const base = countBase(f.farmers, 'farmersBase')
    const exact = f.arable.dividedBy(base)
    const band = choose()
      .when(exact.is(quantity('0', 'mu')), bands.landless)
      .when(exact.isBelow(p.low), bands.low)
      .when(exact.isBelow(p.middle), bands.middle)
      .when(exact.isBelow(p.high), bands.high)
      .otherwise(bands.top)
    return {
      ...averagesOf(f),
      band: step('band', t('分档', 'Band'), onlyIf(applies(base), band), clause.land),
    }
  },
  examples: [
    {
      rule: 'DX-08',
      title: t(
        '东兴村：164 亩，1,525 人，农业人口 1,052 人，502 户',
        '164 mu, 1,525 persons, 1,052 farmers, 502 households',
      ),
      given: village('164', 1525, 1052, 502),
      expect: {
        result: {
          byPersons: '0.108',
          byFarmers: '0.156',
          band: 'low',
          farmerShare: '69',
          perHousehold: '3.04',
        },
      },
    },
    ...(
      [
        ['0', '0', 'landless'],
        ['199.9', '0.2', 'low'],
        ['200', '0.2', 'middle'],
        ['499.9', '0.5', 'middle'],
        ['500', '0.5', 'high'],
        ['999.9', '1', 'high'],
        ['1000', '1', 'top'],
      ] as const
    ).map(([arable, byFarmers, band]) => ({
      rule: 'DX-08',
      given: farming(arable),
      expect: { result: { byFarmers, band, farmerShare: '50', perHousehold: '4' } },
    })),
    {
      rule: 'AMB-28',
      title: t('0.0005 亩进为 0.001，12.25% 进为 12.3%', '0.0005 mu is 0.001, and 12.25% is 12.3%'),
      given: village('0.2', 400, 49, 80000),
      expect: {
        result: { byPersons: '0.001', byFarmers: '0.004', farmerShare: '12.3', perHousehold: '0.01' },
      },
    },
    {
      rule: 'AMB-28',
      given: village('0.0245', 3, 1, 2),
      expect: {
        result: { byPersons: '0.008', byFarmers: '0.025', farmerShare: '33.3', perHousehold: '1.5' },
      },
    },
    {
      rule: 'AMB-28',
      given: village('1', 3, 3, 9),
      expect: {
        result: { byPersons: '0.333', byFarmers: '0.333', farmerShare: '100', perHousehold: '0.33' },
      },
    },
    {
      rule: 'AMB-28',
      given: village('1', 2, 1, 16),
      expect: { result: { byPersons: '0.5', byFarmers: '1', perHousehold: '0.13' } },
    },
    {
      rule: 'CT-23',
      title: t('没有农业人口：不计', 'no farmers: nothing to divide by'),
      given: village('164', 10, 0, 5),
      expect: { result: { byPersons: '16.4', byFarmers: none, band: none, farmerShare: '0' } },
    },
    {
      rule: 'DX-08',
      given: village('3', 1, 1, 1),
      expect: {
        result: { byPersons: '3', byFarmers: '3', farmerShare: '100', perHousehold: '1', band: 'top' },
      },
    },
    {
      rule: 'CT-23',
      given: village('0', 0, 0, 0),
      expect: { result: { byPersons: none, byFarmers: none, farmerShare: none, perHousehold: none } },
    },
    {
      rule: 'GEN-07',
      title: t('农业人口不详', 'farmers not known'),
      given: { ...farming('164'), farmers: undefined },
      expect: { missing: ['farmers'], result: { byPersons: '0.082', byFarmers: null, band: null } },
    },
    { rule: 'GEN-12', given: { ...farming('999'), countedOn: since }, expect: { result: { band: 'high' } } },
    {
      rule: 'GEN-12',
      given: { ...farming('999'), countedOn: '2018-12-31' },
      expect: { problems: ['policy.notInForce'], missingParameters: ['high', 'low', 'middle'] },
    },
  ],
})

function averagesOf(f: TermsOf<typeof facts>) {
  const mu = f.arable.ratioTo(quantity('1', 'mu'))
  const persons = countBase(f.persons, 'personsBase')
  const perHousehold = f.persons.ratioTo(countBase(f.households, 'householdsBase'))
  return {
    byPersons: step(
      'byPersons',
      t('人均耕地（亩，按总人口）', 'Mu per person'),
      threeDecimals(mu.dividedBy(persons)),
      clause.land,
    ),
    byFarmers: step(
      'byFarmers',
      t('人均耕地（亩，按农业人口）', 'Mu per farmer'),
      threeDecimals(mu.dividedBy(countBase(f.farmers, 'farmersBase'))),
      clause.land,
    ),
    farmerShare: step(
      'farmerShare',
      t('农业人口比例', 'Share of farmers'),
      oneDecimal(f.farmers.shareOf(persons)),
    ),
    perHousehold: step('perHousehold', t('户均人口', 'Persons per household'), twoDecimals(perHousehold)),
  }
}

/** 0.10754 is printed as 0.108. */
function threeDecimals(value: NumberTerm): NumberTerm {
  return count(1000).times(value).ratioTo(count(1000))
}
