/** 死亡名单: who died by the books of civil affairs, police, crematory or hospital (OF-15, OF-19). */
import { t } from '#kernel'
import { field } from '#register'
import { defineComparison } from '#verify'
import { practice } from '../checks/sources.ts'
import { personColumns, personKeys } from './words.ts'

export const deaths = defineComparison({
  id: 'deaths',
  label: t('死亡名单', 'List of deaths'),
  note: t(
    '民政、公安、殡仪馆或医院的死亡名单，与人员册比：名册里还没有登记去世的，逐人核实后采信。',
    'Deaths known to civil affairs, police, crematory or hospital: who is not recorded as dead here is looked at one by one.',
  ),
  register: 'person',
  fields: {
    ...personColumns,
    diedOn: field.day({
      label: t('去世日期', 'Date of death'),
      alias: ['死亡日期', '死亡时间', '去世时间', '火化日期', '注销日期'],
    }),
    diedSource: field.choice({
      label: t('去世信息来源', 'Source of the death'),
      alias: ['信息来源', '来源'],
      options: {
        police: t('公安注销', 'police'),
        crematory: t('火化', 'crematory'),
        hospital: t('医院', 'hospital'),
        village: t('村报', 'village'),
        family: t('家属报', 'family'),
      },
    }),
  },
  words: {
    words: {
      diedSource: {
        公安: 'police',
        户籍注销: 'police',
        殡仪馆: 'crematory',
        医院死亡证明: 'hospital',
        村委会: 'village',
      },
    },
  },
  ...personKeys(),
  compare: [
    { list: 'name', here: 'name' },
    { list: 'birthDate', here: 'birthDate' },
    { list: 'diedOn', here: 'diedOn' },
  ],
  finds: [
    {
      id: 'deaths.stillListed',
      label: t('死亡名单中仍在册', 'On a list of deaths, alive in the register'),
      level: 'hard',
      cite: practice.lists, // OF-19
      advice: t(
        '请村里当面核实。确已去世的，在比对结果里提出采信，由另一人确认；在世的，写明理由结掉，并告知发来名单的单位。',
        'Let the village look. If it is so, propose to adopt it and let another confirm; if the person lives, explain and tell the sender.',
      ),
      verdict: 'contradiction',
      of: 'matched',
      where: [{ here: 'diedOn', known: false }],
      here: ['diedOn'],
      there: ['diedOn', 'diedSource'],
    },
    {
      id: 'deaths.otherDay',
      label: t('去世日期与死亡名单不一致', 'Another date of death than on the list'),
      level: 'doubt',
      advice: t(
        '看哪一个有证明。名册错的，提出采信或更正；名单错的，写明理由结掉。',
        'Which of the two is documented? Correct the register, or explain.',
      ),
      verdict: 'mismatch',
      of: 'matched',
      differs: 'diedOn',
      where: [{ here: 'diedOn', known: true }],
      here: ['diedOn'],
      there: ['diedOn', 'diedSource'],
    },
  ],
  adopts: [
    { list: 'diedOn', here: 'diedOn' },
    { list: 'diedSource', here: 'diedSource' },
  ],
  adoptsBy: [
    {
      event: 'death',
      day: { list: 'diedOn', here: 'diedOn' },
      values: { diedSource: { list: 'diedSource', here: 'diedSource' } },
    },
  ],
})
