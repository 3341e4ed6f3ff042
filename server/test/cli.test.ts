/** The command line as the machine room uses it: a process, its output, its exit code. */
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inProcess, started } from './command-line.ts'
import { testDatabase } from './database.ts'

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

const asProcess = (...args: string[]) => started({ database: database.url }, ...args)
const here = (...args: string[]) => inProcess(database.url, ...args)

test('lists, adds and explains itself; --json is one JSON value', { timeout: 120_000 }, async () => {
  expect(await asProcess('county', 'list', '--json')).toMatchObject({
    code: 0,
    out: expect.stringContaining('"990101"'),
  })
  const added = await asProcess('user', 'add', 'zhangsan', '张三', '--role', 'sysadmin', '--json')
  expect(JSON.parse(added.out)).toEqual({ login: 'zhangsan', password: expect.stringMatching(/.{10,}/) })
  expect((await asProcess('user', 'list', 'zhang')).out).toBe('zhangsan\t张三\tactive\tsysadmin@990101\n')
  expect(await here('nonsense')).toMatchObject({ code: 1, out: expect.stringContaining('audit verify') })
})

test('a refusal is a Problem and exit code 1', { timeout: 120_000 }, async () => {
  const refused = await here('user', 'add', 'lisi', '李四', '--role', 'emperor', '--json')
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.err)).toMatchObject({ code: 'platform.usage', status: 400 })
})

test('the log proves itself from the database and from an export; a broken one is exit code 2', {
  timeout: 120_000,
}, async () => {
  const whole = await here('audit', 'verify', '--json')
  expect(whole.code).toBe(0)
  expect(JSON.parse(whole.out)).toMatchObject({ audit: { broken: null }, access: { broken: null } })
  const exported = (await asProcess('audit', 'export')).out
  const file = join(folder, 'log.ndjson')
  writeFileSync(file, exported)
  expect((await here('audit', 'verify', '--file', file)).code).toBe(0)
  await database.db.ownerPool.query(
    'alter table access_record disable trigger all; delete from access_record where seq = 1',
  )
  expect((await asProcess('audit', 'verify')).code).toBe(2)
})
