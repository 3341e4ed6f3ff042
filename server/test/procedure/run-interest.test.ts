/** The yearly interest run against the catalogue, the policy's own reading, and a naive day-by-day calculation (LS-11, OF-06). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, day, type Fen, fen, mulDivRound, t } from '#kernel'
import { balance, openAccount, postVoucher, verifyChain } from '#ledger'
import type { Ctx } from '#platform'
import { assess } from '#policy'
import { type TestCounty, testCounty } from '#test/database.ts'
import { cancelRun } from '../../src/procedure/run-propose.ts'
import { readRun } from '../../src/procedure/run-store.ts'
import { interest as policy } from '../../src/systems/land-security/policies/interest.ts'
import { account, doRun, endow, fund, sampleInterest, walkers } from './run.kit.ts'

let county: TestCounty
beforeEach(async () => {
  county = await testCounty()
})
afterEach(() => county.close())
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)
const rate = { num: 3, den: 200 }

/** What the policy itself says of one account and one year. */
function policyInterest(opening: Fen, creditedOn: string): string {
  const facts = { balance: (opening / 100).toFixed(2), years: 1, creditedOn }
  const read = assess(policy, facts, { overrides: { actualReturn: '1.2', depositRate: '1.5' } })
  return String(read.result.interest)
}

async function bankInterest(amount: number): Promise<void> {
  await run((ctx) =>
    postVoucher(ctx, {
      fund,
      purpose: 'interest',
      day: day('2019-12-20'),
      text: t('收银行利息', 'Bank interest'),
      source: 'test',
      lines: [
        { account: { kind: 'special' }, debit: fen(amount) },
        { account: { kind: 'interest' }, credit: fen(amount) },
      ],
    }),
  )
}

describe('interest', () => {
  it('35,000 at 1.5%: 525.00, then 532.88, balance 36,057.88; the bank paid 122.50, 402.50 come from the pool', async () => {
    const walk = walkers(county, sampleInterest(rate))
    const id = await run(async (ctx) => {
      await endow(ctx, 600_000_00)
      return account(ctx, 1, 35_000_00)
    })
    await bankInterest(122_50)
    const first = await doRun(county, walk, { run: 'land-security.interest', period: '2019' })
    expect(first.total).toBe(525_00)
    const row = await run((ctx) => readRun(ctx.tx, first.id))
    expect(row?.memory).toMatchObject({
      percent: '1.5',
      difference: 402_50,
      sources: [
        { kind: 'interest', amount: 122_50 },
        { kind: 'pooled', amount: 402_50 },
      ],
    })
    const second = await doRun(county, walk, { run: 'land-security.interest', period: '2020' })
    expect(second.total).toBe(532_88)
    expect(await run((ctx) => balance(ctx, id))).toBe(36_057_88)
    expect(policyInterest(fen(35_000_00), '2019-12-31')).toBe('525.00')
    expect(policyInterest(fen(35_525_00), '2020-12-31')).toBe('532.88')
    expect((await run(verifyChain)).faults).toEqual([])
  })

  it('is not reckoned before its year is over', async () => {
    const walk = walkers(county, sampleInterest(rate))
    const early = doRun(county, walk, { run: 'land-security.interest', period: '2099' })
    await expect(early).rejects.toMatchObject({ code: 'run.notOver' })
  })

  it('is not approved while a part of it has no source; the reserve bears it only with its document', async () => {
    const walk = walkers(county, sampleInterest(rate))
    await run(async (ctx) => {
      await account(ctx, 1, 35_000_00)
      await postVoucher(ctx, {
        fund,
        purpose: 'contribution',
        day: day('2019-01-02'),
        text: t('准备金', 'Reserve'),
        source: 'test',
        lines: [
          { account: { kind: 'special' }, debit: fen(1_000_00) },
          { account: { kind: 'reserve' }, credit: fen(1_000_00) },
        ],
      })
    })
    const without = doRun(county, walk, { run: 'land-security.interest', period: '2019' })
    await expect(without).rejects.toMatchObject({ code: 'run.noSource', details: { short: 525_00 } })
    await run((ctx) => cancelRun(ctx, 1, '没有来源'))
    const released = await doRun(county, walk, {
      run: 'land-security.interest',
      period: '2019',
      input: { reserveDocument: '青政批〔2020〕3 号' },
    })
    expect(released.total).toBe(525_00)
    const reserve = await run((ctx) => openAccount(ctx, { fund, kind: 'reserve', area: '990101' }))
    expect(await run((ctx) => balance(ctx, reserve))).toBe(475_00)
  })

  it.each(['daily', 'monthly', 'yearEnd'] as const)(
    '%s products of accounts that move within the year, exact for each',
    async (method) => {
      const odd = { num: 137, den: 10_000 }
      const walk = walkers(county, sampleInterest(odd, method))
      const moves: Record<number, [string, number][]> = {}
      await run(async (ctx) => {
        await endow(ctx, 1_000_000_00)
        for (let n = 1; n <= 12; n++) {
          const id = await account(
            ctx,
            n,
            35_000_00 + 7_77 * n,
            n % 3 === 0 ? `2019-0${1 + (n % 9)}-11` : '2018-12-31',
          )
          moves[id] = [[n % 3 === 0 ? `2019-0${1 + (n % 9)}-11` : '2018-12-31', 35_000_00 + 7_77 * n]]
          for (const on of ['2019-11-30', '2019-12-31', '2020-02-01']) {
            await postVoucher(ctx, {
              fund,
              purpose: 'benefit',
              day: day(on),
              text: t('养老金', 'Pension'),
              source: 'test',
              lines: [
                { account: { id }, debit: fen(301_13) },
                { account: { kind: 'payable' }, credit: fen(301_13) },
              ],
            })
            moves[id]?.push([on, -301_13])
          }
        }
      })
      const { total } = await doRun(county, walk, { run: 'land-security.interest', period: '2019' })
      const expected = Object.values(moves).map((of) => naive(of, odd, method))
      expect(total).toBe(expected.reduce((sum, one) => sum + one, 0))
      for (const [i, id] of Object.keys(moves).entries()) {
        const now = await run((ctx) => balance(ctx, Number(id)))
        expect(now - (moves[Number(id)] ?? []).reduce((sum, [, amount]) => sum + amount, 0)).toBe(expected[i])
      }
    },
  )
})

/** Day by day through 2019, the balance at the end of each counted day or month. */
function naive(
  moves: readonly [string, number][],
  { num, den }: { num: number; den: number },
  method: string,
): number {
  let [product, units] = [0, 0]
  for (let on = day('2019-01-01'); on <= '2019-12-31'; on = addDays(on, 1)) {
    const monthEnd = addDays(on, 1).endsWith('-01')
    if (method === 'daily' || (method === 'monthly' && monthEnd) || on === '2019-12-31') {
      if (method === 'monthly' && !monthEnd) continue
      units += 1
      product += moves.filter(([at]) => at <= on).reduce((sum, [, amount]) => sum + amount, 0)
    }
  }
  return mulDivRound(product, num, den * units, 'half-up')
}
