/** Examples of grant A. A spell's `until` is the day after its last day. */
import { t } from '#kernel'
import { before, none, since } from './sources.ts'

const spell = (from: string, until: string | typeof none) => ({ from, until })
const worker = {
  claimant: 'agency',
  permitFrom: '2022-01-01',
  permitUntil: '2024-12-31',
  listed: true,
  outOfPoverty: true,
  incomeProof: true,
  claimedElsewhere: false,
  spells: [spell('2023-03-01', '2023-07-01')],
  year: 2023,
  claimedOn: '2023-12-20',
}
const granted = { eligible: true, reason: 'granted', amount: '100.00' }
const refused = (reason: string) => ({ result: { eligible: false, reason, amount: none } })
const open = { permitUntil: none, claimedOn: '2026-12-31' }
/** At work from 2022-11-15 on without a break. */
const steady = { ...worker, ...open, spells: [spell('2022-11-15', none)] }

function worked(from: string, until: string, more: object = {}) {
  return { ...worker, ...open, spells: [spell(from, until)], ...more }
}

const ineligible = [
  [{ claimant: 'other' }, 'claimant'],
  [{ permitFrom: none }, 'permit'],
  [{ permitFrom: '2023-12-21' }, 'permit'],
  [{ permitUntil: '2023-12-19' }, 'permit'],
  [{ listed: false }, 'notListed'],
  [{ outOfPoverty: false }, 'notPoor'],
  [{ spells: [] }, 'notStable'],
  [{ incomeProof: false }, 'noProof'],
  [{ claimedElsewhere: true }, 'elsewhere'],
] as const

/** Clamped ends, gaps between employers, the year's two ends: spells, year, and the day that completes three months or none. */
const days: readonly (readonly [
  string,
  number,
  readonly (readonly [string, string])[],
  string | undefined,
])[] = [
  ['LM-13', 2023, [['2023-09-05', '2023-12-05']], '2023-12-04'],
  ['LM-13', 2023, [['2023-09-05', '2023-12-04']], undefined],
  ['GEN-04', 2024, [['2023-11-30', '2024-02-29']], '2024-02-28'],
  ['GEN-04', 2024, [['2023-11-30', '2024-02-28']], undefined],
  ['AMB-52', 2023, [['2022-11-29', '2023-03-01']], '2023-02-27'],
  // Fifteen days without work between two employers, then sixteen.
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
  // A short first spell, a long second one, a long third one: the first completion.
  [
    'LM-09',
    2023,
    [
      ['2023-01-05', '2023-02-01'],
      ['2023-03-01', '2023-06-01'],
      ['2023-07-01', '2023-12-01'],
    ],
    '2023-05-31',
  ],
  ['AMB-33', 2025, [['2025-10-01', '2026-01-01']], '2025-12-31'],
  ['AMB-33', 2025, [['2025-10-02', '2026-01-02']], undefined],
  ['AMB-33', 2024, [['2025-10-01', '2026-01-01']], undefined],
  // The first completion on 1 January: that year, not the one before.
  ['AMB-26', 2023, [['2022-10-02', '2023-01-02']], '2023-01-01'],
  ['AMB-26', 2024, [['2022-11-15', '2024-04-01']], '2024-03-31'],
  ['AMB-26', 2024, [['2022-11-15', '2024-03-31']], undefined],
  // A further year needs three months inside it, also for a second employment that ends them in it.
  [
    'AMB-26',
    2024,
    [
      ['2023-03-01', '2023-07-01'],
      ['2023-11-15', '2024-03-01'],
    ],
    undefined,
  ],
  [
    'AMB-26',
    2024,
    [
      ['2023-03-01', '2023-07-01'],
      ['2024-10-01', '2025-01-01'],
    ],
    '2024-12-31',
  ],
  [
    'AMB-26',
    2024,
    [
      ['2023-03-01', '2023-07-01'],
      ['2024-10-02', '2025-02-01'],
    ],
    undefined,
  ],
  [
    'AMB-26',
    2024,
    [
      ['2023-03-01', '2023-07-01'],
      ['2024-02-01', '2024-05-01'],
      ['2024-06-01', '2024-12-01'],
    ],
    '2024-04-30',
  ],
]

