/** 村道硬化和机耕路: the road to the village, tractor roads, hardened roads of large natural villages (CT-10). */
import { t } from '#kernel'
import { allOf, count, dated, definePolicy, fact, step } from '#policy'
import { before, clause, since } from './sources.ts'

const hamlet = (persons: number, tractorRoad: boolean, hardened: boolean) => ({
  persons,
  tractorRoad,
  hardened,
})
const village = (...hamlets: object[]) => ({ roadHardened: true, hamlets, countedOn: '2020-12-31' })
const found = (noTractorRoad: number, notHardened: number, reached: boolean) => ({
  ...{ noTractorRoad, notHardened, reached },
})

export const roads = definePolicy({
  id: 'assistance.goal-roads',
  label: t('村道硬底化和自然村通机耕路', 'Hardened roads and tractor roads'),
  source: clause.roads,
  summary: {
    who: t('村和村里每个自然村。', 'The village and each of its natural villages.'),
    how: t(
      '镇到村公路硬底化，自然村都通机耕路，达到人数的大自然村道路硬底化，三项齐全才算完成。',
      'Done when the road to the village is hardened, every natural village has a tractor road, and the large ones a hardened road.',
    ),
  },
  effective: { from: since },
  facts: {
    roadHardened: fact.boolean({ label: t('镇到村公路已硬底化', 'The road to the village is hardened') }),
    hamlets: fact.list({
      label: t('自然村', 'Natural villages'),
      fields: {
        persons: fact.count({ label: t('人数', 'Persons') }),
        tractorRoad: fact.boolean({ label: t('已通机耕路', 'Has a tractor road') }),
        hardened: fact.boolean({ label: t('道路已硬底化', 'Has a hardened road') }),
      },
    }),
    countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {
    large: dated(count(300), {
      label: t('大自然村人数', 'Persons of a large natural village'),
      from: since,
      cite: clause.roads,
    }),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const noTractorRoad = step(
      'noTractorRoad',
      t('没通机耕路的自然村', 'Natural villages without a tractor road'),
      f.hamlets.filter((one) => one.tractorRoad.not()).count(),
      clause.roads,
    )
    const large = f.hamlets.filter((one) => one.persons.isAtLeast(p.large))
    const notHardened = step(
      'notHardened',
      t('没硬底化的大自然村', 'Large natural villages without a hardened road'),
      large.filter((one) => one.hardened.not()).count(),
      clause.roads,
    )
    const all = allOf(f.roadHardened, noTractorRoad.is(count(0)), notHardened.is(count(0)))
    return {
      reached: step('reached', t('完成', 'Done'), all, clause.roads),
      noTractorRoad,
      notHardened,
      large: step('largeHamlets', t('大自然村数', 'Large natural villages'), large.count()),
    }
  },
  examples: [
    {
      rule: 'CT-10',
      title: t('300 人的要硬底化，299 人的不要', '300 people need a hardened road, 299 do not'),
      given: village(hamlet(300, true, true), hamlet(299, true, false)),
      expect: { result: { ...found(0, 0, true), large: 1 } },
    },
    {
      rule: 'CT-10',
      given: village(hamlet(300, true, false), hamlet(299, true, false)),
      expect: { result: { ...found(0, 1, false), large: 1 } },
    },
    {
      rule: 'CT-10',
      given: village(hamlet(301, true, true), hamlet(120, false, false), hamlet(80, false, true)),
      expect: { result: { ...found(2, 0, false), large: 1 } },
    },
    {
      rule: 'CT-10',
      title: t('镇到村公路没有硬底化', 'the road to the village is not hardened'),
      given: { ...village(hamlet(300, true, true)), roadHardened: false },
      expect: { result: found(0, 0, false) },
    },
    { rule: 'CT-10', given: village(), expect: { result: { ...found(0, 0, true), large: 0 } } },
    {
      rule: 'GEN-07',
      title: t('一个自然村人数不详，又没硬底化', 'a natural village of unknown size without a hardened road'),
      given: village({ tractorRoad: true, hardened: false }),
      expect: { missing: ['hamlets[0].persons'], result: { reached: null, noTractorRoad: 0 } },
    },
    {
      rule: 'GEN-12',
      given: { ...village(hamlet(300, true, true)), countedOn: since },
      expect: { result: { reached: true, large: 1 } },
    },
    {
      rule: 'GEN-12',
      given: { ...village(hamlet(300, true, true)), countedOn: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['large'] },
    },
  ],
})
