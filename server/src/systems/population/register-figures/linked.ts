/** Persons by what their household is, households by who is in them (HF-02, HF-03, HF-08, HF-11). */
import { t } from '#kernel'
import { anyOf, defineRegisterFigure, having, notSo, rowsOf, whose, yearsBefore } from '#verify'
import { clause } from '../../assistance/policies/sources-village.ts'
import { standing, state } from './households.ts'
import { registered } from './persons.ts'

const persons = t('人', 'persons')
const households = t('户', 'households')

/** Persons who are registered on the day, in households that have not ended on it. */
const personsOf = (value: string) =>
  rowsOf('person', ...registered, whose('household', ...standing, state(value)))
const from60 = { field: 'birthDate', op: 'le', value: yearsBefore(60) } as const
const rural = { field: 'dibao', op: 'eq', value: 'rural' } as const

const oneByOne = t(
  '当天在册的人一个一个数；所在户没有填的算不详。',
  'Registered persons counted one by one; who has no household entered is unknown.',
)
const note = t('当天没有销户的农户。', 'Households that had not ended on the day.')

const personFigures = [
  defineRegisterFigure({
    id: 'person.inPoor',
    label: t('建档立卡户里的人', 'Persons in registered poor households'),
    unit: persons,
    level: 'village',
    of: personsOf('poor'),
    cite: clause.registers, // HF-02
    note: oneByOne,
  }),
  defineRegisterFigure({
    id: 'person.inLifted',
    label: t('脱贫户里的人', 'Persons in households out of poverty'),
    unit: persons,
    level: 'village',
    of: personsOf('lifted'),
    cite: clause.registers, // HF-02: beside the members that the households state
    note: oneByOne,
  }),
  defineRegisterFigure({
    id: 'person.inMonitored',
    label: t('监测户里的人', 'Persons in monitored households'),
    unit: persons,
    level: 'village',
    of: personsOf('monitored'),
    cite: clause.registers, // HF-11
    note: oneByOne,
  }),
  defineRegisterFigure({
    id: 'person.poorElderly',
    label: t('建档立卡户里满 60 周岁的人', 'Persons of 60 and above in registered poor households'),
    unit: persons,
    level: 'village',
    of: rowsOf('person', ...registered, from60, whose('household', ...standing, state('poor'))),
    cite: clause.registers, // HF-08
    note: oneByOne,
  }),
] as const

const householdFigures = [
  defineRegisterFigure({
    id: 'household.poorElderly',
    label: t('有 60 周岁以上老人的建档立卡户', 'Registered poor households with a person of 60 or above'),
    unit: households,
    level: 'village',
    of: rowsOf('household', ...standing, state('poor'), having('person', 'household', ...registered, from60)),
    cite: clause.registers, // HF-08
    note,
  }),
  defineRegisterFigure({
    id: 'household.poorOnly',
    label: t('只是建档立卡的户', 'Registered poor households without the allowance'),
    unit: households,
    level: 'village',
    of: rowsOf('household', ...standing, state('poor'), notSo(rural)),
    cite: clause.registers, // HF-03
    note,
  }),
  defineRegisterFigure({
    id: 'household.dibaoOnly',
    label: t('只享受农村低保的户', 'Households with the allowance that are not registered poor'),
    unit: households,
    level: 'village',
    of: rowsOf('household', ...standing, rural, notSo(state('poor'))),
    cite: clause.registers, // HF-03
    note,
  }),
  defineRegisterFigure({
    id: 'household.poorOrDibao',
    label: t('建档立卡或享受农村低保的户', 'Registered poor households and those with the allowance'),
    unit: households,
    level: 'village',
    of: rowsOf('household', ...standing, anyOf([state('poor')], [rural])),
    cite: clause.registers, // HF-03: the union, each once
    note,
  }),
  defineRegisterFigure({
    id: 'household.headless',
    label: t('没有户主的户', 'Households without a head'),
    unit: households,
    level: 'village',
    of: rowsOf(
      'household',
      ...standing,
      notSo(having('person', 'household', ...registered, { field: 'relation', op: 'eq', value: 'head' })),
    ),
    cite: clause.registers, // HF-02
    note: t('当天在册的人里没有这户的户主。', 'No person registered on the day is its head.'),
  }),
] as const

export const linkedFigures = [...personFigures, ...householdFigures] as const
