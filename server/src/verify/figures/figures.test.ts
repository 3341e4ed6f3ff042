/** Every fixture of VR-01 to VR-07 in the catalogue, section 3. */
import { describe, expect, it } from 'vitest'
import { decimalText, parseRatio as r, ratioText } from '#kernel'
import { checkBound, checkGrowth, checkSame } from './compare.ts'
import { checkShare, checkShares, checkShareTotal, impliedBase } from './share.ts'
import { checkSum } from './sum.ts'

const places = (x: Parameters<typeof ratioText>[0] | null | undefined, n: number) =>
  x ? decimalText(x, n, 'half-up') : null

describe('VR-01 sum', () => {
  it('1,774 + 1,467 + 636 against 3,878: one off, three rounded parts and a rounded total explain two', () => {
    const found = checkSum({
      parts: [r('1774'), r('1467'), r('636')],
      total: r('3878'),
      partUnit: r('1'),
      totalUnit: r('1'),
    })
    expect(found.verdict).toBe('ok-tolerance')
    expect([ratioText(found.computed), ratioText(found.difference), ratioText(found.tolerance)]).toEqual([
      '3877',
      '1',
      '2',
    ])
  })
  it('0.77 + 1.28 + 0.78 + 0.44 against 3.4101: 1,401 persons are missing', () => {
    const found = checkSum({
      parts: ['0.77', '1.28', '0.78', '0.44'].map(r),
      total: r('3.4101'),
      partUnit: r('0.01'),
    })
    expect(found.verdict).toBe('incomplete')
    expect([ratioText(found.difference), ratioText(found.tolerance)]).toEqual(['0.1401', '0.02'])
  })
  it('exact parts agree or are too many', () => {
    expect(checkSum({ parts: [r('27.4'), r('6.5')], total: r('33.9') }).verdict).toBe('ok')
    expect(checkSum({ parts: [r('3'), r('4')], total: r('6') }).verdict).toBe('mismatch')
  })
})

describe('VR-02 share', () => {
  const one = (part: string, total: string, percent: string, unit = '0') =>
    checkShare({
      part: r(part),
      total: r(total),
      unit: r(unit),
      totalUnit: r(unit),
      percent: r(percent),
      decimals: percent.includes('.') ? 1 : 0,
    })
  const told = (...args: Parameters<typeof one>) => {
    const found = one(...args)
    return [found.verdict, places(found.computed, 3), places(found.low, 3), places(found.high, 3)]
  }
  it('3.9 of 32.5 stated as 11.8 %', () => {
    expect(told('3.9', '32.5', '11.8', '0.1')).toEqual([
      'explained-by-input-rounding',
      '12.000',
      '11.828',
      '12.173',
    ])
  })
  it('18.1 of 32.5 stated as 55.7 %', () => {
    expect(told('18.1', '32.5', '55.7', '0.1').slice(0, 2)).toEqual(['ok', '55.692'])
  })
  it('10.5 of 32.5 stated as 32.5 %', () => {
    expect(told('10.5', '32.5', '32.5', '0.1')).toEqual([
      'explained-by-input-rounding',
      '32.308',
      '32.104',
      '32.512',
    ])
  })
  it('636 of 3,878 stated as 16.5 %', () => {
    expect(told('636', '3878', '16.5', '1')).toEqual(['mismatch', '16.400', '16.385', '16.415'])
  })
  it('2,713, 2,163 of 3,833 and 5,980 of 34,101', () => {
    expect([one('2713', '3833', '70').verdict, places(one('2713', '3833', '70').computed, 2)]).toEqual([
      'truncated',
      '70.78',
    ])
    expect([one('2163', '3833', '56').verdict, places(one('2163', '3833', '56').computed, 2)]).toEqual([
      'ok',
      '56.43',
    ])
    expect([one('5980', '34101', '18').verdict, places(one('5980', '34101', '18').computed, 2)]).toEqual([
      'ok',
      '17.54',
    ])
  })
  it('INC-03: of 45.7, 37.8 and 16.5 % the last was forced to make 100', () => {
    const shares = [
      ['1774', '45.7'],
      ['1467', '37.8'],
      ['636', '16.5'],
    ].map(([part = '', percent = '']) => ({ part: r(part), percent: r(percent), decimals: 1 }))
    const { each, base } = checkShares(shares, { total: r('3878') })
    expect(base).toBeNull()
    expect(each.map(({ verdict, forced }) => [verdict, forced])).toEqual([
      ['ok', false],
      ['ok', false],
      ['mismatch', true],
    ])
  })
  it('shares that fail of one total may all belong to another', () => {
    // 30 and 50 of 200 are 15 and 25 %; as 30 and 50 % they are shares of 100.
    const shares = [
      ['30', '30'],
      ['50', '50'],
    ].map(([part = '', percent = '']) => ({ part: r(part), percent: r(percent), decimals: 0 }))
    const { each, base } = checkShares(shares, { total: r('200') })
    expect(each.map(({ verdict }) => verdict)).toEqual(['other-base', 'other-base'])
    expect([places(base?.from, 4), places(base?.to, 4)]).toEqual(['99.0099', '101.0101'])
  })
})

