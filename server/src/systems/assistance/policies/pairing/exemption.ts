/** 结对帮扶免除: on-establishment staff below the age limit take part; age counts at assignment and yearly review (PR-01, PR-05, AMB-05, AMB-23, AMB-30). */
import { t } from '#kernel'
import {
  allOf,
  boolean,
  byChoice,
  choices,
  choose,
  completedYears,
  dated,
  definePolicy,
  fact,
  step,
  table,
  years,
} from '#policy'
import { before, clause, sex, since } from './sources.ts'

const ageDays = choices({
  review: t('按名单日或年度复核日', 'as of the list or the yearly review'),
  moving: t('随时按当天', 'as of each day'),
})
const reasons = choices({
  takesPart: t('参加', 'takes part'),
  notStaff: t('不是在编人员', 'not on the establishment'),
  age: t('到龄免除', 'exempt by age'),
})
const word = { from: since, cite: clause.staff }

const reviewed = '2020-06-01'
const staff = (of: 'male' | 'female', birthDate: string) => ({
  sex: of,
  birthDate,
  onEstablishment: true,
  reviewedOn: reviewed,
  onDay: reviewed,
})
const takesPart = (age: number) => ({ takesPart: true, reason: 'takesPart', age })
const exempt = (age: number) => ({ takesPart: false, reason: 'age', age })
const woman50 = staff('female', '1970-06-01')
const man55 = staff('male', '1965-06-01')

export const pairingExemption = definePolicy({
  id: 'assistance.pairing-exemption',
  label: t('结对帮扶人员', 'Who takes part in the pairing'),
  source: clause.staff,
  summary: {
    who: t('单位全体在编人员。', 'All staff on the establishment.'),
    how: t(
      '名单日或年度复核日到龄的免除；任期中到龄的，下次年度复核才免。',
      'Exempt by age on the day of the list or of a yearly review; who reaches it in between waits for the next review.',
    ),
  },
  effective: { from: since },
  facts: {
    sex,
    birthDate: fact.day({ label: t('出生日期', 'Date of birth') }),
    onEstablishment: fact.boolean({ label: t('在编', 'On the establishment') }),
    reviewedOn: fact.day({ label: t('名单日或最近复核日', 'Day of the list or the last review') }),
    onDay: fact.day({ label: t('查询日', 'Day asked about') }),
  },
  parameters: {
    ageLimit: table(
      { exact: { sex }, from: { born: fact.day({ label: t('出生日期', 'Date of birth') }) } },
      [
        { sex: 'male', born: '0001-01-01', value: years(55) },
        { sex: 'female', born: '0001-01-01', value: years(50) },
      ],
      { label: t('免除年龄', 'Age of exemption'), ...word },
    ),
    inclusive: dated(boolean(true), {
      label: t('“以上”包含本数', 'The limit itself is exempt'),
      question: 'AMB-05',
      ...word,
    }),
    womenToo: dated(boolean(true), {
      label: t('“以上”也指女同志的 50 岁', 'That holds for the limit of women too'),
      question: 'AMB-30',
      ...word,
    }),
    ageDay: dated(ageDays.review, { label: t('年龄按哪天', 'Day of the age'), question: 'AMB-23', ...word }),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const day = byChoice(p.ageDay, { review: f.reviewedOn, moving: f.onDay })
    const age = step('age', t('年龄', 'Age'), completedYears(f.birthDate, day), clause.staff)
    const limit = p.ageLimit.of({ sex: f.sex, born: f.birthDate })
    const withLimit = allOf(p.inclusive, byChoice(f.sex, { male: boolean(true), female: p.womenToo }))
    const ofAge = choose().when(withLimit, age.isAtLeast(limit)).otherwise(age.isAbove(limit))
    const exempt = step('ofAge', t('到免除年龄', 'Of the age of exemption'), ofAge, clause.staff)
    const reason = choose()
      .when(f.onEstablishment.not(), reasons.notStaff)
      .when(exempt, reasons.age)
      .otherwise(reasons.takesPart)
    return {
      takesPart: step(
        'takesPart',
        t('参加结对', 'Takes part'),
        allOf(f.onEstablishment, exempt.not()),
        clause.staff,
      ),
      reason: step('reason', t('理由', 'Reason'), reason, clause.staff),
      age,
    }
  },
  examples: [
    { rule: 'PR-01', given: staff('female', '1970-06-02'), expect: { result: takesPart(49) } },
    { rule: 'PR-01', given: woman50, expect: { result: exempt(50) } },
    { rule: 'PR-01', given: staff('male', '1965-06-02'), expect: { result: takesPart(54) } },
    { rule: 'PR-01', given: man55, expect: { result: exempt(55) } },
    {
      rule: 'PR-01',
      title: t('不在编', 'not on the establishment'),
      given: { ...staff('female', '1980-01-01'), onEstablishment: false },
      expect: { result: { takesPart: false, reason: 'notStaff' } },
    },
    {
      rule: 'PR-05',
      title: t('任期中到龄：下次复核前仍参加', 'of age in the term: takes part until the next review'),
      given: { ...staff('female', '1970-06-02'), onDay: '2021-05-31' },
      expect: { result: takesPart(49) },
    },
    {
      rule: 'AMB-23',
      title: t('参数改为随时按当天', 'as of each day'),
      given: { ...staff('female', '1970-06-02'), onDay: '2020-06-02' },
      parameters: { ageDay: 'moving' },
      expect: { result: exempt(50) },
    },
    ...(
      [
        [woman50, { inclusive: false }, takesPart(50)],
        [man55, { inclusive: false }, takesPart(55)],
        [staff('female', '1969-06-01'), { inclusive: false }, exempt(51)],
      ] as const
    ).map(([given, parameters, result]) => ({ rule: 'AMB-05', given, parameters, expect: { result } })),
    ...(
      [
        [woman50, takesPart(50)],
        [man55, exempt(55)],
      ] as const
    ).map(([given, result]) => ({
      rule: 'AMB-30',
      given,
      parameters: { womenToo: false },
      expect: { result },
    })),
    {
      rule: 'GEN-07',
      title: t('性别不详，52 岁：还不能判断', '52, sex not known: open'),
      given: { ...staff('male', '1968-01-01'), sex: undefined },
      expect: { missing: ['sex'], result: { takesPart: null, age: 52 } },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算日', 'the first day of the defaults'),
      given: { ...staff('female', '1968-06-01'), reviewedOn: '2018-06-01', onDay: since },
      expect: { result: exempt(50) },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算日：上次复核时还没到龄', 'the first day: not of age at the last review'),
      given: { ...staff('female', '1968-06-02'), reviewedOn: '2018-06-01', onDay: since },
      expect: { result: takesPart(49) },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算前一天', 'the day before'),
      given: { ...woman50, reviewedOn: '2018-06-01', onDay: before },
      expect: {
        problems: ['policy.notInForce'],
        missingParameters: ['ageDay', 'ageLimit', 'inclusive', 'womenToo'],
      },
    },
  ],
})
