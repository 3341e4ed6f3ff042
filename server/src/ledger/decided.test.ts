/** What was booked by a decision, against what it gives when it is done again. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day, fen, t } from '#kernel'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { postVoucher, reverseVoucher } from './index.ts'
import { contribute, fund, openFor } from './ledger.fixture.ts'
import { entriesOfDecisions } from './voucher-store.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)

it('gives the amount of each voucher of the decision, a reversal with its sign, and no other subject', async () => {
  await run((ctx) => contribute(ctx, 500_00))
  const account = await run((ctx) => openFor(ctx, 910, 500_00))
  const subject = { register: 'protectedPerson', id: 910 }
  const posted = await run((ctx) =>
    postVoucher(ctx, {
      fund,
      purpose: 'benefit',
      day: day('2025-09-10'),
      text: t('养老金', 'Pension'),
      source: 'test',
      lines: [
        { account: { id: account }, debit: fen(240_00), subject, decisionId: 77 },
        { account: { kind: 'payable' as const }, credit: fen(240_00) },
      ],
    }),
  )
  const red = await run((ctx) => reverseVoucher(ctx, posted.voucherId, '记错'))
  const asked = (subjectId: number) => [{ id: 77, register: 'protectedPerson', subjectId }]
  const found = await run((ctx) => entriesOfDecisions(ctx.tx, asked(910)))
  expect(found.map(({ voucherId, amount, purpose }) => [voucherId, amount, purpose])).toEqual([
    [red.voucherId, -240_00, 'benefit'],
    [posted.voucherId, 240_00, 'benefit'],
  ])
  expect(await run((ctx) => entriesOfDecisions(ctx.tx, asked(911)))).toEqual([])
})
