import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, formatYuan, parseYuan, yuanText } from './money.ts'
import { isProblem } from './problem.ts'

const safe = fc.maxSafeInteger().map(fen)

describe('wire form of money', () => {
  it.each([
    ['50000.00', 5_000_000],
    ['50000', 5_000_000],
    ['0', 0],
    ['-0.05', -5],
    ['-0.00', 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('reads %s', (text, amount) => {
    expect(Object.is(parseYuan(text), amount)).toBe(true)
  })

  it.each(['', '5万', '50,000.00', '1.5', '1.005', '01', '.50', '+1', ' 1', '1e3', '−1.00', '1.00 ', 'NaN'])(
    'refuses %j and names the form',
    (text) => {
      const thrown = problemOf(() => parseYuan(text))
      expect(isProblem(thrown, 'money.form')).toBe(true)
      expect(thrown).toMatchObject({ status: 422, details: { given: text } })
    },
  )

  it('refuses what a number cannot hold exactly', () => {
    expect(
      isProblem(
        problemOf(() => parseYuan('90071992547409.92')),
        'money.notWhole',
      ),
    ).toBe(true)
    expect(
      isProblem(
        problemOf(() => fen(0.5)),
        'money.notWhole',
      ),
    ).toBe(true)
  })

  it('reads back what it writes', () => {
    fc.assert(fc.property(safe, (amount) => parseYuan(yuanText(amount)) === amount))
  })

  it.each([
    ['50000.00', '50,000.00'],
    ['-1234567.05', '\u22121,234,567.05'],
    ['999.99', '999.99'],
    ['0', '0.00'],
  ])('shows %s as %s', (wire, shown) => {
    expect(formatYuan(parseYuan(wire))).toBe(shown)
  })
})

function problemOf(act: () => unknown): unknown {
  try {
    act()
  } catch (thrown) {
    return thrown
  }
  return undefined
}
