/** A birth date corrected after the accounts were opened: the government's share stands in the other account (LS-03, LS-04, LS-05). */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day, parseYuan, t } from '#kernel'
import { balance, openAccount, postVoucher, statement, verifyChain } from '#ledger'
import type { Ctx } from '#platform'
import { getRow, updateRow } from '#register'
import { type TestCounty, testCounty } from '#test/database.ts'
import { explainEntry } from '../../src/procedure/explain-entry/entry.ts'
import { recomputeOperations } from '../../src/procedure/run-recompute-operations.ts'
import { landTake } from '../../src/systems/land-security/registers/index.ts'
import { policy, runs } from './inheritance.kit.ts'
import { carriedOut, ground, learn, linesOf, proposed, type Someone, somebody } from './recompute.kit.ts'
import { fund } from './run.kit.ts'

let county: TestCounty
let take: number
let anna: Someone
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)
const again = 'land-security.account-again'
let times = 0
const once = () => proposed(county, county.actor(), { run: again, period: `第 ${++times} 次` })

/** Of (a): 15,000 of the government in the pool, 20,000 and 15,000 in the account (LS-07, LS-08). */
async function opened(ctx: Ctx, one: Someone): Promise<void> {
  const subject = { register: 'protectedPerson', id: one.listed }
  const decided = await policy.decideFor(ctx, {
    policy: 'land-security.protection',
    subject,
    on: '2023-06-30',
  })
  const raised = { kind: 'raised' as const, part: 'collective' }
  const sum = parseYuan('50000')
  const head = { fund, day: day('2024-01-05'), source: 'test', text: t('开户', 'Opening') }
  await postVoucher(ctx, {
    ...head,
    purpose: 'contribution',
    lines: [
      { account: { kind: 'special' }, debit: sum },
      { account: raised, credit: sum },
    ],
  })
  await postVoucher(ctx, {
    ...head,
    purpose: 'opening',
    lines: [
      { account: raised, debit: sum },
      { account: { id: one.account }, credit: parseYuan('35000'), subject, decisionId: decided.decisionId },
      { account: { kind: 'pooled' }, credit: parseYuan('15000') },
    ],
  })
}

beforeAll(async () => {
  county = await testCounty()
  anna = await run(async (ctx) => {
    take = await ground(ctx)
    const one = await somebody(ctx, { take, seq: 20, born: '1968-06-30', own: 1_00 })
    await opened(ctx, one)
    return one
  })
})
afterAll(() => county.close())

const pool = (ctx: Ctx) => openAccount(ctx, { fund, kind: 'pooled', area: '990101' })

it('54 instead of 55 on the day of the taking: from (a) to (b), 15,000 go from the pool to the account', async () => {
  expect((await once()).count).toBe(0)
  await run((ctx) => learn(ctx, anna.person, { birthDate: day('1968-07-01') }))
  const before = await run(async (ctx) => balance(ctx, await pool(ctx)))
  const row = await once()
  const lines = await linesOf(county, row.id)
  expect(
    lines.map(({ period, direction, paid, due, amount }) => [period, direction, paid, due, amount]),
  ).toEqual([['开户', 'topUp', 35_000_00, 50_000_00, 15_000_00]])
  expect(lines[0]?.reasonZh).toMatch(/^出生日期：1968-06-30 → 1968-07-01/)
  await carriedOut(county, row)
  expect(await run((ctx) => balance(ctx, anna.account))).toBe(50_001_00)
  expect(before - (await run(async (ctx) => balance(ctx, await pool(ctx))))).toBe(15_000_00)
  expect((await once()).count).toBe(0)
  const entry = (await run((ctx) => statement(ctx, anna.account))).lines.at(-1)
  const explained = await run((ctx) => explainEntry(policy, ctx, entry?.entryId ?? 0))
  expect([explained.reproduced, explained.booked]).toEqual([true, '15000.00'])
})

it('taken back: the share goes back to the pool; both vouchers stay', async () => {
  await run((ctx) => learn(ctx, anna.person, { birthDate: day('1968-06-30') }))
  const row = await once()
  expect((await linesOf(county, row.id)).map(({ direction, amount }) => [direction, amount])).toEqual([
    ['recovery', 15_000_00],
  ])
  await carriedOut(county, row)
  expect(await run((ctx) => balance(ctx, anna.account))).toBe(35_001_00)
})

it('another standard per head is no matter of accounts: it is held, with both sums', async () => {
  await run(async (ctx) => {
    const { version } = await getRow(ctx, landTake, take)
    const values = { basePerPerson: parseYuan('60000') }
    await updateRow(ctx, landTake, { id: take, version, values, reason: '批复更正' })
  })
  const row = await once()
  expect([row.count, row.held]).toEqual([0, 1])
  expect((await linesOf(county, row.id))[0]?.reasonZh).toContain('由 50000.00 元变为 60000.00 元')
})

it('a person’s page shows what was credited beside what is due as known then and now', async () => {
  const [, , contrast, explain] = recomputeOperations(runs)
  const today = await run(async (ctx) => ctx.today)
  const input = { register: 'person', id: anna.person, from: '2025-01', to: '2025-01', known: today }
  const { parts } = (await county.call(county.actor(), contrast, input)) as {
    parts: { run: string; months: object[] }[]
  }
  const account = parts.find((one) => one.run === again)
  expect(account?.months).toMatchObject([
    { month: '开户', paid: '35000.00', now: '42000.00', difference: '7000.00' },
  ])
  const why = { run: again, subjectId: anna.listed, month: '开户' }
  expect(await county.call(county.actor(), explain, why)).toMatchObject({
    result: { individualAccount: '42000.00' },
  })
  expect((await run(verifyChain)).faults).toEqual([])
})