export const grantAExamples = [
  { rule: 'LM-09', given: worker, expect: { result: { ...granted, stableOn: '2023-05-31' } } },
  {
    rule: 'LM-09',
    title: t('劳务经纪人也可以', 'a labour broker too'),
    given: { ...worker, claimant: 'broker' },
    expect: { result: granted },
  },
  {
    rule: 'AMB-27',
    title: t('持证的村劳务合作社可以', 'a village cooperative with a permit'),
    given: { ...worker, claimant: 'cooperative' },
    expect: { result: granted },
  },
  {
    rule: 'AMB-27',
    title: t('参数改为不可以', 'the parameter says no'),
    given: { ...worker, claimant: 'cooperative' },
    parameters: { cooperatives: false },
    expect: refused('claimant'),
  },
  {
    rule: 'AMB-27',
    title: t('许可证首日、末日都有效', 'first and last day of the permit count'),
    given: { ...worker, permitFrom: '2023-12-20', permitUntil: '2023-12-20' },
    expect: { result: granted },
  },
  ...ineligible.map(([change, reason]) => ({
    rule: 'LM-13',
    given: { ...worker, ...change },
    expect: refused(reason),
  })),
  ...days.map(([rule, year, spells, stableOn]) => ({
    rule,
    given: { ...worker, ...open, year, spells: spells.map(([from, until]) => spell(from, until)) },
    expect: stableOn ? { result: { ...granted, stableOn } } : refused('notStable'),
  })),
  ...[2023, 2024, 2025].map((year) => ({
    rule: 'LM-09',
    title: t('同一人三年各 100 元', 'the same person in three years'),
    given: { ...steady, year },
    expect: { result: { ...granted, stableOn: year === 2023 ? '2023-02-14' : `${year}-03-31` } },
  })),
  {
    rule: 'LM-09',
    title: t('2026 年政策已到期', 'the policy has ended in 2026'),
    given: { ...steady, year: 2026 },
    expect: { result: { eligible: false, reason: 'ended', amount: none, stableOn: '2026-03-31' } },
  },
  {
    rule: 'AMB-33',
    title: t('到期当天满三个月', 'complete on the last day of the policy'),
    given: { ...worked('2024-03-01', '2024-08-01'), year: 2024 },
    parameters: { lastDay: '2024-05-31' },
    expect: { result: granted },
  },
  {
    rule: 'AMB-33',
    title: t('到期次日满三个月', 'complete a day after it'),
    given: { ...worked('2024-03-01', '2024-08-01'), year: 2024 },
    parameters: { lastDay: '2024-05-30' },
    expect: refused('ended'),
  },
  {
    rule: 'AMB-33',
    title: t('改按次日所在年：2025 年没有', 'by the day after: not in 2025'),
    given: worked('2025-10-01', '2026-01-01', { year: 2025 }),
    parameters: { yearOf: 'dayAfter' },
    expect: refused('notStable'),
  },
  {
    rule: 'AMB-33',
    title: t('改按次日所在年：算 2026 年，政策已到期', 'by the day after: 2026, the policy has ended'),
    given: worked('2025-10-01', '2026-01-01', { year: 2026 }),
    parameters: { yearOf: 'dayAfter' },
    expect: refused('ended'),
  },
  // 12 months from the start: the periods begin on 15 November each year.
  ...(
    [
      [2022, '2023-02-14'],
      [2023, '2024-02-14'],
      [2024, '2025-02-14'],
      [2021, undefined],
    ] as const
  ).map(([year, stableOn]) => ({
    rule: 'AMB-26',
    title: t('改按自就业起每 12 个月', 'each 12 months from the start'),
    given: { ...steady, year },
    on: since,
    parameters: { yearRule: 'rolling' },
    expect: stableOn ? { result: { ...granted, stableOn } } : refused('notStable'),
  })),
  {
    rule: 'AMB-26',
    title: t('自 1 月 15 日起：每年的周期当年开始', 'from 15 January: each period begins in its year'),
    given: { ...steady, year: 2024, spells: [spell('2023-01-15', '2024-04-15')] },
    parameters: { yearRule: 'rolling' },
    expect: { result: { stableOn: '2024-04-14' } },
  },
  {
    rule: 'AMB-26',
    title: t('第二个周期差一天', 'a day short in the second period'),
    given: { ...steady, year: 2024, spells: [spell('2023-01-15', '2024-04-14')] },
    parameters: { yearRule: 'rolling' },
    expect: refused('notStable'),
  },
  ...(
    [
      ['calendar', '2022-11-15', 2024, '2024-04-01', '2024-03-31'],
      ['calendar', '2022-11-15', 2024, '2024-03-31', undefined],
      ['rolling', '2022-11-15', 2023, '2024-02-15', '2024-02-14'],
      ['rolling', '2022-11-15', 2023, '2024-02-14', undefined],
      ['rolling', '2022-12-15', 2023, '2023-12-31', undefined],
      ['rolling', '2022-12-15', 2024, '2025-12-31', '2025-03-14'],
      ['rolling', '2024-01-01', 2023, '2025-12-31', undefined],
    ] as const
  ).map(([rule, from, year, claimedOn, stableOn]) => ({
    rule: 'AMB-26',
    title: t('仍在岗，按申领日看', 'still at work, as of the day of the claim'),
    given: { ...steady, spells: [spell(from, none)], year, claimedOn },
    parameters: { yearRule: rule },
    expect: stableOn ? { result: { ...granted, stableOn } } : refused('notStable'),
  })),
  {
    rule: 'AMB-26',
    title: t('两段都够：先满的那段', 'two that suffice: the first'),
    given: { ...steady, spells: [spell('2023-01-10', '2023-05-01'), spell('2023-06-01', '2023-10-01')] },
    parameters: { yearRule: 'rolling' },
    expect: { result: { ...granted, stableOn: '2023-04-09' } },
  },
  {
    rule: 'GEN-04',
    title: t('仍在岗，申领日刚满三个月', 'still at work, three months complete on the day of the claim'),
    given: { ...worker, spells: [spell('2023-09-05', none)], claimedOn: '2023-12-05' },
    expect: { result: { ...granted, stableOn: '2023-12-04' } },
  },
  {
    rule: 'GEN-04',
    title: t('仍在岗，早一天申领', 'still at work, claimed a day early'),
    given: { ...worker, spells: [spell('2023-09-05', none)], claimedOn: '2023-12-04' },
    expect: refused('notStable'),
  },
  {
    rule: 'GEN-07',
    title: t('收入证明不详：不算没有', 'proof not known: not taken as none'),
    given: { ...worker, incomeProof: undefined },
    expect: { missing: ['incomeProof'], result: { eligible: null, amount: null } },
  },
  {
    rule: 'LM-13',
    title: t('不是脱贫人口：其余不必问', 'not out of poverty: nothing else matters'),
    given: { ...worker, outOfPoverty: false, incomeProof: undefined, spells: undefined },
    expect: {
      result: { eligible: false, reason: 'notPoor', amount: none, stableOn: null },
      missing: ['spells'],
    },
  },
  {
    rule: 'GEN-12',
    title: t('发文当天起', 'from the day of issue'),
    given: { ...steady, claimant: 'cooperative' },
    on: since,
    expect: { result: { ...granted, stableOn: '2023-02-14' } },
  },
  {
    rule: 'GEN-12',
    title: t('发文前一天', 'the day before the issue'),
    given: { ...worker, claimant: 'cooperative' },
    on: before,
    expect: {
      problems: ['policy.notInForce'],
      missingParameters: ['cooperatives', 'gap', 'lastDay', 'rate', 'stableMonths', 'yearOf', 'yearRule'],
    },
  },
]
