/** kill -9 in the middle of posting differences: after going on, each month is booked once, to the fen. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyChain } from '#ledger'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { postChunk } from '../../src/procedure/run-post.ts'
import { approveRun } from '../../src/procedure/run-propose.ts'
import { readRun } from '../../src/procedure/run-store.ts'
import { runs } from './inheritance.kit.ts'
import {
  bookedFor,
  carriedOut,
  ground,
  linesOf,
  pension,
  pensionAgain,
  proposed,
  type Someone,
  sentTo,
  somebody,
  standard,
} from './recompute.kit.ts'

const PERSONS = 15
const months = ['2025-01', '2025-02']
let county: TestCounty
let people: Someone[]
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)

beforeAll(async () => {
  county = await testCounty()
  people = await run(async (ctx) => {
    const take = await ground(ctx)
    const found: Someone[] = []
    for (let at = 0; at < PERSONS; at++)
      found.push(await somebody(ctx, { take, seq: 20 + 2 * at, born: '1965-03-01', own: 500_00 }))
    return found
  })
  for (const period of months)
    await carriedOut(county, await proposed(county, county.actor(), { run: pension, period }))
}, 120_000)
afterAll(() => county.close())

/** Starts the poster and kills it a moment after it said that a chunk was done. */
function killed(id: number): Promise<string> {
  const kit = fileURLToPath(new URL('./recompute-crash.kit.ts', import.meta.url))
  const child = spawn(process.execPath, [kit, county.db.url, String(id), '2'])
  return new Promise((resolve, reject) => {
    let [said, errors] = ['', '']
    child.stderr.on('data', (data) => {
      errors += data
    })
    child.stdout.on('data', (data) => {
      said += data
      if (said.includes('chunk 4 ')) setTimeout(() => child.kill('SIGKILL'), Math.random() * 12)
    })
    child.on('exit', (_, signal) =>
      signal === 'SIGKILL' ? resolve(said) : reject(new Error(errors || said)),
    )
  })
}

it('a killed poster leaves whole chunks; the next one goes on', async () => {
  await run((ctx) => standard(ctx, '251.37', '2025-01-01'))
  const row = await proposed(county, county.actor(), { run: pensionAgain, period: '第 1 次' })
  expect(row.count).toBe(PERSONS * months.length)
  await run((ctx) => approveRun(ctx, runs, { runId: row.id, count: row.count, total: row.total }))
  await killed(row.id)
  const cut = await run((ctx) => readRun(ctx.tx, row.id))
  expect(cut?.state).toBe('posting')
  expect(cut?.postedCount).toBeGreaterThanOrEqual(8)
  expect(cut?.postedCount).toBeLessThan(row.count)
  while (!(await run((ctx) => postChunk(ctx, runs, row.id, 2))).done);
  const states = (await linesOf(county, row.id)).map(({ status, amount }) => `${status} ${amount}`)
  expect(new Set(states)).toEqual(new Set(['posted 1137']))
  const [booked, sent] = [await bookedFor(county), await sentTo(county)]
  for (const { listed } of people) expect([booked.get(listed), sent.get(listed)]).toEqual([502_74, 502_74])
  const { rows } = await run((ctx) =>
    sql<{ lines: number; total: number }>`
      select count(*) as lines, (select total from batch where source = ${`run:${row.id}`}) as total from batch_line l
      join batch b on b.id = l.batch_id where b.source = ${`run:${row.id}`}`.execute(ctx.tx),
  )
  expect(rows.map((one) => [Number(one.lines), Number(one.total)])).toEqual([[PERSONS, PERSONS * 2 * 11_37]])
  expect((await run(verifyChain)).faults).toEqual([])
}, 60_000)
