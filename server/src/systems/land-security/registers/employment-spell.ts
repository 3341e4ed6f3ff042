/** 就业经历: half-open spells of work (LS-14, LS-16). Two employers at once are possible, the same one twice is not. */
import { t } from '#kernel'
import { defineRegister, field } from '#register'

export const employmentSpell = defineRegister({
  name: 'employmentSpell',
  label: t('就业经历', 'Spells of work'),
  counter: t('段', 'spells'),
  system: 'land-security',
  shape: 'dated',
  owner: 'person',
  fields: {
    employer: field.name({
      label: t('单位或雇主', 'Employer'),
      required: true,
      alias: ['用人单位', '工作单位'],
    }),
    employerCode: field.creditCode({ label: t('单位信用代码', 'Credit code') }),
    kind: field.choice({
      label: t('就业形式', 'Kind of work'),
      options: {
        employee: t('单位就业', 'employee'),
        casual: t('零工', 'casual work'),
        selfEmployed: t('自谋职业', 'self-employed'),
        publicPost: t('公益岗位', 'public post'),
        farming: t('务农', 'farming'),
      },
      required: true,
    }),
    placeLevel: field.choice({
      label: t('就业地', 'Place'),
      options: {
        village: t('本村', 'own village'),
        township: t('本乡镇', 'own township'),
        county: t('本县', 'own county'),
        prefecture: t('本州市', 'own prefecture'),
        province: t('本省', 'own province'),
        outside: t('省外', 'outside the province'),
      },
    }),
    place: field.text({ label: t('地点', 'Address') }),
    wage: field.money({
      label: t('月工资', 'Wage per month'),
      sensitive: 'income',
      alias: ['月收入', '工资'],
    }),
    insured: field.boolean({ label: t('参加职工养老保险', 'In employees’ pension insurance') }),
    proof: field.text({ label: t('来源', 'Source'), alias: ['证明材料'] }),
    note: field.note({ label: t('备注', 'Note') }),
  },
  identity: ['validFrom', 'employer'],
  title: 'employer',
  columns: ['employer', 'kind', 'placeLevel', 'validFrom', 'validTo', 'wage'],
  overlap: { refuse: true, by: ['employer'] },
})
