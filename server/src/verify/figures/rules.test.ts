/** The fixtures of VR-08 to VR-11, VR-16 and VR-18 in the catalogue, section 3, and of VR-13 and VR-15 on lists. */
import { describe, expect, it } from 'vitest'
import { day, decimalText, parseRatio as r, ratioText } from '#kernel'
import { checkBrackets, checkCases } from './bracket.ts'
import { checkCrops } from './crop.ts'
import { checkMonthDay, checkNthWeekday, checkStages, checkTerm } from './feasible.ts'
import { checkApart, checkCount, checkCovered, checkNamedLargest, checkRun } from './listed.ts'
import { checkAllocation, checkPartOf } from './part-of.ts'
import { checkDensity, checkFunded, checkLimits, checkOutliers } from './plausible.ts'
import { checkShares } from './share.ts'

const exact = (text: string) => ({ qualifier: '=' as const, value: r(text) })

describe('VR-02 step 4', () => {
  it('four shares of 34,101 fail; counts rounded to 100 leave bases of 32,819 to 33,161', () => {
    const shares = [
      ['7700', '23.3'],
      ['12800', '38.8'],
      ['7800', '23.6'],
      ['4400', '13.3'],
    ].map(([part = '', percent = '']) => ({
      part: r(part),
      unit: r('100'),
      percent: r(percent),
      decimals: 1,
    }))
    const { each, base } = checkShares(shares, { total: r('34101') })
    expect(each.map(({ verdict }) => verdict)).toEqual(Array(4).fill('other-base'))
    expect(Math.ceil((base?.from.num ?? 0) / (base?.from.den ?? 1))).toBe(32819)
    expect(Math.floor((base?.to.num ?? 0) / (base?.to.den ?? 1))).toBe(33161)
  })
})

describe('VR-08 allocation', () => {
  it('20 + 48 of 100 leave 32 open', () => {
    const { verdict, difference } = checkAllocation([r('20'), r('48')], r('100'))
    expect([verdict, ratioText(difference)]).toEqual(['incomplete', '32'])
  })
  it('more than there is does not agree', () => {
    expect(checkAllocation([r('60'), r('48')], r('100')).verdict).toBe('mismatch')
  })
})

describe('VR-09 part of', () => {
  it('394 + 54 = 448 lie within 664', () => {
    const { verdict, known } = checkPartOf([exact('394'), exact('54')], exact('664'))
    expect([verdict, ratioText(known)]).toEqual(['ok', '448'])
  })
  it('parts that pass the whole do not; a part that nobody knows leaves it untold (GEN-07)', () => {
    expect(checkPartOf([exact('664'), exact('1')], exact('664')).verdict).toBe('mismatch')
    expect(checkPartOf([exact('394'), { qualifier: '?', raw: 'xx' }], exact('664')).verdict).toBe(
      'bound-unknown',
    )
    expect(checkPartOf([exact('700'), { qualifier: '?', raw: 'xx' }], exact('664')).verdict).toBe('mismatch')
  })
  it('a surplus of at least 1,500 may lie within 2,331', () => {
    expect(checkPartOf([{ qualifier: '>=', value: r('1500') }], exact('2331')).verdict).toBe('bound-unknown')
    expect(checkPartOf([{ qualifier: '>=', value: r('2500') }], exact('2331')).verdict).toBe('mismatch')
  })
})

describe('VR-10 brackets', () => {
  it('16 and 60 belong to two where both say 以上, 以下', () => {
    const { verdict, faults } = checkBrackets([
      { label: '16以下', to: r('16'), toIn: true },
      { label: '16以上60以下', from: r('16'), fromIn: true, to: r('60'), toIn: true },
      { label: '60以上', from: r('60'), fromIn: true },
    ])
    expect([verdict, faults.map(({ at }) => ratioText(at))]).toEqual(['overlap', ['16', '60']])
  })
  it('[low, high) joins; a limit that nobody takes and a hole are gaps', () => {
    const below = { label: 'a', to: r('16') }
    expect(checkBrackets([below, { label: 'b', from: r('16'), fromIn: true }]).verdict).toBe('ok')
    expect(checkBrackets([below, { label: 'b', from: r('16') }]).verdict).toBe('coverage-gap')
    expect(checkBrackets([below, { label: 'b', from: r('18'), fromIn: true }]).verdict).toBe('coverage-gap')
  })
  it('grants by place leave out who is in the province but outside the prefecture', () => {
    const found = checkCases(['县内', '州内县外', '省内州外', '省外'], [['县内'], ['州内县外'], ['省外']])
    expect([found.verdict, found.uncovered]).toEqual(['coverage-gap', ['省内州外']])
    expect(checkCases(['县内'], [['县内'], ['县内']]).verdict).toBe('overlap')
  })
})

