import { describe, expect, it } from 'vitest'
import { moneyText } from './money-text.tsx'

describe('yuan as an office writes it', () => {
  it.each([
    ['12345.6', '12,345.60'],
    ['-60900.00', '−60,900.00'],
    ['0', '0.00'],
    ['999.99', '999.99'],
    ['1000', '1,000.00'],
    ['90071992547409.91', '90,071,992,547,409.91'],
  ])('%s reads %s', (yuan, text) => {
    expect(moneyText(yuan)).toBe(text)
  })
  it('leaves what is no amount as it is', () => {
    expect(moneyText('不详')).toBe('不详')
  })
})
