import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isProblem } from './problem.ts'
import {
  addRatio,
  compareRatio,
  decimalText,
  divRatio,
  mulRatio,
  parsePercent,
  parseRatio,
  percentText,
  ratio,
  ratioText,
  roundRatio,
  subRatio,
} from './ratio.ts'

const anyRatio = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([num, den]) => ratio(num, den))

describe('exact fractions', () => {
  it.each([
    ['2.36', { num: 59, den: 25 }, '2.36'],
    ['1/3', { num: 1, den: 3 }, '1/3'],
    ['2/4', { num: 1, den: 2 }, '0.5'],
    ['-0.125', { num: -1, den: 8 }, '-0.125'],
    ['-0', { num: 0, den: 1 }, '0'],
    ['10.00', { num: 10, den: 1 }, '10'],
    ['-7/21', { num: -1, den: 3 }, '-1/3'],
  ])('%s', (text, value, canonical) => {
    expect(parseRatio(text)).toEqual(value)
    expect(ratioText(parseRatio(text))).toBe(canonical)
  })

  it.each(['', '1.', '.5', '1e3', '1/-3', '1 / 3', '1,000', '三'])('%j is none', (text) => {
    expect(
      isProblem(
        caught(() => parseRatio(text)),
        'ratio.form',
      ),
    ).toBe(true)
  })

  it('reads percentages as shares of 1', () => {
    expect(parsePercent('30')).toEqual({ num: 3, den: 10 })
    expect(parsePercent('2.5')).toEqual({ num: 1, den: 40 })
    expect(percentText(ratio(3, 10))).toBe('30')
    expect(percentText(ratio(1, 3))).toBe('100/3')
  })

  it('refuses division by zero and overflow', () => {
    expect(
      isProblem(
        caught(() => parseRatio('1/0')),
        'number.divisionByZero',
      ),
    ).toBe(true)
    expect(
      isProblem(
        caught(() => divRatio(ratio(1), ratio(0))),
        'number.divisionByZero',
      ),
    ).toBe(true)
    expect(
      isProblem(
        caught(() => parseRatio('9007199254740992')),
        'number.tooLarge',
      ),
    ).toBe(true)
  })

  it('rounds once, where it is asked to', () => {
    expect(decimalText(ratio(2, 3), 1, 'half-up')).toBe('0.7')
    expect(decimalText(ratio(-1, 8), 2, 'half-up')).toBe('-0.13')
    expect(decimalText(ratio(-1, 8), 2, 'half-even')).toBe('-0.12')
    expect(decimalText(ratio(5), 2, 'half-up')).toBe('5.00')
    expect(decimalText(ratio(5, 2), 0, 'half-even')).toBe('2')
    expect(roundRatio(ratio(7, 2), 'half-up')).toBe(4)
  })

  it('computes 0.1 + 0.2 = 0.3', () => {
    expect(addRatio(parseRatio('0.1'), parseRatio('0.2'))).toEqual(parseRatio('0.3'))
  })

  it('obeys the laws of a field and of an order', () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, (a, b) => {
        expect(subRatio(addRatio(a, b), b)).toEqual(a)
        expect(mulRatio(a, ratio(1))).toEqual(a)
        if (b.num !== 0) expect(divRatio(mulRatio(a, b), b)).toEqual(a)
        expect(compareRatio(a, b)).toBe(Math.sign(subRatio(a, b).num))
        expect(parseRatio(ratioText(a))).toEqual(a)
      }),
    )
  })
})

function caught(act: () => unknown): unknown {
  try {
    return act()
  } catch (thrown) {
    return thrown
  }
}
