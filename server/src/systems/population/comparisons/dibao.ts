/** 低保名单: who receives the minimum living allowance by the list of civil affairs. */
import { t } from '#kernel'
import { field } from '#register'
import { defineComparison } from '#verify'
import { personColumns, personKeys } from './words.ts'

const kinds = { none: t('不享受', 'none'), rural: t('农村低保', 'rural'), urban: t('城市低保', 'urban') }

export const dibaoColumns = {
  ...personColumns,
  dibao: field.choice({
    label: t('低保类别', 'Kind of allowance'),
    options: kinds,
    alias: ['低保', '低保类型', '保障类别', '救助类型'],
  }),
  monthly: field.money({
    label: t('月保障金', 'Per month'),
    sensitive: 'income',
    alias: ['月保障金额', '保障金额', '月补助', '补差金额'],
  }),
}

export const dibaoWords = {
  words: {
    dibao: {
      农村: 'rural',
      农低保: 'rural',
      农村居民低保: 'rural',
      城市: 'urban',
      城镇低保: 'urban',
      城低保: 'urban',
    },
  },
}

export const dibao = defineComparison({
  id: 'dibao',
  label: t('低保名单', 'List of the minimum living allowance'),
  note: t(
    '民政的低保在保名单，与人员册比：在保的户名册里是否登记，登记在保的是否还在名单上。',
    'Who receives the minimum living allowance, against households so recorded here, both ways.',
  ),
  register: 'person',
  fields: dibaoColumns,
  words: dibaoWords,
  ...personKeys(),
  compare: [
    { list: 'name', here: 'name' },
    { list: 'dibao', here: 'household.dibao' },
  ],
  whole: true,
  expects: [
    { here: 'household.dibao', among: ['rural', 'urban'] },
    { here: 'relation', among: ['head'] },
    { here: 'diedOn', known: false },
  ],
  finds: [
    {
      id: 'dibao.notRecorded',
      label: t('在低保名单而名册未登记低保', 'Receives the allowance; not so in the register'),
      level: 'doubt',
      advice: t(
        '对照民政审批表，把所在户的低保补登上；名单有误的告知民政。',
        'Record it for the household, or tell civil affairs.',
      ),
      verdict: 'incomplete',
      of: 'matched',
      where: [{ here: 'household.dibao', not: ['rural', 'urban'] }],
      here: ['household.dibao'],
      there: ['dibao'],
    },
    {
      id: 'dibao.died',
      label: t('已去世仍在低保名单', 'Dead, still on the list of the allowance'),
      level: 'hard',
      advice: t(
        '把去世日期告知民政停发；名册登记错的，更正名册。',
        'Tell civil affairs; or correct the register.',
      ),
      verdict: 'contradiction',
      of: 'matched',
      where: [{ here: 'diedOn', known: true }],
      here: ['diedOn'],
      there: ['dibao'],
    },
    {
      id: 'dibao.offList',
      label: t('登记低保而不在名单', 'Recorded with the allowance, not on the list'),
      level: 'doubt',
      advice: t(
        '看是否已退出低保：已退出的更正所在户；漏报的告知民政。',
        'Has the household left it? Correct it, or tell civil affairs.',
      ),
      verdict: 'contradiction',
      of: 'onlyHere',
      where: [{ here: 'household.dibao', among: ['rural', 'urban'] }],
      here: ['household.dibao'],
    },
  ],
})
