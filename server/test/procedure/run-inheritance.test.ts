/** Death and heirs (LS-13, OF-15). */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day, fen, parseYuan, t } from '#kernel'
import { balance, openAccount, postVoucher, recordReceivable, recover, verifyChain } from '#ledger'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { inheritanceRun, shareAmong } from '../../src/procedure/run-inheritance.ts'
import { readLines, readRun } from '../../src/procedure/run-store.ts'
import { account, doRun, endow, fund, samplePension, walkers } from './run.kit.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)
const payee = { idNumber: '', cardName: '', card: '1', bank: '' }
const heir = (name: string, num: number, den: number) => ({
  name,
  relation: '之子',
  share: { num, den },
  payee,
})

it('36,057.88 less 12 payments of 300: the heirs get 32,457.88, to the fen', async () => {
  const id = await run(async (ctx) => {
    await endow(ctx, 1_000_00)
    return account(ctx, 1, parseYuan('36057.88'))
  })
  const inheritance = inheritanceRun({ id: 'land-security.inheritance', fund })
  const walk = walkers(county, samplePension(300_00), inheritance)
  for (let month = 1; month <= 12; month++)
    await doRun(county, walk, {
      run: 'land-security.pension',
      period: `2024-${String(month).padStart(2, '0')}`,
    })
  expect(await run((ctx) => balance(ctx, id))).toBe(parseYuan('32457.88'))
  const input = {
    accountId: id,
    diedOn: '2024-12-20',
    document: '青人社〔2025〕1 号',
    heirs: [heir('甲', 1, 3), heir('乙', 1, 3), heir('丙', 1, 3)],
  }
  const done = await doRun(county, walk, {
    run: inheritance.id,
    period: `账户 ${id}`,
    on: '2025-01-10',
    input,
  })
  expect(done.total).toBe(parseYuan('32457.88'))
  const lines = await run((ctx) => readLines(ctx.tx, { runId: done.id, limit: 9 }))
  expect(lines.map((line) => line.amount)).toEqual([10_819_29, 10_819_29, 10_819_30])
  expect(await run((ctx) => balance(ctx, id))).toBe(0)
  await expect(
    doRun(county, walk, { run: inheritance.id, period: `账户 ${id}`, on: '2025-01-10', input }),
  ).rejects.toMatchObject({ code: 'run.once' })
})

it('no heir: proposed by one, approved by another, what is left goes to the pool; nobody is paid (GEN-13)', async () => {
  const id = await run((ctx) => account(ctx, 2, 500_00))
  const inheritance = inheritanceRun({ id: 'land-security.inheritance', fund })
  const pooled = await run((ctx) => openAccount(ctx, { fund, kind: 'pooled', area: '990101' }))
  const before = await run((ctx) => balance(ctx, pooled))
  const input = { accountId: id, diedOn: '2024-12-20', document: '公告〔2025〕2 号', heirs: [] }
  const walk = walkers(county, inheritance)
  const given = { run: inheritance.id, period: `账户 ${id}`, on: '2025-01-10', input }
  const done = await doRun(county, walk, given)
  expect(done.total).toBe(500_00)
  const lines = await run((ctx) => readLines(ctx.tx, { runId: done.id, limit: 9 }))
  expect(lines).toMatchObject([{ status: 'posted', amount: 500_00, own: 500_00, payee: null }])
  const row = await run((ctx) => readRun(ctx.tx, done.id))
  expect(row?.state).toBe('sealed')
  expect(row?.memory.batchId).toBeUndefined()
  expect(await run(async (ctx) => [await balance(ctx, id), (await balance(ctx, pooled)) - before])).toEqual([
    0, 500_00,
  ])
  expect((await run(verifyChain)).faults).toEqual([])
})

it('shares that do not make one whole are refused', () => {
  expect(() => shareAmong(fen(100), [heir('甲', 1, 2), heir('乙', 1, 3)])).toThrow('run.shares')
  expect(() => shareAmong(fen(100), [heir('甲', 3, 2), heir('乙', -1, 2)])).toThrow('run.shares')
})

it('no fen is lost or made, whatever the total and the number of heirs', () => {
  const total = fc.integer({ min: 0, max: 10 ** 10 })
  const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(total, weights, (amount, parts) => {
      const den = parts.reduce((sum, one) => sum + one, 0)
      const shares = shareAmong(
        fen(amount),
        parts.map((num, i) => heir(String(i), num, den)),
      )
      return shares.reduce((sum, one) => sum + one, 0) === amount && shares.every((one) => one >= 0)
    }),
    { numRuns: 2000 },
  )
})

it('what is paid after death stands as to be recovered, and comes back by a bank line (OF-16)', async () => {
  const id = await run((ctx) => account(ctx, 3, 900_00))
  await run((ctx) =>
    postVoucher(ctx, {
      fund,
      purpose: 'benefit',
      day: day('2025-01-10'),
      text: t('养老金', 'Pension'),
      source: 'test',
      lines: [
        { account: { id }, debit: fen(300_00) },
        { account: { kind: 'payable' }, credit: fen(300_00) },
      ],
    }),
  )
  const { receivableId } = await run((ctx) =>
    recordReceivable(ctx, {
      accountId: id,
      amount: fen(300_00),
      cause: 'afterDeath',
      months: '2025-01',
      document: '责令退回〔2025〕3 号',
    }),
  )
  expect(await run(async (ctx) => [await balance(ctx, id), await balance(ctx, receivableId)])).toEqual([
    900_00, 300_00,
  ])
  await run((ctx) => recover(ctx, { receivableId, amount: fen(100_00), bankRef: 'L1', into: 'expenditure' }))
  expect(await run((ctx) => balance(ctx, receivableId))).toBe(200_00)
  await expect(
    run((ctx) => recover(ctx, { receivableId, amount: fen(300_00), bankRef: 'L2', into: 'expenditure' })),
  ).rejects.toMatchObject({ code: 'ledger.overdrawn' })
})
