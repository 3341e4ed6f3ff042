/** Death and heirs through the doors: seen, taken up, approved by another, posted, a payment batch (LS-13, OF-15, OF-16). */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cite, day, parseYuan, residentId } from '#kernel'
import { balance, recordReceivable, verifyChain } from '#ledger'
import type { Actor, Ctx } from '#platform'
import { insertRow, insertRows } from '#register'
import { type TestCounty, testCounty } from '#test/database.ts'
import { postChunk } from '../../src/procedure/run-post.ts'
import { approveRun } from '../../src/procedure/run-propose.ts'
import { readLines, readRun } from '../../src/procedure/run-store.ts'
import { landTake, protectedPerson } from '../../src/systems/land-security/registers/index.ts'
import { area, person } from '../../src/systems/population/registers/index.ts'
import { death, heir, policy, propose, roleOf, runs, view } from './inheritance.kit.ts'
import { account, doRun, endow, samplePension, village, walkers } from './run.kit.ts'

let county: TestCounty
let accountId: number
let accountant: Actor
let reviewer: Actor
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)

/** A man of (a), dead on 2024-12-20, paid 300 a month through January 2025 from 36,057.88. */
beforeAll(async () => {
  county = await testCounty()
  accountant = county.actor(roleOf('fundAccountant'))
  reviewer = county.actor(roleOf('hrReviewer'))
  accountId = await run(async (ctx) => {
    await insertRows(ctx, area, [{ code: village, name: '石桥村', level: 'village' }])
    const take = await insertRow(ctx, landTake, {
      name: '上坝地块',
      area: village,
      takenOn: day('2023-06-30'),
      basePerPerson: parseYuan('50000'),
    })
    const who = await insertRow(ctx, person, {
      name: '韦大山',
      area: village,
      idNumber: residentId('990101', day('1950-03-01'), 11),
      diedOn: day('2024-12-20'),
      diedSource: 'police',
    })
    const row = await insertRow(ctx, protectedPerson, { ownerId: take.id, person: who.id })
    await endow(ctx, 1_000_00)
    return account(ctx, row.id, parseYuan('36057.88'))
  })
  const walk = walkers(county, samplePension(300_00))
  for (const period of [...months(2024), '2025-01'])
    await doRun(county, walk, { run: 'land-security.pension', period })
}, 60_000)
afterAll(() => county.close())

const months = (year: number) =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)

type View = Awaited<ReturnType<typeof view.run>>
const look = async (input: { diedOn?: string; shares?: string[] } = {}): Promise<View> =>
  (await county.call(accountant, view, { accountId, ...input })) as View

const taken = (heirs: ReturnType<typeof heir>[], more: Record<string, unknown> = {}) => ({
  ...death(accountId, more),
  heirs,
})
const thirds = [heir(1, '1/3'), heir(2, '1/3'), heir(3, '1/3')]
const attempt = (input: unknown, who = accountant) => county.call(who, propose, input)

it('the day of death comes from the register; what was paid after the month of death stands as to be recovered', async () => {
  const seen = await look()
  expect(seen.deceased).toMatchObject({ name: '韦大山', diedOn: '2024-12-20', source: 'police' })
  expect(seen.balance).toBe('32157.88') // 36,057.88 less 13 payments
  expect(seen.paidAfter.map((one) => [one.period, one.amount])).toEqual([['2025-01', '300.00']])
  expect(seen).toMatchObject({ paidAfterTotal: '300.00', recorded: '0.00', toRecover: '300.00' })
})

it('once it stands as owed, the account is whole: 36,057.88 − 3,600.00 = 32,457.88', async () => {
  await run((ctx) =>
    recordReceivable(ctx, {
      accountId,
      amount: parseYuan('300'),
      cause: 'afterDeath',
      months: '2025-01',
      document: '责令退回〔2025〕3 号',
    }),
  )
  const seen = await look({ shares: ['1/3', '1/3', '1/3'] })
  expect(seen).toMatchObject({
    credited: '36057.88',
    paid: '3600.00',
    inherited: '32457.88',
    toRecover: '0.00',
    amounts: ['10819.29', '10819.29', '10819.30'],
    restAfter: '0.00',
  })
})

