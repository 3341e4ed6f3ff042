/** 人均耕地分档、村就业层面: villages cut by what the policies say of them (LS-02, LS-21, catalogue 6.1). */
import { t } from '#kernel'
import {
  byArea,
  byField,
  byPolicy,
  counted,
  defineReport,
  fromRegister,
  rate,
  shareOf,
  summed,
} from '#report'
import { villageYear } from '../../population/registers/village-year.ts'
import { employmentTier } from '../policies/employment-tier.ts'
import { landBand } from '../policies/land-band.ts'

const source = fromRegister(villageYear)
const villages = counted(t('村数', 'Villages'), t('个', 'villages'))
const people = t('人', 'persons')
const endOfYear = { field: 'year', wire: (year: string) => `${year}-12-31` }

const common = {
  township: byArea('township'),
  village: byArea('village'),
  year: byField('year', t('年度', 'Year')),
}
const measures = {
  villages,
  share: shareOf(villages, 2),
  population: summed('population', t('总人口', 'Population'), people),
  labour: summed('labour', t('劳动力', 'Labour'), people),
  arable: summed('arable', t('耕地', 'Arable land'), t('亩', 'mu')),
  inVillage: rate('inVillage', 'labour', 1, t('在本村企业就业（%）', 'In village enterprises (%)')),
}

export const landBands = defineReport({
  id: 'land-security.land-bands',
  label: t('村按人均耕地分档', 'Villages by land band'),
  system: 'land-security',
  can: 'report.read',
  source,
  dimensions: {
    band: byPolicy({
      policy: landBand,
      result: 'band',
      facts: {
        arable: { field: 'arable', wire: (value) => ({ value, unit: 'mu' }) },
        persons: { field: 'population' },
        countedOn: endOfYear,
      },
      label: t('人均耕地', 'Land per person'),
      words: {
        landless: t('无地', 'landless'),
        under02: t('0.2 亩以下', 'under 0.2 mu'),
        from02to05: t('0.2 亩至 0.5 亩', '0.2 to 0.5 mu'),
        from05to1: t('0.5 亩至 1 亩', '0.5 to 1 mu'),
        over1: t('1 亩以上', '1 mu and more'),
      },
    }),
    ...common,
  },
  measures,
  first: { rows: ['band'], measures: ['villages', 'share', 'population', 'arable'], chart: 'villages' },
})

export const employmentTiers = defineReport({
  id: 'land-security.employment-tiers',
  label: t('村就业层面', 'Villages by employment tier'),
  system: 'land-security',
  can: 'report.read',
  source,
  dimensions: {
    tier: byPolicy({
      policy: employmentTier,
      result: 'tier',
      facts: {
        inVillageEnterprises: { field: 'inVillage' },
        labour: { field: 'labour' },
        countedOn: endOfYear,
      },
      label: t('就业层面', 'Tier'),
      words: {
        tier1: t('第一层面', 'tier 1'),
        tier2: t('第二层面', 'tier 2'),
        tier3: t('第三层面', 'tier 3'),
      },
    }),
    ...common,
  },
  measures,
  first: { rows: ['tier'], measures: ['villages', 'share', 'labour', 'inVillage'], chart: 'villages' },
})
