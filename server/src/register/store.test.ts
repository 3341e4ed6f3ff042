/** The books on a real database: write, change, conflict, history, as of, overlap, search, masks. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bankCard, day, isProblem, residentId } from '#kernel'
import type { Actor, AnyOperation, Ctx } from '#platform'
import { registerOperations, registryOf } from '#register'
import { systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import {
  employmentSpell,
  landTake,
  otherPension,
  protectedPerson,
} from '../systems/land-security/registers/index.ts'
import { area, household, person, villageYear } from '../systems/population/registers/index.ts'
import type { Register } from './define.ts'
import { asOf, findRow, ownedRows } from './read-store.ts'
import { deleteRow, insertRow, insertRows, updateRow } from './write-store.ts'

let county: TestCounty
let clerk: Actor
const registers = systems.flatMap((system) => (system.registers ?? []) as readonly Register[])
const registry = registryOf(registers)
const doors = Object.fromEntries(registerOperations({ registers }).map((op) => [op.name, op])) as Record<
  string,
  AnyOperation
>

const village = '990101103201'
const other = '990101102203'
const group = `${village}003`

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor()
  await county.run(clerk, async (ctx) => {
    await insertRows(ctx, area, [
      { code: '990101', name: '青禾县', level: 'county' },
      { code: '990101102', name: '石门镇', level: 'township' },
      { code: '990101103', name: '柳溪镇', level: 'township' },
      { code: village, name: '石桥村', level: 'village' },
      { code: other, name: '石门村', level: 'village' },
      { code: group, name: '三组', level: 'group' },
    ])
  })
})
afterAll(() => county.close())

let seq = 0
const id = (birth = '1968-06-12') => residentId('990101', day(birth), ++seq)
const call = (actor: Actor, name: string, input: unknown) =>
  county.call(actor, doors[name] as AnyOperation, input) as Promise<never>
const add = (ctx: Ctx, name: string, more: object = {}) =>
  insertRow(ctx, person, { name, area: group, idNumber: id(), ...more })

async function problemOf(work: Promise<unknown>) {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!isProblem(thrown)) throw thrown ?? new Error('nothing was refused')
  return thrown
}

describe('writing', () => {
  test('a person is stored with what its number says', async () => {
    const idNumber = residentId('990101', day('1968-06-12'), 264)
    const row = await county.run(clerk, (ctx) =>
      insertRow(ctx, person, { name: '周桂枝', area: group, idNumber }),
    )
    expect(row).toMatchObject({
      name: '周桂枝',
      idNumber,
      birthDate: '1968-06-12',
      sex: 'female',
      sharedNumber: 0,
      version: 1,
      createdBy: clerk.accountId,
      hukou: null,
      deletedAt: null,
      raw: {},
    })
    expect(await county.run(clerk, (ctx) => findRow(ctx, person, row.id))).toEqual(row)
  })

  test('every kind comes back as it went in', async () => {
    const take = await county.run(clerk, (ctx) =>
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
    const [areaId] = await county.run(clerk, async (ctx) =>
      (await sql<{ id: number }>`select id from area where code = ${village}`.execute(ctx.tx)).rows.map(
        (r) => r.id,
      ),
    )
    const profile = await county.run(clerk, (ctx) =>
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
    const saved = (await call(clerk, 'register.save', {
      register: 'person',
      values: { name: '韦明贵', area: group, birthDate: '1963.7' },
    })) as {
      row: { id: number; version: number; values: Record<string, unknown>; raw: Record<string, string> }
    }
    expect(saved.row.values.birthDate).toBeNull()
    expect(saved.row.raw).toEqual({ birthDate: '1963-07' })
    const again = (await call(clerk, 'register.save', {
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
      call(clerk, 'register.save', {
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
    const village1 = county.actor({}, village)
    expect(
      (await problemOf(county.run(village1, (ctx) => insertRow(ctx, person, { name: '甲', area: other }))))
        .code,
    ).toBe('register.areaOutside')
    expect(
      (
        await problemOf(
          county.run(clerk, (ctx) => insertRow(ctx, person, { name: '甲', area: `${village}099` })),
        )
      ).code,
    ).toBe('register.noArea')
    expect(
      (
        await problemOf(
          county.run(clerk, (ctx) =>
            insertRow(ctx, person, { name: '甲', area: group, household: 999_999 as never }),
          ),
        )
      ).code,
    ).toBe('register.referenceMissing')
  })

  test('the same number twice is refused and names the other; a confirmed shared number is not', async () => {
    const idNumber = id()
    const first = await county.run(clerk, (ctx) =>
      insertRow(ctx, person, { name: '李秀英', area: group, idNumber }),
    )
    const refused = await problemOf(
      county.run(clerk, (ctx) => insertRow(ctx, person, { name: '李秀英', area: other, idNumber })),
    )
    expect(refused).toMatchObject({
      code: 'register.duplicate',
      details: { other: { id: first.id, title: '李秀英' } },
    })
    const outside = await problemOf(
      county.run(county.actor({}, other), (ctx) =>
        insertRow(ctx, person, { name: '李秀英', area: other, idNumber }),
      ),
    )
    expect(outside).toMatchObject({ code: 'register.duplicate', details: { other: null } })
    const second = await county.run(clerk, (ctx) =>
      insertRow(ctx, person, { name: '李秀瑛', area: other, idNumber, sharedNumber: 1 }),
    )
    expect(second.id).not.toBe(first.id)
  })
})

describe('changing', () => {
  test('another version gives 409 with every differing field, who and when', async () => {
    const other1 = county.actor()
    const row = await county.run(clerk, (ctx) =>
      add(ctx, '王桂英', { phone: '13800004071', hukou: 'agricultural' }),
    )
    await county.run(other1, (ctx) =>
      updateRow(ctx, person, { id: row.id, version: 1, values: { phone: '13900004071' }, reason: '换号' }),
    )
    await county.run(clerk, (ctx) =>
      updateRow(ctx, person, { id: row.id, version: 2, values: { bankName: '农商行' }, reason: '补' }),
    )
    const refused = await problemOf(
      county.run(clerk, (ctx) =>
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
      { field: 'bankName', before: null, now: '农商行', by: clerk.accountId },
    ])
  })

  test('a conflict does not tell hidden values', async () => {
    const blind = county.actor({ sees: [] })
    const row = await county.run(clerk, (ctx) => add(ctx, '潘月娥', { phone: '13800004072' }))
    await county.run(clerk, (ctx) =>
      updateRow(ctx, person, { id: row.id, version: 1, values: { phone: '13900004072' }, reason: '换号' }),
    )
    const refused = await problemOf(
      county.run(blind, (ctx) =>
        updateRow(ctx, person, { id: row.id, version: 1, values: { bankName: '农行' }, reason: '改' }),
      ),
    )
    expect(refused.details.fields).toMatchObject([{ field: 'phone', now: null, masked: true }])
    expect(JSON.stringify(refused.details)).not.toContain('4072')
  })

  test('removed rows are gone, stay in the past, and rows that others stand on cannot be removed', async () => {
    const row = await county.run(clerk, (ctx) => add(ctx, '覃勇'))
    const moment = await county.run(clerk, async (ctx) => ctx.now)
    await new Promise((done) => setTimeout(done, 5))
    await county.run(clerk, (ctx) =>
      deleteRow(ctx, registry, { register: person, id: row.id, version: 1, reason: '登记错了' }),
    )
    expect(await county.run(clerk, (ctx) => findRow(ctx, person, row.id))).toBeUndefined()
    expect(await county.run(clerk, (ctx) => asOf(ctx, person, row.id, { known: moment }))).toMatchObject({
      name: '覃勇',
      version: 1,
    })
    const head = await county.run(clerk, (ctx) =>
      insertRow(ctx, household, { number: 'H1', headName: '吴长顺', area: group }),
    )
    await county.run(clerk, (ctx) => add(ctx, '吴长顺', { household: head.id }))
    expect(
      (
        await problemOf(
          county.run(clerk, (ctx) =>
            deleteRow(ctx, registry, { register: household, id: head.id, version: 1, reason: '重复' }),
          ),
        )
      ).details,
    ).toMatchObject({ count: 1 })
  })
})

describe('history', () => {
  test('an insert writes none, a change keeps what was replaced with the span in which it was known', async () => {
    const row = await county.run(clerk, (ctx) => add(ctx, '韦海燕', { bankName: '农行' }))
    const count = () =>
      county.run(
        clerk,
        async (ctx) =>
          (
            await sql<{ n: number }>`select count(*) as n from person_history where id = ${row.id}`.execute(
              ctx.tx,
            )
          ).rows[0]?.n,
      )
    expect(await count()).toBe(0)
    const between = await county.run(clerk, async (ctx) => ctx.now)
    await new Promise((done) => setTimeout(done, 5))
    await county.run(clerk, (ctx) =>
      updateRow(ctx, person, { id: row.id, version: 1, values: { bankName: '农商行' }, reason: '换卡' }),
    )
    expect(await count()).toBe(1)
    const at = (known?: string) => county.run(clerk, (ctx) => asOf(ctx, person, row.id, { known }))
    expect((await at(between))?.bankName).toBe('农行')
    expect((await at())?.bankName).toBe('农商行')
    expect(await at('2001-01-01')).toBeUndefined()
  })

  test('nobody can rewrite the history, not even the application itself', async () => {
    const rewrite = county.run(clerk, (ctx) => sql`delete from person_history`.execute(ctx.tx))
    expect((await problemOf(rewrite)).status).toBe(403)
  })

  test('the door tells who changed which field from what to what, and hides what is hidden', async () => {
    const row = await county.run(clerk, (ctx) => add(ctx, '蒙彩云', { phone: '13800004073' }))
    await call(clerk, 'register.save', {
      register: 'person',
      id: row.id,
      version: 1,
      values: { phone: '13900004999', hukou: '农业户口' },
      reason: '入户核对',
    })
    const read = async (actor: Actor) =>
      ((await call(actor, 'register.history', { register: 'person', id: row.id })) as { entries: unknown[] })
        .entries
    expect(await read(clerk)).toMatchObject([
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
    expect((await read(county.actor({ sees: [] })))[0]).toMatchObject({
      changes: [
        { field: 'hukou' },
        { field: 'phone', before: '138****4073', after: '139****4999', masked: true },
      ],
    })
  })
})

describe('dated rows', () => {
  test('an overlap is refused and both spans are named; touching spans are none', async () => {
    const owner = await county.run(clerk, (ctx) => add(ctx, '莫志强'))
    const spell = (validFrom: string, validTo: string | null, employer = '双河镇砖厂') =>
      county.run(clerk, (ctx) =>
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
      county.run(clerk, async (ctx) =>
        (await ownedRows(ctx, employmentSpell, owner.id, { valid: day(valid) })).map((row) => row.employer),
      )
    expect(await on('2023-12-31')).toEqual([])
    expect(await on('2024-05-31')).toEqual(['双河镇砖厂', '恒达人力'])
    expect(await on('2024-06-01')).toEqual(['双河镇砖厂', '恒达人力'])
  })

  test('the database refuses an overlap that two transactions would make', async () => {
    const owner = await county.run(clerk, (ctx) => add(ctx, '农翠花'))
    const write = (ctx: Ctx) =>
      insertRows(ctx, otherPension, [
        { ownerId: owner.id, kind: 'rural', monthly: 8000 as never, validFrom: day('2024-01-01') },
      ])
    await county.run(clerk, write)
    expect((await problemOf(county.run(clerk, write))).status).toBe(409)
  })

  test('what was known about an owner at a time, late facts apart', async () => {
    const owner = await county.run(clerk, (ctx) => add(ctx, '陆文斌'))
    const before = await county.run(clerk, async (ctx) => ctx.now)
    await new Promise((done) => setTimeout(done, 5))
    await county.run(clerk, (ctx) =>
      insertRow(ctx, otherPension, {
        ownerId: owner.id,
        kind: 'rural',
        monthly: 8000 as never,
        validFrom: day('2020-01-01'),
      }),
    )
    const when = (known?: string) =>
      county.run(clerk, (ctx) => ownedRows(ctx, otherPension, owner.id, { valid: day('2021-01-01'), known }))
    expect(await when(before)).toEqual([])
    expect(await when()).toMatchObject([{ monthly: 8000, ownerId: owner.id, validTo: null }])
  })
})

describe('finding', () => {
  const texts = (text: string, actor = clerk) =>
    call(actor, 'register.search', { text }).then(
      (found: { groups: { register: string; sameSound: boolean; rows: { title: string }[] }[] }) =>
        found.groups
          .filter((g) => g.register === 'person')
          .flatMap((g) => g.rows.map((row) => row.title + (g.sameSound ? '（同音）' : ''))),
    )
  const idNumber = residentId('990101', day('1971-03-04'), 577)

  beforeAll(() =>
    county.run(clerk, async (ctx) => {
      await insertRow(ctx, person, { name: '单立新', area: group, idNumber, phone: '13812344071' })
      for (const name of ['欧阳海波', '覃𠮷安', '罗㙍玉', '岑颍', '昔勐', '周贵芝']) await add(ctx, name)
    }),
  )

  test.each([
    ['单立新', ['单立新']],
    ['立新', ['单立新']],
    ['sly', []],
    ['slx', ['单立新']],
    ['shanlixin', ['单立新']],
    ['oyhb', ['欧阳海波']],
    ['ouyanghaibo', ['欧阳海波']],
    ['𠮷安', ['覃𠮷安']],
    ['㙍', ['罗㙍玉']],
    ['颍', ['岑颍']],
    ['勐', ['昔勐']],
    [idNumber, ['单立新']],
    [idNumber.slice(-4), ['单立新']],
    ['13812344071', ['单立新']],
    ['单利新', ['单立新（同音）']],
    ['没有此人', []],
    ['100%', []],
  ])('%s', async (text, names) => {
    expect(await texts(text)).toEqual(names)
  })

  test('an old number of 15 digits finds the person with the new one', async () => {
    const old = idNumber.slice(0, 6) + idNumber.slice(8, 17)
    expect(await texts(old)).toEqual(['单立新'])
  })

  test('who may not see numbers cannot find by them; another area finds nothing', async () => {
    const blind = county.actor({ sees: [] })
    expect(await texts(idNumber, blind)).toEqual([])
    expect(await texts(idNumber.slice(-4), blind)).toEqual([])
    expect(await texts('13812344071', blind)).toEqual([])
    expect(await texts('单立新', blind)).toEqual(['单立新'])
    expect(await texts('单立新', county.actor({}, other))).toEqual([])
    expect(await texts('单立新', county.actor({ reads: ['household'], writes: [] }))).toEqual([])
  })
})

describe('lists', () => {
  test('pages by key in every order, unknown last, nothing twice and nothing left out', async () => {
    const here = county.actor({}, other)
    await county.run(here, (ctx) =>
      insertRows(
        ctx,
        person,
        Array.from({ length: 25 }, (_, i) => ({
          name: `甲${i % 7}`,
          area: other,
          ...(i % 3 === 0 ? {} : { birthDate: day(`19${70 + (i % 5)}-01-01`) }),
        })),
      ),
    )
    for (const order of [
      undefined,
      { field: 'name' },
      { field: 'birthDate' },
      { field: 'birthDate', desc: true },
    ]) {
      const seen: { id: number; values: { birthDate: string | null } }[] = []
      let after: string | undefined
      do {
        const page = (await call(here, 'register.list', {
          register: 'person',
          filter: [{ field: 'name', op: 'starts', value: '甲' }],
          limit: 4,
          ...(order ? { order } : {}),
          ...(after ? { after } : {}),
        })) as { rows: typeof seen; next: string | null; count: number }
        expect(page.count).toBe(25)
        seen.push(...page.rows)
        after = page.next ?? undefined
      } while (after)
      expect(new Set(seen.map((row) => row.id)).size).toBe(25)
      expect(seen).toHaveLength(25)
      const days = seen.map((row) => row.values.birthDate)
      if (order?.field === 'birthDate') expect(days.slice(-9)).toEqual(Array(9).fill(null))
    }
  })

  test('totals say the known sum and how many are unknown', async () => {
    await county.run(clerk, (ctx) =>
      insertRows(ctx, household, [
        { number: 'S1', headName: '甲', area: other, contracted: '2.36', members: 3 },
        { number: 'S2', headName: '乙', area: other, contracted: '1.1' },
        { number: 'S3', headName: '丙', area: other },
      ]),
    )
    const total = await call(clerk, 'register.total', {
      register: 'household',
      filter: [{ field: 'area', op: 'within', value: other }],
    })
    expect(total).toEqual({
      count: 3,
      sums: [
        { field: 'members', sum: '3', unknown: 2 },
        { field: 'contracted', sum: '3.46', unknown: 1 },
      ],
    })
  })

  test('a hidden value is masked, and cannot be filtered, sorted, searched, or changed', async () => {
    const blind = county.actor({ sees: ['phone'] })
    const row = await county.run(clerk, (ctx) =>
      add(ctx, '岑有才', { health: 'disabled', bankCard: bankCard('621700000000004'), phone: '13800004074' }),
    )
    const got = (await call(blind, 'register.get', { register: 'person', id: row.id })) as {
      row: { values: Record<string, unknown>; masked: string[] }
    }
    expect(got.row.masked.sort()).toEqual(['bankCard', 'health', 'idNumber'])
    expect(got.row.values).toMatchObject({
      idNumber: `990101********${String(row.idNumber).slice(-4)}`,
      health: null,
      phone: '13800004074',
    })
    expect(JSON.stringify(got)).not.toContain(String(row.idNumber))
    for (const input of [
      { filter: [{ field: 'health', op: 'eq', value: 'disabled' }] },
      { order: { field: 'idNumber' } },
    ])
      expect((await problemOf(call(blind, 'register.list', { register: 'person', ...input }))).code).toBe(
        'register.masked',
      )
    expect(
      (
        await problemOf(
          call(blind, 'register.save', {
            register: 'person',
            id: row.id,
            version: 1,
            values: { health: 'healthy' },
            reason: '改',
          }),
        )
      ).code,
    ).toBe('register.masked')
  })

  test('a value is shown for a reason, with the verb for it, and the log keeps who and why', async () => {
    const row = await county.run(clerk, (ctx) => add(ctx, '岑小红'))
    const clerk2 = county.actor({ sees: [], verbs: ['person.read', 'person.reveal'] })
    const ask = { register: 'person', id: row.id, field: 'idNumber' }
    expect(await call(clerk2, 'register.reveal', { ...ask, reason: { code: 'card' } })).toEqual({
      value: row.idNumber,
      seconds: 60,
    })
    expect(
      (await problemOf(call(clerk2, 'register.reveal', { ...ask, reason: { code: 'other' } }))).code,
    ).toBe('register.reasonNeeded')
    expect(
      (
        await problemOf(
          call(county.actor({ verbs: ['person.read'] }), 'register.reveal', {
            ...ask,
            reason: { code: 'card' },
          }),
        )
      ).status,
    ).toBe(403)
    const kept = await county.db.ownerPool.query(
      `select body from c990101.audit_record where operation = 'register.reveal' and account_id = $1`,
      [clerk2.accountId],
    )
    expect(kept.rows).toHaveLength(1)
    expect(kept.rows[0].body).toContain('核对证件')
    expect(kept.rows[0].body).not.toContain(row.idNumber)
  })
})

describe('one record', () => {
  test('comes with what it owns, what points to it, and when each value was written', async () => {
    const row = await county.run(clerk, (ctx) => add(ctx, '周桂枝'))
    const take = await county.run(clerk, (ctx) =>
      insertRow(ctx, landTake, { name: '石桥二期', area: village, takenOn: day('2023-06-30') }),
    )
    await county.run(clerk, async (ctx) => {
      await insertRow(ctx, protectedPerson, { ownerId: take.id, person: row.id, landLost: '2.36' })
      await insertRow(ctx, otherPension, {
        ownerId: row.id,
        kind: 'rural',
        monthly: 8000 as never,
        validFrom: day('2023-01-01'),
      })
    })
    const got = (await call(clerk, 'register.get', { register: 'person', id: row.id })) as Record<
      string,
      unknown
    >
    expect(got).toMatchObject({
      row: { title: '周桂枝', areaName: '柳溪镇 石桥村 三组' },
      children: {
        otherPension: { count: 1, rows: [{ values: { monthly: '80.00', kind: 'rural' } }] },
        employmentSpell: { count: 0 },
      },
      historyCount: 1,
    })
    expect(
      (got.pointers as { register: string; rows: { title: string; ownerTitle: string }[] }[]).find(
        (p) => p.register === 'protectedPerson',
      )?.rows,
    ).toMatchObject([{ title: '周桂枝', ownerTitle: '石桥二期' }])
  })
})
