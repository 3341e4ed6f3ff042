/** Posting and its refusals, by the room and by raw SQL as the application. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, fen, t } from '#kernel'
import { type TestCounty, testCounty } from '#test/database.ts'
import { sql } from 'kysely'
import { protectionFund } from '../systems/land-security/funds/index.ts'
import { balance, openAccount, postVoucher, reverseVoucher } from './index.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const fund = protectionFund.id
const on = day('2025-08-22')
const area = '990101103201'

describe('a voucher', () => {
  it('posts a receipt and moves both balances', async () => {
    const actor = county.actor()
    const posted = await county.run(actor, (ctx) =>
      postVoucher(ctx, {
        fund,
        purpose: 'contribution',
        day: on,
        text: t('收上坝地块集体出资', 'Collective contribution received'),
        source: 'receipt:1',
        lines: [
          { account: { kind: 'special' }, debit: fen(2_500_000_00) },
          { account: { kind: 'raised', part: 'collective', context: { register: 'landTake', id: 1 } }, credit: fen(2_500_000_00) },
        ],
      }),
    )
    expect(posted.number).toBe('记-0001')
    expect(posted.period).toBe('2025-08')
    const special = await county.run(actor, (ctx) => openAccount(ctx, { fund, kind: 'special', area: '990101' }))
    expect(await county.run(actor, (ctx) => balance(ctx, special))).toBe(250_000_000)
  })
})
