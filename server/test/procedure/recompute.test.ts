/** A late fact, a back-dated parameter, a fact taken back: what is proposed, why, who signs, what is booked (section 10 item 4, OF-14, OF-16). */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day, parseYuan } from '#kernel'
import { balance, recordReceivable, statement } from '#ledger'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { explainEntry } from '../../src/procedure/explain-entry/entry.ts'
import { makeProof } from '../../src/procedure/proof/make.ts'
import { verifyProof } from '../../src/procedure/proof/verify.ts'
import type { RecomputeRun } from '../../src/procedure/run-define.ts'
import { approveRun, cancelRun } from '../../src/procedure/run-propose.ts'
import { recomputeOperations } from '../../src/procedure/run-recompute-operations.ts'
import { affectedBy } from '../../src/procedure/run-recompute-propose.ts'
import { policy, roleOf, runs } from './inheritance.kit.ts'
import {
  carriedOut,
  ground,
  learn,
  linesOf,
  pension,
  pensionAgain,
  proposed,
  type Someone,
  somebody,
  standard,
} from './recompute.kit.ts'

let county: TestCounty
/** Women born 1965: paid 240.00 a month since January. */
let anna: Someone
let berta: Someone
let clara: Someone
/** Of working age. */
let dora: Someone
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)
const again = runs.get(pensionAgain) as RecomputeRun
const [, , contrast, explain] = recomputeOperations(runs)
let times = 0
const once = (input: Record<string, unknown> = {}) =>
  proposed(county, county.actor(), { run: pensionAgain, period: `第 ${++times} 次`, input })

beforeAll(async () => {
  county = await testCounty()
  const people = await run(async (ctx) => {
    const take = await ground(ctx)
    const born = ['1965-03-01', '1965-04-01', '1965-05-01', '1980-02-01']
    const found: Someone[] = []
    for (const [at, on] of born.entries())
      found.push(await somebody(ctx, { take, seq: 20 + 2 * at, born: on, own: 10_000_00 }))
    return found
  })
  ;[anna, berta, clara, dora] = people as [Someone, Someone, Someone, Someone]
  for (const period of ['2025-01', '2025-02', '2025-03'])
    await carriedOut(county, await proposed(county, county.actor(), { run: pension, period }))
}, 120_000)
afterAll(() => county.close())

it('nothing became known: nothing is proposed, and an empty list is not approved', async () => {
  const row = await once()
  expect([row.state, row.count, row.held]).toEqual(['proposed', 0, 0])
  await expect(
    run((ctx) => approveRun(ctx, runs, { runId: row.id, count: 0, total: row.total })),
  ).rejects.toMatchObject({ code: 'run.nothing' })
})

it('a death known late: the months after it are claimed back, with the fact, its old and new value, source and day', async () => {
  const moment = await run(async (ctx) => ctx.now)
  await run((ctx) => learn(ctx, anna.person, { diedOn: day('2025-01-20') }))
  expect(await run((ctx) => affectedBy(ctx, again, { since: moment }))).toEqual([anna.listed])
  const row = await once({ since: moment })
  const lines = await linesOf(county, row.id)
  expect(
    lines.map(({ period, direction, paid, due, amount }) => ({ period, direction, paid, due, amount })),
  ).toEqual([
    { period: '2025-02', direction: 'recovery', paid: 240_00, due: 0, amount: 240_00 },
    { period: '2025-03', direction: 'recovery', paid: 240_00, due: 0, amount: 240_00 },
  ])
  const today = await run(async (ctx) => ctx.today)
  expect(lines[0]?.changes).toMatchObject([
    { kind: 'fact', label: { zh: '死亡日期' }, before: { zh: '不适用' }, after: { zh: '2025-01-20' } },
  ])
  expect(lines[0]?.reasonZh).toMatch(/^死亡日期：不适用 → 2025-01-20（民政比对·去世日期，.* 登记）$/)
  expect(lines[0]?.changes[0]?.knownOn?.slice(0, 7)).toBe(today.slice(0, 7))
  const second = await once()
  expect(second.count).toBe(0) // the first proposal is in hand
  await run((ctx) => cancelRun(ctx, second.id, '测试'))
  await carriedOut(county, row)
  expect(await run((ctx) => balance(ctx, anna.account))).toBe(10_000_00 - 240_00)
  const owed = await run((ctx) =>
    sql<{
      balance: number
    }>`select balance from fund_account where kind = 'receivable' and subject_id = ${anna.listed}`.execute(
      ctx.tx,
    ),
  )
  expect(owed.rows.map((one) => Number(one.balance))).toEqual([480_00])
  expect((await once()).count).toBe(0)
})

it('who proposed it does not approve it', async () => {
  await run((ctx) => learn(ctx, dora.person, { birthDate: day('1969-12-31') }))
  const actor = county.actor()
  const row = await proposed(county, actor, { run: pensionAgain, period: `第 ${++times} 次` })
  await expect(
    county.run(actor, (ctx) => approveRun(ctx, runs, { runId: row.id, count: row.count, total: row.total })),
  ).rejects.toMatchObject({ code: 'run.samePerson' })
  await run((ctx) => cancelRun(ctx, row.id, '测试'))
})

