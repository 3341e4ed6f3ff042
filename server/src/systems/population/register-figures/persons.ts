/** Persons in the register, as they were registered on the day (LS-01, LS-03, LS-22, DX-08). */
import { t } from '#kernel'
import { defineRegisterFigure, onDay, rowsOf, yearsBefore } from '#verify'
import { clause as village } from '../../assistance/policies/sources-village.ts'
import { clause } from '../../land-security/policies/sources.ts'

const unit = t('人', 'persons')

/** Born, not dead and not moved out on the day. */
export const registered = [
  { field: 'birthDate', op: 'byOrNone', value: onDay },
  { field: 'diedOn', op: 'laterOrNone', value: onDay },
  { field: 'movedOutOn', op: 'laterOrNone', value: onDay },
] as const

const note = t(
  '当天在册的人：已去世、已迁出的不算。',
  'Who is registered on the day; who has died or moved out is not counted.',
)

export const personFigures = [
  defineRegisterFigure({
    id: 'person.registered',
    label: t('在册人数', 'Persons registered'),
    unit,
    level: 'village',
    of: rowsOf('person', ...registered),
    cite: village.land, // DX-08: all persons and farmers of a village
    note,
  }),
  defineRegisterFigure({
    id: 'person.agricultural',
    label: t('在册农业人口', 'Persons on the agricultural register'),
    unit,
    level: 'village',
    of: rowsOf('person', ...registered, { field: 'hukou', op: 'eq', value: 'agricultural' }),
    cite: clause.registered, // LS-01
    note,
  }),
  defineRegisterFigure({
    id: 'person.heads',
    label: t('户主人数', 'Heads of households'),
    unit,
    level: 'village',
    of: rowsOf('person', ...registered, { field: 'relation', op: 'eq', value: 'head' }),
    cite: village.registers, // HF-02
    note,
  }),
  defineRegisterFigure({
    id: 'person.under16',
    label: t('未满 16 周岁', 'Under 16'),
    unit,
    level: 'village',
    of: rowsOf('person', ...registered, { field: 'birthDate', op: 'gt', value: yearsBefore(16) }),
    cite: clause.ages, // LS-03 (c)
    note,
  }),
  defineRegisterFigure({
    id: 'person.from16',
    label: t('满 16 周岁', '16 and above'),
    unit,
    level: 'village',
    of: rowsOf('person', ...registered, { field: 'birthDate', op: 'le', value: yearsBefore(16) }),
    cite: clause.ages, // LS-03
    note,
  }),
  defineRegisterFigure({
    id: 'person.menWorking',
    label: t('男劳动年龄段（16 至 59 周岁）', 'Men of working age, 16 to 59'),
    unit,
    level: 'village',
    of: rowsOf(
      'person',
      ...registered,
      { field: 'sex', op: 'eq', value: 'male' },
      { field: 'birthDate', op: 'le', value: yearsBefore(16) },
      { field: 'birthDate', op: 'gt', value: yearsBefore(60) },
    ),
    cite: clause.ages, // LS-03 (b)
    note,
  }),
  defineRegisterFigure({
    id: 'person.womenWorking',
    label: t('女劳动年龄段（16 至 54 周岁）', 'Women of working age, 16 to 54'),
    unit,
    level: 'village',
    of: rowsOf(
      'person',
      ...registered,
      { field: 'sex', op: 'eq', value: 'female' },
      { field: 'birthDate', op: 'le', value: yearsBefore(16) },
      { field: 'birthDate', op: 'gt', value: yearsBefore(55) },
    ),
    cite: clause.ages, // LS-03 (b)
    note,
  }),
  defineRegisterFigure({
    id: 'person.from60',
    label: t('满 60 周岁', '60 and above'),
    unit,
    level: 'village',
    of: rowsOf('person', ...registered, { field: 'birthDate', op: 'le', value: yearsBefore(60) }),
    cite: clause.welfareTiers, // LS-22
    note,
  }),
] as const
