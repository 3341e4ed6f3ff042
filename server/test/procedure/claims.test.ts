/** The living allowance on claims: carried over, found by name, and the 25th month refused in words (LS-14, LS-15, AMB-31). */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day, fen, parseYuan, residentId, t } from '#kernel'
import { postVoucher } from '#ledger'
import type { Ctx } from '#platform'
import { openPolicyRoom } from '#policy'
import { insertRow, insertRows, registerFactSource, registryOf } from '#register'
import { type TestCounty, testCounty } from '#test/database.ts'
import { claimOperations } from '../../src/procedure/run-claims.ts'
import { openRun, proposeChunk } from '../../src/procedure/run-propose.ts'
import { runsOf } from '../../src/procedure/run-registry.ts'
import { readLines } from '../../src/procedure/run-store.ts'
import { systems } from '../../src/systems/index.ts'
import { landSecurity } from '../../src/systems/land-security/index.ts'
import {
  employmentSpell,
  landTake,
  protectedPerson,
} from '../../src/systems/land-security/registers/index.ts'
import { landSecurityRuns } from '../../src/systems/land-security/runs/index.ts'
import { area, person } from '../../src/systems/population/registers/index.ts'
import { account, doRun, village } from './run.kit.ts'

const id = 'land-security.living-allowance'
const registers = systems.flatMap((system) => system.registers ?? [])
const registry = registryOf(registers)
const policy = openPolicyRoom({
  policies: landSecurity.policies ?? [],
  bindings: landSecurity.bindings ?? [],
  source: registerFactSource(registers),
})
const runs = runsOf(landSecurityRuns.map((declare) => declare({ policy, registers: registry })))
const [claimants] = claimOperations(runs)

let county: TestCounty
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)

/** Two men of (b) and one of (a), the taking on 2021-12-20 with 500.00 a month; the second took a job on 2022-07-11. */
beforeAll(async () => {
  county = await testCounty()
  await run(async (ctx) => {
    await insertRows(ctx, area, [{ code: village, name: '石桥村', level: 'village' }])
    const take = await insertRow(ctx, landTake, {
      name: '上坝地块',
      area: village,
      takenOn: day('2021-12-20'),
      basePerPerson: parseYuan('50000'),
      livingAllowance: parseYuan('500'),
    })
    for (const seq of [1, 3, 5]) {
      const idNumber = residentId('990101', day(seq === 5 ? '1950-03-01' : '1985-03-01'), seq)
      const bankAccountName = seq === 1 ? '韦一氹' : null
      const who = await insertRow(ctx, person, { name: `韦${seq}`, area: village, idNumber, bankAccountName })
      const row = await insertRow(ctx, protectedPerson, { ownerId: take.id, person: who.id })
      await account(ctx, row.id, 50_000_00)
      if (seq === 3)
        await insertRow(ctx, employmentSpell, {
          ownerId: who.id,
          employer: '青禾纸箱厂',
          kind: 'employee',
          validFrom: day('2022-07-11'),
          validTo: day('2023-01-16'),
        })
    }
    await postVoucher(ctx, {
      fund: 'land-security.regulating',
      purpose: 'initial',
      day: day('2021-12-31'),
      text: t('期初', 'Initial'),
      source: 'test',
      lines: [
        { account: { kind: 'special' }, debit: fen(100_000_00) },
        { account: { kind: 'pooled' }, credit: fen(100_000_00) },
      ],
    })
  })
})
afterAll(() => county.close())

const claim = (row: number) => ({ id: row, unemployedFrom: '2022-01-01', meetsDibao: false })
const proposed = async (period: string, rows: number[]) => {
  const actor = county.actor()
  const runId = await county.run(actor, (ctx) =>
    openRun(ctx, runs.get(id), { period, day: day(`${period}-15`), input: { claims: rows.map(claim) } }),
  )
  while (!(await county.run(actor, (ctx) => proposeChunk(ctx, runs, runId))).done);
  return run((ctx) => readLines(ctx.tx, { runId, limit: 9 }))
}
type Found = Awaited<ReturnType<typeof claimants.run>>
const look = async (search?: string) =>
  (await county.call(county.actor(), claimants, { run: id, search })) as Found

it('before any claim the list is empty; by name the registers suggest the day, and say what work is known', async () => {
  expect(await look()).toEqual({ claimants: [], period: null })
  const { claimants: found } = await look('测试')
  expect(found).toMatchObject([
    { id: 1, unemployedFrom: '2021-12-20', paidBefore: 0, meetsDibao: null, paid: 0 },
    { id: 2, unemployedFrom: '2021-12-20' },
    { id: 3, unemployedFrom: '2021-12-20' },
  ])
  expect(found[0]?.source.zh).toContain('没有登记就业经历')
  expect(found[1]?.source.zh).toContain('2022-07-11 起单位就业')
})

it('month 24, 2023-12, is 500.00; month 25, 2024-01, is refused in words with what follows', async () => {
  expect(await proposed('2023-12', [1])).toMatchObject([{ status: 'proposed', amount: 500_00 }])
  const [refused] = await proposed('2024-01', [1])
  expect(refused).toMatchObject({ status: 'held', amount: 0, decisionId: expect.any(Number) })
  expect(refused?.reasonZh).toBe('最多发 24 个月，发到 2023-12 为止，2024-01 不再发；以后：不再补助')
})

it('the month in which the first job starts is not paid, whatever day it starts (AMB-41)', async () => {
  const [line] = await proposed('2022-07', [2])
  expect(line?.reasonZh).toContain('发到 2022-06 为止')
})

it('a job in July 2022 ends it: six months; after the job unemployment insurance (LS-16)', async () => {
  const [refused] = await proposed('2023-02', [2])
  expect(refused?.reasonZh).toBe('最多发 6 个月，发到 2022-06 为止，2023-02 不再发；以后：走失业保险')
})

it('who is not of (b) is told that, whatever month is claimed', async () => {
  const [refused] = await proposed('2022-03', [3])
  expect(refused).toMatchObject({ status: 'held', decisionId: expect.any(Number) })
  expect(refused?.reasonZh).toMatch(/^不是.*，不发生活补助$/)
})

it('the claims of the newest run are carried over, with the months it has paid', async () => {
  const walk = { proposer: county.actor(), approver: county.actor(), runs }
  const done = await doRun(county, walk, {
    run: id,
    period: '2022-01',
    input: { claims: [claim(1), claim(2)] },
  })
  const lines = await run((ctx) => readLines(ctx.tx, { runId: done.id, limit: 9 }))
  // The name at the bank where it differs from the name (OF-08: 户名不符), else the name.
  expect(lines.map((line) => line.payee?.cardName)).toEqual(['韦一氹', '韦3'])
  const { claimants: carried, period } = await look()
  expect(period).toBe('2024-01')
  expect(carried).toMatchObject([{ id: 1, unemployedFrom: '2022-01-01', meetsDibao: false, paid: 1 }])
})
