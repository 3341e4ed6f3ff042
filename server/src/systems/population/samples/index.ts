/** Which records of persons and households are looked at again in the field. */
import { t } from '#kernel'
import { defineSample } from '#verify'

export const populationSamples = [
  defineSample({
    id: 'person',
    label: t('人员登记', 'Registration of persons'),
    on: 'person',
    fields: ['name', 'idNumber', 'sex', 'birthDate', 'relation', 'hukou', 'phone', 'diedOn', 'movedOutOn'],
    without: ['diedOn', 'movedOutOn'],
    how: t(
      '到家里对身份证和户口簿，一项一项对。人去世或迁走的，填日期。',
      'Go to the house and compare with identity card and household book. Enter the day if the person died or moved.',
    ),
    advice: t(
      '看证件和户口簿，名册错的更正名册；现场看错的，写明理由。',
      'Compare with card and household book; correct the register, or explain where the visit was mistaken.',
    ),
  }),
  defineSample({
    id: 'household',
    label: t('农户登记', 'Registration of households'),
    on: 'household',
    fields: ['headName', 'members', 'phone', 'poverty', 'dibao', 'house', 'water', 'road', 'contracted'],
    without: ['endedOn'],
    how: t(
      '到家里看户口簿、低保证、承包证，看房、看水、看路。',
      'Go to the house: household book, allowance paper, land contract; look at house, water and road.',
    ),
    advice: t(
      '对照证件和现场照片，名册错的更正名册；现场看错的，写明理由。',
      'Compare with papers and photographs; correct the register, or explain where the visit was mistaken.',
    ),
  }),
] as const
