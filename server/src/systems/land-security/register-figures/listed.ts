/** Who is on the lists of takings, by what other registers say of them on the day (LS-12, LS-14, LS-16, LS-17). */
import { t } from '#kernel'
import type { FigureCondition } from '#verify'
import { anyOf, defineRegisterFigure, differentOf, having, notSo, whose, yearsBefore } from '#verify'
import { registered } from '../../population/register-figures/persons.ts'
import { clause } from '../policies/sources.ts'

const people = t('人', 'persons')
const note = t(
  '名单上的人，按当天在册、就业和领取的情况数；一人上了几份名单只算一个。',
  'Who is on the lists, by register, work and pensions on the day; who is on several lists counts once.',
)

/** Persons on the lists who are registered on the day and meet these. */
const listed = (...filter: readonly FigureCondition[]) =>
  differentOf('protectedPerson', 'person', whose('person', ...registered, ...filter))

const sex = (value: 'male' | 'female') => ({ field: 'sex', op: 'eq', value }) as const
const from = (years: number) => ({ field: 'birthDate', op: 'le', value: yearsBefore(years) }) as const
const under = (years: number) => ({ field: 'birthDate', op: 'gt', value: yearsBefore(years) }) as const
const atWork = having('employmentSpell', 'ownerId')

export const listedFigures = [
  defineRegisterFigure({
    id: 'protectedPerson.pensionAge',
    label: t('到领取年龄的保障对象', 'Persons on the lists at pension age'),
    unit: people,
    level: 'village',
    of: listed(anyOf([sex('male'), from(60)], [sex('female'), from(55)])),
    cite: clause.pensionStart, // LS-12
    note,
  }),
  defineRegisterFigure({
    id: 'protectedPerson.atWork',
    label: t('在业的保障对象', 'Persons on the lists at work'),
    unit: people,
    level: 'village',
    of: listed(atWork),
    cite: clause.working, // LS-16
    note,
  }),
  defineRegisterFigure({
    id: 'protectedPerson.idle',
    label: t('劳动年龄段内没有就业的保障对象', 'Persons on the lists of working age without work'),
    unit: people,
    level: 'village',
    of: listed(anyOf([sex('male'), under(60)], [sex('female'), under(55)]), from(16), notSo(atWork)),
    cite: clause.working, // LS-14
    note,
  }),
  defineRegisterFigure({
    id: 'protectedPerson.ruralPension',
    label: t('领取农村养老保险的保障对象', 'Persons on the lists who draw the rural pension'),
    unit: people,
    level: 'village',
    of: listed(having('otherPension', 'ownerId', { field: 'kind', op: 'eq', value: 'rural' })),
    cite: clause.otherPensions, // LS-17
    note,
  }),
] as const
