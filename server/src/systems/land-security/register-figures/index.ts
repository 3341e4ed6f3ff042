/** Figures of takings, of who is on their lists, and of who worked or drew a pension on the day. */
import { t } from '#kernel'
import { defineRegisterFigure, differentOf, onDay, rowsOf, shareOfFigures, sumOf } from '#verify'
import { practice } from '../../population/checks/sources.ts'
import { clause } from '../policies/sources.ts'
import { listedFigures } from './listed.ts'

const people = t('人', 'persons')
const mu = t('亩', 'mu')
const yuan = t('元', 'yuan')

const taken = [{ field: 'takenOn', op: 'le', value: onDay }] as const
const takings = t('到当天已征的项目。', 'Takings up to the day.')
const lists = t('名单上现有的人，不分征地日。', 'Who is on the lists now, whatever the day of the taking.')
const atWork = t(
  '当天有就业经历的人，一人两处只算一个。',
  'Who had a spell of work on the day; with two employers a person counts once.',
)

export const landSecurityRegisterFigures = [
  ...listedFigures,
  defineRegisterFigure({
    id: 'landTake.projects',
    label: t('征地项目数', 'Land-take projects'),
    unit: t('个', 'projects'),
    level: 'village',
    of: rowsOf('landTake', ...taken),
    cite: clause.target, // LS-01
    note: takings,
  }),
  defineRegisterFigure({
    id: 'landTake.land',
    label: t('征地面积', 'Land taken'),
    unit: mu,
    level: 'village',
    of: sumOf('landTake', { field: 'land' }, ...taken),
    cite: clause.target, // LS-01
    note: takings,
  }),
  defineRegisterFigure({
    id: 'landTake.subsidy',
    label: t('安置补助费', 'Resettlement subsidy'),
    unit: yuan,
    level: 'village',
    of: sumOf('landTake', { field: 'resettlementSubsidy' }, ...taken),
    cite: clause.funding, // LS-07
    note: takings,
  }),
  defineRegisterFigure({
    id: 'protectedPerson.listed',
    label: t('保障对象人数', 'Persons on the lists of takings'),
    unit: people,
    level: 'village',
    of: differentOf('protectedPerson', 'person'),
    cite: practice.listed, // OF-12: 两头占 is one person
    note: lists,
  }),
  defineRegisterFigure({
    id: 'protectedPerson.landLost',
    label: t('名单上的被征面积', 'Land lost by those on the lists'),
    unit: mu,
    level: 'village',
    of: sumOf('protectedPerson', { field: 'landLost' }),
    cite: clause.target, // LS-01
    note: lists,
  }),
  defineRegisterFigure({
    id: 'protectedPerson.subsidy',
    label: t('名单上的个人安置补助费', 'Resettlement subsidy of those on the lists'),
    unit: yuan,
    level: 'village',
    of: sumOf('protectedPerson', { field: 'subsidy' }),
    cite: clause.funding, // LS-07
    note: lists,
  }),
  defineRegisterFigure({
    id: 'employmentSpell.atWork',
    label: t('在业人数', 'Persons at work'),
    unit: people,
    level: 'village',
    of: differentOf('employmentSpell', 'ownerId'),
    cite: clause.working, // LS-14, LS-16
    note: atWork,
  }),
  defineRegisterFigure({
    id: 'employmentSpell.outside',
    label: t('省外务工人数', 'Persons at work outside the province'),
    unit: people,
    level: 'village',
    of: differentOf('employmentSpell', 'ownerId', { field: 'placeLevel', op: 'eq', value: 'outside' }),
    cite: clause.employmentTiers, // LS-21
    note: atWork,
  }),
  defineRegisterFigure({
    id: 'employmentSpell.inVillage',
    label: t('在本村就业人数', 'Persons at work in their own village'),
    unit: people,
    level: 'village',
    of: differentOf('employmentSpell', 'ownerId', { field: 'placeLevel', op: 'eq', value: 'village' }),
    cite: clause.employmentTiers, // LS-21
    note: atWork,
  }),
  defineRegisterFigure({
    id: 'employmentSpell.inVillageShare',
    label: t('在本村就业占在业', 'At work in their own village, of all at work'),
    unit: t('%', '%'),
    level: 'village',
    of: shareOfFigures('employmentSpell.inVillage', 'employmentSpell.atWork'),
    cite: clause.employmentTiers, // LS-21
  }),
  defineRegisterFigure({
    id: 'otherPension.rural',
    label: t('领取农村养老保险人数', 'Persons drawing the rural pension'),
    unit: people,
    level: 'village',
    of: differentOf('otherPension', 'ownerId', { field: 'kind', op: 'eq', value: 'rural' }),
    cite: clause.otherPensions, // LS-17
    note: t('当天在领的人。', 'Who drew it on the day.'),
  }),
] as const
