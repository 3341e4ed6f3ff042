import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnownQuantity, Qualifier, Quantity } from './quantity.ts'
import {
  checkBound,
  exactly,
  quantityOfSum,
  quantityText,
  sumQuantities,
  sumText,
  unknownQuantity,
} from './quantity.ts'
import { parseQuantity } from './quantity-parse.ts'
import { ratio, ratioText } from './ratio.ts'

const q = (qualifier: Qualifier, value: number): KnownQuantity => ({ qualifier, value: ratio(value) })

describe('reading (GEN-02, GEN-07, GEN-08)', () => {
  it.each([
    ['1500人以上', '>=', '1500', '人'],
    ['3000平方以上', '>=', '3000', '平方'],
    ['3个月以上', '>=', '3', '个月'],
    ['不足四分之一', '<', '0.25', undefined],
    ['大致150件', '~', '150', '件'],
    ['5500元以上', '>=', '5500', '元'],
    ['１，５００人', '=', '1500', '人'],
    ['不满16周岁', '<', '16', '周岁'],
    ['超过100户', '>', '100', '户'],
    ['至少20万', '>=', '200000', undefined],
    ['30余户', '>', '30', '户'],
    ['3.5万亩左右', '~', '35000', '亩'],
    ['16.5%以上', '>=', '0.165', undefined],
    ['百分之三十', '=', '0.3', undefined],
    ['一百五十人以下', '<=', '150', '人'],
    ['近万人', '~', '10000', '人'],
    ['一万亿元', '=', '1000000000000', '元'],
    ['二十万', '=', '200000', undefined],
    ['一万二千三百零五', '=', '12305', undefined],
    ['≥ 400', '>=', '400', undefined],
    ['2.36', '=', '2.36', undefined],
  ])('%s', (raw, qualifier, value, unit) => {
    const read = parseQuantity(raw)
    expect(read).toMatchObject({ ok: true, value: { qualifier, raw, ...(unit ? { unit } : {}) } })
    expect(read.ok && read.value.qualifier !== '?' && ratioText(read.value.value)).toBe(value)
    expect(read.ok && 'unit' in read.value).toBe(unit !== undefined)
  })

  // Worked out by hand: two digits side by side are "this or that", halfway between them; the words are kept.
  it.each([
    ['三四亩', '~', '3.5', '亩'],
    ['五六百元', '~', '550', '元'],
    ['一两千元', '~', '1500', '元'],
    ['三四十万元', '~', '350000', '元'],
    ['十七八岁', '~', '17.5', '岁'],
    ['一百二三十户', '~', '125', '户'],
    ['两三个月', '~', '2.5', '个月'],
    ['三五百斤', '~', '400', '斤'],
    ['约三四亩', '~', '3.5', '亩'],
    ['五六百元左右', '~', '550', '元'],
    ['十来亩', '~', '10', '亩'],
    ['二十来户', '~', '20', '户'],
    ['十来万元', '~', '100000', '元'],
    ['上百人', '>=', '100', '人'],
    ['上万亩', '>=', '10000', '亩'],
    ['百余人', '>', '100', '人'],
    ['十几户', '>', '10', '户'],
    ['几百人', '>', '100', '人'],
    ['数十户', '>', '10', '户'],
    ['好几千元', '>', '1000', '元'],
    ['三百多万元', '>', '3000000', '元'],
    ['3万余亩', '>', '30000', '亩'],
    ['三百五', '=', '350', undefined],
    ['一万二', '=', '12000', undefined],
    ['三百零五', '=', '305', undefined],
    ['十五', '=', '15', undefined],
    ['一五〇', '=', '150', undefined],
    ['三一', '=', '31', undefined],
    ['百万', '=', '1000000', undefined],
  ])('%s, as people say it', (raw, qualifier, value, unit) => {
    const read = parseQuantity(raw)
    expect(read).toMatchObject({ ok: true, value: { qualifier, raw, ...(unit ? { unit } : {}) } })
    expect(read.ok && read.value.qualifier !== '?' && ratioText(read.value.value)).toBe(value)
  })

  it.each(['二八百', '百八十斤', '百十来人', '近三四亩', '三四亩以上', '几个人'])(
    '%s says no one quantity',
    (raw) => expect(parseQuantity(raw).ok).toBe(false),
  )

  it('takes 近百人 as about 100, below (AMB-44)', () => {
    expect(parseQuantity('近百人')).toEqual({
      ok: true,
      value: { qualifier: '~', below: true, value: ratio(100), unit: '人', raw: '近百人' },
    })
  })

  it.each(['xx', '20xx', 'XX', '20__', 'x月', '', '  ', '不详', '２０ｘｘ', '/'])(
    '%j is unknown, with the raw text kept',
    (raw) => {
      expect(parseQuantity(raw)).toEqual({ ok: true, value: { qualifier: '?', raw } })
    },
  )

  it.each(['很多', '2至3人', '至少3人以上', '1/0', '零分之一', '-5', '以上'])(
    '%s is not read as a number',
    (raw) => {
      const read = parseQuantity(raw)
      expect(!read.ok && read.text.zh).toContain(`“${raw}”读不出一个数量`)
    },
  )
})

