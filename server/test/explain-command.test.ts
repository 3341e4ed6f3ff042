/** `explain`, `ledger proof` and `proof verify` as the machine room runs them: the last one without any database. */
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor, withContext } from '#platform'
import { inProcess, started } from './command-line.ts'
import { COUNTY, type TestCounty, testDatabase } from './database.ts'
import { interestEntry, ratesAndMoney, yearly } from './procedure/explain.kit.ts'
import { account, doRun, walkers } from './procedure/run.kit.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let folder: string
let entryId: number

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'xiangce-proof-'))
  let people = 0
  const county: Pick<TestCounty, 'actor' | 'run'> = {
    actor: () => ({ ...systemActor(COUNTY), accountId: ++people, name: `测试${people}号` }),
    run: (actor, work) => withContext(database.db, actor, work),
  }
  const of = county as TestCounty // `as`: a run needs no more of a county
  await of.run(of.actor(), ratesAndMoney)
  const id = await of.run(of.actor(), (ctx) => account(ctx, 1, 35_000_00, '2018-12-31'))
  await doRun(of, walkers(of, yearly), { run: yearly.id, period: '2019' })
  entryId = (await interestEntry(of, id, 2019)).entryId
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const nowhere = 'postgres://nobody@127.0.0.1:1/none'
const asProcess = (...args: string[]) => started({ database: database.url }, ...args)
const here = (...args: string[]) => inProcess(database.url, ...args)

test('an entry is explained in both languages, its proof is made, verified elsewhere, and found when changed', {
  timeout: 120_000,
}, async () => {
  const zh = await asProcess('explain', String(entryId), '--entry')
  // 35,000.00 x 1.37 %
  expect(zh).toMatchObject({ code: 0, out: expect.stringContaining('当年利息　479.50 元') })
  const en = await here('explain', String(entryId), '--entry', '--locale', 'en')
  expect(en.out).toContain('Recomputed 479.50 yuan, booked 479.50 yuan')
  const json = JSON.parse((await here('explain', String(entryId), '--entry', '--json')).out)
  expect(json).toMatchObject({ basis: 'interest', reproduced: true, recomputed: '479.50' })
  const rate = await here('explain', String(json.reasons[0].decisionId), '--locale', 'en')
  expect(rate).toMatchObject({ code: 0, out: expect.stringContaining('One-year deposit rate  1.37%') })

  const file = join(folder, 'proof.json')
  expect((await asProcess('ledger', 'proof', String(entryId), '--out', file)).code).toBe(0)
  const held = await started({ database: nowhere }, 'proof', 'verify', file)
  expect(held).toMatchObject({ code: 0, out: expect.stringContaining('核验通过') })
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
  writeFileSync(file, bytes)
  const broken = await inProcess(nowhere, 'proof', 'verify', file, '--json')
  expect(broken.code).toBe(2)
  expect(JSON.parse(broken.out)).toMatchObject({ ok: false })
})

test('a number that is none is refused with a way on', { timeout: 60_000 }, async () => {
  const refused = await here('explain', 'abc', '--json')
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.err)).toMatchObject({ code: 'proof.entry' })
})
