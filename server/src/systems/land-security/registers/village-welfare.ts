/** 村级福利: what a village gives its own people from its own income (LS-21, LS-22). */
import { t } from '#kernel'
import { defineRegister, field } from '#register'

const years = t('周岁', 'years')

export const villageWelfare = defineRegister({
  name: 'villageWelfare',
  label: t('村级福利', 'Village welfare'),
  counter: t('项', 'rules'),
  system: 'land-security',
  shape: 'dated',
  owner: 'area',
  fields: {
    tier: field.choice({
      label: t('村档', 'Tier'),
      options: { tier1: t('第一类', 'tier 1'), tier2: t('第二类', 'tier 2'), tier3: t('第三类', 'tier 3') },
    }),
    maleFrom: field.count({ label: t('男起始年龄', 'Men from'), unit: years, max: 120 }),
    femaleFrom: field.count({ label: t('女起始年龄', 'Women from'), unit: years, max: 120 }),
    monthly: field.money({ label: t('每人每月', 'Per person and month'), required: true }),
    goods: field.text({ label: t('实物', 'Goods') }),
    note: field.note({ label: t('备注', 'Note') }),
  },
  identity: ['validFrom'],
  title: 'tier',
  columns: ['tier', 'maleFrom', 'femaleFrom', 'monthly', 'goods', 'validFrom', 'validTo'],
  overlap: { refuse: true },
})
