/** The award table of the source, and examples of the awards for titles. */
import { t } from '#kernel'
import { money } from '#policy'
import { before, since, year2022 } from './sources.ts'

export const kindOptions = {
  demonstration: t('示范家庭农场或合作社', 'demonstration family farm or cooperative'),
  leading: t('农业产业化龙头企业', 'leading enterprise'),
  firstTeam: t('龙头企业“甲级队”', 'leading enterprise, "first team"'),
  consortium: t('示范联合体', 'demonstration consortium'),
  riceFish: t('稻渔综合种养示范基地', 'rice-fish demonstration base'),
  garden: t('农业示范观光园', 'agricultural demonstration garden'),
  leisure: t('休闲农业与乡村旅游示范点', 'leisure-agriculture and rural-tourism site'),
} as const
export const levelOptions = {
  national: t('国家级（部级）', 'national (ministry)'),
  provincial: t('省级', 'provincial'),
  city: t('市级', 'city'),
} as const
type Kind = keyof typeof kindOptions
type Level = keyof typeof levelOptions

/** Yuan: national, provincial, city. 0 where the source names no award. */
const awards: readonly (readonly [Kind, string, string, string])[] = [
  ['demonstration', '100000.00', '50000.00', '20000.00'],
  ['leading', '400000.00', '100000.00', '0.00'],
  ['firstTeam', '0.00', '200000.00', '0.00'],
  ['consortium', '0.00', '100000.00', '0.00'],
  ['riceFish', '200000.00', '100000.00', '0.00'],
  ['garden', '0.00', '0.00', '100000.00'],
  ['leisure', '300000.00', '200000.00', '0.00'],
]
export const amountRows = awards.flatMap(([kind, national, provincial, city]) => [
  { kind, level: 'national', value: money(national) },
  { kind, level: 'provincial', value: money(provincial) },
  { kind, level: 'city', value: money(city) },
])

const title = (kind: Kind, level: Level, more: object = {}) => ({
  kind,
  level,
  recognisedOn: '2022-06-15',
  heldBefore: false,
  paidBefore: '0.00',
  ...more,
})
const given = (...titles: object[]) => ({ titles, ...year2022 })
const amounts = (rule: string, amount: string, ...titles: object[]) => ({
  rule,
  given: given(...titles),
  expect: { result: { amount } },
})

