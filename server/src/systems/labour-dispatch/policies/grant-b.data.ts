/** Examples of grant B. A spell's `until` is the day after its last day. */
import { t } from '#kernel'
import { before, none, since } from './sources.ts'

const spell = (from: string, until: string | typeof none) => ({ from, until })
const placed = {
  claimant: 'agency',
  permitFrom: '2022-01-01',
  permitUntil: none,
  direct: true,
  outOfPoverty: true,
  monitored: false,
  followUp: true,
  claimedElsewhere: false,
  place: 'county',
  spells: [spell('2023-09-05', '2023-12-05')],
  year: 2023,
  claimedOn: '2024-06-30',
}
const granted = (amount: string) => ({ outcome: 'granted', reason: 'met', amount })
const refused = (reason: string) => ({ result: { outcome: 'refused', reason, amount: none } })

const ineligible = [
  [{ claimant: 'other' }, 'claimant'],
  [{ permitFrom: none }, 'permit'],
  [{ permitFrom: '2024-07-01' }, 'permit'],
  [{ permitUntil: '2024-06-29' }, 'permit'],
  [{ direct: false }, 'notDirect'],
  [{ outOfPoverty: false }, 'notTarget'],
  [{ spells: [spell('2023-09-05', '2023-12-04')] }, 'notStable'],
  [{ spells: [] }, 'notStable'],
  [{ followUp: false }, 'noFollowUp'],
  [{ claimedElsewhere: true }, 'elsewhere'],
] as const

/** Spells, year, and the day that completes three months or none. */
const days: readonly (readonly [
  string,
  number,
  readonly (readonly [string, string])[],
  string | undefined,
])[] = [
  ['GEN-04', 2023, [['2023-10-01', '2024-01-01']], '2023-12-31'],
  ['GEN-04', 2023, [['2023-10-02', '2024-01-02']], undefined],
  ['GEN-04', 2024, [['2023-10-02', '2024-01-02']], '2024-01-01'],
  ['GEN-04', 2024, [['2023-10-01', '2024-01-01']], undefined],
  ['LM-10', 2024, [['2023-03-01', '2024-06-01']], undefined],
  [
    'LM-10',
    2024,
    [
      ['2023-03-01', '2023-07-01'],
      ['2024-02-01', '2024-05-01'],
    ],
    '2024-04-30',
  ],
  [
    'LM-10',
    2023,
    [
      ['2023-01-01', '2023-04-01'],
      ['2023-05-01', '2023-09-01'],
    ],
    '2023-03-31',
  ],
  [
    'AMB-43',
    2023,
    [
      ['2023-03-01', '2023-04-01'],
      ['2023-04-16', '2023-06-01'],
    ],
    '2023-05-31',
  ],
  [
    'AMB-43',
    2023,
    [
      ['2023-03-01', '2023-04-01'],
      ['2023-04-17', '2023-06-30'],
    ],
    undefined,
  ],
]

