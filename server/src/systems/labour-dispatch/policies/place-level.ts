/** 务工地点层级: from the division codes of home county and work place (LM-21). */
import { t } from '#kernel'
import { choices, choose, definePolicy, fact, step } from '#policy'
import { clause, since } from './sources.ts'
import { placeOptions } from './words.ts'

const levels = choices(placeOptions)
const home = { homeCounty: '533123', homePrefecture: '5331', homeProvince: '53', on: '2023-09-15' }
const at = (workCounty: string) => ({
  ...home,
  workCounty,
  workPrefecture: workCounty.slice(0, 4),
  workProvince: workCounty.slice(0, 2),
})

export const placeLevel = definePolicy({
  id: 'labour-dispatch.place-level',
  label: t('务工地点层级', 'Place level of out-work'),
  source: clause.firstTarget,
  summary: {
    who: t('每个外出务工人员。', 'Every out-worker.'),
    how: t(
      '比较户籍县和务工地的区划代码：同县、同州、同省或外省。',
      'Home county and work place are compared by division code: same county, prefecture, province, or another.',
    ),
  },
  effective: { from: since },
  facts: {
    homeCounty: fact.area({ label: t('户籍县', 'Home county') }),
    homePrefecture: fact.area({ label: t('户籍州市', 'Home prefecture') }),
    homeProvince: fact.area({ label: t('户籍省', 'Home province') }),
    workCounty: fact.area({ label: t('务工县', 'County of work') }),
    workPrefecture: fact.area({ label: t('务工州市', 'Prefecture of work') }),
    workProvince: fact.area({ label: t('务工省', 'Province of work') }),
    on: fact.day({ label: t('输送日', 'Day of the dispatch') }),
  },
  parameters: {},
  on: (f) => f.on,
  decide: (f) => {
    const level = choose()
      .when(f.workCounty.is(f.homeCounty), levels.county)
      .when(f.workPrefecture.is(f.homePrefecture), levels.prefecture)
      .when(f.workProvince.is(f.homeProvince), levels.province)
      .otherwise(levels.outside)
    return { level: step('level', t('地点层级', 'Place level'), level, clause.firstTarget) }
  },
  examples: [
    {
      rule: 'LM-21',
      title: t('瑞丽沿边产业园', 'the border industrial park in Ruili'),
      given: at('533102'),
      expect: { result: { level: 'prefecture' } },
    },
    { rule: 'LM-21', given: at('533123'), expect: { result: { level: 'county' } } },
    { rule: 'LM-11', given: at('530102'), expect: { result: { level: 'province' } } },
    { rule: 'LM-21', given: at('350902'), expect: { result: { level: 'outside' } } },
    {
      rule: 'GEN-07',
      title: t('只知道在外省', 'only another province is known'),
      given: { ...home, workProvince: '35' },
      expect: { missing: ['workCounty', 'workPrefecture'], result: { level: null } },
    },
    { rule: 'GEN-12', given: { ...at('533123'), on: since }, expect: { result: { level: 'county' } } },
    {
      rule: 'GEN-12',
      given: { ...at('533123'), on: '2023-08-23' },
      expect: { problems: ['policy.notInForce'] },
    },
  ],
})
