/** 人口统计: registered persons by place, sex, registration. */
import { t } from '#kernel'
import { byArea, byField, counted, defineReport, fromRegister, shareOf } from '#report'
import { person } from '../registers/person.ts'

const persons = counted(t('人数', 'Persons'), t('人', 'persons'))

export const registeredPersons = defineReport({
  id: 'population.persons',
  label: t('在册人员', 'Registered persons'),
  system: 'population',
  can: 'report.read',
  source: fromRegister(person),
  dimensions: {
    township: byArea('township'),
    village: byArea('village'),
    sex: byField('sex', t('性别', 'Sex')),
    hukou: byField('hukou', t('户口', 'Registration')),
    education: byField('education', t('文化程度', 'Education')),
    relation: byField('relation', t('与户主关系', 'Relation to the head')),
  },
  measures: { persons, share: shareOf(persons, 2) },
  first: { rows: ['village', 'sex'], measures: ['persons', 'share'], chart: 'persons' },
  note: t('只数逐人登记的村。', 'Villages registered person by person.'),
})
