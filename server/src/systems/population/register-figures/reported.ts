/** What villages reported of the year of the day; a village that did not report is unknown, not 0 (GEN-07, LS-02, LS-21). */
import { t } from '#kernel'
import { defineRegisterFigure, inYear, sumOf } from '#verify'
import { clause } from '../../land-security/policies/sources.ts'

const people = t('人', 'persons')
const note = t('各村当年的村情年报相加。', 'The profiles of the villages for that year, added up.')
const reported = (field: string) =>
  sumOf('villageYear', { field, none: 'unknown' }, { field: 'year', op: 'eq', value: inYear })

export const reportedFigures = [
  defineRegisterFigure({
    id: 'villageYear.population',
    label: t('年报总人口', 'Population as reported'),
    unit: people,
    level: 'village',
    of: reported('population'),
    cite: clause.landBands, // LS-02
    note,
  }),
  defineRegisterFigure({
    id: 'villageYear.households',
    label: t('年报户数', 'Households as reported'),
    unit: t('户', 'households'),
    level: 'village',
    of: reported('households'),
    cite: clause.landBands, // LS-02
    note,
  }),
  defineRegisterFigure({
    id: 'villageYear.labour',
    label: t('年报劳动力', 'Labour as reported'),
    unit: people,
    level: 'village',
    of: reported('labour'),
    cite: clause.employmentTiers, // LS-21
    note,
  }),
  defineRegisterFigure({
    id: 'villageYear.arable',
    label: t('年报耕地', 'Arable land as reported'),
    unit: t('亩', 'mu'),
    level: 'village',
    of: reported('arable'),
    cite: clause.landBands, // LS-02
    note,
  }),
] as const
