/** The command line as the machine room uses it: a process, its output, its exit code. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from './database.ts'

const bin = fileURLToPath(new URL('../bin/xiangce.mjs', import.meta.url))
let database: Awaited<ReturnType<typeof testDatabase>>
let folder: string

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'xiangce-cli-'))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

type Ran = { code: number | null; out: string; err: string }

function xiangce(...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...process.env, DATABASE_URL: database.url, NODE_OPTIONS: '' },
  })
  const ran: Ran = { code: null, out: '', err: '' }
  child.stdout.on('data', (part) => (ran.out += part))
  child.stderr.on('data', (part) => (ran.err += part))
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ran, code })))
}

test('lists, adds and explains itself; --json is one JSON value', { timeout: 120_000 }, async () => {
  expect(await xiangce('county', 'list', '--json')).toMatchObject({
    code: 0,
    out: expect.stringContaining('"990101"'),
  })
  const added = await xiangce('user', 'add', 'zhangsan', '张三', '--role', 'sysadmin', '--json')
  expect(JSON.parse(added.out)).toEqual({ login: 'zhangsan', password: expect.stringMatching(/.{10,}/) })
  expect((await xiangce('user', 'list', 'zhang')).out).toBe('zhangsan\t张三\tactive\tsysadmin@990101\n')
  expect(await xiangce('nonsense')).toMatchObject({ code: 1, out: expect.stringContaining('audit verify') })
})

test('a refusal is a Problem and exit code 1', { timeout: 120_000 }, async () => {
  const refused = await xiangce('user', 'add', 'lisi', '李四', '--role', 'emperor', '--json')
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.err)).toMatchObject({ code: 'platform.usage', status: 400 })
})

test('the log proves itself from the database and from an export; a broken one is exit code 2', {
  timeout: 120_000,
}, async () => {
  const whole = await xiangce('audit', 'verify', '--json')
  expect(whole.code).toBe(0)
  expect(JSON.parse(whole.out)).toMatchObject({ audit: { broken: null }, access: { broken: null } })
  const exported = (await xiangce('audit', 'export')).out
  const file = join(folder, 'log.ndjson')
  writeFileSync(file, exported)
  expect((await xiangce('audit', 'verify', '--file', file)).code).toBe(0)
  await database.db.ownerPool.query(
    'alter table access_record disable trigger all; delete from access_record where seq = 1',
  )
  expect((await xiangce('audit', 'verify')).code).toBe(2)
})
