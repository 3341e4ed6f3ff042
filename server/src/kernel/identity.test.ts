import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfNumber } from './day.ts'
import {
  bankCard,
  checkBankCard,
  checkCreditCode,
  checkPhone,
  checkResidentId,
  creditCode,
  maskBankCard,
  maskId,
  maskPhone,
  readResidentId,
  residentId,
} from './identity.ts'

const anyBirth = fc.integer({ min: -25_000, max: 20_000 }).map(dayOfNumber)
const anyId = fc
  .tuple(anyBirth, fc.integer({ min: 0, max: 999 }))
  .map(([birth, seq]) => residentId('990101', birth, seq))

describe('resident identity numbers (GB 11643)', () => {
  // The two examples that GB 11643-1999 itself prints.
  it.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
  ])('%s is valid', (id, birth, sex) => {
    expect(checkResidentId(id)).toEqual({ ok: true, value: id })
    expect(readResidentId(id)).toEqual({ birth, sex })
  })

  it('take a small x and spaces around, and upgrade 15 digits', () => {
    expect(checkResidentId(' 11010519491231002x ')).toEqual({ ok: true, value: '11010519491231002X' })
    expect(checkResidentId('110105491231002')).toEqual({ ok: true, value: '11010519491231002X' })
  })

  it.each([
    ['1101051949123100', '18 位'],
    ['11010519491231X02X', '只能是数字'],
    ['01010519491231002X', '省级代码'],
    ['110105194913310022', '日期'],
    ['110105194902290021', '日期'],
    ['110105194912310021', '校验'],
  ])('%s: says which rule is broken', (id, rule) => {
    const checked = checkResidentId(id)
    expect(checked.ok).toBe(false)
    expect(!checked.ok && checked.text.zh).toContain(rule)
    expect(!checked.ok && checked.text.en.length).toBeGreaterThan(10)
  })

  it('notice every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(anyId, fc.nat(16), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
        const other = String((Number(id[at]) + by) % 10)
        expect(checkResidentId(id).ok).toBe(true)
        expect(checkResidentId(id.slice(0, at) + other + id.slice(at + 1)).ok).toBe(false)
        const swapped = id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2)
        expect(checkResidentId(swapped).ok).toBe(swapped === id)
      }),
    )
  })

  it('are made with the birth date and the sex of their sequence number', () => {
    fc.assert(
      fc.property(anyBirth, fc.integer({ min: 0, max: 999 }), (birth, seq) => {
        expect(readResidentId(residentId('990101103201', birth, seq))).toEqual({
          birth,
          sex: seq % 2 === 1 ? 'male' : 'female',
        })
      }),
    )
  })

  it.each([-1, 1000, 0.5])('are not made with the sequence number %d', (seq) => {
    expect(() => residentId('990101', dayOfNumber(0), seq)).toThrow('inside the system')
  })

  it('are masked to the first 6 and the last 4 (GEN-10)', () => {
    expect(maskId('11010519491231002X')).toBe('110105********002X')
    expect(maskId('110105491231002')).toBe('110105*****1002')
    expect(maskId('1234567890')).toBe('**********')
  })
})

describe('unified social credit codes (GB 32100)', () => {
  it('accept the example of the standard', () => {
    expect(checkCreditCode('91350100m000100y43')).toEqual({ ok: true, value: '91350100M000100Y43' })
  })

  it.each([
    ['91350100M000100Y4', '18 位'],
    ['91350100M000100I43', '不用 I'],
    ['9135010AM000100Y43', '3 至 8'],
    ['91350100M000100Y44', '校验'],
  ])('%s: says which rule is broken', (code, rule) => {
    const checked = checkCreditCode(code)
    expect(!checked.ok && checked.text.zh).toContain(rule)
  })

  it('are made valid', () => {
    expect(creditCode('91350100M000100Y4')).toBe('91350100M000100Y43')
    expect(() => creditCode('9135010IM000100Y4')).toThrow()
    fc.assert(
      fc.property(
        fc.stringMatching(/^[159][1-3]990101[0-9A-H]{9}$/),
        (body) => checkCreditCode(creditCode(body)).ok,
      ),
    )
  })
})

describe('mobile numbers', () => {
  it.each(['13800004071', '138 0000 4071', '+8613800004071', '138-0000-4071'])('%s is one', (given) => {
    expect(checkPhone(given)).toEqual({ ok: true, value: '13800004071' })
  })

  it.each([
    ['1380000407', '11 位'],
    ['12800004071', '13 至 19'],
    ['1380000407a', '11 位'],
  ])('%s: says which rule is broken', (given, rule) => {
    const checked = checkPhone(given)
    expect(!checked.ok && checked.text.zh).toContain(rule)
  })

  it('are masked', () => {
    expect(maskPhone('13800004071')).toBe('138****4071')
    expect(maskPhone('8881234')).toBe('*******')
  })
})

describe('bank cards', () => {
  // The test numbers that card schemes publish.
  it.each(['4111111111111111', '5500005555555559', '378282246310005', '4111 1111 1111 1111'])(
    '%s passes',
    (given) => {
      expect(checkBankCard(given)).toEqual({ ok: true, value: given.replaceAll(' ', '') })
    },
  )

  it.each([
    ['4111111111111112', '校验'],
    ['41111111111', '12 至 19'],
    ['4111x11111111111', '12 至 19'],
  ])('%s: says which rule is broken', (given, rule) => {
    const checked = checkBankCard(given)
    expect(!checked.ok && checked.text.zh).toContain(rule)
  })

  it('are made valid and masked', () => {
    expect(bankCard('411111111111111')).toBe('4111111111111111')
    expect(maskBankCard('4111111111111111')).toBe('************1111')
    expect(maskBankCard('1111')).toBe('****')
  })
})
