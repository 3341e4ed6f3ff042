/** What was decided, paid and held for a record that was merged away follows the person, and comes apart again with the undoing. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day, parseYuan, residentId } from '#kernel'
import { balance, findHolders, openAccount, postVoucher } from '#ledger'
import type { Ctx } from '#platform'
import { insertRow } from '#register'
import { type TestCounty, testCounty } from '#test/database.ts'
import { diedBefore } from '../../src/procedure/run-death.ts'
import type { RecomputeRun } from '../../src/procedure/run-define.ts'
import { deathsOf } from '../../src/procedure/run-inheritance-store.ts'
import { affectedBy } from '../../src/procedure/run-recompute-propose.ts'
import { protectedPerson } from '../../src/systems/land-security/registers/index.ts'
import { person } from '../../src/systems/population/registers/index.ts'
import { death, heir, policy, propose } from './inheritance.kit.ts'
import { merged, pension, pensionAgain, personalAccount, runs } from './merged.kit.ts'
import { carriedOut, ground, learn, linesOf, proposed } from './recompute.kit.ts'
import { account, fund, project, village } from './run.kit.ts'

let county: TestCounty
let take: number
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)
const again = runs.get(pensionAgain) as RecomputeRun
const now = () => run(async (ctx) => ctx.now)
let seq = 0
let times = 0

beforeAll(async () => {
  county = await testCounty()
  take = await run((ctx) => ground(ctx))
}, 120_000)
afterAll(() => county.close())

/** Women born in 1965; the one that goes is on the list of the taking. */
async function two(): Promise<{ kept: number; gone: number; listed: number }> {
  seq++
  return run(async (ctx) => {
    const make = (more: object) =>
      insertRow(ctx, person, {
        name: `兰桂英${seq}`,
        area: village,
        birthDate: day('1965-03-01'),
        sex: 'female',
        ...more,
      })
    const kept = await make({ idNumber: residentId('990101', day('1965-03-01'), 200 + 2 * seq) })
    const gone = await make({ idNumber: null })
    const listed = await insertRow(ctx, protectedPerson, { ownerId: take, person: gone.id })
    return { kept: kept.id, gone: gone.id, listed: listed.id }
  })
}

const once = (input: Record<string, unknown>) =>
  proposed(county, county.actor(), { run: pensionAgain, period: `第 ${++times} 次`, input }, runs)
const dueLines = async (input: Record<string, unknown>) => {
  const row = await once(input)
  return (await linesOf(county, row.id)).map(({ subjectId, period, direction, amount }) => [
    subjectId,
    period,
    direction,
    amount,
  ])
}

it('a late fact of the record that stays reaches the months paid under the one that went; after the undoing it does not', async () => {
  const { kept, gone } = await two()
  await run((ctx) => personalAccount(ctx, gone, 10_000_00))
  for (const period of ['2025-01', '2025-02'])
    await carriedOut(
      county,
      await proposed(county, county.actor(), { run: pension, period }, runs),
      undefined,
      runs,
    )
  const undo = await merged(county, kept, gone)
  const moment = await now()
  await run((ctx) => learn(ctx, kept, { diedOn: day('2025-01-20') }))
  expect(await run((ctx) => affectedBy(ctx, again, { since: moment }))).toEqual([kept, gone])
  expect(await run((ctx) => affectedBy(ctx, again, { subjects: [kept] }))).toEqual([kept, gone])
  expect(await dueLines({ since: moment })).toEqual([[gone, '2025-02', 'recovery', 240_00]])
  await undo()
  expect(await dueLines({ subjects: [kept] })).toEqual([])
  const later = await now()
  await run((ctx) => learn(ctx, kept, { diedOn: day('2025-01-19') }))
  expect(await run((ctx) => affectedBy(ctx, again, { subjects: [kept] }))).toEqual([kept])
  expect(await run((ctx) => affectedBy(ctx, again, { since: later }))).not.toContain(gone)
})

