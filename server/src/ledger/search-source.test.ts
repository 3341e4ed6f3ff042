import { describe, expect, it } from 'vitest'
import { voucherAsk } from './search-source.ts'

describe('what is asked of the vouchers', () => {
  it.each([
    ['2025-08', { period: '2025-08', serial: undefined }],
    ['记-0105', { period: undefined, serial: 105 }],
    ['0105', { period: undefined, serial: 105 }],
    ['2025-08 记-0105', { period: '2025-08', serial: 105 }],
    ['2025-08-0105', { period: '2025-08', serial: 105 }],
  ])('%s', (text, ask) => expect(voucherAsk(text)).toEqual(ask))

  it.each(['周桂枝', 'zgz', '105', '990101196806123017', '2025-办-0002', ''])(
    'not %s: a name, an identity number, a case',
    (text) => expect(voucherAsk(text)).toBeUndefined(),
  )
})