it('a birth date corrected: months that were not paid are topped up in a batch of their own, one line a person; reason, proof and explanation hold', async () => {
  const row = await once()
  const lines = await linesOf(county, row.id)
  expect(
    lines.map(({ period, direction, amount, subjectId }) => [period, direction, amount, subjectId]),
  ).toEqual(['2025-01', '2025-02', '2025-03'].map((period) => [period, 'topUp', 240_00, dora.listed]))
  expect(lines[0]?.reasonZh).toMatch(/^出生日期：1980-02-01 → 1969-12-31（户籍册·出生日期，.* 登记）$/)
  await carriedOut(county, row)
  const batch = await run((ctx) =>
    sql<{ kind: string; count: number; total: number; lines: number }>`
      select b.kind, b.count, b.total, (select count(*) from batch_line where batch_id = b.id) as lines
      from batch b where source = ${`run:${row.id}`}`.execute(ctx.tx),
  )
  expect(batch.rows).toEqual([{ kind: 'single', count: 1, total: 720_00, lines: 1 }])
  const entry = (await run((ctx) => statement(ctx, dora.account))).lines.find(
    (one) => one.purpose === 'benefit',
  )
  const explained = await run((ctx) => explainEntry(policy, ctx, entry?.entryId ?? 0))
  expect([explained.reproduced, explained.booked, explained.recomputed]).toEqual([true, '240.00', '240.00'])
  const proof = await run((ctx) => makeProof({ policy, procedures: [] }, ctx, entry?.entryId ?? 0))
  const report = verifyProof(new TextEncoder().encode(proof))
  expect(report.points.filter(({ ok }) => !ok)).toEqual([])
})

it('section 10 item 4: a parameter set back in time changes no result that was given; the difference alone is new', async () => {
  const decided = await run((ctx) => policy.decisions(ctx, { register: 'protectedPerson', id: berta.listed }))
  await run((ctx) => standard(ctx, '250.50', '2025-02-01'))
  const row = await once()
  const lines = (await linesOf(county, row.id)).filter(({ subjectId }) => subjectId === berta.listed)
  expect(lines.map(({ period, direction, amount }) => [period, direction, amount])).toEqual([
    ['2025-02', 'topUp', 10_50],
    ['2025-03', 'topUp', 10_50],
  ])
  expect(lines[0]?.changes).toMatchObject([
    {
      kind: 'parameter',
      before: { zh: '240.00 元' },
      after: { zh: '250.50 元' },
      source: { zh: '青人社〔2025〕3 号 第二条' },
    },
  ])
  for (const { id, result } of decided) {
    const still = await run((ctx) => policy.explainDecision(ctx, id))
    expect([still.reproduced, still.decision.result]).toEqual([true, result])
  }
  await carriedOut(county, row)
})

it('what was recorded by hand is claimed already and not claimed twice', async () => {
  await run((ctx) => learn(ctx, clara.person, { diedOn: day('2025-02-02') }))
  const paid = 250_50 // of March, after the top-up
  const given = { accountId: clara.account, amount: parseYuan('200.00'), cause: 'afterDeath' as const }
  await run((ctx) => recordReceivable(ctx, { ...given, months: '2025-03', document: '青人社追〔2025〕1 号' }))
  const row = await once()
  const lines = (await linesOf(county, row.id)).filter(({ subjectId }) => subjectId === clara.listed)
  expect(lines.map(({ period, amount }) => [period, amount])).toEqual([['2025-03', paid - 200_00]])
  expect(lines[0]?.reasonZh).toContain('已另行登记应追回 200.00 元')
  await carriedOut(county, row)
  expect((await once()).count).toBe(0)
})

it('found alive: what is due after all goes against the claim of the month, only the rest is paid out', async () => {
  await run((ctx) => learn(ctx, anna.person, { diedOn: null }))
  const row = await once()
  const before = await run((ctx) => balance(ctx, anna.account))
  await carriedOut(county, row)
  const lines = (await linesOf(county, row.id)).filter(({ subjectId }) => subjectId === anna.listed)
  // 250.50 are due in February and in March, and 240.00 of each were claimed back.
  expect(lines.map(({ period, amount, setOff }) => [period, amount, setOff])).toEqual([
    ['2025-02', 250_50, 240_00],
    ['2025-03', 250_50, 240_00],
  ])
  const { rows } = await run((ctx) =>
    sql<{ what: string; sum: number }>`
      select 'owed' as what, balance as sum from fund_account where kind = 'receivable' and subject_id = ${anna.listed}
      union all select 'batch', total from batch where source = ${`run:${row.id}`}
      union all select 'owing', a.balance from fund_account a where a.kind = 'payable' and a.context_id = ${row.id}`.execute(
      ctx.tx,
    ),
  )
  expect(rows.map(({ what, sum }) => [what, Number(sum)])).toEqual([
    ['owed', 0],
    ['batch', 21_00],
    ['owing', 21_00],
  ])
  expect(before - (await run((ctx) => balance(ctx, anna.account)))).toBe(501_00)
})

it('one person month by month: paid, due as known on a day, due as known now, each with its reason', async () => {
  const actor = county.actor(roleOf('hrOfficer'))
  const today = await run(async (ctx) => ctx.today)
  const input = { register: 'person', id: dora.person, from: '2024-12', to: '2025-01', known: today }
  const { parts } = (await county.call(actor, contrast, input)) as {
    parts: { run: string; months: Record<string, unknown>[] }[]
  }
  const [part] = parts
  expect(parts.map((one) => one.run)).toEqual([pensionAgain])
  expect(part?.months).toMatchObject([
    {
      month: '2024-12',
      paid: '0.00',
      decided: false,
      asKnown: '240.00',
      now: '240.00',
      difference: '240.00',
    },
    { month: '2025-01', paid: '240.00', decided: true, asKnown: '240.00', now: '240.00', difference: '0.00' },
  ])
  const before = (await county.call(actor, contrast, { ...input, known: '2020-01-01' })) as {
    parts: typeof parts
  }
  expect(before.parts[0]?.months[1]).toMatchObject({ asKnown: null, now: '240.00' })
  const why = { run: pensionAgain, subjectId: dora.listed, month: '2025-01', known: today }
  expect(await county.call(actor, explain, why)).toMatchObject({
    result: { monthly: '240.00', entitled: true },
  })
})
