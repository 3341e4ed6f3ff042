/** kill -9 in the middle of a pay run and of an interest run: after going on, nothing is lost and nothing is done twice. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '#kernel'
import { verifyChain } from '#ledger'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { postChunk } from '../../src/procedure/run-post.ts'
import { approveRun, openRun, proposeChunk } from '../../src/procedure/run-propose.ts'
import { readRun } from '../../src/procedure/run-store.ts'
import { account, endow, sampleInterest, samplePension, walkers } from './run.kit.ts'

const PERSONS = 120
let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
  await county.run(county.actor(), async (ctx) => {
    await endow(ctx, 5_000_000_00)
    for (let n = 1; n <= PERSONS; n++) await account(ctx, n, 1_000_00 + 7 * n)
  })
})
afterAll(() => county.close())
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)
const walk = () => walkers(county, samplePension(300_00), sampleInterest({ num: 137, den: 10_000 }))

async function approved(name: string, period: string): Promise<number> {
  const { proposer, approver, runs } = walk()
  const id = await county.run(proposer, (ctx) =>
    openRun(ctx, runs.get(name), { period, day: day('2025-09-15') }),
  )
  while (!(await county.run(proposer, (ctx) => proposeChunk(ctx, runs, id))).done);
  await county.run(approver, async (ctx) => {
    const row = await readRun(ctx.tx, id)
    await approveRun(ctx, runs, { runId: id, count: row?.count ?? 0, total: row?.total ?? 0 })
  })
  return id
}

/** Starts the poster, kills it after a random while once it posts; returns how many chunks it said it had done. */
function killed(id: number, afterChunk: number): Promise<number> {
  const child = spawn(process.execPath, [
    fileURLToPath(new URL('./run-crash.kit.ts', import.meta.url)),
    county.db.url,
    String(id),
    '7',
  ])
  return new Promise((resolve, reject) => {
    let said = ''
    let errors = ''
    child.stderr.on('data', (data) => {
      errors += data
    })
    child.stdout.on('data', (data) => {
      said += data
      if (said.includes(`chunk ${afterChunk} `)) setTimeout(() => child.kill('SIGKILL'), Math.random() * 12)
    })
    child.on('exit', (_, signal) =>
      signal === 'SIGKILL'
        ? resolve(said.split('\n').length - 1)
        : reject(new Error(`not killed: ${errors}${said}`)),
    )
  })
}

async function goOn(id: number): Promise<void> {
  while (!(await run((ctx) => postChunk(ctx, walk().runs, id, 7))).done);
}

it('a pay run: killed three times, every person is charged once', { timeout: 60_000 }, async () => {
  const id = await approved('land-security.pension', '2025-09')
  for (const chunk of [2, 3, 1]) expect(await killed(id, chunk)).toBeGreaterThanOrEqual(chunk)
  await goOn(id)
  const row = await run((ctx) => readRun(ctx.tx, id))
  expect(row).toMatchObject({ state: 'sealed', postedCount: PERSONS, postedTotal: PERSONS * 300_00 })
  const charged = await run((ctx) =>
    sql<{ times: number; amount: number }>`
    select count(*) as times, sum(e.amount)::bigint as amount from entry e join voucher v on v.id = e.voucher_id
    where v.source = ${`run:${id}`} and e.side = 'D' group by e.subject_id`.execute(ctx.tx),
  )
  expect(charged.rows).toEqual(Array.from({ length: PERSONS }, () => ({ times: 1, amount: 300_00 })))
  const batch = await run((ctx) =>
    sql`select count, total, (select count(distinct line) from batch_line l where l.batch_id = b.id) as lines
    from batch b where source = ${`run:${id}`}`.execute(ctx.tx),
  )
  expect(batch.rows).toEqual([{ count: PERSONS, total: PERSONS * 300_00, lines: PERSONS }])
  expect((await run(verifyChain)).faults).toEqual([])
})

it('an interest run: killed twice, every account is credited once, to the fen', {
  timeout: 60_000,
}, async () => {
  const before = await run((ctx) =>
    sql<{
      id: number
      balance: number
    }>`select id, balance from fund_account where kind = 'individual' order by id`.execute(ctx.tx),
  )
  const id = await approved('land-security.interest', '2024')
  for (const chunk of [2, 3]) expect(await killed(id, chunk)).toBeGreaterThanOrEqual(chunk)
  await goOn(id)
  const after = await run((ctx) =>
    sql<{
      id: number
      balance: number
    }>`select id, balance from fund_account where kind = 'individual' order by id`.execute(ctx.tx),
  )
  // The 300.00 of 2025 were still on each account at the end of 2024.
  const interest = (balance: number) => Math.floor((2 * balance * 137 + 10_000) / 20_000)
  expect(after.rows).toEqual(
    before.rows.map((row) => ({ id: row.id, balance: row.balance + interest(row.balance + 300_00) })),
  )
  const report = await run(verifyChain)
  expect(report.faults).toEqual([])
  expect(report.open).toBe(0)
})
