import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { t } from '#kernel'
import { administratorRoles, defineRole, operation, saveFile, shareFile, withScope } from '#platform'
import { type Client, type TestHouse, testHouse } from '#test/house.ts'

const town = defineRole({ name: 'town', label: t('乡镇', 'Township'), verbs: ['note.*'] })
const other = defineRole({ name: 'other', label: t('别的', 'Other'), verbs: [] })

const write = operation({
  name: 'note.write',
  text: t('记一笔', 'Write a note'),
  can: 'note.write',
  audit: 'write',
  input: z.object({ text: z.string().min(2), amount: z.string() }),
  output: z.object({ id: z.number() }),
  run: async ({ tx, note }, { text }) => {
    const made = await sql<{ id: number; idNumber: string }>`
      insert into note (area, text) values (current_setting('app.area'), ${text}) returning id, 'secret' as id_number`.execute(
      tx,
    )
    note({ subject: `note:${made.rows[0]?.id}`, after: { text } })
    return made.rows[0] as { id: number }
  },
})
const broken = operation({
  name: 'note.broken',
  text: t('出错', 'Break'),
  can: 'note.write',
  audit: 'write',
  input: z.object({}),
  output: z.object({}),
  run: async ({ tx }) => {
    await sql`insert into note (area, text) values (current_setting('app.area'), 'half')`.execute(tx)
    throw new Error('secret of the inside')
  },
})
const open = operation({
  name: 'notice.read',
  text: t('看公示', 'Read a notice'),
  can: 'public',
  audit: 'none',
  input: z.object({}),
  output: z.object({ name: z.string(), count: z.number() }),
  run: async ({ tx, actor }) => ({
    name: actor.name,
    count: (await sql`select * from note`.execute(tx)).rows.length,
  }),
})

let house: TestHouse
let client: Client
const at = (login: string, role: string) => ({
  login,
  name: login,
  office: '柳溪镇',
  role,
  area: '990101103',
})

beforeAll(async () => {
  house = await testHouse({
    roles: [...administratorRoles, { ...town, writes: ['note'] }, other],
    accounts: [at('liuxi', 'town'), at('second', 'town'), at('nobody', 'other')],
    operations: [write, broken, open],
  })
  await house.db.ownerPool.query(`set search_path = c990101, public;
    create table note (id bigint generated always as identity primary key, area text collate "C" not null, text text not null);
    select fence_table('note', 'note'); reset search_path`)
  client = await house.signIn('liuxi')
})
afterAll(() => house.close())

const count = async () =>
  Number((await house.db.ownerPool.query('select count(*) as n from c990101.note')).rows[0].n)
const records = async () =>
  (await house.db.ownerPool.query('select body from c990101.audit_record order by seq')).rows.map((r) =>
    JSON.parse(r.body),
  )

test('an operation answers with what its schema names and leaves one record with its diff', async () => {
  const before = (await records()).length
  const answer = await client.call('note.write', { text: '石桥村来电', amount: '12.00' })
  expect(answer).toMatchObject({ status: 200, body: { id: expect.any(Number) } })
  expect(JSON.stringify(answer.body)).not.toContain('secret')
  expect((await records()).slice(before)).toMatchObject([
    {
      operation: 'note.write',
      actor: 'liuxi',
      role: 'town',
      area: '990101103',
      notes: [{ changed: [{ field: 'text', before: null, after: '石桥村来电' }] }],
    },
  ])
})

test('problems are RFC 9457: the place of each fault, both languages', async () => {
  const answer = await client.call('note.write', { text: 'x' })
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer).toMatchObject({
    status: 400,
    body: {
      code: 'platform.form',
      type: 'urn:xiangce:problem:platform.form',
      detail: { zh: expect.any(String), en: expect.any(String) },
    },
  })
  expect(
    (answer.body as { details: { issues: { path: string }[] } }).details.issues.map((i) => i.path),
  ).toEqual(['text', 'amount'])
})

test('an error nobody foresaw tells an incident number and nothing of the inside, and leaves no half work', async () => {
  const before = await count()
  const answer = await client.call('note.broken')
  expect(answer).toMatchObject({
    status: 500,
    body: { code: 'platform.internal', details: { incident: expect.stringMatching(/^[0-9A-F]{8}$/) } },
  })
  expect(JSON.stringify(answer.body)).not.toContain('secret')
  expect(await count()).toBe(before)
})

