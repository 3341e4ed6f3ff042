/** Pay runs: charge order, exact counts, once, two persons (LS-12, LS-13, LS-17, OF-07, GEN-13). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Fen, fen, parseYuan } from '#kernel'
import { balance, openAccount, verifyChain } from '#ledger'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { splitCharges } from '../../src/procedure/run-charge.ts'
import { approveRun, cancelRun, openRun, proposeChunk } from '../../src/procedure/run-propose.ts'
import * as store from '../../src/procedure/run-store.ts'
import { account, doRun, endow, fund, samplePension, walkers } from './run.kit.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)

/** The month in which the pool first bears a part, and how the payment of that month is split. */
function emptyingMonth(opening: Fen, monthly: Fen) {
  let own = opening
  for (let month = 1; ; month++) {
    const { charges } = splitCharges([{ line: 1, amount: monthly, accountId: 1 }], {
      balances: new Map([[1, own]]),
      pooled: parseYuan('600000'),
      useOwn: true,
      usePool: true,
    })
    const [charge] = charges
    if (charge && charge.pool > 0) return { month, own: charge.own, pool: charge.pool }
    own = fen(own - (charge?.own ?? 0))
  }
}

describe('who bears a payment (OF-07)', () => {
  it('35,000 at 300: 116 full months, month 117 = 200 own + 100 pooled', () => {
    expect(emptyingMonth(parseYuan('35000'), parseYuan('300'))).toEqual({
      month: 117,
      own: 200_00,
      pool: 100_00,
    })
  })
  it('50,000 at 300: month 167 = 200 own + 100 pooled', () => {
    expect(emptyingMonth(parseYuan('50000'), parseYuan('300'))).toEqual({
      month: 167,
      own: 200_00,
      pool: 100_00,
    })
  })
  it('holds who is beyond own account and pool, and pays nobody in part', () => {
    const lines = [1, 2, 3].map((line) => ({ line, amount: fen(300), accountId: line }))
    const balances = new Map([
      [1, fen(100)],
      [2, fen(0)],
      [3, fen(300)],
    ])
    const { charges, uncovered } = splitCharges(lines, {
      balances,
      pooled: fen(400),
      useOwn: true,
      usePool: true,
    })
    expect(uncovered).toEqual([2])
    expect(charges).toEqual([
      { line: 1, own: 100, pool: 200, monthsLeft: 0 },
      { line: 3, own: 300, pool: 0, monthsLeft: 0 },
    ])
  })
})

describe('a pay run', () => {
  const walk = () => walkers(county, samplePension(300_00, 80_00))
  let poor: number
  let rich: number
  beforeAll(() =>
    run(async (ctx) => {
      await endow(ctx, 600_000_00)
      poor = await account(ctx, 1, 200_00)
      rich = await account(ctx, 2, 35_000_00)
    }),
  )

  it('posts several lines for one payment and leaves a draft batch of 240 beside 80 (LS-17)', async () => {
    const { id, progress } = await doRun(county, walk(), { run: 'land-security.pension', period: '2025-01' })
    expect(progress).toMatchObject({ done: true, at: 2, total: 2, postedTotal: 600_00 })
    const lines = await run((ctx) => store.readLines(ctx.tx, { runId: id, limit: 10 }))
    expect(
      lines.map(({ own, pool, monthsLeft, elsewhere }) => ({ own, pool, monthsLeft, elsewhere })),
    ).toEqual([
      { own: 200_00, pool: 100_00, monthsLeft: 0, elsewhere: 80_00 },
      { own: 300_00, pool: 0, monthsLeft: 115, elsewhere: 80_00 },
    ])
    expect(await run(async (ctx) => [await balance(ctx, poor), await balance(ctx, rich)])).toEqual([
      0, 34_700_00,
    ])
    expect(await run((ctx) => store.listEmptying(ctx.tx, { within: 12, limit: 10 }))).toMatchObject([
      { accountId: poor, monthsLeft: 0 },
    ])
  })
  it('is done once for a month', async () => {
    const again = doRun(county, walk(), { run: 'land-security.pension', period: '2025-01' })
    await expect(again).rejects.toMatchObject({ code: 'run.once' })
  })
  it('is approved by another account, with the sum that is there', async () => {
    const { proposer, approver, runs } = walk()
    const id = await county.run(proposer, (ctx) =>
      openRun(ctx, runs.get('land-security.pension'), { period: '2025-02' }),
    )
    await county.run(proposer, (ctx) => proposeChunk(ctx, runs, id))
    const signed = { runId: id, count: 2, total: 600_00 }
    await expect(county.run(proposer, (ctx) => approveRun(ctx, runs, signed))).rejects.toMatchObject({
      code: 'run.samePerson',
    })
    await expect(
      county.run(approver, (ctx) => approveRun(ctx, runs, { ...signed, total: 1 })),
    ).rejects.toMatchObject({ code: 'run.totals' })
    await county.run(proposer, (ctx) => cancelRun(ctx, id, '标准有变'))
    const after = await doRun(county, walk(), { run: 'land-security.pension', period: '2025-02' })
    expect(after.total).toBe(600_00)
  })
  it('refuses a period in another form', async () => {
    const opened = run((ctx) => openRun(ctx, samplePension(1), { period: '2025-13' }))
    await expect(opened).rejects.toMatchObject({ code: 'run.period' })
  })
  it('leaves the book whole', async () => {
    expect((await run(verifyChain)).faults).toEqual([])
    const payable = await run((ctx) =>
      openAccount(ctx, { fund, kind: 'payable', context: { register: 'run', id: 1 }, area: '990101' }),
    )
    expect(await run((ctx) => balance(ctx, payable))).toBe(600_00)
  })
})
