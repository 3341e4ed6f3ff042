/** 村情年报: what a village was in a year; figures may be bounds or unknown (LS-02, LS-21, GEN-07, GEN-08). */
import { t } from '#kernel'
import { defineRegister, field } from '#register'

const people = t('人', 'persons')

export const villageYear = defineRegister({
  name: 'villageYear',
  label: t('村情年报', 'Village profiles'),
  counter: t('份', 'profiles'),
  system: 'population',
  shape: 'child',
  owner: 'area',
  fields: {
    year: field.count({ label: t('年度', 'Year'), required: true, min: 1949, max: 2100 }),
    registered: field.choice({
      label: t('登记方式', 'Registered'),
      options: { full: t('逐人登记', 'person by person'), partial: t('只报总数', 'totals only') },
    }),
    population: field.count({
      label: t('总人口', 'Population'),
      unit: people,
      sum: true,
      source: t('村报', 'village report'),
    }),
    households: field.count({ label: t('户数', 'Households'), unit: t('户', 'households'), sum: true }),
    labour: field.count({ label: t('劳动力', 'Labour'), unit: people, sum: true }),
    arable: field.quantity({
      label: t('耕地', 'Arable land'),
      unit: t('亩', 'mu'),
      unitCode: 'mu',
      sum: true,
    }),
    under20: field.count({ label: t('劳动力 20 岁以下', 'Labour under 20'), unit: people, sum: true }),
    from20: field.count({ label: t('劳动力 20 至 40 岁', 'Labour 20 to 40'), unit: people, sum: true }),
    from40: field.count({ label: t('劳动力 40 至 60 岁', 'Labour 40 to 60'), unit: people, sum: true }),
    farming: field.count({ label: t('务农', 'Farming'), unit: people, sum: true }),
    employed: field.count({ label: t('受雇就业', 'Employed'), unit: people, sum: true }),
    selfEmployed: field.count({ label: t('自谋职业', 'Self-employed'), unit: people, sum: true }),
    jobless: field.count({ label: t('无业', 'Jobless'), unit: people, sum: true }),
    inVillage: field.count({
      label: t('在本村企业就业', 'Working in village enterprises'),
      unit: people,
      sum: true,
    }),
    insured: field.bounded({ label: t('参加农村养老保险', 'In rural pension insurance'), unit: people }),
    incomePerFarmer: field.money({ label: t('人均年收入', 'Income per farmer and year') }),
    wageIncome: field.money({ label: t('其中工资性收入', 'of it from wages') }),
    farmIncome: field.money({ label: t('其中家庭经营收入', 'of it from farming') }),
    otherIncome: field.money({ label: t('其中其他收入', 'of it other') }),
    collectiveIncome: field.money({ label: t('村集体收入', 'Collective income'), sum: true }),
    note: field.note({ label: t('备注', 'Note') }),
  },
  identity: ['year'],
  title: 'year',
  columns: ['year', 'registered', 'population', 'labour', 'arable', 'jobless', 'incomePerFarmer'],
})
