/** LS-08, LS-09, OF-03: what is due, what arrived, when accounts can be opened. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day, type Fen, fen, parseYuan } from '#kernel'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { claim, receive } from '../../src/ledger/funding/receipt.ts'
import {
  exceptFunding,
  fundingSheet,
  reasonsNotToOpen,
  setFundingDue,
} from '../../src/ledger/funding/sheet.ts'
import { listReceipts } from '../../src/ledger/funding/store.ts'
import { fundsOf } from '../../src/ledger/registry.ts'
import { funds as declared, protectionFund as fund } from '../../src/systems/land-security/funds/index.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const funds = fundsOf(declared)
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)
const due = {
  government: parseYuan('15000'),
  collective: parseYuan('20000'),
  individual: parseYuan('15000'),
  reserve: parseYuan('2500'),
}
const context = { register: 'landTake', id: 9 }
let ticket = 0

function arrive(part: string, amount: Fen, of = context) {
  ticket += 1
  const [bankRef, arrivedOn] = [`LS${ticket}`, day('2025-08-22')]
  return run((ctx) =>
    receive(ctx, {
      fund,
      arrivedOn,
      amount,
      payer: '自然资源局',
      bankRef,
      ticket: `T${ticket}`,
      context: of,
      part,
    }),
  )
}

it('LS-09: due 52,500, arrived 15,000 + 20,000 + 15,000 + 0: short 2,500 of the reserve', async () => {
  await run((ctx) => setFundingDue(ctx, { fund, context, source: 'case:1', due }))
  for (const part of ['government', 'collective', 'individual'] as const) {
    const { receiptId } = await arrive(part, due[part])
    await run((ctx) => claim(ctx, funds, { receiptId, claims: [{ context, part, amount: due[part] }] }))
  }
  const sheet = await run((ctx) => fundingSheet(ctx, { fund, context }))
  expect(sheet).toMatchObject({ due: 5_250_000, arrived: 5_000_000, short: 250_000, full: false })
  expect(reasonsNotToOpen(sheet).map((r) => r.zh)).toEqual(['风险准备金差 2,500.00 元没有到账'])
})

it('a surplus of one part does not make up for another', async () => {
  const other = { register: 'landTake', id: 10 }
  await run((ctx) => setFundingDue(ctx, { fund, context: other, source: 'case:2', due }))
  await arrive('government', parseYuan('52500'), other)
  const sheet = await run((ctx) => fundingSheet(ctx, { fund, context: other }))
  expect(sheet).toMatchObject({ arrived: 5_250_000, full: false })
})

it('money that arrived must be claimed before accounts are opened, by another person', async () => {
  const finance = county.actor()
  const { receiptId } = await county.run(finance, (ctx) =>
    receive(ctx, {
      fund,
      arrivedOn: day('2025-08-25'),
      amount: due.reserve,
      payer: '财政局',
      bankRef: 'R',
      ticket: 'R',
      context,
      part: 'reserve',
    }),
  )
  const claims = [{ context, part: 'reserve', amount: due.reserve }]
  const sheet = await run((ctx) => fundingSheet(ctx, { fund, context }))
  expect(sheet.full).toBe(true)
  expect(reasonsNotToOpen(sheet).map((r) => r.zh)).toEqual(['风险准备金有 2,500.00 元已到账、未认领'])
  await expect(county.run(finance, (ctx) => claim(ctx, funds, { receiptId, claims }))).rejects.toMatchObject({
    code: 'ledger.claimSamePerson',
  })
  const twice = [...claims, ...claims]
  await expect(run((ctx) => claim(ctx, funds, { receiptId, claims: twice }))).rejects.toMatchObject({
    code: 'ledger.claimBeyond',
  })
  await run((ctx) => claim(ctx, funds, { receiptId, claims }))
  expect(reasonsNotToOpen(await run((ctx) => fundingSheet(ctx, { fund, context })))).toEqual([])
  expect(await run((ctx) => listReceipts(ctx.tx, { fund: fund.id, open: true, limit: 10 }))).toHaveLength(1)
})

it('one receipt is split over several projects and parts (OF-03)', async () => {
  const [a, b] = [
    { register: 'landTake', id: 21 },
    { register: 'landTake', id: 22 },
  ]
  const { receiptId } = await run((ctx) =>
    receive(ctx, {
      fund,
      arrivedOn: day('2025-08-25'),
      amount: fen(1000),
      payer: '自然资源局',
      bankRef: 'S',
      ticket: 'S',
    }),
  )
  const claims = [
    { context: a, part: 'collective', amount: fen(600) },
    { context: b, part: 'individual', amount: fen(300) },
    { context: b, part: 'reserve', amount: fen(100) },
  ]
  await run((ctx) => claim(ctx, funds, { receiptId, claims }))
  const [sheetA, sheetB] = await run(async (ctx) => [
    await fundingSheet(ctx, { fund, context: a }),
    await fundingSheet(ctx, { fund, context: b }),
  ])
  expect([sheetA.arrived, sheetB.arrived]).toEqual([600, 400])
})

it('the same bank line or ticket is registered once', async () => {
  const again = {
    fund,
    arrivedOn: day('2025-08-25'),
    amount: fen(1),
    payer: 'x',
    bankRef: 'S',
    ticket: 'new',
  }
  await expect(run((ctx) => receive(ctx, again))).rejects.toMatchObject({ code: 'ledger.receiptTwice' })
})

it('the county may decide to open for the funded part; that is recorded (OF-03)', async () => {
  const other = { register: 'landTake', id: 10 }
  const given = { fund, context: other, document: '青政办函〔2025〕7 号', reason: '先保障已到账的 60 人' }
  await run((ctx) => exceptFunding(ctx, given))
  const sheet = await run((ctx) => fundingSheet(ctx, { fund, context: other }))
  expect(sheet.excepted).toMatchObject({ document: '青政办函〔2025〕7 号' })
  expect(reasonsNotToOpen(sheet).map((r) => r.zh)).toEqual(['政府出资有 52,500.00 元已到账、未认领'])
})