describe('sums', () => {
  it('never take unknown values in', () => {
    const sum = sumQuantities([q('=', 394), q('=', 54), unknownQuantity('xx'), unknownQuantity('')])
    expect(sum).toEqual({ qualifier: '=', value: ratio(448), unknown: 2 })
    expect(sumText(sum)).toEqual({ zh: '至少 448，另有 2 个不详', en: 'at least 448, 2 values unknown' })
    expect(quantityOfSum(sum)).toEqual(q('>=', 448))
  })

  it.each<[Qualifier[], Qualifier]>([
    [[], '='],
    [['='], '='],
    [['>=', '>='], '>='],
    [['>=', '='], '>='],
    [['=', '<'], '<'],
    [['<', '<='], '<'],
    [['>', '>='], '>'],
    [['>=', '<='], '~'],
    [['>', '<'], '~'],
    [['~', '='], '~'],
    [['~', '>='], '~'],
  ])('of %j is %s (AMB-44)', (qualifiers, expected) => {
    expect(sumQuantities(qualifiers.map((x) => q(x, 1))).qualifier).toBe(expected)
    expect(sumQuantities(qualifiers.map((x) => q(x, 1)).reverse()).qualifier).toBe(expected)
  })

  it('of a part with only an upper bound and unknown values is unknown', () => {
    const sum = sumQuantities([q('<=', 10), unknownQuantity('xx')])
    expect(sumText(sum).zh).toBe('已知部分10以下，另有 1 个不详')
    expect(quantityOfSum(sum).qualifier).toBe('?')
  })
})

describe('check against a bound (GEN-08)', () => {
  it.each<[Quantity, Exclude<Qualifier, '~'>, number, string]>([
    [q('>=', 1500), '>=', 1000, 'satisfied'],
    [q('>=', 1500), '>=', 1500, 'satisfied'],
    [q('>=', 1500), '>=', 2000, 'cannot-tell'],
    [q('>=', 1500), '>', 1500, 'cannot-tell'],
    [q('>', 1500), '>', 1500, 'satisfied'],
    [q('>=', 1500), '<', 1500, 'violated'],
    [q('<', 100), '>=', 100, 'violated'],
    [q('<=', 100), '>=', 100, 'cannot-tell'],
    [q('<', 100), '<=', 100, 'satisfied'],
    [q('=', 100), '=', 100, 'satisfied'],
    [q('=', 99), '=', 100, 'violated'],
    [q('>', 100), '=', 100, 'violated'],
    [q('>=', 100), '=', 100, 'cannot-tell'],
    [q('~', 150), '>=', 10, 'cannot-tell'],
    [{ ...q('~', 100), below: true }, '<=', 100, 'satisfied'],
    [{ ...q('~', 100), below: true }, '>=', 100, 'violated'],
    [{ ...q('~', 100), below: true }, '>=', 90, 'cannot-tell'],
    [unknownQuantity('xx'), '>=', 0, 'cannot-tell'],
  ])('%j %s %i: %s', (quantity, bound, limit, verdict) => {
    expect(checkBound(quantity, bound, ratio(limit))).toBe(verdict)
  })

  const holds: Record<Exclude<Qualifier, '~'>, (a: number, b: number) => boolean> = {
    '=': (a, b) => a === b,
    '>=': (a, b) => a >= b,
    '<=': (a, b) => a <= b,
    '>': (a, b) => a > b,
    '<': (a, b) => a < b,
  }

  it('says satisfied or violated exactly if all or none of the possible values keep the bound', () => {
    const anyQualifier = fc.constantFrom<Exclude<Qualifier, '~'>>('=', '>=', '<=', '<', '>')
    const small = fc.integer({ min: -3, max: 3 })
    const halves = Array.from({ length: 41 }, (_, i) => i / 2 - 10)
    fc.assert(
      fc.property(anyQualifier, small, anyQualifier, small, (qualifier, value, bound, limit) => {
        const kept = halves.filter((x) => holds[qualifier](x, value)).map((x) => holds[bound](x, limit))
        const expected = kept.every(Boolean) ? 'satisfied' : kept.some(Boolean) ? 'cannot-tell' : 'violated'
        expect(checkBound(q(qualifier, value), bound, ratio(limit))).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })
})

describe('wording', () => {
  it.each<[Quantity, string, string]>([
    [{ ...q('>=', 1500), unit: '人' }, '1,500人以上', 'at least 1,500'],
    [{ qualifier: '<', value: ratio(1, 3) }, '不足1/3', 'less than 1/3'],
    [{ ...q('~', 150), unit: '件' }, '约150件', 'about 150'],
    [{ ...q('~', 100), below: true, unit: '人' }, '近100人', 'nearly 100'],
    [exactly(ratio(1_234_567)), '1,234,567', '1,234,567'],
    [q('>', 30), '超过30', 'more than 30'],
    [unknownQuantity('xx'), '不详', 'unknown'],
  ])('%j', (quantity, zh, en) => {
    expect(quantityText(quantity)).toEqual({ zh, en })
  })
})