it('a decision is read as of the moment at which it was made: before the merge, under it, after its undoing', async () => {
  const { kept, gone } = await two()
  await run((ctx) => learn(ctx, kept, { birthDate: day('1980-02-01') }))
  const rule = 'land-security.reemployment'
  const request = (id: number) => ({ policy: rule, subject: { register: 'person', id }, on: '2025-01-01' })
  const facts = { landless: true, jobless: true, selfEmployed: false }
  const decide = (id: number) => run((ctx) => policy.decideFor(ctx, { ...request(id), facts }))
  const born = async (id: number) =>
    (await run((ctx) => policy.assessFor(ctx, { ...request(id), trace: true }))).trace
  const before = await decide(gone)
  const undo = await merged(county, kept, gone)
  const under = await decide(gone)
  const own = await decide(kept)
  expect(under.result).toEqual(own.result)
  expect(under.result).not.toEqual(before.result)
  expect(JSON.stringify(await born(gone))).toEqual(JSON.stringify(await born(kept)))
  await undo()
  const after = await decide(gone)
  expect(after.result).toEqual(before.result)
  for (const { decisionId } of [before, under, own, after]) {
    const told = await run((ctx) => policy.explainDecision(ctx, decisionId))
    expect([told.reproduced, told.factsChanged]).toEqual([true, false])
  }
})

it('a death that the inheritance of one record knows holds the payments of the other, as long as they are one', async () => {
  const { kept, gone, listed } = await two()
  const own = await run(async (ctx) => account(ctx, listed, parseYuan('900')))
  const accountant = county.actor()
  await county.call(accountant, propose, { ...death(own, { source: 'village' }), heirs: [heir(1, '1/1')] })
  const holds = (id: number) =>
    run(async (ctx) => {
      const who = { subject: { register: 'protectedPerson', id: 0 }, person: { register: 'person', id } }
      return diedBefore(await deathsOf(ctx.tx), who, '2025-02')?.diedOn
    })
  expect([await holds(kept), await holds(gone)]).toEqual([undefined, '2024-12-20'])
  const undo = await merged(county, kept, gone)
  expect([await holds(kept), await holds(gone)]).toEqual(['2024-12-20', '2024-12-20'])
  await undo()
  expect([await holds(kept), await holds(gone)]).toEqual([undefined, '2024-12-20'])
})

it('an entry for the one that stays finds the account of the one that went; where both have one, each keeps its own', async () => {
  const { kept, gone } = await two()
  const old = await run((ctx) => personalAccount(ctx, gone, 500_00))
  const open = (id: number) =>
    run((ctx) =>
      openAccount(ctx, {
        fund,
        kind: 'individual',
        subject: { register: 'person', id },
        context: project,
        area: village,
      }),
    )
  const post = (id: number, amount: number) =>
    run((ctx) =>
      postVoucher(ctx, {
        fund,
        purpose: 'initial',
        day: day('2019-01-03'),
        text: { zh: '期初', en: 'Initial' },
        source: 'test',
        lines: [
          { account: { kind: 'special' }, debit: amount as never },
          {
            account: { kind: 'individual', subject: { register: 'person', id }, context: project },
            credit: amount as never,
          },
        ],
      }),
    )
  await expect(post(kept, 1_00)).rejects.toMatchObject({ code: 'ledger.notFound' })
  const undo = await merged(county, kept, gone)
  expect(await open(kept)).toBe(old)
  await post(kept, 1_00)
  expect(await run((ctx) => balance(ctx, old))).toBe(501_00)
  await undo()
  await expect(post(kept, 1_00)).rejects.toMatchObject({ code: 'ledger.notFound' })
  const own = await open(kept)
  expect(own).not.toBe(old)
  await merged(county, kept, gone) // two accounts now: two people
  await post(kept, 2_00)
  await post(gone, 4_00)
  expect([await run((ctx) => balance(ctx, own)), await run((ctx) => balance(ctx, old))]).toEqual([
    2_00, 505_00,
  ])
  const held = await run((ctx) =>
    findHolders(ctx, { fund, subjects: { register: 'person', ids: [kept] }, limit: 9 }),
  )
  expect(held.map(({ accountId }) => accountId)).toEqual([old, own])
})
