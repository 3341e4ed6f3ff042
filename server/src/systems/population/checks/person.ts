/** Doubts about single persons and about persons who may be one. */
import { t } from '#kernel'
import { fact } from '#policy'
import { defineCheck, derived, form, holds, sameValue } from '#verify'
import { identityNumber, practice } from './sources.ts'

export const personChecks = [
  defineCheck({
    id: 'person.idNumber',
    label: t('证件号校验不符', 'Identity number does not check'),
    on: 'person',
    level: 'hard',
    cite: identityNumber,
    advice: t('对照证件，更正证件号。系统不代改。', 'Compare with the card and correct the number.'),
    find: form('idNumber'),
  }),
  defineCheck({
    id: 'person.birthDate',
    label: t('出生日期与证件号不符', 'Birth date against identity number'),
    on: 'person',
    level: 'hard',
    cite: practice.birth,
    advice: t(
      '对照证件和户口簿，看是证件号错还是出生日期错。',
      'Compare card and household book: which of the two is wrong?',
    ),
    find: derived('birthDate'),
  }),
  defineCheck({
    id: 'person.sex',
    label: t('性别与证件号不符', 'Sex against identity number'),
    on: 'person',
    level: 'hard',
    cite: practice.birth,
    advice: t('对照证件，看是证件号错还是性别错。', 'Compare with the card: which of the two is wrong?'),
    find: derived('sex'),
  }),
  defineCheck({
    id: 'person.lived',
    label: t('去世日期早于出生日期', 'Died before birth'),
    on: 'person',
    level: 'hard',
    advice: t('对照户口注销证明，更正日期。', 'Compare with the certificate and correct the day.'),
    find: holds(
      {
        birthDate: fact.day({ label: t('出生日期', 'Date of birth') }),
        diedOn: fact.day({ label: t('去世日期', 'Date of death') }),
      },
      ({ birthDate, diedOn }) => birthDate.isAtMost(diedOn),
    ),
  }),
  defineCheck({
    id: 'person.sameNumber',
    label: t('一个证件号登记了几人', 'One number, several persons'),
    on: 'person',
    level: 'hard',
    cite: practice.identity,
    advice: t(
      '是同一人就并成一条；确是两人同号的，附公安证明说明。',
      'Merge if it is one person; if the police confirm two, explain with their paper.',
    ),
    find: sameValue(['idNumber']),
  }),
  defineCheck({
    id: 'person.twoHouseholds',
    label: t('同名同生日在两户', 'Namesakes of one birthday in two households'),
    on: 'person',
    level: 'doubt',
    cite: practice.listed,
    advice: t(
      '看是不是同一人。是，注销一处；不是，补上证件号。',
      'Is it one person? If so remove one entry; if not, add the identity numbers.',
    ),
    find: sameValue(['name', 'birthDate'], { apart: { field: 'household' }, unless: 'idNumber' }),
  }),
  defineCheck({
    id: 'person.twoVillages',
    label: t('同名同生日在两村', 'Namesakes of one birthday in two villages'),
    on: 'person',
    level: 'doubt',
    cite: practice.listed,
    advice: t(
      '两村各自核实，是同一人的只留现户籍所在村。',
      'Both villages look; one person stays only where he is registered.',
    ),
    find: sameValue(['name', 'birthDate'], { apart: { area: 'village' }, unless: 'idNumber' }),
  }),
  defineCheck({
    id: 'person.sharedCard',
    label: t('一张卡登记了几人', 'One card, several persons'),
    on: 'person',
    level: 'doubt',
    cite: practice.payment,
    advice: t(
      '看是否代领。本人的卡填本人名下，代领的写代领人和授权。',
      'Does somebody receive for another? Then write the payee and the authority.',
    ),
    find: sameValue(['bankCard']),
  }),
] as const
