/** The whole-project example of the catalogue through the real rooms: 40 (a), 85 (b), 25 (c), standard 50,000 (LS-04 … LS-17, section 2.1). */

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cite, day, type Fen, fen, parseYuan, residentId, sumFen } from '#kernel'
import {
  balance,
  claim,
  fundingSheet,
  fundsOf,
  openAccount,
  reasonsNotToOpen,
  receive,
  verifyChain,
} from '#ledger'
import type { Ctx } from '#platform'
import { openPolicyRoom } from '#policy'
import { approveRun, housePorts, openRun, postChunk, proposeChunk, readRun, runsOf } from '#procedure'
import { insertRow, insertRows, registerFactSource, registryOf } from '#register'
import { type TestCounty, testCounty } from '#test/database.ts'
import { systems } from '../../index.ts'
import { area, person } from '../../population/registers/index.ts'
import { protectionFund } from '../funds/index.ts'
import { landSecurity } from '../index.ts'
import { landTake, otherPension, protectedPerson } from '../registers/index.ts'
import { landSecurityRuns } from './index.ts'

const village = '990101103201'
const registers = systems.flatMap((system) => system.registers ?? [])
const registry = registryOf(registers)
const funds = fundsOf(landSecurity.funds ?? [])
const policy = openPolicyRoom({
  policies: landSecurity.policies ?? [],
  bindings: landSecurity.bindings ?? [],
  source: registerFactSource(registers),
})
const ports = housePorts({ registers: registry, policy, funds })
const runs = runsOf(landSecurityRuns.map((declare) => declare({ policy, registers: registry })))
const fund = protectionFund.id

let county: TestCounty
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)
const context = { register: 'landTake', id: 0 }
let listed: number[]

/** (a) are women born 1960, (b) men born 1980, (c) born 2015; taken on 2023-06-30. */
async function list(ctx: Ctx): Promise<number[]> {
  const born = (i: number) => day(i < 40 ? '1960-03-01' : i < 125 ? '1980-03-01' : '2015-03-01')
  const ids: number[] = []
  for (let i = 0; i < 150; i++) {
    const values = {
      name: `测试人${i}`,
      area: village,
      idNumber: residentId('990101', born(i), 2 * i + (i < 40 ? 0 : 1)),
    }
    const who = await insertRow(ctx, person, { ...values, bankCard: null, bankName: '青禾农商行' })
    ids.push((await insertRow(ctx, protectedPerson, { ownerId: context.id, person: who.id })).id)
    if (i === 0)
      await insertRow(ctx, otherPension, {
        ownerId: who.id,
        kind: 'rural',
        monthly: fen(80_00),
        validFrom: day('2020-01-01'),
      })
  }
  return ids
}

beforeAll(async () => {
  county = await testCounty()
  await run(async (ctx) => {
    await insertRows(ctx, area, [{ code: village, name: '石桥村', level: 'village' }])
    const take = await insertRow(ctx, landTake, {
      name: '上坝地块',
      area: village,
      takenOn: day('2023-06-30'),
      basePerPerson: parseYuan('50000'),
    })
    context.id = take.id
    listed = await list(ctx)
    const parameters = { standard: '240.00', dibao: '230.00' }
    for (const [key, value] of Object.entries(parameters))
      await policy.setParameter(ctx, {
        policy: 'land-security.pension',
        key,
        value,
        from: '2023-01-01',
        citation: cite('青禾县人社局', '参数表'),
        source: 'test',
      })
  })
}, 120_000)
afterAll(() => county.close())

let items: {
  item: number
  row: { register: string; id: number }
  area: string
  name: string
  values: Record<string, string | number>
}[]

it('funding: 1,875,000 + 2,500,000 + 1,875,000 + 312,500 = 6,562,500; land-transfer revenue bears 2,187,500', async () => {
  const decided = await run((ctx) =>
    ports.assess(ctx, {
      policy: 'land-security.protection',
      register: 'protectedPerson',
      rowIds: listed,
      keep: true,
    }),
  )
  items = listed.flatMap((id, i) => {
    const values = decided.get(id)?.values ?? {}
    return values.category === 'minor'
      ? []
      : [
          {
            item: id,
            row: { register: 'protectedPerson', id },
            area: village,
            name: `测试人${i}`,
            values: values as Record<string, string | number>,
          },
        ]
  })
  expect(items).toHaveLength(125)
  const sum = (name: string): Fen => sumFen(items.map((one) => fen(Number(one.values[name]))))
  const due = {
    government: sum('government'),
    collective: sum('collective'),
    individual: sum('individual'),
    reserve: sum('reserve'),
  }
  await run((ctx) => ports.setDue(ctx, { fund, context, source: 'test', due }))
  const sheet = await run((ctx) => fundingSheet(ctx, { fund: protectionFund, context }))
  expect(sheet.parts.map((part) => part.due)).toEqual([1_875_000_00, 2_500_000_00, 1_875_000_00, 312_500_00])
  expect(sheet.due).toBe(parseYuan('6562500'))
  expect(sum('landRevenue')).toBe(parseYuan('2187500'))
})

