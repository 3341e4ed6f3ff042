import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { Problem, problem, t } from '#kernel'
import { type TestCounty, testCounty } from '#test/database.ts'
import { defineConstraints, nextNumber, operation, withScope } from './index.ts'

let county: TestCounty

beforeAll(async () => {
  county = await testCounty()
  await county.db.ownerPool.query(`
    set search_path = c990101, public;
    create table plant (id bigint generated always as identity primary key, area text collate "C" not null,
      name text not null constraint plant_name_once unique, height int constraint plant_height check (height > 0));
    select fence_table('plant', 'plant');
    insert into plant (area, name) values ('990101103201', '石桥村'), ('990101103', '柳溪镇'), ('990101104201', '双河村'), ('990101', '全县');
    create table leaf (id bigint generated always as identity primary key, area text collate "C" not null, party_id text);
    select fence_append_only('leaf', 'leaf');
    insert into leaf (area, party_id) values ('990101103201', 'C1'), ('990101103201', 'C2'), ('990101103201', null);
    reset search_path;`)
})
afterAll(() => county.close())

const names = async (actor: Parameters<typeof county.run>[0]) =>
  county.run(actor, async ({ tx }) =>
    (await sql<{ name: string }>`select name from plant order by id`.execute(tx)).rows.map((r) => r.name),
  )

test('a scope shows the subtree of its area and nothing beside it', async () => {
  expect(await names(county.actor({}, '990101103'))).toEqual(['石桥村', '柳溪镇'])
  expect(await names(county.actor({}, '990101103201'))).toEqual(['石桥村'])
  expect(await names(county.actor())).toEqual(['石桥村', '柳溪镇', '双河村', '全县'])
})

test('without a scope, before and after a scoped transaction on the same connection, nothing is seen', async () => {
  const client = await county.db.appPool.connect()
  try {
    const count = async () =>
      Number((await client.query('select count(*) as n from c990101.plant')).rows[0].n)
    expect(await count()).toBe(0)
    await client.query(`begin; select public.set_scope('{"county":"990101","area":"990101","reads":",*,"}')`)
    expect(await count()).toBe(4)
    await client.query('commit')
    expect(await count()).toBe(0)
  } finally {
    client.release()
  }
})

test('register groups: who may not read a group sees no row of it, who may not write it cannot', async () => {
  const reader = county.actor({ reads: ['plant'], writes: [] })
  expect(await names(reader)).toHaveLength(4)
  expect(await names(county.actor({ reads: ['person'], writes: [] }))).toEqual([])
  await expect(
    county.run(reader, ({ tx }) => sql`insert into plant (area, name) values ('990101', 'x')`.execute(tx)),
  ).rejects.toMatchObject({ code: 'platform.outOfScope' })
})

test('a row outside the area cannot be written, and one inside cannot be moved out', async () => {
  const town = county.actor({}, '990101103')
  await expect(
    county.run(town, ({ tx }) => sql`insert into plant (area, name) values ('990101104', 'x')`.execute(tx)),
  ).rejects.toMatchObject({ code: 'platform.outOfScope' })
  await expect(
    county.run(town, ({ tx }) => sql`update plant set area = '990101104' where name = '石桥村'`.execute(tx)),
  ).rejects.toMatchObject({ code: 'platform.outOfScope' })
})

test('party: an outside user sees the rows of its own, and no row of a table without parties', async () => {
  const outside = county.actor({}, '990101', { party: 'C1' })
  const leaves = await county.run(outside, async ({ tx }) => (await sql`select * from leaf`.execute(tx)).rows)
  expect(leaves).toEqual([{ id: 1, area: '990101103201', partyId: 'C1' }])
  expect(await names(outside)).toEqual([])
})

test('rows written once cannot be changed, by the owner either', async () => {
  await expect(
    county.run(county.actor(), ({ tx }) => sql`update leaf set area = area`.execute(tx)),
  ).rejects.toMatchObject({ code: 'platform.outOfScope' }) // no grant at all
  await expect(county.db.ownerPool.query('delete from c990101.leaf')).rejects.toThrow('written once')
  await expect(county.db.ownerPool.query('truncate c990101.leaf')).rejects.toThrow('written once')
})

test('a constraint is a problem in the words of its room', async () => {
  const tooLow = problem(422, () => t('苗高要大于 0。', 'A plant is higher than 0.'))
  defineConstraints({
    plant_height: () => new Problem({ code: 'plant.low', status: tooLow.status, text: tooLow.text() }),
  })
  const insert = (name: string, height: number) =>
    county.run(county.actor(), ({ tx }) =>
      sql`insert into plant (area, name, height) values ('990101', ${name}, ${height})`.execute(tx),
    )
  await expect(insert('y', 0)).rejects.toMatchObject({ code: 'plant.low', status: 422 })
  await expect(insert('石桥村', 1)).rejects.toMatchObject({ code: 'platform.duplicate', status: 409 })
})

test('numbers of a series have no gap when a transaction is undone', async () => {
  const actor = county.actor()
  const take = () => county.run(actor, ({ tx }) => nextNumber(tx, 'voucher:2025-09'))
  expect(await take()).toBe(1)
  await expect(
    withScope(county.db, actor, async (tx) => {
      await nextNumber(tx, 'voucher:2025-09')
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  expect(await take()).toBe(2)
})

const grow = operation({
  name: 'plant.grow',
  text: t('登记苗木', 'Register a plant'),
  can: 'plant.write',
  audit: 'write',
  input: z.object({ name: z.string().min(1) }),
  output: z.object({ id: z.number() }),
  run: async ({ tx, note }, { name }) => {
    const made = await sql<{ id: number; secret: string }>`
      insert into plant (area, name) values ('990101', ${name}) returning id, 'x' as secret`.execute(tx)
    note({ subject: `plant:${made.rows[0]?.id}`, after: { name } })
    return made.rows[0] as { id: number }
  },
})

test('an operation: verb, input, output without what its schema does not name', async () => {
  await expect(
    county.call(county.actor({ verbs: ['plant.read'] }), grow, { name: 'a' }),
  ).rejects.toMatchObject({ code: 'platform.notAllowed', status: 403 })
  await expect(county.call(county.actor(), grow, { name: '' })).rejects.toMatchObject({
    code: 'platform.form',
    details: { issues: [{ path: 'name' }] },
  })
  expect(await county.call(county.actor({ verbs: ['plant.*'] }), grow, { name: 'a' })).toEqual({
    id: expect.any(Number),
  })
})

test('the same key is answered once: replayed, refused with another body, and one of two at once waits', async () => {
  const actor = county.actor()
  const [first, second] = await Promise.all([
    county.call(actor, grow, { name: 'k' }, 'key-1'),
    county.call(actor, grow, { name: 'k' }, 'key-1'),
  ])
  expect(second).toEqual(first)
  expect(await county.call(actor, grow, { name: 'k' }, 'key-1')).toEqual(first)
  await expect(county.call(actor, grow, { name: 'other' }, 'key-1')).rejects.toMatchObject({
    code: 'platform.keyReused',
    status: 422,
  })
  expect((await names(actor)).filter((name) => name === 'k')).toEqual(['k'])
})
