/** Every inconsistency of section 4.1 that figures or lists show is found with its verdict; all of 4.2 is OK; nothing else is said. */
import { describe, expect, it } from 'vitest'
import { checkSetShape, runSet } from '#verify'
import { systems } from './index.ts'

const sets = systems.flatMap(({ figures }) => figures ?? [])
const outcomes = sets.flatMap((set) =>
  runSet(set).map((one) => ({ ...one, key: `${set.id} ${one.relation}` })),
)

/** Written from the catalogue, section 4.1. */
const expected: Record<string, string> = {
  'land-security.district-survey INC-01.primary': 'explained-by-input-rounding',
  'land-security.district-survey INC-01.secondary': 'ok',
  'land-security.district-survey INC-01.tertiary': 'explained-by-input-rounding',
  'land-security.district-survey INC-02': 'ok-tolerance',
  'land-security.district-survey INC-03.wages': 'ok',
  'land-security.district-survey INC-03.business': 'ok',
  'land-security.district-survey INC-03.farming': 'mismatch',
  'land-security.district-survey INC-04': 'incomplete',
  'land-security.district-survey INC-05.field': 'other-base',
  'land-security.district-survey INC-05.employed': 'other-base',
  'land-security.district-survey INC-05.self': 'other-base',
  'land-security.district-survey INC-05.jobless': 'other-base',
  'land-security.district-survey INC-05.total': 'incomplete',
  'land-security.district-survey INC-06.bands': 'overlap',
  'land-security.district-survey INC-06.density': 'implausible',
  'land-security.district-survey INC-07': 'bound-unknown',
  'land-security.district-survey INC-08': 'contradiction',
  'land-security.district-survey INC-09.a.local': 'ok',
  'land-security.district-survey INC-09.b.local': 'ok',
  'land-security.district-survey INC-10.men': 'overlap',
  'land-security.district-survey INC-10.women': 'overlap',
  'land-security.district-survey INC-11.second': 'numbering-gap',
  'land-security.district-survey INC-11.measure': 'numbering-gap',
  'land-security.district-survey INC-11.income': 'implausible',
  'community.papers INC-14': 'contradiction',
  'community.livestock unknown.cooperatives': 'masked-value', // INC-15
  'community.livestock unknown.members': 'masked-value',
  'community.livestock unknown.income': 'masked-value',
  'assistance.double-to unknown.houses': 'masked-value',
  'assistance.double-to unknown.area': 'masked-value',
  'assistance.double-to unknown.funds': 'masked-value',
  'assistance.resident-team unknown.fields': 'masked-value',
  'cooperatives.county-pilot INC-16': 'contradiction',
  'cooperatives.prefecture-report INC-17.standard': 'truncated',
  'cooperatives.prefecture-report INC-17.five': 'ok',
  'labour-dispatch.plan INC-19a': 'contradiction',
  'labour-dispatch.plan INC-19b': 'infeasible-date',
  'labour-dispatch.plan INC-19c': 'coverage-gap',
  'labour-dispatch.plan INC-19d': 'coverage-gap',
  'labour-dispatch.plan INC-19e': 'implausible',
  'assistance.resident-team INC-20.herbs': 'contradiction',
  'assistance.resident-team INC-20.paddy': 'contradiction',
  'assistance.resident-team INC-21.party': 'contradiction',
  'assistance.resident-team INC-21.structure': 'contradiction',
  'assistance.resident-team INC-21.name': 'contradiction',
  'assistance.district-plan INC-22': 'incomplete',
  'assistance.district-plan INC-23': 'mismatch',
  'assistance.village-projects INC-24': 'implausible',
  'assistance.village-projects INC-25.assigned': 'incomplete',
  'assistance.village-projects INC-25.cost': 'incomplete',
  'employment.plan INC-27': 'numbering-gap',
  'assistance.pairing INC-28': 'contradiction',
  'assistance.industry INC-29.scope': 'contradiction',
  'assistance.industry INC-29.amounts': 'implausible',
  'assistance.district-plan INC-31': 'incomplete',
  'assistance.district-plan INC-32': 'incomplete',
  'assistance.village-projects INC-33': 'incomplete',
}

