/** 就业扶贫车间补助: rent, water and power of a workshop, at the county's shares (EP-04, AMB-22). */
import { t } from '#kernel'
import type { BooleanTerm } from '#policy'
import { allOf, choices, choose, count, definePolicy, fact, onlyIf, required, step, sumOf } from '#policy'
import { before, clause, none, since } from './sources.ts'

const reasons = choices({
  granted: t('可以补助', 'granted'),
  elsewhere: t('不在乡镇、村', 'not in a township or village'),
  nobody: t('没有吸纳当地贫困劳动力', 'no local poor labourer works there'),
})
const cost = (zh: string, en: string) => fact.money({ label: t(zh, en) })
const share = (zh: string, en: string) => required(fact.percent({ label: t(zh, en) }), 'AMB-22')

const workshop = {
  inVillage: true,
  poorWorkers: 12,
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

export const workshopGrant = definePolicy({
  id: 'employment.workshop',
  label: t('就业扶贫车间补助', 'Grant of employment workshops'),
  source: clause.workshop,
  summary: {
    who: t(
      '设在乡镇（村）、有当地贫困劳动力务工的扶贫车间（加工点）。',
      'Workshops in townships and villages where local poor labour works.',
    ),
    amount: t('租金、水电费各乘县定比例。', "Rent and utilities, each times the county's share."),
    how: t('按全年实际支出的租金和水电费算。', 'By what rent and utilities really cost in the year.'),
    paidFrom: t('县级财政。', 'The budget of the county.'),
  },
  effective: { from: since },
  facts: {
    inVillage: fact.boolean({ label: t('设在乡镇或村', 'In a township or village') }),
    poorWorkers: fact.count({ label: t('务工的当地贫困劳动力', 'Local poor labourers who work there') }),
    rent: cost('全年场地租金', 'Rent of the year'),
    utilities: cost('全年水电费', 'Water and power of the year'),
    yearEnd: fact.day({ label: t('补助年度末日', 'Last day of the year') }),
  },
  parameters: {
    rentShare: share('租金补助比例', 'Share of the rent'),
    utilitiesShare: share('水电费补助比例', 'Share of water and power'),
  },
  on: (f) => f.yearEnd,
  decide: (f, p) => {
    const working = f.poorWorkers.isAbove(count(0))
    const eligible = step('eligible', t('符合条件', 'Eligible'), allOf(f.inVillage, working), clause.workshop)
    const rentPart = step(
      'rentPart',
      t('租金补助', 'For the rent'),
      onlyIf(eligible, f.rent.times(p.rentShare)),
    )
    const utilitiesPart = step(
      'utilitiesPart',
      t('水电费补助', 'For water and power'),
      onlyIf(eligible, f.utilities.times(p.utilitiesShare)),
    )
    return {
      eligible,
      reason: step('reason', t('结论', 'Conclusion'), reasonOf(f.inVillage, working), clause.workshop),
      rentPart,
      utilitiesPart,
      amount: step('amount', t('补助金额', 'Grant'), sumOf(rentPart, utilitiesPart), clause.workshop),
    }
  },
  examples: [
    {
      rule: 'EP-04',
      title: t('租金补五成、水电费补三成（县定）', 'half the rent and 30% of utilities, set by the county'),
      given: workshop,
      parameters,
      expect: { result: granted },
    },
    {
      rule: 'AMB-22',
      title: t('比例未定：列出缺的参数', 'the shares are not set: they are named'),
      given: workshop,
      expect: {
        missingParameters: ['rentShare', 'utilitiesShare'],
        result: { eligible: true, reason: 'granted', amount: null },
      },
    },
    {
      rule: 'EP-04',
      given: { ...workshop, inVillage: false },
      parameters,
      expect: { result: refused('elsewhere') },
    },
    {
      rule: 'EP-04',
      given: { ...workshop, poorWorkers: 0 },
      parameters,
      expect: { result: refused('nobody') },
    },
    { rule: 'EP-04', given: { ...workshop, poorWorkers: 1 }, parameters, expect: { result: granted } },
    {
      rule: 'EP-04',
      title: t('场地免租：只补水电费', 'no rent: utilities only'),
      given: { ...workshop, rent: '0.00' },
      parameters,
      expect: { result: { rentPart: '0.00', utilitiesPart: '1080.00', amount: '1080.00' } },
    },
    {
      rule: 'GEN-01',
      title: t('半分进一分', 'half a fen goes up'),
      given: { ...workshop, rent: '0.01', utilities: '0.05' },
      parameters,
      expect: { result: { rentPart: '0.01', utilitiesPart: '0.02', amount: '0.03' } },
    },
    {
      rule: 'GEN-01',
      given: { ...workshop, rent: '0.01', utilities: '0.01' },
      parameters: { rentShare: '49', utilitiesShare: '50' },
      expect: { result: { rentPart: '0.00', utilitiesPart: '0.01', amount: '0.01' } },
    },
    {
      rule: 'GEN-01',
      given: { ...workshop, rent: '0.01', utilities: '0.01' },
      parameters: { rentShare: '49', utilitiesShare: '49' },
      expect: { result: { rentPart: '0.00', utilitiesPart: '0.00', amount: '0.00' } },
    },
    {
      rule: 'GEN-07',
      title: t('水电费不详', 'utilities not known'),
      given: { ...workshop, utilities: undefined },
      parameters,
      expect: { missing: ['utilities'], result: { eligible: true, rentPart: '12000.00', amount: null } },
    },
    { rule: 'GEN-12', given: { ...workshop, yearEnd: since }, parameters, expect: { result: granted } },
    {
      rule: 'GEN-12',
      given: { ...workshop, yearEnd: before },
      parameters,
      expect: { problems: ['policy.notInForce'] },
    },
  ],
})

function reasonOf(inVillage: BooleanTerm, working: BooleanTerm) {
  return choose()
    .when(inVillage.not(), reasons.elsewhere)
    .when(working.not(), reasons.nobody)
    .otherwise(reasons.granted)
}
