/** Writing and changing rows: what is refused, and with what words. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, residentId } from '#kernel'
import { asOf, deleteRow, findRow, insertRow, updateRow } from '#register'
import { landTake } from '../../src/systems/land-security/registers/index.ts'
import { household, person, villageYear } from '../../src/systems/population/registers/index.ts'
import type { Books } from './books.ts'
import { addPerson, freshId, group, openBooks, other, problemOf, registry, village } from './books.ts'

let books: Books

beforeAll(async () => {
  books = await openBooks()
})
afterAll(() => books.close())

describe('writing', () => {
  test('a person is stored with what its number says', async () => {
    const idNumber = residentId('990101', day('1968-06-12'), 264)
    const row = await books.work((ctx) => insertRow(ctx, person, { name: '周桂枝', area: group, idNumber }))
    expect(row).toMatchObject({
      name: '周桂枝',
      idNumber,
      birthDate: '1968-06-12',
      sex: 'female',
      sharedNumber: 0,
      version: 1,
      createdBy: books.clerk.accountId,
      hukou: null,
      deletedAt: null,
      raw: {},
    })
    expect(await books.work((ctx) => findRow(ctx, person, row.id))).toEqual(row)
  })

  test('every kind comes back as it went in', async () => {
    const take = await books.work((ctx) =>
      insertRow(ctx, landTake, {
        name: '石桥地块',
        area: village,
        takenOn: day('2023-06-30'),
        land: '120.35',
        basePerPerson: 5_000_000 as never,
        governmentPercent: '30',
        approvalNo: '青政征〔2023〕3号',
      }),
    )
    expect(take).toMatchObject({
      land: '120.35',
      basePerPerson: 5_000_000,
      governmentPercent: '30',
      takenOn: '2023-06-30',
    })
    const [areaId] = await books.work(async (ctx) =>
      (await sql<{ id: number }>`select id from area where code = ${village}`.execute(ctx.tx)).rows.map(
        (r) => r.id,
      ),
    )
    const profile = await books.work((ctx) =>
      insertRow(ctx, villageYear, {
        ownerId: areaId ?? 0,
        year: 2019,
        insured: { qualifier: '<', value: '1/4' },
        arable: '164',
      }),
    )
    expect(profile).toMatchObject({
      insured: { qualifier: '<', value: '0.25' },
      arable: '164',
      area: village,
      population: null,
    })
  })

  test('a value only known to the month stays unknown, its text is kept, and a later value takes its place (GEN-07)', async () => {
    const saved = (await books.door(books.clerk, 'register.save', {
      register: 'person',
      values: { name: '韦明贵', area: group, birthDate: '1963.7' },
    })) as {
      row: { id: number; version: number; values: Record<string, unknown>; raw: Record<string, string> }
    }
    expect(saved.row.values.birthDate).toBeNull()
    expect(saved.row.raw).toEqual({ birthDate: '1963-07' })
    const again = (await books.door(books.clerk, 'register.save', {
      register: 'person',
      id: saved.row.id,
      version: 1,
      values: { birthDate: '1963-07-15' },
      reason: '查到户口簿',
    })) as typeof saved
    expect(again.row).toMatchObject({ raw: {}, version: 2 })
    expect(again.row.values.birthDate).toBe('1963-07-15')
  })

  test('all faults of a form are named at once, with label and remedy', async () => {
    const refused = await problemOf(
      books.door(books.clerk, 'register.save', {
        register: 'person',
        values: {
          name: '吴长顺',
          area: group,
          phone: '123',
          birthDate: '去年正月',
          idNumber: '990101196806122649',
        },
      }),
    )
    expect(refused.code).toBe('register.values')
    expect(refused.text.zh).toContain('日期看不懂：“去年正月”。填到月也可以')
    expect((refused.details.issues as { field: string }[]).map((issue) => issue.field).sort()).toEqual([
      'birthDate',
      'idNumber',
      'phone',
    ])
  })

  test('outside the area, in an unknown group, or pointing nowhere is refused', async () => {
    const village1 = books.actor({}, village)
    expect(
      (await problemOf(books.run(village1, (ctx) => insertRow(ctx, person, { name: '甲', area: other }))))
        .code,
    ).toBe('register.areaOutside')
    expect(
      (await problemOf(books.work((ctx) => insertRow(ctx, person, { name: '甲', area: `${village}099` }))))
        .code,
    ).toBe('register.noArea')
    expect(
      (
        await problemOf(
          books.work((ctx) =>
            insertRow(ctx, person, { name: '甲', area: group, household: 999_999 as never }),
          ),
        )
      ).code,
    ).toBe('register.referenceMissing')
  })

  test('the same number twice is refused and names the other; a confirmed shared number is not', async () => {
    const idNumber = freshId()
    const first = await books.work((ctx) => insertRow(ctx, person, { name: '李秀英', area: group, idNumber }))
    const refused = await problemOf(
      books.work((ctx) => insertRow(ctx, person, { name: '李秀英', area: other, idNumber })),
    )
    expect(refused).toMatchObject({
      code: 'register.duplicate',
      details: { other: { id: first.id, title: '李秀英' } },
    })
    const outside = await problemOf(
      books.run(books.actor({}, other), (ctx) =>
        insertRow(ctx, person, { name: '李秀英', area: other, idNumber }),
      ),
    )
    expect(outside).toMatchObject({ code: 'register.duplicate', details: { other: null } })
    const second = await books.work((ctx) =>
      insertRow(ctx, person, { name: '李秀瑛', area: other, idNumber, sharedNumber: 1 }),
    )
    expect(second.id).not.toBe(first.id)
  })
})

describe('changing', () => {
  test('another version gives 409 with every differing field, who and when', async () => {
    const other1 = books.actor()
    const row = await books.work((ctx) =>
      addPerson(ctx, '王桂英', { phone: '13800004071', hukou: 'agricultural' }),
    )
    await books.run(other1, (ctx) =>
      updateRow(ctx, person, { id: row.id, version: 1, values: { phone: '13900004071' }, reason: '换号' }),
    )
    await books.work((ctx) =>
      updateRow(ctx, person, { id: row.id, version: 2, values: { bankName: '农商行' }, reason: '补' }),
    )
    const refused = await problemOf(
      books.work((ctx) =>
        updateRow(ctx, person, { id: row.id, version: 1, values: { phone: '13700004071' }, reason: '改' }),
      ),
    )
    expect(refused).toMatchObject({ code: 'register.conflict', status: 409, details: { version: 3 } })
    expect(refused.details.fields).toMatchObject([
      {
        field: 'phone',
        before: '13800004071',
        now: '13900004071',
        yours: '13700004071',
        by: other1.accountId,
      },
      { field: 'bankName', before: null, now: '农商行', by: books.clerk.accountId },
    ])
  })

  test('a conflict does not tell hidden values', async () => {
    const blind = books.actor({ sees: [] })
    const row = await books.work((ctx) => addPerson(ctx, '潘月娥', { phone: '13800004072' }))
    await books.work((ctx) =>
      updateRow(ctx, person, { id: row.id, version: 1, values: { phone: '13900004072' }, reason: '换号' }),
    )
    const refused = await problemOf(
      books.run(blind, (ctx) =>
        updateRow(ctx, person, { id: row.id, version: 1, values: { bankName: '农行' }, reason: '改' }),
      ),
    )
    expect(refused.details.fields).toMatchObject([{ field: 'phone', now: null, masked: true }])
    expect(JSON.stringify(refused.details)).not.toContain('4072')
  })

  test('removed rows are gone, stay in the past, and rows that others stand on cannot be removed', async () => {
    const row = await books.work((ctx) => addPerson(ctx, '覃勇'))
    const moment = await books.work(async (ctx) => ctx.now)
    await new Promise((done) => setTimeout(done, 5))
    await books.work((ctx) =>
      deleteRow(ctx, registry, { register: person, id: row.id, version: 1, reason: '登记错了' }),
    )
    expect(await books.work((ctx) => findRow(ctx, person, row.id))).toBeUndefined()
    expect(await books.work((ctx) => asOf(ctx, person, row.id, { known: moment }))).toMatchObject({
      name: '覃勇',
      version: 1,
    })
    const head = await books.work((ctx) =>
      insertRow(ctx, household, { number: 'H1', headName: '吴长顺', area: group }),
    )
    await books.work((ctx) => addPerson(ctx, '吴长顺', { household: head.id }))
    expect(
      (
        await problemOf(
          books.work((ctx) =>
            deleteRow(ctx, registry, { register: household, id: head.id, version: 1, reason: '重复' }),
          ),
        )
      ).details,
    ).toMatchObject({ count: 1 })
  })
})
