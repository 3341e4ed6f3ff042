/** 干部与工作队: who holds which post in village, township and team, from when to when (OF-23). */
import { t } from '#kernel'
import { defineRegister, field } from '#register'
import { education, politicalStatus, sex } from './words.ts'

export const official = defineRegister({
  name: 'official',
  label: t('干部与工作队', 'Officials and teams'),
  counter: t('人', 'officials'),
  system: 'population',
  shape: 'record',
  fields: {
    name: field.name({ label: t('姓名', 'Name'), required: true }),
    area: field.area({ label: t('所在地', 'Area'), required: true, alias: ['村', '乡镇'] }),
    body: field.choice({
      label: t('机构', 'Body'),
      options: {
        branch: t('村党组织', 'village Party branch'),
        committee: t('村民委员会', 'villagers’ committee'),
        supervision: t('村务监督委员会', 'supervision committee'),
        team: t('驻村工作队', 'resident team'),
        township: t('乡镇', 'township'),
        unit: t('帮扶单位', 'assistance unit'),
      },
      required: true,
    }),
    post: field.text({ label: t('职务', 'Post'), required: true }),
    person: field.reference('person', { label: t('人员档案', 'Person') }),
    idNumber: field.idNumber({ label: t('证件号', 'Identity number'), alias: ['身份证号'] }),
    sex: field.choice({ label: t('性别', 'Sex'), options: sex }),
    birthDate: field.day({ label: t('出生日期', 'Date of birth'), alias: ['出生年月'] }),
    phone: field.phone({ label: t('电话', 'Telephone'), alias: ['手机', '联系电话'] }),
    politicalStatus: field.choice({ label: t('政治面貌', 'Political status'), options: politicalStatus }),
    education: field.choice({ label: t('文化程度', 'Education'), options: education }),
    termFrom: field.day({ label: t('任职日期', 'In post from') }),
    termTo: field.day({ label: t('离任日期', 'In post to') }),
    note: field.note({ label: t('备注', 'Note') }),
  },
  identity: ['name', 'area', 'post'],
  unique: false,
  title: 'name',
  columns: ['name', 'area', 'body', 'post', 'phone', 'termFrom', 'termTo'],
  search: { name: 'name', id: 'idNumber', phone: 'phone' },
})
