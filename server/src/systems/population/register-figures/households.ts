/** Households in the register: how many there are, of whom, with what land (HF-02, HF-03, HF-11, DX-08). */
import { t } from '#kernel'
import { defineRegisterFigure, onDay, rowsOf, shareOfFigures, sumOf } from '#verify'
import { clause } from '../../assistance/policies/sources-village.ts'

const unit = t('户', 'households')
const persons = t('人', 'persons')

/** Not ended on the day. */
export const standing = [{ field: 'endedOn', op: 'laterOrNone', value: onDay }] as const
export const state = (value: string) => ({ field: 'poverty', op: 'eq', value }) as const
const note = t('当天没有销户的农户。', 'Households that had not ended on the day.')

export const householdFigures = [
  defineRegisterFigure({
    id: 'household.standing',
    label: t('在册户数', 'Households registered'),
    unit,
    level: 'village',
    of: rowsOf('household', ...standing),
    cite: clause.land, // DX-08
    note,
  }),
  defineRegisterFigure({
    id: 'household.members',
    label: t('各户户籍人数合计', 'Members of all households'),
    unit: persons,
    level: 'village',
    of: sumOf('household', { field: 'members' }, ...standing),
    cite: clause.registers, // HF-02
    note,
  }),
  defineRegisterFigure({
    id: 'household.poor',
    label: t('建档立卡户', 'Registered poor households'),
    unit,
    level: 'village',
    of: rowsOf('household', ...standing, state('poor')),
    cite: clause.registers, // HF-02
    note,
  }),
  defineRegisterFigure({
    id: 'household.lifted',
    label: t('脱贫户', 'Households out of poverty'),
    unit,
    level: 'village',
    of: rowsOf('household', ...standing, state('lifted')),
    cite: clause.registers, // HF-02
    note,
  }),
  defineRegisterFigure({
    id: 'household.liftedMembers',
    label: t('脱贫人口', 'Persons out of poverty'),
    unit: persons,
    level: 'village',
    of: sumOf('household', { field: 'members' }, ...standing, state('lifted')),
    cite: clause.registers, // HF-02
    note: t('脱贫户的户籍人数合计。', 'The members of households out of poverty.'),
  }),
  defineRegisterFigure({
    id: 'household.liftedShare',
    label: t('脱贫户占在册户数', 'Households out of poverty of all households'),
    unit: t('%', '%'),
    level: 'village',
    of: shareOfFigures('household.lifted', 'household.standing'),
    cite: clause.registers, // HF-02
  }),
  defineRegisterFigure({
    id: 'household.monitored',
    label: t('监测户', 'Monitored households'),
    unit,
    level: 'village',
    of: rowsOf('household', ...standing, state('monitored')),
    cite: clause.registers, // HF-11
    note,
  }),
  defineRegisterFigure({
    id: 'household.dibao',
    label: t('农村低保户', 'Households on the rural minimum living allowance'),
    unit,
    level: 'village',
    of: rowsOf('household', ...standing, { field: 'dibao', op: 'eq', value: 'rural' }),
    cite: clause.registers, // HF-03
    note,
  }),
  defineRegisterFigure({
    id: 'household.poorAndDibao',
    label: t(
      '建档立卡又享受农村低保的户',
      'Registered poor households on the rural minimum living allowance',
    ),
    unit,
    level: 'village',
    of: rowsOf('household', ...standing, state('poor'), { field: 'dibao', op: 'eq', value: 'rural' }),
    cite: clause.registers, // HF-03: both
    note,
  }),
  defineRegisterFigure({
    id: 'household.contracted',
    label: t('承包地合计', 'Contracted land'),
    unit: t('亩', 'mu'),
    level: 'village',
    of: sumOf('household', { field: 'contracted' }, ...standing),
    cite: clause.land, // DX-08
    note,
  }),
] as const