describe('VR-03 implied base', () => {
  it('1,300 at 73.7 % is a part of 1,763, 1,764 or 1,765', () => {
    expect(impliedBase({ part: r('1300'), percent: r('73.7'), decimals: 1 })).toEqual({
      first: 1763,
      last: 1765,
    })
  })
})

describe('VR-04 share total', () => {
  it('23.3 + 38.8 + 23.6 + 13.3 leave one percent', () => {
    const found = checkShareTotal(['23.3', '38.8', '23.6', '13.3'].map(r), 1)
    expect([found.verdict, ratioText(found.sum), ratioText(found.difference)]).toEqual([
      'incomplete',
      '99',
      '1',
    ])
  })
  it('28 + 32 + 40 = 100, and three thirds of 33.3 are rounding', () => {
    expect(checkShareTotal(['28', '32', '40'].map(r), 0).verdict).toBe('ok')
    expect(checkShareTotal(['33.3', '33.3', '33.3'].map(r), 1).verdict).toBe('ok-tolerance')
    expect(checkShareTotal(['60', '60'].map(r), 0).verdict).toBe('mismatch')
  })
})

describe('VR-05, VR-06, VR-07', () => {
  it('30 and 32 party members contradict each other', () => {
    expect(checkSame(r('30'), r('32'))).toEqual({ verdict: 'contradiction', difference: r('2') })
    expect(checkSame(r('30'), r('30')).verdict).toBe('ok')
  })
  it('600 of 3,371 keeps ">= 16.5 %"', () => {
    expect(checkBound({ qualifier: '=', value: r('600/3371') }, '>=', r('0.165'))).toBe('bound-ok')
    expect(checkBound({ qualifier: '=', value: r('556/3371') }, '>=', r('0.165'))).toBe('bound-fail')
    expect(checkBound({ qualifier: '~', value: r('0.2') }, '>=', r('0.165'))).toBe('bound-unknown')
  })
  it('5,500 with an increment of 800 and 16 %: base 4,700 and 17.02 %, possible only since 5,500 is a lower bound', () => {
    const found = checkGrowth({
      end: { qualifier: '>=', value: r('5500') },
      increment: r('800'),
      percent: r('16'),
      decimals: 0,
    })
    expect([found.verdict, ratioText(found.base ?? r('0')), places(found.computed, 2)]).toEqual([
      'mismatch',
      '4700',
      '17.02',
    ])
    expect([ratioText(found.agreesAt.end), ratioText(found.agreesAt.base), found.possible]).toEqual([
      '5800',
      '5000',
      true,
    ])
    expect(
      checkGrowth({
        end: { qualifier: '=', value: r('5500') },
        increment: r('800'),
        percent: r('16'),
        decimals: 0,
      }).possible,
    ).toBe(false)
  })
})
