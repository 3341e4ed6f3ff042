import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Share } from './money.ts'
import {
  addFen,
  fen,
  formatYuan,
  mulDivRound,
  parseYuan,
  split,
  subFen,
  sumFen,
  upperYuan,
  yuanText,
} from './money.ts'
import { isProblem } from './problem.ts'
import type { Rounding } from './round.ts'
import { roundings } from './round.ts'

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

describe('arithmetic', () => {
  it('adds, subtracts, sums and refuses overflow', () => {
    expect(addFen(fen(10), fen(-3))).toBe(7)
    expect(subFen(fen(10), fen(13))).toBe(-3)
    expect(sumFen([])).toBe(0)
    expect(sumFen([fen(1), fen(2), fen(3)])).toBe(6)
    expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow()
  })

  // 5/2 and its neighbours, worked by hand from the definitions
  it.each<[number, number, Rounding, number]>([
    [5, 2, 'half-up', 3],
    [-5, 2, 'half-up', -3],
    [5, 2, 'half-even', 2],
    [7, 2, 'half-even', 4],
    [-5, 2, 'half-even', -2],
    [5, 2, 'down', 2],
    [-5, 2, 'down', -2],
    [5, 2, 'up', 3],
    [-5, 2, 'up', -3],
    [5, 2, 'ceil', 3],
    [-5, 2, 'ceil', -2],
    [5, 2, 'floor', 2],
    [-5, 2, 'floor', -3],
    [5, -2, 'floor', -3],
    [4, 3, 'half-up', 1],
    [5, 3, 'half-up', 2],
    [4, 3, 'up', 2],
    [6, 3, 'up', 2],
  ])('%i / %i %s = %i', (a, c, mode, expected) => {
    expect(mulDivRound(a, 1, c, mode)).toBe(expected)
  })

  it('is exact beyond 2^53 and refuses a result that is not', () => {
    expect(mulDivRound(9_007_199_254_740_991, 999_999, 1_000_000, 'half-up')).toBe(9_007_190_247_541_736)
    expect(
      isProblem(
        problemOf(() => mulDivRound(9_007_199_254_740_991, 2, 1, 'down')),
        'number.tooLarge',
      ),
    ).toBe(true)
    expect(
      isProblem(
        problemOf(() => mulDivRound(1, 1, 0, 'down')),
        'number.divisionByZero',
      ),
    ).toBe(true)
  })

  it('agrees with the definition of each mode in exact arithmetic', () => {
    const c = fc.maxSafeInteger().filter((n) => n !== 0)
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer(), c, fc.constantFrom(...roundings), (a, b, den, mode) => {
        const bound = BigInt(Number.MAX_SAFE_INTEGER)
        const expected = defined(BigInt(a) * BigInt(b), BigInt(den), mode)
        fc.pre(expected <= bound && expected >= -bound)
        return BigInt(mulDivRound(a, b, den, mode)) === expected
      }),
    )
  })
})

/** Each mode by its definition through the floor and the distance to it. */
function defined(n: bigint, c: bigint, mode: Rounding): bigint {
  const [num, den] = c < 0n ? [-n, -c] : [n, c]
  const rest = ((num % den) + den) % den
  const floor = (num - rest) / den
  if (rest === 0n) return floor
  const toZero = num > 0n ? floor : floor + 1n
  const fromZero = num > 0n ? floor + 1n : floor
  const nearest = 2n * rest > den ? floor + 1n : floor
  const even = floor % 2n === 0n ? floor : floor + 1n
  const tie = 2n * rest === den
  const table: Record<Rounding, bigint> = {
    floor,
    ceil: floor + 1n,
    down: toZero,
    up: fromZero,
    'half-up': tie ? fromZero : nearest,
    'half-even': tie ? even : nearest,
  }
  return table[mode]
}

