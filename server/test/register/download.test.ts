/** A register as a download: over HTTP, piece by piece, as the actor sees it, and in the log from before the first byte. */
import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, residentId, t } from '#kernel'
import { defineRole, systemActor, withContext } from '#platform'
import { insertRows, registerOperations } from '#register'
import { systems } from '#systems'
import { type Client, type TestHouse, testHouse } from '#test/house.ts'
import { area, person } from '../../src/systems/population/registers/index.ts'

const registers = systems.flatMap((system) => system.registers ?? [])
const role = (name: string, sees: ('id' | 'phone')[], verbs: string[]) =>
  defineRole({ name, label: t(name, name), verbs, reads: ['*'], sees })
const idNumber = residentId('990101', day('1968-06-12'), 264)
const [here, there] = ['990101103201', '990101102203'] as const
const crowd = 20_000

let house: TestHouse
let county: Client
const at = (login: string, roleName: string, place: string) => ({
  login,
  name: login,
  office: '人社局',
  role: roleName,
  area: place,
})

beforeAll(async () => {
  house = await testHouse({
    roles: [
      role('sees', ['id', 'phone'], ['person.*']),
      role('blind', [], ['person.export']),
      role('none', [], []),
    ],
    accounts: [at('county', 'sees', '990101'), at('blind', 'blind', here), at('none', 'none', '990101')],
    operations: registerOperations({ registers }),
  })
  const all = systemActor('990101')
  await withContext(house.db, all, async (ctx) => {
    await insertRows(ctx, area, [
      { code: here, name: '石桥村', level: 'village' },
      { code: there, name: '石门村', level: 'village' },
    ])
    await insertRows(ctx, person, [
      { name: '周桂枝', area: here, idNumber, phone: '13800004071', bankName: '=cmd|x', note: '一,"二"\n三' },
      { name: '韦明贵', area: there, raw: { birthDate: '1963-07' } },
    ])
  })
  county = await house.signIn('county')
})
afterAll(() => house.close())

const asked = (input: object) =>
  `/api/register/export?input=${encodeURIComponent(JSON.stringify({ register: 'person', format: 'csv', ...input }))}`

async function records(): Promise<{ kind: string; subject: string | null; text: string }[]> {
  const { rows } = await house.db.ownerPool.query<{ body: string }>(
    `select body from c990101.audit_record where operation = 'register.export' order by seq`,
  )
  return rows.map(({ body }) => {
    const { kind, subject, notes } = JSON.parse(body)
    return { kind, subject, text: notes[0].text.zh }
  })
}

test('a table goes out as CSV with what the list shows, and the log says so before and after', async () => {
  const answer = await county.get(asked({}))
  expect(answer.status).toBe(200)
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('人员_'))
  const text = String(answer.body)
  const [heads = ''] = text.replace('\ufeff', '').split('\r\n')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(heads.split(',')).toEqual(expect.arrayContaining(['姓名', '证件号', '性别', '村组', '户主', '备注']))
  expect(text).toContain(`周桂枝,${idNumber}`)
  expect(text).toContain(`"一,""二""\n三"`)
  expect(text).toContain(`'=cmd|x`)
  expect(text).toContain('1963-07')
  const log = await records()
  expect(log.map(({ kind, text: said }) => `${kind} ${said}`)).toEqual([
    'export 开始下载',
    'export 导出人员 2 行',
  ])
  expect(log[1]?.subject).toMatch(/^person:[0-9a-f]{64}$/)
})

test('who sees less gets less; who may not export gets a problem and leaves no trace', async () => {
  const text = String((await (await house.signIn('blind')).get(asked({}))).body)
  expect(text).toContain('周桂枝')
  expect(text).not.toContain(idNumber)
  expect(text).not.toContain('韦明贵')
  const before = (await records()).length
  const none = await (await house.signIn('none')).get(asked({}))
  expect([none.status, (none.body as { code: string }).code]).toEqual([403, 'platform.notAllowed'])
  const visitor = await house.visitor().get(asked({}))
  expect(visitor.status).toBe(401)
  expect((await records()).length).toBe(before)
})

test('what is refused is told as a problem, not as a broken file', async () => {
  const hidden = await (await house.signIn('blind')).get(asked({ order: { field: 'idNumber' } }))
  expect((hidden.body as { code: string }).code).toBe('register.masked')
  expect((await records()).at(-1)?.text).toMatch(/^没有下载完，已送出 0 字节/)
  expect((await county.get('/api/register/export?input=%7B')).status).toBe(400)
})

test('who goes away in the middle stops the reading, and the log knows how far it went', async () => {
  await withContext(house.db, systemActor('990101'), (ctx) =>
    insertRows(
      ctx,
      person,
      Array.from({ length: crowd }, (_, i) => ({ name: `甲${i}`, area: there, note: '长'.repeat(400) })),
    ),
  )
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = house.app.server.address() as AddressInfo
  const cookie = await cookieOf(port)
  const call = request({ port, host: '127.0.0.1', path: asked({}), headers: { cookie } }).end()
  const [answer] = await once(call, 'response')
  await once(answer, 'data')
  answer.destroy()
  await expect
    .poll(async () => (await records()).at(-1)?.text ?? '', { timeout: 10_000 })
    .toMatch(/^没有下载完，已送出 [1-9]/)
})

async function cookieOf(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-xiangce': '1' },
    body: JSON.stringify({ name: 'county', password: 'Shiqiao-2025' }),
  })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}