test('idempotency: the same key is done once, another body with it is refused, another person has keys of his own', async () => {
  const before = await count()
  const body = { text: '来信一封', amount: '1.00' }
  const key = { 'idempotency-key': 'k-1' }
  const [one, two] = await Promise.all([
    client.call('note.write', body, key),
    client.call('note.write', body, key),
  ])
  expect(two.body).toEqual(one.body)
  expect(await count()).toBe(before + 1)
  expect(await client.call('note.write', { ...body, text: '另一封信' }, key)).toMatchObject({
    status: 422,
    body: { code: 'platform.keyReused' },
  })
  const second = await house.signIn('second')
  expect((await second.call('note.write', body, key)).body).not.toEqual(one.body)
})

test('without log-in: public operations see nothing of the county, all others refuse', async () => {
  const visitor = house.visitor()
  expect(await visitor.call('notice.read')).toMatchObject({ status: 200, body: { name: '访客', count: 0 } })
  expect(await visitor.call('note.write', { text: 'ab', amount: '1' })).toMatchObject({ status: 401 })
  expect(await visitor.get('/api/meta')).toMatchObject({ status: 401 })
  expect(await visitor.get('/api/files/1')).toMatchObject({ status: 401 })
})

test('a POST without the own header is refused, whatever cookie it brings', async () => {
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/note/write',
    payload: { text: 'ab', amount: '1' },
  })
  expect(answer.json()).toMatchObject({ code: 'http.header', status: 403 })
})

test('the cookie is out of reach of scripts and other sites', async () => {
  const answer = await house.visitor().call('session/login', { name: 'nobody', password: 'Shiqiao-2025' })
  expect(String(answer.headers['set-cookie'])).toMatch(
    /^xiangce_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  )
})

test('files: kept once by content, read by their owner, by others when shared, never from another area', async () => {
  const form =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="..\\\\花名册.xlsx"\r\ncontent-type: text/plain\r\n\r\nhello\r\n--b--\r\n'
  const cookie = (await house.visitor().call('session/login', { name: 'nobody', password: 'Shiqiao-2025' }))
    .headers['set-cookie'] as string
  const sent = await house.app.inject({
    method: 'POST',
    url: '/api/files',
    payload: form,
    headers: {
      'content-type': 'multipart/form-data; boundary=b',
      'x-xiangce': '1',
      cookie: cookie.split(';')[0] ?? '',
    },
  })
  const file = sent.json()
  expect(file).toMatchObject({
    name: '花名册.xlsx',
    size: 5,
    sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
  })
  expect(await client.get(`/api/files/${file.id}`)).toMatchObject({ status: 404 })
  const owner = (
    await house.db.ownerPool.query('select account_id from c990101.file where id = $1', [file.id])
  ).rows[0].account_id
  const actorOf = (accountId: number, area: string) => ({
    accountId,
    area,
    name: '',
    office: '',
    role: '',
    county: '990101',
    party: null,
    verbs: new Set<string>(),
    reads: [],
    writes: [],
    sees: [],
  })
  await withScope(house.db, actorOf(owner, '990101103'), (tx) => shareFile(tx, file.id))
  expect(await client.get(`/api/files/${file.id}`)).toMatchObject({ status: 200, body: 'hello' })
  const elsewhere = await withScope(house.db, actorOf(owner, '990101108'), (tx) =>
    saveFile(tx, { name: 'a', mime: 'text/plain', bytes: Buffer.from('hello') }),
  )
  expect(await client.get(`/api/files/${elsewhere.id}`)).toMatchObject({ status: 404 })
  expect((await house.db.ownerPool.query('select count(*) as n from c990101.file_content')).rows[0].n).toBe(1)
})

test('OpenAPI names every operation with its schemas', async () => {
  const { body } = await house.visitor().get('/api/openapi.json')
  const paths = (body as { paths: Record<string, { post: { operationId: string } }> }).paths
  expect(Object.keys(paths)).toHaveLength(house.house.operations.length)
  expect(paths['/api/note/write']?.post).toMatchObject({
    operationId: 'note.write',
    requestBody: {
      content: { 'application/json': { schema: { type: 'object', required: ['text', 'amount'] } } },
    },
  })
})

test('an unknown address is a problem under /api and the page elsewhere', async () => {
  expect(await client.get('/api/nothing')).toMatchObject({ status: 404, body: { code: 'http.route' } })
  expect((await client.get('/cases')).status).toBe(503) // not built in this test
})
