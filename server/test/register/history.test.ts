/** What was known when: history, as of, spans of days. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel'
import type { Actor, Ctx } from '#platform'
import { asOf, insertRow, insertRows, ownedRows, updateRow } from '#register'
import { employmentSpell, otherPension } from '../../src/systems/land-security/registers/index.ts'
import { person } from '../../src/systems/population/registers/index.ts'
import type { Books } from './books.ts'
import { addPerson, group, openBooks, problemOf } from './books.ts'

let books: Books

beforeAll(async () => {
  books = await openBooks()
})
afterAll(() => books.close())

describe('history', () => {
  test('an insert writes none, a change keeps what was replaced with the span in which it was known', async () => {
    const row = await books.work((ctx) => addPerson(ctx, '韦海燕', { bankName: '农行' }))
    const count = () =>
      books.run(
        books.clerk,
        async (ctx) =>
          (
            await sql<{ n: number }>`select count(*) as n from person_history where id = ${row.id}`.execute(
              ctx.tx,
            )
          ).rows[0]?.n,
      )
    expect(await count()).toBe(0)
    const between = await books.work(async (ctx) => ctx.now)
    await new Promise((done) => setTimeout(done, 5))
    await books.work((ctx) =>
      updateRow(ctx, person, { id: row.id, version: 1, values: { bankName: '农商行' }, reason: '换卡' }),
    )
    expect(await count()).toBe(1)
    const at = (known?: string) => books.work((ctx) => asOf(ctx, person, row.id, { known }))
    expect((await at(between))?.bankName).toBe('农行')
    expect((await at())?.bankName).toBe('农商行')
    expect(await at('2001-01-01')).toBeUndefined()
  })

  test('nobody can rewrite the history, not even the application itself', async () => {
    const rewrite = books.work((ctx) => sql`delete from person_history`.execute(ctx.tx))
    expect((await problemOf(rewrite)).status).toBe(403)
  })

  test('the door tells who changed which field from what to what, and hides what is hidden', async () => {
    const row = await books.work((ctx) => addPerson(ctx, '蒙彩云', { phone: '13800004073' }))
    await books.door(books.clerk, 'register.save', {
      register: 'person',
      id: row.id,
      version: 1,
      values: { phone: '13900004999', hukou: '农业户口' },
      reason: '入户核对',
    })
    const read = async (actor: Actor) =>
      (
        (await books.door(actor, 'register.history', { register: 'person', id: row.id })) as {
          entries: unknown[]
        }
      ).entries
    expect(await read(books.clerk)).toMatchObject([
      {
        version: 2,
        act: 'change',
        reason: '入户核对',
        changes: [
          { field: 'hukou', before: null, after: 'agricultural' },
          { field: 'phone', before: '13800004073', after: '13900004999' },
        ],
      },
      { version: 1, act: 'create', changes: [] },
    ])
    expect((await read(books.actor({ sees: [] })))[0]).toMatchObject({
      changes: [
        { field: 'hukou' },
        { field: 'phone', before: '138****4073', after: '139****4999', masked: true },
      ],
    })
  })
})

describe('dated rows', () => {
  test('an overlap is refused and both spans are named; touching spans are none', async () => {
    const owner = await books.work((ctx) => addPerson(ctx, '莫志强'))
    const spell = (validFrom: string, validTo: string | null, employer = '双河镇砖厂') =>
      books.work((ctx) =>
        insertRow(ctx, employmentSpell, {
          ownerId: owner.id,
          employer,
          kind: 'casual',
          validFrom: day(validFrom),
          validTo: validTo === null ? null : day(validTo),
        }),
      )
    const first = await spell('2024-01-01', '2024-06-01')
    expect(first.area).toBe(group)
    const refused = await problemOf(spell('2024-05-01', null))
    expect(refused).toMatchObject({
      code: 'register.overlap',
      details: {
        mine: { from: '2024-05-01', to: null },
        other: { id: first.id, from: '2024-01-01', to: '2024-06-01' },
      },
    })
    expect(refused.text.zh).toContain('2024-05-01 起 与已有的 2024-01-01 至 2024-06-01 重叠')
    await spell('2024-06-01', null)
    await spell('2024-03-01', null, '恒达人力')
    expect((await problemOf(spell('2024-03-01', '2024-03-01', '甲'))).code).toBe('register.spanReversed')
    const on = (valid: string) =>
      books.work(async (ctx) =>
        (await ownedRows(ctx, employmentSpell, owner.id, { valid: day(valid) })).map((row) => row.employer),
      )
    expect(await on('2023-12-31')).toEqual([])
    expect(await on('2024-05-31')).toEqual(['双河镇砖厂', '恒达人力'])
    expect(await on('2024-06-01')).toEqual(['双河镇砖厂', '恒达人力'])
  })

  test('the database refuses an overlap that two transactions would make', async () => {
    const owner = await books.work((ctx) => addPerson(ctx, '农翠花'))
    const write = (ctx: Ctx) =>
      insertRows(ctx, otherPension, [
        { ownerId: owner.id, kind: 'rural', monthly: 8000 as never, validFrom: day('2024-01-01') },
      ])
    await books.work(write)
    expect((await problemOf(books.work(write))).status).toBe(409)
  })

  test('what was known about an owner at a time, late facts apart', async () => {
    const owner = await books.work((ctx) => addPerson(ctx, '陆文斌'))
    const before = await books.work(async (ctx) => ctx.now)
    await new Promise((done) => setTimeout(done, 5))
    await books.work((ctx) =>
      insertRow(ctx, otherPension, {
        ownerId: owner.id,
        kind: 'rural',
        monthly: 8000 as never,
        validFrom: day('2020-01-01'),
      }),
    )
    const when = (known?: string) =>
      books.work((ctx) => ownedRows(ctx, otherPension, owner.id, { valid: day('2021-01-01'), known }))
    expect(await when(before)).toEqual([])
    expect(await when()).toMatchObject([{ monthly: 8000, ownerId: owner.id, validTo: null }])
  })
})