it('shares are read as fractions or percent, and must make one whole', async () => {
  expect((await look({ shares: ['50%', '1/2'] })).amounts).toEqual(['16228.94', '16228.94'])
  expect((await look({ shares: ['100'] })).amounts).toEqual(['32457.88'])
  const short = await look({ shares: ['1/2', '30%'] })
  expect(short).toMatchObject({ amounts: null, restAfter: '32457.88' })
  expect(short.sharesText.zh).toContain('0.8')
  expect((await look({ shares: ['一半'] })).sharesText.zh).toContain('1/3')
})

it('what cannot be right is refused in words', async () => {
  const code = (input: unknown, who?: Actor) =>
    attempt(input, who).then(
      () => 'accepted',
      (thrown: { code: string }) => thrown.code,
    )
  expect(await code(taken(thirds, { diedOn: '2024-12-21' }))).toBe('run.died')
  expect(await code(taken(thirds, { knownOn: '2024-12-01' }))).toBe('run.days')
  expect(await code(taken([heir(1, '1/2'), heir(1, '1/2')]))).toBe('run.heirTwice')
  expect(await code(taken([heir(1, '1/2'), heir(2, '1/3')]))).toBe('run.shares')
  expect(await code(taken([{ ...heir(1, '1'), share: '1/0' }]))).toBe('run.share')
  expect(await code(taken([{ ...heir(1, '1/1'), card: '6217000000000001' }]))).toBe('run.heirNumber')
  expect(await code(taken(thirds), reviewer)).toBe('platform.notAllowed')
})

it('taken up by one, approved by another, posted; the heirs stand in a payment batch with the reason; nothing is left', async () => {
  const { runId } = (await attempt(taken(thirds))) as { runId: number }
  const lines = await run((ctx) => readLines(ctx.tx, { runId, limit: 9 }))
  expect(lines.map((line) => line.amount)).toEqual([10_819_29, 10_819_29, 10_819_30])
  const why = await run((ctx) => policy.explainDecision(ctx, lines[0]?.decisionId ?? 0))
  expect(why.reproduced).toBe(true)
  expect(why.decision.result).toMatchObject({ inherited: '32457.88' })
  await expect(attempt(taken(thirds))).rejects.toMatchObject({ code: 'run.once' })
  const signed = { runId, count: 3, total: parseYuan('32457.88') }
  await expect(county.run(accountant, (ctx) => approveRun(ctx, runs, signed))).rejects.toMatchObject({
    code: 'run.samePerson',
  })
  await county.run(reviewer, (ctx) => approveRun(ctx, runs, signed))
  while (!(await county.run(accountant, (ctx) => postChunk(ctx, runs, runId))).done);
  expect(await run((ctx) => balance(ctx, accountId))).toBe(0)
  const done = await run((ctx) => readRun(ctx.tx, runId))
  expect(done).toMatchObject({ state: 'sealed', postedCount: 3, memory: { batchId: expect.any(Number) } })
  expect((await look()).runs).toMatchObject([{ id: runId, state: 'sealed', total: '32457.88' }])
  await expect(attempt(taken(thirds))).rejects.toMatchObject({ code: 'run.emptyAccount' })
  expect((await run(verifyChain)).faults).toEqual([])
})

it('where the county has nothing inherited after pension age, a man of (b) dead after it is not taken up (AMB-40)', async () => {
  const late = await run(async (ctx) => {
    const who = await insertRow(ctx, person, {
      name: '覃老三',
      area: village,
      idNumber: residentId('990101', day('1964-01-01'), 21),
      diedOn: day('2025-03-01'),
    })
    const row = await insertRow(ctx, protectedPerson, { ownerId: 1, person: who.id })
    await policy.setParameter(ctx, {
      policy: 'land-security.inheritance',
      key: 'lateDeath',
      value: 'none',
      from: '2025-01-01',
      citation: cite('青禾县人社局', '参数表'),
      source: 'test',
    })
    return account(ctx, row.id, parseYuan('1000'))
  })
  const given = { ...taken([heir(4, '100%')]), accountId: late, diedOn: '2025-03-01', knownOn: '2025-03-05' }
  await expect(attempt(given)).rejects.toMatchObject({ code: 'run.notInherited' })
})
