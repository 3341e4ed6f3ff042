/** 4050 人员与再就业优惠证 (LS-19, AMB-11). */
import { t } from '#kernel'
import { allOf, anyOf, completedYears, definePolicy, fact, step, table, years } from '#policy'
import { clause, since } from './sources.ts'
import { birthDate, sex } from './words.ts'

const person = { landless: true, jobless: true, selfEmployed: false, onDay: '2019-12-31' }

export const reemployment = definePolicy({
  id: 'land-security.reemployment',
  label: t('4050 人员与再就业优惠证', '"4050" persons and the re-employment certificate'),
  source: clause.reemployment,
  summary: {
    who: t(
      '达到 4050 年龄、无业的失地农民；自谋职业的失地农民也可领证。',
      'Landless persons of "4050" age without work; the self-employed get the certificate too.',
    ),
    how: t(
      '按认定日的年龄和就业情况判断，发《再就业优惠证》。',
      'By age and work on the day of recognition; a certificate is issued.',
    ),
  },
  effective: { from: since },
  facts: {
    sex,
    birthDate,
    onDay: fact.day({ label: t('认定日', 'Day of the decision') }),
    landless: fact.boolean({ label: t('失地农民', 'Landless farmer') }),
    jobless: fact.boolean({ label: t('无业', 'Without work') }),
    selfEmployed: fact.boolean({ label: t('自谋职业或自主创业', 'Self-employed') }),
  },
  parameters: {
    ageLimit: table(
      { exact: { sex }, from: { born: birthDate } },
      [
        { sex: 'male', born: '0001-01-01', value: years(50) },
        { sex: 'female', born: '0001-01-01', value: years(40) },
      ],
      { label: t('4050 年龄', 'Age of "4050"'), from: since, cite: clause.reemployment, question: 'AMB-11' },
    ),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const age = step('age', t('认定日年龄', 'Age on the day'), completedYears(f.birthDate, f.onDay))
    const ofAge = step(
      'ofAge',
      t('达到 4050 年龄', 'Of "4050" age'),
      age.isAtLeast(p.ageLimit.of({ sex: f.sex, born: f.birthDate })),
      clause.reemployment,
    )
    const is4050 = step(
      'is4050',
      t('4050 人员', '"4050" person'),
      allOf(f.landless, f.jobless, ofAge),
      clause.reemployment,
    )
    const certificate = allOf(f.landless, anyOf(is4050, f.selfEmployed))
    return {
      is4050,
      certificate: step(
        'certificate',
        t('可领《再就业优惠证》', 'Gets the re-employment certificate'),
        certificate,
        clause.reemployment,
      ),
      age,
    }
  },
  examples: [
    {
      rule: 'LS-19',
      given: { ...person, sex: 'female', birthDate: '1979-12-31' },
      expect: { result: { is4050: true, certificate: true, age: 40 } },
    },
    {
      rule: 'LS-19',
      given: { ...person, sex: 'male', birthDate: '1970-01-01' },
      expect: { result: { is4050: false, certificate: false, age: 49 } },
    },
    {
      rule: 'LS-19',
      title: t('男正好 50', 'a man of exactly 50'),
      given: { ...person, sex: 'male', birthDate: '1969-12-31' },
      expect: { result: { is4050: true, age: 50 } },
    },
    {
      rule: 'LS-19',
      title: t('女差一天到 40', 'a woman a day short of 40'),
      given: { ...person, sex: 'female', birthDate: '1980-01-01' },
      expect: { result: { is4050: false, age: 39 } },
    },
    {
      rule: 'AMB-11',
      title: t('有工作，不是自谋职业', 'in work, not self-employed'),
      given: { ...person, jobless: false, sex: 'female', birthDate: '1970-01-01' },
      expect: { result: { is4050: false, certificate: false } },
    },
    {
      rule: 'LS-19',
      title: t('施行首日', 'on the first day'),
      given: { ...person, onDay: since, sex: 'female', birthDate: '1979-01-01' },
      expect: { result: { is4050: true } },
    },
    {
      rule: 'LS-19',
      title: t('自谋职业', 'self-employed'),
      given: { ...person, selfEmployed: true, sex: 'male', birthDate: '1990-01-01' },
      expect: { result: { is4050: false, certificate: true } },
    },
    {
      rule: 'LS-19',
      title: t('不是失地农民：其余不必问', 'not landless: nothing else matters'),
      given: { landless: false, onDay: '2019-12-31', birthDate: '1990-01-01' },
      expect: { result: { is4050: false, certificate: false } },
    },
  ],
})
