/** What a death that is taken up does: two hands, a way back for who proposed it, and no pension for the dead (GEN-13, OF-15). */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cite, creditCode, day, parseYuan, residentId } from '#kernel'
import { balance, openAccount, verifyChain } from '#ledger'
import type { Actor, Ctx } from '#platform'
import { insertRow, insertRows } from '#register'
import { type TestCounty, testCounty } from '#test/database.ts'
import { postChunk } from '../../src/procedure/run-post.ts'
import { approveRun, openRun, proposeChunk } from '../../src/procedure/run-propose.ts'
import type { Runs } from '../../src/procedure/run-registry.ts'
import { readLines, readRun } from '../../src/procedure/run-store.ts'
import { landTake, protectedPerson } from '../../src/systems/land-security/registers/index.ts'
import { area, person } from '../../src/systems/population/registers/index.ts'
import {
  approve,
  death,
  heir,
  policy,
  propose,
  proposeWithoutHeir,
  roleOf,
  runs,
  shown,
  withdraw,
} from './inheritance.kit.ts'
import { account, endow, fund, samplePension, village, walkers } from './run.kit.ts'

let county: TestCounty
let accountant: Actor
let reviewer: Actor
/** Accounts: of 韦甲 two (two takings), of 韦乙 one; the register knows of no death. */
let own: { first: number; second: number; other: number }
const pension = 'land-security.pension'
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)

beforeAll(async () => {
  county = await testCounty()
  accountant = county.actor(roleOf('fundAccountant'))
  reviewer = county.actor(roleOf('fundReviewer'))
  own = await run(async (ctx) => {
    await insertRows(ctx, area, [{ code: village, name: '石桥村', level: 'village' }])
    await endow(ctx, 1_000_00)
    const takes = ['上坝地块', '石桥地块'].map((name) =>
      insertRow(ctx, landTake, {
        name,
        area: village,
        takenOn: day('2023-06-30'),
        basePerPerson: parseYuan('50000'),
      }),
    )
    const [one, two] = [(await takes[0])?.id ?? 0, (await takes[1])?.id ?? 0]
    const [a, b] = [await man(ctx, '韦甲', 11), await man(ctx, '韦乙', 13)]
    return {
      first: await holder(ctx, one, a),
      second: await holder(ctx, two, a),
      other: await holder(ctx, one, b),
    }
  })
})
afterAll(() => county.close())

async function man(ctx: Ctx, name: string, seq: number): Promise<number> {
  const idNumber = residentId('990101', day('1950-03-01'), seq)
  return (await insertRow(ctx, person, { name, area: village, idNumber })).id
}

const personOfRow = new Map<number, number>()
async function holder(ctx: Ctx, take: number, who: number): Promise<number> {
  const row = await insertRow(ctx, protectedPerson, { ownerId: take, person: who })
  personOfRow.set(row.id, who)
  return account(ctx, row.id, parseYuan('900'))
}

const walk = () =>
  walkers(
    county,
    samplePension(300_00, 0, ({ id }) => ({ register: 'person', id: personOfRow.get(id) ?? 0 })),
  )

async function proposed(all: Runs, period: string): Promise<number> {
  const actor = county.actor()
  const id = await county.run(actor, (ctx) =>
    openRun(ctx, all.get(pension), { period, day: day(`${period}-15`) }),
  )
  while (!(await county.run(actor, (ctx) => proposeChunk(ctx, all, id))).done);
  return id
}

/** Account and what became of its line. */
async function statesOf(runId: number) {
  const lines = await run((ctx) => readLines(ctx.tx, { runId, limit: 9 }))
  return lines.map((line) => [line.accountId, line.status])
}

const call = async (who: Actor, op: Parameters<TestCounty['call']>[1], input: unknown) =>
  (await county.call(who, op, input)) as { runId: number }
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'accepted',
    (thrown: { code: string }) => thrown.code,
  )

it('a death that only the proposal knows holds the pension of all accounts of that person, by name, from the month after', async () => {
  const { runs: all } = walk()
  const before = await proposed(all, '2025-02')
  const given = { ...death(own.first, { source: 'village' }), heirs: [heir(1, '1/1')] }
  await call(accountant, propose, given)
  const month = await proposed(all, '2024-12') // the month of death is still paid
  expect(await statesOf(month)).toEqual([
    [own.first, 'proposed'],
    [own.second, 'proposed'],
    [own.other, 'proposed'],
  ])
  const after = await proposed(all, '2025-01')
  expect(await statesOf(after)).toEqual([
    [own.first, 'held'],
    [own.second, 'held'],
    [own.other, 'proposed'],
  ])
  const [line] = await run((ctx) => readLines(ctx.tx, { runId: after, limit: 1 }))
  expect(line?.reasonZh).toContain('2024-12-20 去世（村报')
  // What was on a list before anybody knew is not paid when it is posted afterwards.
  await signed(all, before)
  expect(await statesOf(before)).toEqual([
    [own.first, 'held'],
    [own.second, 'held'],
    [own.other, 'posted'],
  ])
  expect(await run((ctx) => balance(ctx, own.first))).toBe(900_00)
})