export const titleExamples = [
  ...awards.flatMap(([kind, national, provincial, city]) => [
    amounts('IA-05', national, title(kind, 'national')),
    amounts('IA-05', provincial, title(kind, 'provincial')),
    amounts('IA-05', city, title(kind, 'city')),
  ]),
  {
    rule: 'IA-05',
    title: t('同年市级和省级：只奖省级', 'city and provincial in one year: the highest'),
    given: given(title('demonstration', 'city'), title('demonstration', 'provincial')),
    expect: { result: { amount: '50000.00', fresh: 2 } },
  },
  {
    rule: 'IA-05',
    title: t('参数改为各级都奖', 'each level'),
    given: given(title('demonstration', 'city'), title('demonstration', 'provincial')),
    parameters: { sameYear: 'each' },
    expect: { result: { amount: '70000.00' } },
  },
  {
    rule: 'IA-05',
    title: t('不同类的相加', 'families add'),
    given: given(
      title('demonstration', 'provincial'),
      title('leading', 'national'),
      title('consortium', 'provincial'),
      title('riceFish', 'provincial'),
      title('leisure', 'provincial'),
      title('leisure', 'national'),
    ),
    expect: { result: { amount: '950000.00', titles: '950000.00', gardens: '0.00', fresh: 6 } },
  },
  {
    rule: 'IA-05',
    title: t('观光园每园都奖', 'gardens each'),
    given: given(title('garden', 'city'), title('garden', 'city'), title('demonstration', 'city')),
    expect: { result: { amount: '220000.00', titles: '20000.00', gardens: '200000.00', fresh: 3 } },
  },
  {
    rule: 'AMB-45',
    title: t(
      '甲级队和省级龙头同年：同类，只奖高的',
      '"first team" and provincial leading enterprise: one family',
    ),
    given: given(title('firstTeam', 'provincial'), title('leading', 'provincial')),
    expect: { result: { amount: '200000.00' } },
  },
  {
    rule: 'AMB-45',
    title: t('甲级队参数改为单独一类', '"first team" as a family of its own'),
    given: given(title('firstTeam', 'provincial'), title('leading', 'provincial')),
    parameters: { firstTeam: 'own' },
    expect: { result: { amount: '300000.00' } },
  },
  {
    rule: 'AMB-45',
    title: t('每类一个，各自一类', 'one of each kind, each a family of its own'),
    given: given(
      title('demonstration', 'provincial'),
      title('leading', 'provincial'),
      title('firstTeam', 'provincial'),
      title('consortium', 'provincial'),
      title('riceFish', 'provincial'),
      title('leisure', 'provincial'),
    ),
    parameters: { firstTeam: 'own' },
    expect: { result: { amount: '750000.00', fresh: 6 } },
  },
  amounts('IA-02', '20000.00', title('demonstration', 'city', { recognisedOn: '2022-01-01' })),
  amounts('IA-02', '20000.00', title('demonstration', 'city', { recognisedOn: '2022-12-31' })),
  amounts('IA-02', '0.00', title('demonstration', 'city', { recognisedOn: '2021-12-31' })),
  amounts('IA-02', '0.00', title('demonstration', 'city', { recognisedOn: '2023-01-01' })),
  {
    rule: 'IA-02',
    title: t('以前已有或复评：不奖', 'held before or renewed: nothing'),
    given: given(title('demonstration', 'provincial', { heldBefore: true })),
    expect: { result: { amount: '0.00', fresh: 0 } },
  },
  {
    rule: 'AMB-12',
    title: t('去年得过市级奖补，今年省级：全额', 'city paid last year, provincial this year: in full'),
    given: given(title('demonstration', 'provincial', { paidBefore: '20000.00' })),
    expect: { result: { amount: '50000.00' } },
  },
  {
    rule: 'AMB-12',
    title: t('参数改为只补差额', 'the difference only'),
    given: given(title('demonstration', 'provincial', { paidBefore: '20000.00' })),
    parameters: { climbing: 'difference' },
    expect: { result: { amount: '30000.00' } },
  },
  {
    rule: 'AMB-12',
    title: t('差额不小于 0', 'no difference below 0'),
    given: given(title('demonstration', 'city', { paidBefore: '50000.00' })),
    parameters: { climbing: 'difference' },
    expect: { result: { amount: '0.00' } },
  },
  {
    rule: 'IA-05',
    title: t('没有称号', 'no title'),
    given: given(),
    expect: { result: { amount: '0.00', titles: '0.00', gardens: '0.00', fresh: 0 } },
  },
  {
    rule: 'GEN-07',
    title: t('是不是新获得不详', 'not known whether it is new'),
    given: given(title('demonstration', 'city', { heldBefore: undefined })),
    expect: { status: 'unknown' as const, result: { amount: null, fresh: null } },
  },
  {
    rule: 'GEN-12',
    title: t('默认值起算日', 'the first day of the defaults'),
    given: {
      titles: [
        title('firstTeam', 'provincial', { recognisedOn: since, paidBefore: '1.00' }),
        title('leading', 'provincial', { recognisedOn: since, paidBefore: '1.00' }),
      ],
      yearFrom: '2018-02-01',
      yearUntil: since,
    },
    expect: { result: { amount: '200000.00' } },
  },
  {
    rule: 'GEN-12',
    title: t('默认值起算前一天', 'the day before'),
    given: {
      titles: [
        title('firstTeam', 'provincial', { recognisedOn: before }),
        title('leading', 'provincial', { recognisedOn: before }),
      ],
      yearFrom: '2018-01-01',
      yearUntil: before,
    },
    expect: {
      problems: ['policy.notInForce'],
      missingParameters: ['amounts', 'climbing', 'firstTeam', 'sameYear'],
    },
  },
]
