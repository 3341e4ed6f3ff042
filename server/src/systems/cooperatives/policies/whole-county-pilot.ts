/** 整县推进试点: of which level each of the two places is a pilot (AMB-21). */
import { t } from '#kernel'
import type { ChoiceTerm } from '#policy'
import { byChoice, choices, choose, dated, definePolicy, fact, step } from '#policy'
import { clause } from './sources.ts'
import { countedOn } from './words.ts'

const since = '2021-01-01'
const before = '2020-12-31'

const readings = choices({
  respectively: t('分别：肃州区国家级，瓜州县省级', 'respectively: Suzhou national, Guazhou provincial'),
  both: t('两地都是国家级和省级', 'both places hold both'),
})
const levels = choices({
  national: t('国家级试点', 'national pilot'),
  provincial: t('省级试点', 'provincial pilot'),
  both: t('国家级和省级试点', 'national and provincial pilot'),
  none: t('不是试点', 'no pilot'),
})
const place = (county: string, level: string, reading?: string) => ({
  rule: 'AMB-21',
  given: { county, countedOn: '2021-11-30' },
  ...(reading ? { parameters: { reading } } : {}),
  expect: {
    result: {
      level,
      national: level === 'national' || level === 'both',
      provincial: level === 'provincial' || level === 'both',
    },
  },
})

export const wholeCountyPilot = definePolicy({
  id: 'cooperatives.whole-county-pilot',
  label: t('质量提升整县推进试点级别', 'Level of the pilot for the whole county'),
  source: clause.wholeCounty,
  summary: {
    who: t('酒泉市各县（市、区）。', 'The counties and districts of Jiuquan.'),
    how: t(
      '原文“国家级和省级”按分别对应理解；市里可以改为两地都是两级。',
      '"National and provincial" is read place by place; the city may read it as both at both.',
    ),
  },
  effective: { from: since },
  facts: {
    county: fact.choice({
      label: t('县（市、区）', 'County or district'),
      options: {
        suzhou: t('肃州区', 'Suzhou District'),
        guazhou: t('瓜州县', 'Guazhou County'),
        other: t('其他县（市、区）', 'another one'),
      },
    }),
    countedOn,
  },
  parameters: {
    reading: dated(readings.respectively, {
      label: t('两地各属哪级', 'Which place is of which level'),
      from: since,
      cite: clause.wholeCounty,
      question: 'AMB-21',
    }),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const ofPilot = (own: ChoiceTerm<keyof typeof levels>) =>
      byChoice(p.reading, { respectively: own, both: levels.both })
    const found = choose()
      .when(f.county.is('suzhou'), ofPilot(levels.national))
      .when(f.county.is('guazhou'), ofPilot(levels.provincial))
      .otherwise(levels.none)
    const level = step('level', t('试点级别', 'Level of the pilot'), found, clause.wholeCounty)
    return {
      level,
      national: step('national', t('国家级试点', 'National pilot'), level.isOneOf('national', 'both')),
      provincial: step('provincial', t('省级试点', 'Provincial pilot'), level.isOneOf('provincial', 'both')),
    }
  },
  examples: [
    place('suzhou', 'national'),
    place('guazhou', 'provincial'),
    place('other', 'none'),
    place('suzhou', 'both', 'both'),
    place('guazhou', 'both', 'both'),
    place('other', 'none', 'both'),
    {
      rule: 'GEN-07',
      given: { countedOn: '2021-11-30' },
      expect: { missing: ['county'], result: { level: null } },
    },
    {
      rule: 'GEN-12',
      given: { county: 'suzhou', countedOn: since },
      expect: { result: { level: 'national' } },
    },
    {
      rule: 'GEN-12',
      given: { county: 'suzhou', countedOn: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['reading'] },
    },
  ],
})
