/** 农民创业园补贴: rent, water and power of a business in the park, as in an incubator (EP-11, AMB-22). */
import { t } from '#kernel'
import type { BooleanTerm } from '#policy'
import { allOf, choices, choose, count, definePolicy, fact, onlyIf, required, step, sumOf } from '#policy'
import { before, clause, none, since } from './sources.ts'

const reasons = choices({
  granted: t('可以补贴', 'granted'),
  elsewhere: t('不在农民创业园内', "not in a farmers' start-up park"),
  nobody: t('没有吸纳周边贫困劳动力', 'no poor labourer from nearby works there'),
})
const cost = (zh: string, en: string) => fact.money({ label: t(zh, en) })
const share = (zh: string, en: string) => required(fact.percent({ label: t(zh, en) }), 'AMB-22')

const business = {
  inPark: true,
  poorWorkers: 3,
  rent: '24000.00',
  utilities: '3600.00',
  yearEnd: '2020-12-31',
}
const parameters = { rentShare: '50', utilitiesShare: '30' }
const granted = {
  eligible: true,
  reason: 'granted',
  rentPart: '12000.00',
  utilitiesPart: '1080.00',
  amount: '13080.00',
}
const refused = (reason: string) => ({
  eligible: false,
  reason,
  rentPart: none,
  utilitiesPart: none,
  amount: none,
})

export const startupPark = definePolicy({
  id: 'employment.startup-park',
  label: t('农民创业园租金、水电费补贴', "Subsidy of rent and utilities in a farmers' start-up park"),
  source: clause.startupPark,
  summary: {
    who: t(
      '农民创业园内吸纳周边贫困劳动力就业的创业实体。',
      "Businesses in a farmers' start-up park that take in poor labour from nearby.",
    ),
    amount: t(
      '租金、水电费各乘县里给创业孵化基地定的比例。',
      'Rent and utilities, each times the share that the county set for start-up incubators.',
    ),
    how: t('按全年实际支出的租金和水电费算。', 'By what rent and utilities really cost in the year.'),
    paidFrom: t('就业专项资金。', 'Employment funds.'),
  },
  effective: { from: since },
  facts: {
    inPark: fact.boolean({ label: t('在农民创业园内', "In a farmers' start-up park") }),
    poorWorkers: fact.count({
      label: t('吸纳的周边贫困劳动力', 'Poor labourers from nearby who work there'),
    }),
    rent: cost('全年场地租金', 'Rent of the year'),
    utilities: cost('全年水电费', 'Water and power of the year'),
    yearEnd: fact.day({ label: t('补贴年度末日', 'Last day of the year') }),
  },
  parameters: {
    rentShare: share('租金补贴比例', 'Share of the rent'),
    utilitiesShare: share('水电费补贴比例', 'Share of water and power'),
  },
  on: (f) => f.yearEnd,
  decide: (f, p) => {
    const working = f.poorWorkers.isAbove(count(0))
    const eligible = step('eligible', t('符合条件', 'Eligible'), allOf(f.inPark, working), clause.startupPark)
    const rentPart = step(
      'rentPart',
      t('租金补贴', 'For the rent'),
      onlyIf(eligible, f.rent.times(p.rentShare)),
    )
    const utilitiesPart = step(
      'utilitiesPart',
      t('水电费补贴', 'For water and power'),
      onlyIf(eligible, f.utilities.times(p.utilitiesShare)),
    )
    return {
      eligible,
      reason: step('reason', t('结论', 'Conclusion'), reasonOf(f.inPark, working), clause.startupPark),
      rentPart,
      utilitiesPart,
      amount: step('amount', t('补贴金额', 'Subsidy'), sumOf(rentPart, utilitiesPart), clause.startupPark),
    }
  },
  examples: [
    {
      rule: 'EP-11',
      title: t('租金补五成、水电费补三成（县定）', 'half the rent and 30% of utilities, set by the county'),
      given: business,
      parameters,
      expect: { result: granted },
    },
    {
      rule: 'AMB-22',
      title: t('比例未定：列出缺的参数', 'the shares are not set: they are named'),
      given: business,
      expect: {
        missingParameters: ['rentShare', 'utilitiesShare'],
        result: { eligible: true, reason: 'granted', amount: null },
      },
    },
    {
      rule: 'EP-11',
      given: { ...business, inPark: false },
      parameters,
      expect: { result: refused('elsewhere') },
    },
    {
      rule: 'EP-11',
      given: { ...business, poorWorkers: 0 },
      parameters,
      expect: { result: refused('nobody') },
    },
    { rule: 'EP-11', given: { ...business, poorWorkers: 1 }, parameters, expect: { result: granted } },
    {
      rule: 'EP-11',
      title: t('场地免租：只补水电费', 'no rent: utilities only'),
      given: { ...business, rent: '0.00' },
      parameters,
      expect: { result: { rentPart: '0.00', utilitiesPart: '1080.00', amount: '1080.00' } },
    },
    {
      rule: 'GEN-01',
      title: t('半分进一分', 'half a fen goes up'),
      given: { ...business, rent: '0.01', utilities: '0.05' },
      parameters,
      expect: { result: { rentPart: '0.01', utilitiesPart: '0.02', amount: '0.03' } },
    },
    {
      rule: 'GEN-01',
      given: { ...business, rent: '0.01', utilities: '0.01' },
      parameters: { rentShare: '49', utilitiesShare: '50' },
      expect: { result: { rentPart: '0.00', utilitiesPart: '0.01', amount: '0.01' } },
    },
    {
      rule: 'GEN-01',
      given: { ...business, rent: '0.01', utilities: '0.01' },
      parameters: { rentShare: '49', utilitiesShare: '49' },
      expect: { result: { rentPart: '0.00', utilitiesPart: '0.00', amount: '0.00' } },
    },
    {
      rule: 'GEN-07',
      title: t('水电费不详', 'utilities not known'),
      given: { ...business, utilities: undefined },
      parameters,
      expect: { missing: ['utilities'], result: { eligible: true, rentPart: '12000.00', amount: null } },
    },
    { rule: 'GEN-12', given: { ...business, yearEnd: since }, parameters, expect: { result: granted } },
    {
      rule: 'GEN-12',
      given: { ...business, yearEnd: before },
      parameters,
      expect: { problems: ['policy.notInForce'] },
    },
  ],
})

function reasonOf(inPark: BooleanTerm, working: BooleanTerm) {
  return choose()
    .when(inPark.not(), reasons.elsewhere)
    .when(working.not(), reasons.nobody)
    .otherwise(reasons.granted)
}
