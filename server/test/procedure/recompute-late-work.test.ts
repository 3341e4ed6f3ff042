/** Work reported late ends the living allowance; a run that is cut off goes on (LS-14, LS-16, OF-16). */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cite, day, parseYuan } from '#kernel'
import { postVoucher, verifyChain } from '#ledger'
import type { Ctx } from '#platform'
import { insertRow } from '#register'
import { type TestCounty, testCounty } from '#test/database.ts'
import { postChunk } from '../../src/procedure/run-post.ts'
import { approveRun } from '../../src/procedure/run-propose.ts'
import { readRun } from '../../src/procedure/run-store.ts'
import { employmentSpell } from '../../src/systems/land-security/registers/index.ts'
import { policy, runs } from './inheritance.kit.ts'
import {
  carriedOut,
  ground,
  linesOf,
  pension,
  pensionAgain,
  proposed,
  type Someone,
  somebody,
  standard,
} from './recompute.kit.ts'

let county: TestCounty
/** Of working age; the others are women who draw 240.00 a month. */
let dora: Someone
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)
let times = 0
const once = () => proposed(county, county.actor(), { run: pensionAgain, period: `第 ${++times} 次` })

beforeAll(async () => {
  county = await testCounty()
  dora = await run(async (ctx) => {
    const take = await ground(ctx)
    for (const seq of [20, 22, 24]) await somebody(ctx, { take, seq, born: '1965-03-01', own: 10_000_00 })
    return somebody(ctx, { take, seq: 26, born: '1980-02-01', own: 10_000_00 })
  })
  for (const period of ['2025-01', '2025-02'])
    await carriedOut(county, await proposed(county, county.actor(), { run: pension, period }))
}, 120_000)
afterAll(() => county.close())

it('the living allowance: work reported months later ends it, from the month of the first job on (LS-14, LS-16)', async () => {
  const fund = 'land-security.regulating'
  await run(async (ctx) => {
    await endowRegulating(ctx, fund)
    await policy.setParameter(ctx, {
      policy: 'land-security.living-allowance',
      key: 'monthly',
      value: '500.00',
      from: '2024-01-01',
      citation: cite('青政办〔2024〕1 号', '第一条'),
      source: 'test',
    })
  })
  const input = { claims: [{ id: dora.listed, unemployedFrom: '2025-01-01', meetsDibao: false }] }
  for (const period of ['2025-01', '2025-02', '2025-03'])
    await carriedOut(
      county,
      await proposed(county, county.actor(), { run: 'land-security.living-allowance', period, input }),
    )
  await run((ctx) =>
    insertRow(ctx, employmentSpell, {
      ownerId: dora.person,
      employer: '青禾食品厂',
      kind: 'employee',
      validFrom: day('2025-02-01'),
    }),
  )
  const row = await proposed(county, county.actor(), {
    run: 'land-security.living-allowance-again',
    period: '生活补助',
  })
  const lines = await linesOf(county, row.id)
  expect(lines.map(({ period, direction, amount }) => [period, direction, amount])).toEqual([
    ['2025-02', 'recovery', 500_00],
    ['2025-03', 'recovery', 500_00],
  ])
  expect(lines[0]?.reasonZh).toContain('就业经历：没有 → 就业形式 单位就业，入职日 2025-02-01')
  await carriedOut(county, row)
  const owed = await run((ctx) =>
    sql<{
      balance: number
    }>`select balance from fund_account where kind = 'receivable' and fund = ${fund}`.execute(ctx.tx),
  )
  expect(owed.rows.map((one) => Number(one.balance))).toEqual([1_000_00])
})

it('posting goes on where it was cut off, chunk by chunk, and nothing is booked twice', async () => {
  await run((ctx) => standard(ctx, '260.00', '2025-01-01'))
  const row = await once()
  await run((ctx) => approveRun(ctx, runs, { runId: row.id, count: row.count, total: row.total }))
  await run((ctx) => postChunk(ctx, runs, row.id, 1))
  const cut = county.run(county.actor(), async (ctx) => {
    await postChunk(ctx, runs, row.id, 1)
    throw new Error('cut off')
  })
  await expect(cut).rejects.toThrow('cut off')
  while (!(await run((ctx) => postChunk(ctx, runs, row.id, 1))).done);
  expect((await run((ctx) => postChunk(ctx, runs, row.id, 1))).done).toBe(true)
  const stood = await run((ctx) => readRun(ctx.tx, row.id))
  expect([stood?.postedCount, stood?.postedTotal]).toEqual([row.count, row.total])
  expect((await once()).count).toBe(0)
  expect((await run(verifyChain)).faults).toEqual([])
})

/** Money for the fund of the living allowance. */
async function endowRegulating(ctx: Ctx, fund: string): Promise<void> {
  await postVoucher(ctx, {
    fund,
    purpose: 'initial',
    day: day('2024-01-02'),
    text: { zh: '期初', en: 'Initial' },
    source: 'test',
    lines: [
      { account: { kind: 'special' }, debit: parseYuan('100000') },
      { account: { kind: 'pooled' }, credit: parseYuan('100000') },
    ],
  })
}
