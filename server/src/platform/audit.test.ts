import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { t } from '#kernel'
import { operation, platformOperations, runOperation } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { diff } from './diff.ts'

const pay = operation({
  name: 'pay.send',
  text: t('送付', 'Send a payment'),
  can: 'pay.send',
  audit: 'write',
  input: z.object({ amount: z.string() }),
  output: z.object({}),
  run: async ({ note }, { amount }) => {
    note({
      subject: 'batch:7',
      before: { amount: '1.00', state: 'draft' },
      after: { amount, state: 'draft' },
    })
    return {}
  },
})

const named = (name: string) => {
  const op = platformOperations([]).find((one) => one.name === name)
  if (!op) throw new Error(`no ${name}`)
  return op
}

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const owner = (text: string) =>
  county.db.ownerPool.query(`set search_path = c990101; ${text}; reset search_path`)
const verify = () => county.call(county.actor(), named('audit.verify'), {})

test('records at once are one chain without a gap', async () => {
  const actors = Array.from({ length: 4 }, () => county.actor())
  await Promise.all(
    Array.from({ length: 40 }, (_, i) => county.call(actors[i % 4] as never, pay, { amount: `${i}.00` })),
  )
  expect(await verify()).toEqual({ count: 40, head: expect.stringMatching(/^[0-9a-f]{64}$/), broken: null })
})

test('an operation that fails, or whose commit fails, leaves no record', async () => {
  await expect(county.call(county.actor({ verbs: [] }), pay, { amount: '1.00' })).rejects.toMatchObject({
    code: 'platform.notAllowed',
  })
  expect(await verify()).toMatchObject({ count: 40 })
})

test('the audit administrator reads which field changed, not what it holds; the auditor reads both', async () => {
  const read = async (verbs: string[]) => {
    const actor = county.actor({ verbs, reads: ['audit'], writes: [] })
    const { records } = (await county.call(actor, named('audit.list'), { operation: 'pay', limit: 1 })) as {
      records: { notes: unknown; subject: string }[]
    }
    return records[0]
  }
  expect(await read(['audit.list'])).toMatchObject({
    subject: 'batch:7',
    notes: [{ changed: [{ field: 'amount' }] }],
  })
  expect(JSON.stringify(await read(['audit.list']))).not.toContain('1.00')
  expect(await read(['audit.list', 'audit.values'])).toMatchObject({
    notes: [{ changed: [{ field: 'amount', before: '1.00' }] }],
  })
})

test('a township sees the records of its own area only, and cannot be asked to prove the whole', async () => {
  const town = county.actor({}, '990101103')
  await county.call(town, pay, { amount: '9.00' })
  const { records } = (await county.call(town, named('audit.list'), {})) as { records: unknown[] }
  expect(records).toHaveLength(1)
  await expect(county.call(town, named('audit.verify'), {})).rejects.toMatchObject({
    code: 'platform.wholeCounty',
  })
})

test('the log can be asked for changes alone', async () => {
  const kinds = async (kind?: string) => {
    const { records } = (await county.call(county.actor(), named('audit.list'), { kind, limit: 500 })) as {
      records: { operation: string }[]
    }
    return new Set(records.map(({ operation: name }) => name))
  }
  expect(await kinds('write')).toEqual(new Set(['pay.send']))
  expect(await kinds()).toContain('audit.list')
})

test('reading the log is itself in the log', async () => {
  const reader = county.actor()
  await runOperation(county.db, named('audit.list'), { actor: reader, input: { accountId: 999 } })
  const { records } = (await county.call(reader, named('audit.list'), {
    operation: 'audit.list',
    accountId: reader.accountId,
  })) as { records: unknown[] }
  expect(records).toHaveLength(1)
})

test('the application can neither change, remove nor forge a record', async () => {
  const scope = '{"county":"990101","area":"990101","reads":",*,","writes":",*,"}'
  const forged =
    "insert into audit_record (seq, at, account_id, actor_name, role, area, operation, kind, body, hash) values (1000000, now(), 1, 'x', 'x', '990101', 'x', 'write', '{}', '')"
  const client = await county.db.appPool.connect()
  for (const text of [
    'update audit_record set role = role',
    'delete from audit_record',
    'truncate audit_record',
    'update audit_head set seq = 0',
    forged,
  ]) {
    await client.query('begin')
    await client.query('select public.set_scope($1)', [scope])
    await expect(client.query(text)).rejects.toThrow(/permission denied/)
    await client.query('rollback')
  }
  client.release()
  expect(await verify()).toMatchObject({ broken: null })
})

test.each([
  [
    'a changed record',
    "update audit_record set body = replace(body, '9.00', '8.00') where body like '%9.00%'",
    'hash',
  ],
  ['a changed column', "update audit_record set role = 'other' where seq = 5", 'columns'],
  ['a removed record', 'delete from audit_record where seq = 17', 'missing'],
  ['a removed end', 'delete from audit_record where seq = (select max(seq) from audit_record)', 'head'],
])('%s is found, even if the owner of the database did it', async (_, tamper, why) => {
  await owner(
    `create table kept as select * from audit_record; alter table audit_record disable trigger all; ${tamper}`,
  )
  expect(await verify()).toMatchObject({ broken: { seq: expect.any(Number), why } })
  await owner(
    'delete from audit_record; insert into audit_record select * from kept; drop table kept; alter table audit_record enable trigger all',
  )
  expect(await verify()).toMatchObject({ broken: null })
})

test('a diff names what differs and nothing else', () => {
  expect(diff({ a: 1, b: [1], c: null }, { a: 1, b: [1, 2], d: 'x' })).toEqual([
    { field: 'b', before: [1], after: [1, 2] },
    { field: 'd', before: null, after: 'x' },
  ])
  expect(diff(undefined, { a: 1 })).toEqual([{ field: 'a', before: null, after: 1 }])
  expect(diff('x', 'y')).toEqual([{ field: '', before: 'x', after: 'y' }])
})