export const grantBExamples = [
  {
    rule: 'LM-10',
    title: t('县内', 'in the county'),
    given: placed,
    expect: { result: { ...granted('400.00'), stableOn: '2023-12-04' } },
  },
  {
    rule: 'LM-21',
    title: t('州内县外，如瑞丽', 'in the prefecture, as Ruili'),
    given: { ...placed, place: 'prefecture' },
    expect: { result: granted('600.00') },
  },
  {
    rule: 'LM-10',
    title: t('省外', 'outside the province'),
    given: { ...placed, place: 'outside' },
    expect: { result: granted('1000.00') },
  },
  {
    rule: 'LM-11',
    title: t('省内州外：转人工', 'inside the province: decided by hand'),
    given: { ...placed, place: 'province' },
    expect: { result: { outcome: 'undecided', reason: 'met', amount: none } },
  },
  {
    rule: 'AMB-03',
    title: t('省内州外：县定 600 元', 'inside the province: 600 set'),
    given: { ...placed, place: 'province' },
    parameters: { inProvince: 'amount', provinceRate: '600.00' },
    expect: { result: granted('600.00') },
  },
  {
    rule: 'AMB-03',
    title: t('说按县定标准，标准还没有', 'the amount is announced and not set'),
    given: { ...placed, place: 'province' },
    parameters: { inProvince: 'amount' },
    expect: { missingParameters: ['provinceRate'], result: { outcome: 'granted', amount: null } },
  },
  {
    rule: 'LM-13',
    title: t('省内州外，条件不符合：不必转人工', 'inside the province, a condition not met'),
    given: { ...placed, place: 'province', followUp: false },
    expect: refused('noFollowUp'),
  },
  {
    rule: 'LM-10',
    title: t('监测对象', 'a monitored person'),
    given: { ...placed, outOfPoverty: false, monitored: true },
    expect: { result: granted('400.00') },
  },
  {
    rule: 'LM-10',
    title: t('公共就业服务机构不需要许可证', 'a public body needs no permit'),
    given: { ...placed, claimant: 'publicBody', permitFrom: none },
    expect: { result: granted('400.00') },
  },
  {
    rule: 'AMB-27',
    title: t('持证的村劳务合作社', 'a village cooperative with a permit'),
    given: { ...placed, claimant: 'cooperative', permitFrom: '2024-06-30', permitUntil: '2024-06-30' },
    expect: { result: granted('400.00') },
  },
  {
    rule: 'AMB-27',
    title: t('参数改为不可以', 'the parameter says no'),
    given: { ...placed, claimant: 'cooperative' },
    parameters: { cooperatives: false },
    expect: refused('claimant'),
  },
  ...ineligible.map(([change, reason]) => ({
    rule: 'LM-13',
    given: { ...placed, ...change },
    expect: refused(reason),
  })),
  ...days.map(([rule, year, spells, stableOn]) => ({
    rule,
    given: { ...placed, year, spells: spells.map(([from, until]) => spell(from, until)) },
    expect: stableOn ? { result: { ...granted('400.00'), stableOn } } : refused('notStable'),
  })),
  {
    rule: 'AMB-33',
    title: t('改按次日所在年', 'by the day after'),
    given: { ...placed, year: 2024, spells: [spell('2023-10-01', '2024-01-01')] },
    parameters: { yearOf: 'dayAfter' },
    expect: { result: { ...granted('400.00'), stableOn: '2023-12-31' } },
  },
  {
    rule: 'GEN-04',
    title: t('仍在岗，申领日刚满三个月', 'still at work, complete on the day of the claim'),
    given: { ...placed, spells: [spell('2023-09-05', none)], claimedOn: '2023-12-05' },
    expect: { result: granted('400.00') },
  },
  {
    rule: 'GEN-04',
    title: t('仍在岗，早一天申领', 'still at work, claimed a day early'),
    given: { ...placed, spells: [spell('2023-09-05', none)], claimedOn: '2023-12-04' },
    expect: refused('notStable'),
  },
  {
    rule: 'GEN-07',
    title: t('地点不详', 'place not known'),
    given: { ...placed, place: undefined },
    expect: { missing: ['place'], result: { reason: 'met', outcome: null, amount: null } },
  },
  {
    rule: 'GEN-12',
    title: t('发文当天起', 'from the day of issue'),
    given: { ...placed, claimant: 'cooperative', place: 'province' },
    on: since,
    expect: { result: { outcome: 'undecided', reason: 'met', amount: none } },
  },
  { rule: 'GEN-12', given: placed, on: since, expect: { result: granted('400.00') } },
  {
    rule: 'GEN-12',
    title: t('发文前一天', 'the day before the issue'),
    given: { ...placed, claimant: 'cooperative', place: undefined },
    on: before,
    expect: {
      problems: ['policy.notInForce'],
      missingParameters: [
        'cooperatives',
        'gap',
        'inProvince',
        'provinceRate',
        'rates',
        'stableMonths',
        'yearOf',
      ],
    },
  },
]