describe('VR-11 days', () => {
  const issued = day('2023-08-24')
  const stageEnd = day('2023-08-31')
  it('24 August + 10 days is 3 September, after the stage; + 5 days is 29 August', () => {
    expect(checkTerm({ issued, days: 10, stageEnd })).toEqual({
      verdict: 'infeasible-date',
      ends: '2023-09-03',
      late: 3,
    })
    expect(checkTerm({ issued, days: 5, stageEnd })).toEqual({ verdict: 'ok', ends: '2023-08-29', late: 0 })
  })
  it('stages join, leave days out, or lie over one another', () => {
    const stage = (from: string, to: string) => ({ label: from, from: day(from), to: day(to) })
    expect(checkStages([stage('2021-03-01', '2021-04-30'), stage('2021-05-01', '2023-10-31')]).verdict).toBe(
      'ok',
    )
    expect(checkStages([stage('2021-03-01', '2021-04-30'), stage('2021-05-02', '2021-06-01')]).verdict).toBe(
      'coverage-gap',
    )
    expect(checkStages([stage('2021-03-01', '2021-04-30'), stage('2021-04-30', '2021-06-01')]).verdict).toBe(
      'overlap',
    )
  })
  it('February has no 30th; every month has a 28th', () => {
    expect(checkMonthDay(30)).toEqual({ verdict: 'coverage-gap', months: [2] })
    expect(checkMonthDay(31).months).toEqual([2, 4, 6, 9, 11])
    expect(checkMonthDay(28).verdict).toBe('ok')
  })
  it('13 May 2012 is the second Sunday', () => {
    expect(checkNthWeekday({ day: day('2012-05-13'), weekday: 7, nth: 2 }).verdict).toBe('ok')
    expect(checkNthWeekday({ day: day('2012-05-20'), weekday: 7, nth: 2 }).verdict).toBe('contradiction')
  })
})

describe('VR-16 plausibility', () => {
  it('28 % in four working years are 7.0 % a year, against 1.6 % of the next band', () => {
    const { verdict, density, dense } = checkDensity([
      { label: '20以下', percent: r('28'), years: 4 },
      { label: '20—40', percent: r('32'), years: 20 },
      { label: '40—60', percent: r('40'), years: 20 },
    ])
    expect([verdict, density.map((one) => decimalText(one, 1, 'half-up')), dense]).toEqual([
      'implausible',
      ['7.0', '1.6', '2.0'],
      [0],
    ])
  })
  it('52.15 % stands out of 11.52 % and 8.98 %', () => {
    const { verdict, outliers } = checkOutliers(['11.52', '8.98', '52.15'].map(r))
    expect([verdict, outliers]).toEqual(['implausible', [2]])
    expect(checkOutliers(['11.52', '8.98', '20'].map(r)).verdict).toBe('ok')
  })
  it('limits include themselves; a share without an income is doubted', () => {
    expect(checkLimits(r('5'), { min: r('5') })).toBe('ok')
    expect(checkLimits(r('4.9'), { min: r('5') })).toBe('implausible')
    expect(checkFunded(r('28.4'), r('0'))).toBe('implausible')
    expect(checkFunded(r('28.4'), r('3'))).toBe('ok')
  })
})

describe('VR-18 crops', () => {
  it('95 % corn leave at most 105 mu of 2,099; 500 mu need 10,000', () => {
    const { verdict, room, needs } = checkCrops({ percent: r('95'), other: r('500'), areaAtMost: r('2099') })
    expect([verdict, ratioText(room), needs && ratioText(needs)]).toEqual([
      'contradiction',
      '104.95',
      '10000',
    ])
    expect(checkCrops({ percent: r('95'), other: r('500'), areaAtMost: r('10000') }).verdict).toBe('ok')
    expect(
      checkCrops({ percent: r('95'), other: r('500'), areaAtMost: r('2099'), interCropped: true }).verdict,
    ).toBe('ok')
  })
})

describe('lists', () => {
  it('VR-13: of 1, 2, 3, 5, 7, 8, 9, 11, 13 there lack 4, 6, 10, 12', () => {
    expect(checkRun([1, 2, 3, 5, 7, 8, 9, 11, 13])).toEqual({
      verdict: 'numbering-gap',
      missing: [4, 6, 10, 12],
      repeated: [],
    })
    expect(checkRun([1, 2, 2, 3]).repeated).toEqual([2])
    expect(checkRun([2, 3]).missing).toEqual([1])
  })
  it('VR-15: three stages, four listed', () => {
    expect(checkCount(3, ['一', '二', '三', '四'])).toEqual({ verdict: 'contradiction', difference: -1 })
    expect(checkCount(5, ['甲', '乙', '丙', '丁', '戊']).verdict).toBe('ok')
  })
  it('who stands on both sides, what is not covered, who is named though smaller', () => {
    expect(checkApart(['税务'], ['农业农村', '税务'])).toEqual({ verdict: 'contradiction', both: ['税务'] })
    expect(checkCovered(['市', '区'], ['区'])).toEqual({ verdict: 'incomplete', missing: ['市'] })
    const sizes = [
      { label: '邮政', value: r('10'), named: true },
      { label: '圆通', value: r('100'), named: false },
    ]
    expect(checkNamedLargest(sizes)).toEqual({
      verdict: 'contradiction',
      wrong: [{ named: '邮政', larger: '圆通' }],
    })
  })
})
