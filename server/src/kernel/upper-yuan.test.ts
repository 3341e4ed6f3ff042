import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, parseYuan, upperYuan } from './money.ts'

const safe = fc.maxSafeInteger().map(fen)

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
    ['11000', '壹万壹仟元整'],
    ['100000000', '壹亿元整'],
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