/** Section 4.2, item by item, with the relations that stand for it. */
const agreeing: Record<string, string[]> = {
  '33.9 = 27.4 + 6.5': ['OK.population'],
  '3.9 + 18.1 + 10.5 = 32.5': ['OK.income'],
  '18.1 / 32.5 = 55.7': ['INC-01.secondary'],
  '1,774 / 3,878 = 45.7': ['INC-03.wages'],
  '1,467 / 3,878 = 37.8': ['INC-03.business'],
  '28 + 32 + 40 = 100': ['OK.ages'],
  '3,463 / 6,652 = 52.1': ['OK.park.parkLabour'],
  'five families, two daughters-in-law': ['OK.families', 'OK.daughters'],
  'eight goods, five affections': ['OK.goods', 'OK.affections'],
  '1 + 5 + 12 = 18': ['OK.group'],
  'nine bodies, three townships, three villages': ['OK.duties', 'OK.townships', 'OK.villages'],
  '1,000 x 3.5 = 3,500': ['OK.road'],
  'project splits': [1, 2, 3, 4, 5, 7, 9, 11].map((n) => `OK.p${n}`),
  '394 + 54 <= 664': ['OK.employers'],
  'surplus <= at home': ['OK.rest1', 'OK.rest2', 'OK.rest3'],
  'ten fields, five teams': ['OK.fields', 'OK.teams'],
  'three plantings, two raisings': ['OK.raising', 'OK.planted', 'OK.raised'],
  'Mothers’ Day 2012': ['OK.mothersDay'],
  'stages join': ['OK.stages'],
}

describe('section 4.1', () => {
  it('every relation for it comes to the verdict of the catalogue', () => {
    const found = outcomes.filter(({ key }) => !/ OK\./.test(key)).map(({ key, verdict }) => [key, verdict])
    expect(Object.fromEntries(found)).toEqual(expected)
  })
  it('leaves none of INC-01 to INC-33 out; these are faults of a text and stand in verify/texts/check-text.test.ts', () => {
    const ofTexts = ['12', '13', '18', '26', '30']
    const ofFigures = Object.keys(expected).flatMap((key) => /INC-(\d\d)/.exec(key)?.[1] ?? [])
    const masked = Object.values(expected).includes('masked-value') ? ['15'] : []
    const all = Array.from({ length: 33 }, (_, i) => `${i + 1}`.padStart(2, '0'))
    expect([...new Set([...ofTexts, ...ofFigures, ...masked])].sort()).toEqual(all)
  })
  it('says what the catalogue says: 1,401 missing, 1,000 of 33,000, 32 open, a base of 5,000', () => {
    const of = (key: string) => outcomes.find((one) => one.key === key)
    expect(of('land-security.district-survey INC-04')?.difference).toBe('0.1401')
    expect(of('land-security.district-survey INC-05.field')?.note?.zh).toMatch(/3\.282 到 3\.316/)
    expect(of('land-security.district-survey INC-03.farming')?.note?.en).toMatch(/Forced to make 100/)
    expect(of('assistance.district-plan INC-22')?.difference).toBe('32')
    expect(of('assistance.district-plan INC-23')?.note?.zh).toContain('本年须是 5800、上年 5000')
    expect(of('assistance.district-plan INC-23')?.computed.zh).toBe('上年 4700，增长 17.021%')
    expect(of('assistance.village-projects INC-25.assigned')?.difference).toBe('100000')
    expect(of('land-security.district-survey INC-07')?.computed.zh).toMatch(/合计 65；.*合计 77/)
  })
})

describe('section 4.2', () => {
  it('agrees', () => {
    const faults = outcomes.filter(({ key, verdict }) => / OK\./.test(key) && !/^(bound-)?ok$/.test(verdict))
    expect(faults).toEqual([])
  })
  it.each(Object.entries(agreeing))('%s', (_, relations) => {
    const verdicts = relations.map((id) => outcomes.find(({ relation }) => relation === id)?.verdict)
    expect(verdicts).toEqual(relations.map(() => 'ok'))
  })
})

describe('the declared files', () => {
  it('have the shape that the page and the command read, and ids once', () => {
    for (const set of sets) {
      expect(checkSetShape.parse(set)).toEqual(set)
      for (const ids of [set.figures, set.relations].map((list) => list.map(({ id }) => id)))
        expect(new Set(ids).size).toBe(ids.length)
    }
    expect(new Set(sets.map(({ id }) => id)).size).toBe(sets.length)
  })
})