it('accounts cannot be opened before the four transfers arrived: PostgreSQL has no money to give', async () => {
  const request = { fund, context, source: 'test', day: day('2025-08-26'), items }
  expect((await run((ctx) => ports.notFunded(ctx, { fund, context }))).map((r) => r.zh)[3]).toBe(
    '风险准备金差 312,500.00 元没有到账',
  )
  await expect(run((ctx) => ports.openAccounts(ctx, request))).rejects.toMatchObject({
    code: 'ledger.overdrawn',
  })
})

it('individual accounts 5,650,000 and pool 600,000 add up to 6,250,000', async () => {
  for (const part of (await run((ctx) => fundingSheet(ctx, { fund: protectionFund, context }))).parts) {
    const given = {
      fund: protectionFund,
      arrivedOn: day('2025-08-22'),
      amount: part.due,
      payer: '县财政局',
      bankRef: part.part,
      ticket: part.part,
      context,
      part: part.part,
    }
    const { receiptId } = await run((ctx) => receive(ctx, given))
    await run((ctx) =>
      claim(ctx, funds, { receiptId, claims: [{ context, part: part.part, amount: part.due }] }),
    )
  }
  expect(reasonsNotToOpen(await run((ctx) => fundingSheet(ctx, { fund: protectionFund, context })))).toEqual(
    [],
  )
  await run((ctx) =>
    ports.openAccounts(ctx, { fund, context, source: 'test', day: day('2025-08-26'), items }),
  )
  const { rows } = await run((ctx) =>
    sql<{ kind: string; sum: number; count: number }>`
    select kind, sum(balance)::bigint as sum, count(*) as count from fund_account where book_entity = 'agency' group by kind order by kind`.execute(
      ctx.tx,
    ),
  )
  expect(Object.fromEntries(rows.map((row) => [row.kind, row.sum]))).toMatchObject({
    individual: 5_650_000_00,
    pooled: 600_000_00,
    reserve: 312_500_00,
    raised: 0,
    special: 6_562_500_00,
  })
  expect(rows.find((row) => row.kind === 'individual')?.count).toBe(125)
})

it('the pension of September: 40 women, 240.00 each; 320.00 together with the rural 80.00, which is not ours (LS-12, LS-17)', async () => {
  const [proposer, approver] = [county.actor(), county.actor()]
  const id = await county.run(proposer, (ctx) =>
    openRun(ctx, runs.get('land-security.pension'), { period: '2025-09', day: day('2025-09-15') }),
  )
  while (!(await county.run(proposer, (ctx) => proposeChunk(ctx, runs, id))).done);
  const row = await run((ctx) => readRun(ctx.tx, id))
  expect(row).toMatchObject({ state: 'proposed', count: 40, held: 0, total: 40 * 240_00 })
  await county.run(approver, (ctx) => approveRun(ctx, runs, { runId: id, count: 40, total: 40 * 240_00 }))
  while (!(await county.run(proposer, (ctx) => postChunk(ctx, runs, id))).done);
  const { rows } = await run((ctx) =>
    sql<{
      total: number
      elsewhere: number
      state: string
    }>`select total, elsewhere, state from batch`.execute(ctx.tx),
  )
  expect(rows).toEqual([{ total: 9_600_00, elsewhere: 80_00, state: 'draft' }])
  const lines = await run((ctx) =>
    sql<{ amount: number; elsewhere: number; decisionId: number | null }>`
    select amount, elsewhere, decision_id from batch_line where elsewhere > 0`.execute(ctx.tx),
  )
  expect(lines.rows).toEqual([{ amount: 240_00, elsewhere: 80_00, decisionId: expect.any(Number) }])
  const explained = await run((ctx) => policy.explainDecision(ctx, lines.rows[0]?.decisionId ?? 0))
  expect(JSON.stringify(explained)).toContain('240.00')
  const account = await run((ctx) =>
    openAccount(ctx, {
      fund,
      kind: 'individual',
      subject: { register: 'protectedPerson', id: listed[0] ?? 0 },
      context,
      area: village,
    }),
  )
  expect(await run((ctx) => balance(ctx, account))).toBe(parseYuan('34760'))
})

it('the rate of a year is asked of the policy; without its parameters the run says which are missing (AMB-22)', async () => {
  const proposer = county.actor()
  const attempt = async (): Promise<number> => {
    const id = await county.run(proposer, (ctx) =>
      openRun(ctx, runs.get('land-security.interest'), { period: '2024' }),
    )
    await county.run(proposer, (ctx) => proposeChunk(ctx, runs, id))
    return id
  }
  await expect(attempt()).rejects.toMatchObject({
    code: 'run.noRate',
    text: { zh: expect.stringContaining('一年期存款利率') },
  })
})

it('the book is whole', async () => {
  const report = await run(verifyChain)
  expect(report.faults).toEqual([])
})
