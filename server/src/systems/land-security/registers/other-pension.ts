/** 其他养老金: pensions of other funds that a person draws. Shown beside ours, never paid by ours (LS-17, OF-05). */
import { t } from '#kernel'
import { defineRegister, field } from '#register'

export const otherPension = defineRegister({
  name: 'otherPension',
  label: t('其他养老金', 'Other pensions'),
  counter: t('笔', 'pensions'),
  system: 'land-security',
  shape: 'dated',
  owner: 'person',
  fields: {
    kind: field.choice({
      label: t('险种', 'Kind'),
      options: {
        rural: t('农村养老保险', 'rural pension'),
        employee: t('职工养老保险', 'employees’ pension'),
      },
      required: true,
    }),
    monthly: field.money({
      label: t('月领取额', 'Per month'),
      required: true,
      source: t('社保中心名单', 'list of the social insurance centre'),
    }),
    payer: field.text({ label: t('发放单位', 'Paid by') }),
    note: field.note({ label: t('备注', 'Note') }),
  },
  identity: ['kind', 'validFrom'],
  title: 'kind',
  columns: ['kind', 'monthly', 'payer', 'validFrom', 'validTo'],
  overlap: { refuse: true, by: ['kind'] },
})
