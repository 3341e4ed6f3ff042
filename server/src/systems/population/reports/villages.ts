/** 村情统计: villages by income, labour by township (catalogue 6.1). */
import { t } from '#kernel'
import {
  byArea,
  byBands,
  byField,
  counted,
  defineReport,
  fromRegister,
  rate,
  shareOf,
  summed,
  weightedMean,
} from '#report'
import { villageYear } from '../registers/village-year.ts'

const source = fromRegister(villageYear)
const villages = counted(t('村数', 'Villages'), t('个', 'villages'))
const people = t('人', 'persons')
const population = summed('population', t('总人口', 'Population'), people)
const labour = summed('labour', t('劳动力', 'Labour'), people)

export const villageIncome = defineReport({
  id: 'population.village-income',
  label: t('各村人均年收入分组', 'Villages by income per farmer'),
  system: 'population',
  can: 'report.read',
  source,
  dimensions: {
    income: byBands('incomePerFarmer', t('人均年收入', 'Income per farmer'), [
      { key: 'above4000', label: t('4,000 元以上', 'above 4,000'), from: '4000.01' },
      { key: 'from3000', label: t('3,000 元至 4,000 元', '3,000 to 4,000'), from: '3000', below: '4000.01' },
      { key: 'below3000', label: t('3,000 元以下', 'below 3,000'), below: '3000' },
    ]),
    township: byArea('township'),
    year: byField('year', t('年度', 'Year')),
  },
  measures: {
    villages,
    share: shareOf(villages, 2),
    population,
    mean: weightedMean('incomePerFarmer', 'population', t('人均年收入（元）', 'Income per farmer (yuan)')),
  },
  first: { rows: ['income'], measures: ['villages', 'share', 'population', 'mean'], chart: 'villages' },
  note: t('人均年收入按人口加权。', 'Means are weighted by population.'),
})

const labourSums = {
  farming: summed('farming', t('务农', 'Farming'), people),
  employed: summed('employed', t('受雇就业', 'Employed'), people),
  selfEmployed: summed('selfEmployed', t('自谋职业', 'Self-employed'), people),
  jobless: summed('jobless', t('无业', 'Jobless'), people),
  inVillage: summed('inVillage', t('在本村企业就业', 'In village enterprises'), people),
  under20: summed('under20', t('20 岁以下', 'Under 20'), people),
  from20: summed('from20', t('20 至 40 岁', '20 to 40'), people),
  from40: summed('from40', t('40 至 60 岁', '40 to 60'), people),
}

export const villageLabour = defineReport({
  id: 'population.village-labour',
  label: t('各乡镇劳动力', 'Labour by township'),
  system: 'population',
  can: 'report.read',
  source,
  dimensions: {
    township: byArea('township'),
    village: byArea('village'),
    registered: byField('registered', t('登记方式', 'Registered')),
    year: byField('year', t('年度', 'Year')),
  },
  measures: {
    villages,
    population,
    labour,
    labourShare: rate('labour', 'population', 1, t('劳动力占人口（%）', 'Labour of population (%)')),
    ...labourSums,
  },
  first: {
    rows: ['township'],
    measures: [
      'villages',
      'population',
      'labour',
      'labourShare',
      'farming',
      'employed',
      'selfEmployed',
      'jobless',
    ],
    chart: 'labour',
  },
  note: t(
    '就业去向四项是村里分别上报的约数，相加比劳动力合计少，核查里列为不全。',
    'The four kinds of work were reported in round figures; they do not reach the total.',
  ),
})
