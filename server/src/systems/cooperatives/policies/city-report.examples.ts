/** Examples of the report on cooperatives (JQ-01, AMB-01, AMB-28). */
import { t } from '#kernel'
import type { Example } from '#policy'
import { none } from './sources.ts'

const since = '2021-01-01'

/** 酒泉 of the source. */
const jiuquan = {
  cooperatives: 3833,
  members: 116000,
  households: 137000,
  standard: 2713,
  fiveHaves: 2163,
  villageLed: 295,
  national: 21,
  provincial: 158,
  city: 580,
  county: 715,
  countedOn: since,
}

/** A small area, for halves. */
const small = {
  ...jiuquan,
  cooperatives: 400,
  standard: 49,
  fiveHaves: 49,
  villageLed: 49,
  national: 49,
  provincial: 0,
  city: 0,
  county: 0,
  members: 450,
  households: 450,
}

export const cityReportExamples: readonly Example[] = [
  {
    rule: 'JQ-01',
    given: jiuquan,
    expect: {
      result: {
        standardShare: '70.8',
        fiveHavesShare: '56.4',
        demonstration: 1474,
        demonstrationShare: '38.5',
        villageLedShare: '7.7',
        notStandard: 1120,
        notStandardShare: '29.2',
        membersEach: '30.3',
        householdsEach: '35.7',
      },
    },
  },
  {
    rule: 'JQ-01',
    title: t('两位小数', 'two decimals'),
    given: jiuquan,
    parameters: { places: 'two' },
    expect: {
      result: {
        standardShare: '70.78',
        fiveHavesShare: '56.43',
        demonstrationShare: '38.46',
        villageLedShare: '7.7',
        notStandardShare: '29.22',
        membersEach: '30.26',
        householdsEach: '35.74',
      },
    },
  },
  {
    rule: 'AMB-28',
    title: t('只舍不入：原文的 70%（INC-17）', 'cut off: the 70% of the source (INC-17)'),
    given: jiuquan,
    parameters: { places: 'none', rounding: 'cut' },
    expect: {
      result: { standardShare: '70', fiveHavesShare: '56', membersEach: '30', householdsEach: '35' },
    },
  },
  {
    rule: 'INC-17',
    title: t('四舍五入应为 71%', 'half up it is 71%'),
    given: jiuquan,
    parameters: { places: 'none' },
    expect: {
      result: { standardShare: '71', fiveHavesShare: '56', membersEach: '30', householdsEach: '36' },
    },
  },
  {
    rule: 'AMB-28',
    title: t(
      '正好一半进一：12.25% 印成 12.3%，社均 1.25 印成 1.3',
      'a half goes up: 12.25% is 12.3%, 1.25 is 1.3',
    ),
    given: { ...small, members: 500, households: 500 },
    expect: {
      result: {
        standardShare: '12.3',
        fiveHavesShare: '12.3',
        demonstrationShare: '12.3',
        villageLedShare: '12.3',
        notStandardShare: '87.8',
        membersEach: '1.3',
        householdsEach: '1.3',
      },
    },
  },
  {
    rule: 'AMB-28',
    given: { ...small, standard: 351 },
    expect: { result: { standardShare: '87.8', notStandard: 49, notStandardShare: '12.3' } },
  },
  {
    rule: 'AMB-28',
    title: t('不到一半舍去', 'less than a half falls away'),
    given: {
      ...small,
      cooperatives: 3000,
      standard: 1,
      fiveHaves: 1,
      national: 1,
      villageLed: 1,
      members: 3100,
      households: 3100,
    },
    expect: {
      result: {
        standardShare: '0',
        fiveHavesShare: '0',
        demonstrationShare: '0',
        villageLedShare: '0',
        notStandardShare: '100',
        membersEach: '1',
        householdsEach: '1',
      },
    },
  },
  {
    rule: 'AMB-28',
    given: { ...small, cooperatives: 3000, standard: 2999 },
    expect: { result: { standardShare: '100', notStandard: 1, notStandardShare: '0' } },
  },
  {
    rule: 'AMB-28',
    title: t('只舍不入', 'cut off'),
    given: {
      ...small,
      standard: 51,
      fiveHaves: 51,
      national: 51,
      villageLed: 51,
      members: 550,
      households: 550,
    },
    parameters: { rounding: 'cut' },
    expect: {
      result: {
        standardShare: '12.7',
        fiveHavesShare: '12.7',
        demonstrationShare: '12.7',
        villageLedShare: '12.7',
        notStandardShare: '87.2',
        membersEach: '1.3',
        householdsEach: '1.3',
      },
    },
  },
  {
    rule: 'AMB-28',
    given: { ...small, standard: 349 },
    parameters: { rounding: 'cut' },
    expect: { result: { standardShare: '87.2', notStandardShare: '12.7' } },
  },
  {
    rule: 'AMB-01',
    title: t('若为累计数，示范社只有 715 家', 'if cumulative, there are only 715'),
    given: jiuquan,
    parameters: { counting: 'cumulative' },
    expect: { result: { demonstration: 715, demonstrationShare: '18.7' } },
  },
  {
    rule: 'AMB-01',
    given: { ...jiuquan, national: 1000 },
    parameters: { counting: 'cumulative' },
    expect: { result: { demonstration: 1000 } },
  },
  {
    rule: 'AMB-01',
    given: { ...jiuquan, provincial: 900 },
    parameters: { counting: 'cumulative' },
    expect: { result: { demonstration: 900 } },
  },
  {
    rule: 'AMB-01',
    given: { ...jiuquan, city: 800 },
    parameters: { counting: 'cumulative' },
    expect: { result: { demonstration: 800 } },
  },
  { rule: 'JQ-01', given: { ...jiuquan, cooperatives: 1 }, expect: { result: { membersEach: '116000' } } },
  {
    rule: 'CT-23',
    title: t('没有合作社', 'no cooperative'),
    given: { ...jiuquan, cooperatives: 0 },
    expect: { result: { standardShare: none, membersEach: none, householdsEach: none } },
  },
  {
    rule: 'JQ-01',
    given: { ...jiuquan, fiveHaves: null },
    expect: { missing: ['fiveHaves'], result: { standardShare: '70.8' } },
  },
]