describe('split by shares (GEN-01)', () => {
  const percent = (...parts: (number | 'rest')[]): [string, Share][] =>
    parts.map((p, i) => [String(i), p === 'rest' ? p : { num: p, den: 100 }])
  const texts = (total: string, ...parts: (number | 'rest')[]): string[] =>
    split(parseYuan(total), percent(...parts)).map(([, amount]) => yuanText(amount))

  it('gives the examples of the rule', () => {
    expect(texts('33333.33', 30, 40, 30)).toEqual(['10000.00', '13333.33', '10000.00'])
    expect(texts('100.01', 30, 40, 30)).toEqual(['30.00', '40.00', '30.01'])
    expect(texts('33333.33', 50, 50, 0)).toEqual(['16666.67', '16666.66', '0.00'])
    expect(texts('33333.33', 30, 40, 'rest')).toEqual(['10000.00', '13333.33', '10000.00'])
  })

  it('cuts the earlier shares from the end where rounding up leaves less than 0', () => {
    expect(texts('0.02', 25, 25, 25, 25)).toEqual(['0.01', '0.01', '0.00', '0.00'])
  })

  it('keeps names and order and lets a rest stand anywhere', () => {
    const parts = split(parseYuan('100.01'), [
      ['government', { num: 3, den: 10 }],
      ['person', 'rest'],
      ['collective', { num: 2, den: 5 }],
    ])
    expect(parts).toEqual([
      ['government', 3000],
      ['person', 3000],
      ['collective', 4001],
    ])
    expect(split(parseYuan('10'), [['all', 'rest']])).toEqual([['all', 1000]])
  })

  it('refuses shares that are not the whole, or below 0', () => {
    expect(
      isProblem(
        problemOf(() => texts('100', 30, 40)),
        'split.notWhole',
      ),
    ).toBe(true)
    expect(
      isProblem(
        problemOf(() => texts('100', 70, 40, 'rest')),
        'split.negative',
      ),
    ).toBe(true)
    expect(
      isProblem(
        problemOf(() => split(fen(1), [])),
        'split.notWhole',
      ),
    ).toBe(true)
  })

  it('always adds up, none below 0, none far from its share, a share of 0 gets 0', () => {
    const shares = fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }).filter((w) => w.some((x) => x > 0))
    fc.assert(
      fc.property(fc.nat(10 ** 9), shares, (total, weights) => {
        const den = weights.reduce((a, b) => a + b, 0)
        const parts = split(
          fen(total),
          weights.map((num, i) => [String(i), { num, den }] as const),
        ).map(([, part]) => part)
        expect(sumFen(parts)).toBe(total)
        parts.forEach((part, i) => {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(Math.abs(part - (total * (weights[i] ?? 0)) / den)).toBeLessThanOrEqual(weights.length)
          if (weights[i] === 0) expect(part).toBe(0)
        })
      }),
    )
  })
})

describe('amounts in capitals', () => {
  // The first ten are the examples of 《正确填写票据和结算凭证的基本规定》 and of the design; the others follow its rules by hand.
  it.each([
    ['1409.50', '壹仟肆佰零玖元伍角'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元零叁角贰分'],
    ['107000.53', '壹拾万柒仟元零伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['2500000', '贰佰伍拾万元整'],
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角'],
    ['10', '壹拾元整'],
    ['10001', '壹万零壹元整'],
    ['100500', '壹拾万零伍佰元整'],
    ['20030', '贰万零叁拾元整'],
    ['100005000', '壹亿零伍仟元整'],
    ['100000001', '壹亿零壹元整'],
    ['1050000000', '壹拾亿伍仟万元整'],
    ['1000050000', '壹拾亿零伍万元整'],
    ['1000000000000', '壹万亿元整'],
    ['-240.00', '负贰佰肆拾元整'],
  ])('%s is %s', (amount, capitals) => {
    expect(upperYuan(parseYuan(amount))).toBe(capitals)
  })

  it('never writes two zeros in a row nor ends a number with one', () => {
    fc.assert(
      fc.property(
        safe,
        (amount) => !/零零|零[元万亿](?!整)/.test(upperYuan(amount).replace(/^负?零元整$/, '')),
      ),
    )
  })

  it('is read back to the same amount', () => {
    fc.assert(
      fc.property(
        safe.filter((x) => x >= 0),
        (amount) => readCapitals(upperYuan(amount)) === BigInt(amount),
      ),
    )
  })
})

/** An independent reader: value by position of digit and unit, in fen. */
function readCapitals(text: string): bigint {
  const [yuan = '', rest = ''] = text.includes('元') ? text.split('元') : ['', text]
  const cents = /^零?(?:(.)角)?零?(?:(.)分)?整?$/.exec(rest)
  const value = (c: string | undefined): bigint => (c ? BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(c)) : 0n)
  return readWhole(yuan) * 100n + value(cents?.[1]) * 10n + value(cents?.[2])
}

function readWhole(text: string): bigint {
  for (const [unit, size] of [
    ['亿', 10n ** 8n],
    ['万', 10n ** 4n],
    ['仟', 1000n],
    ['佰', 100n],
    ['拾', 10n],
  ] as const) {
    const at = text.lastIndexOf(unit)
    if (at >= 0) return readWhole(text.slice(0, at)) * size + readWhole(text.slice(at + 1))
  }
  const digit = text.replaceAll('零', '')
  return digit === '' ? 0n : BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(digit))
}

function problemOf(act: () => unknown): unknown {
  try {
    act()
  } catch (thrown) {
    return thrown
  }
  return undefined
}