async function signed(all: Runs, runId: number): Promise<void> {
  const { count = 0, total = 0 } = (await run((ctx) => readRun(ctx.tx, runId))) ?? {}
  await run((ctx) => approveRun(ctx, all, { runId, count, total }))
  const poster = county.actor()
  while (!(await county.run(poster, (ctx) => postChunk(ctx, all, runId))).done);
}

it('who proposed it, and nobody else, withdraws it before approval; a death that stands goes on holding, one that was none does not', async () => {
  const { runs: all } = walk()
  const first = (await latest(own.first)) as number
  const back = (runId: number, deathStands: boolean) => ({ runId, reason: '卡号有误', deathStands })
  const other = county.actor(roleOf('fundAccountant'))
  expect(await codeOf(county.call(other, withdraw, back(first, true)))).toBe('run.notYours')
  expect(await codeOf(county.call(reviewer, withdraw, back(first, true)))).toBe('platform.notAllowed')
  await county.call(accountant, withdraw, back(first, true))
  expect(await statesOf(await proposed(all, '2025-03'))).toContainEqual([own.first, 'held'])
  const { runId } = await call(accountant, propose, { ...death(own.first), heirs: [heir(2, '1/1')] })
  await county.call(accountant, withdraw, back(runId, false))
  expect(await county.call(accountant, shown, { runId })).toMatchObject({ mine: true, deathStands: false })
  expect(await statesOf(await proposed(all, '2025-04'))).toContainEqual([own.first, 'proposed'])
})

const latest = (accountId: number) =>
  run(async (ctx) => {
    for (let id = 20; id > 0; id--) if ((await readRun(ctx.tx, id))?.input.accountId === accountId) return id
    return undefined
  })

it('no heir: proposed, approved by another, kept by the pool; once approved it is not withdrawn', async () => {
  const pooled = await run((ctx) => openAccount(ctx, { fund, kind: 'pooled', area: '990101' }))
  const before = await run((ctx) => balance(ctx, pooled))
  const held = await run((ctx) => balance(ctx, own.first))
  const { runId } = await call(accountant, proposeWithoutHeir, death(own.first))
  expect(await county.call(reviewer, shown, { runId })).toMatchObject({
    heirs: [],
    registeredOn: null,
    mine: false,
  })
  const sum = { runId, count: 1, total: '900.00' }
  expect(await codeOf(county.call(accountant, approve, sum))).toBe('platform.notAllowed')
  expect(await run((ctx) => balance(ctx, own.first))).toBe(held) // nothing moves on one signature
  await county.call(reviewer, approve, sum)
  const back = { runId, reason: '卡号有误', deathStands: true }
  expect(await codeOf(county.call(accountant, withdraw, back))).toBe('run.notNow')
  while (!(await county.run(accountant, (ctx) => postChunk(ctx, runs, runId))).done);
  expect(await run((ctx) => balance(ctx, own.first))).toBe(0)
  expect((await run((ctx) => balance(ctx, pooled))) - before).toBe(900_00)
  expect((await run((ctx) => readRun(ctx.tx, runId)))?.memory.batchId).toBeUndefined()
  expect((await run(verifyChain)).faults).toEqual([])
})

it('where the county gives it to the collective, the collective is named and paid (OF-15)', async () => {
  const collective = {
    name: '石桥村股份经济合作社',
    creditCode: creditCode('N2990101MF1234567'),
    bank: '青禾农商行',
    card: '80020000123456',
  }
  const given = death(own.second)
  expect(await codeOf(county.call(accountant, proposeWithoutHeir, { ...given, collective }))).toBe(
    'run.toPool',
  )
  await run((ctx) =>
    policy.setParameter(ctx, {
      policy: 'land-security.inheritance',
      key: 'noHeir',
      value: 'collective',
      from: '2024-01-01',
      citation: cite('青禾县人社局', '参数表'),
      source: 'test',
    }),
  )
  expect(await codeOf(county.call(accountant, proposeWithoutHeir, given))).toBe('run.toCollective')
  const { runId } = await call(accountant, proposeWithoutHeir, { ...given, collective })
  const lines = await run((ctx) => readLines(ctx.tx, { runId, limit: 9 }))
  expect(lines).toMatchObject([
    { amount: 900_00, payee: { cardName: '石桥村股份经济合作社', idNumber: collective.creditCode } },
  ])
})
