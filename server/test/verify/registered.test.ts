/** Figures of registers: the statements against rows counted one by one, under the fence, on a day, as known on a day; beside typed figures and against each other. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '#kernel'
import type { Actor, AnyOperation } from '#platform'
import { playedAt } from '#platform'
import type { AnyRow, InsertOf } from '#register'
import { deleteRow, insertRows, listRows, registryOf, totalRows, updateRow } from '#register'
import { systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { checkRegisterFigures, registerFigure, registerValues } from '#verify'
import {
  employmentSpell,
  landTake,
  protectedPerson,
} from '../../src/systems/land-security/registers/index.ts'
import { area, household, person } from '../../src/systems/population/registers/index.ts'
import { verifyOperations } from '../../src/verify/operations.ts'
import { checkOf, runCheck } from '../../src/verify/run.ts'
import * as kit from './registered.kit.ts'

const room = {
  registry: registryOf(systems.flatMap(({ registers }) => registers ?? [])),
  checks: systems.flatMap(({ checks }) => checks ?? []),
  registerFigures: systems.flatMap(({ registerFigures }) => registerFigures ?? []),
}
const doors = Object.fromEntries(verifyOperations(room).map((op) => [op.name, op])) as Record<
  string,
  AnyOperation
>

let county: TestCounty
let clerk: Actor
const random = kit.randomOf(20240228)
const households = Array.from({ length: 260 }, (_, i) => kit.household(random, i))
const persons = Array.from({ length: 420 }, (_, i) => kit.person(random, i))
const places = ['990101', '990101102', '990101103', ...kit.villages]
const days = ['2023-12-31', '2024-02-28', '2024-02-29', '2025-03-01'] as Day[]

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor()
  await playedAt('2024-01-10T09:00', () =>
    county.run(clerk, async (ctx) => {
      await insertRows(ctx, area, [
        { code: '990101', name: '青禾县', level: 'county' },
        { code: '990101102', name: '石门镇', level: 'township' },
        { code: '990101103', name: '柳溪镇', level: 'township' },
        { code: '990101102203', name: '石门村', level: 'village' },
        { code: '990101103201', name: '石桥村', level: 'village' },
        { code: '990101103202', name: '双河村', level: 'village' },
      ])
      await insertRows(ctx, household, households as InsertOf<typeof household>[])
      await insertRows(ctx, person, persons as InsertOf<typeof person>[])
    }),
  )
})
afterAll(() => county.close())

const figure = (id: string) => registerFigure(room, id)
const valuesOf = (
  ids: readonly string[],
  { areas = places, actor = clerk, ...at }: { areas?: string[]; actor?: Actor; day: Day; known?: Day },
) =>
  county.run(actor, (ctx) =>
    registerValues(ctx, room, {
      places: ids.flatMap((id) => areas.map((code) => ({ figure: figure(id), area: code }))),
      ...at,
    }),
  )
const plain = ({ value, rows, unknown }: { value: string | null; rows: number; unknown: number }) => ({
  value,
  rows,
  unknown,
})

test('the declared figures fit the registers, and a slip of a declaration does not', () => {
  expect(room.registerFigures.length).toBeGreaterThanOrEqual(8)
  checkRegisterFigures(room.registry, room.registerFigures)
  const one = figure('household.lifted')
  const broken = [
    { ...one, of: { register: 'household', filter: [], measure: { sum: 'poverty' } } },
    {
      ...one,
      of: {
        register: 'household',
        filter: [{ field: 'poor', op: 'known' as const }],
        measure: { rows: true as const },
      },
    },
    { ...one, of: { part: 'household.lifted', whole: 'nothing' } },
  ]
  for (const wrong of broken) expect(() => checkRegisterFigures(room.registry, [wrong])).toThrow()
})

describe('the statement counts as one would by hand', () => {
  test.each(days)('persons and households on %s, at every level', async (on) => {
    for (const [rules, rows] of [
      [kit.personRules, persons],
      [kit.householdRules, households],
    ] as const) {
      const ids = Object.keys(rules)
      const found = await valuesOf(ids, { day: on })
      const expected = ids.flatMap((id) =>
        places.map((code) => kit.counted<never>(rows as never, { rule: rules[id] as never, area: code, on })),
      )
      expect(found.map(plain)).toEqual(expected)
    }
  })

  test.each(days)('sums tell the unknown beside what is known, on %s', async (on) => {
    const found = await valuesOf(['household.members', 'household.liftedMembers'], { day: on })
    const expected = ['household.standing', 'household.lifted'].flatMap((id) =>
      places.map((code) =>
        kit.membersOf(households, { rule: kit.householdRules[id] as never, area: code, on }),
      ),
    )
    expect(found.map(plain)).toEqual(expected)
    expect(found.filter(({ unknown, atMost }) => unknown > 0 && atMost !== null)).toEqual([])
  })

  test('a share is computed from its parts and is sure only where they are', async () => {
    const [share, lifted, standing] = await valuesOf(
      ['household.liftedShare', 'household.lifted', 'household.standing'],
      { day: '2023-12-31' as Day, areas: ['990101'] },
    )
    const [part, whole] = [Number(lifted?.value), Number(standing?.value)]
    expect(share?.value).toBe(((100 * part) / whole).toFixed(2))
    expect(share?.atMost).toBe(((100 * (part + (lifted?.unknown ?? 0))) / whole).toFixed(2))
  })

  test('the list behind a figure has as many rows', async () => {
    for (const one of await valuesOf(['person.from60', 'household.lifted', 'employmentSpell.atWork'], {
      day: '2024-02-29' as Day,
      areas: ['990101103'],
    })) {
      const total = await county.run(clerk, (ctx) =>
        totalRows(ctx, room.registry.get(one.behind?.register ?? ''), { filter: one.behind?.filter ?? [] }),
      )
      expect(total.count).toBe(one.rows)
    }
  })
})

describe('the fence', () => {
  test('a township counts its own and learns nothing of others; who does not see the register gets no figure', async () => {
    const day = '2023-12-31' as Day
    const [own, beside, above] = await valuesOf(['household.lifted'], {
      day,
      actor: county.actor({}, '990101103'),
      areas: ['990101103', '990101102', '990101'],
    })
    const rule = kit.householdRules['household.lifted'] as never
    expect(own && plain(own)).toEqual(kit.counted(households, { rule, area: '990101103', on: day }))
    expect([beside?.missing, above?.missing, beside?.value]).toEqual(['outside', 'outside', null])
    const blind = county.actor({ verbs: ['person.read'], reads: ['person'], writes: [] })
    const [none, some] = await valuesOf(['household.lifted', 'person.registered'], {
      day,
      actor: blind,
      areas: ['990101'],
    })
    expect([none?.missing, none?.value, some?.missing]).toEqual(['notSeen', null, null])
    const [party] = await valuesOf(['person.registered'], {
      day,
      actor: county.actor({}, '990101', { party: 'C1' }),
      areas: ['990101'],
    })
    expect(party?.missing).toBe('notSeen')
  })
})

describe('as known on a day', () => {
  test('what was changed, removed or entered later does not count; what it replaced does', async () => {
    const on = '2023-12-31' as Day
    await playedAt('2024-03-10T09:00', () =>
      county.run(clerk, async (ctx) => {
        const { rows } = await listRows(ctx, household, { limit: 60, order: { field: 'number' } })
        for (const [i, row] of (rows as unknown as AnyRow[]).entries()) {
          const id = row.id
          if (i % 3 === 0)
            await updateRow(ctx, household, {
              id,
              version: row.version,
              values: { poverty: 'lifted' },
              reason: '复核',
            } as never)
          if (i % 3 === 1)
            await deleteRow(ctx, room.registry, {
              register: household,
              id,
              version: row.version,
              reason: '重复',
            })
        }
        await insertRows(ctx, household, [
          { number: 'H900', headName: '后来', area: '990101103201', poverty: 'lifted', members: 3 },
        ])
      }),
    )
    const ids = Object.keys(kit.householdRules)
    const rule = (id: string) => kit.householdRules[id] as never
    const before = await valuesOf(ids, { day: on, known: '2024-03-09' as Day })
    expect(before.map(plain)).toEqual(
      ids.flatMap((id) => places.map((code) => kit.counted(households, { rule: rule(id), area: code, on }))),
    )
    const now = await valuesOf(ids, { day: on })
    const same = await valuesOf(ids, { day: on, known: '2024-03-10' as Day })
    expect(same.map(plain)).toEqual(now.map(plain))
    expect(now.map(plain)).not.toEqual(before.map(plain))
    const nobody = await valuesOf(ids, { day: on, known: '2024-01-09' as Day })
    expect(nobody.every(({ rows, unknown }) => rows + unknown === 0)).toBe(true)
  })
})

describe('one person in several rows counts once', () => {
  test('two employers on the day, two takings: different persons, at each level', async () => {
    const made = await county.run(clerk, async (ctx) => {
      const { rows } = await listRows(ctx, person, {
        limit: 3,
        filter: [{ field: 'area', op: 'within', value: '990101103201' }],
      })
      const [a, b, c] = rows.map(({ id }) => id)
      const spell = (ownerId: unknown, employer: string, from: string, to: string | null) =>
        ({ ownerId, employer, kind: 'employee', validFrom: from, validTo: to }) as unknown as InsertOf<
          typeof employmentSpell
        >
      await insertRows(ctx, employmentSpell, [
        spell(a, '甲厂', '2023-01-01', null),
        spell(a, '乙厂', '2023-06-01', null),
        spell(b, '甲厂', '2023-01-01', '2024-01-01'),
        spell(c, '甲厂', '2024-01-01', null),
      ])
      const takings = await insertRows(ctx, landTake, [
        {
          name: '甲地块',
          area: '990101103201',
          takenOn: '2020-01-01',
          land: '10.5',
          resettlementSubsidy: 900_000_00,
        },
        {
          name: '乙地块',
          area: '990101103202',
          takenOn: '2021-01-01',
          land: '2',
          resettlementSubsidy: 200_000_00,
        },
      ] as unknown as InsertOf<typeof landTake>[])
      const [first, second] = takings
      await insertRows(ctx, protectedPerson, [
        { ownerId: first, person: a, subsidy: 90_000_00 },
        { ownerId: second, person: a, subsidy: 275_000_00 },
        { ownerId: second, person: b },
      ] as unknown as InsertOf<typeof protectedPerson>[])
      return { a, b, c }
    })
    expect(made.c).toBeDefined()
    const at = async (id: string, day: string) =>
      (await valuesOf([id], { day: day as Day, areas: ['990101', '990101103201', '990101103202'] })).map(
        ({ value }) => value,
      )
    expect(await at('employmentSpell.atWork', '2023-12-31')).toEqual(['2', '2', '0'])
    expect(await at('employmentSpell.atWork', '2024-01-01')).toEqual(['2', '2', '0']) // the first day that no longer counts
    expect(await at('employmentSpell.atWork', '2022-12-31')).toEqual(['0', '0', '0'])
    expect(await at('protectedPerson.listed', '2024-01-01')).toEqual(['2', '1', '2'])
    expect(await at('landTake.land', '2020-12-31')).toEqual(['10.5', '10.5', '0'])
  })

  test('the list of 双河村 got 275,000 yuan of 200,000, one person without a known sum: VR-09', async () => {
    const { hits } = await county.run(clerk, (ctx) =>
      runCheck(ctx, room, checkOf(room, 'landTake.subsidyListed')),
    )
    expect(hits.map(({ area: code, verdict, difference }) => [code, verdict, difference])).toEqual([
      ['990101103202', 'mismatch', '-75000'],
    ])
    const [finding] = (
      (await county.call(clerk, doors['verify.list'] as AnyOperation, {
        check: 'landTake.subsidyListed',
      })) as {
        findings: { id: number; stated: string; place: { zh: string } }[]
      }
    ).findings
    expect(finding?.stated).toContain('名单上的个人安置补助费 275,000元以上')
    const { lists } = (await county.call(clerk, doors['verify.behind'] as AnyOperation, {
      findingId: finding?.id,
    })) as { lists: { register: string; filter: unknown[] }[] }
    expect(lists.map(({ register }) => register)).toEqual(['protectedPerson', 'landTake'])
    expect(lists[0]?.filter).toEqual([{ field: 'area', op: 'within', value: '990101103202' }])
    await expect(
      county.call(county.actor(), doors['verify.act'] as AnyOperation, {
        findingId: finding?.id,
        as: 'correct',
        note: '改过',
      }),
    ).rejects.toMatchObject({ code: 'verify.stillThere' })
  })
})

describe('on a sheet', () => {
  type Result = {
    checked: { rule: string; verdict: string; stated: string; computed: string; relation: string }[]
  }
  const check = (rows: object[], at: object, actor = clerk) =>
    county.call(actor, doors['verify.checkFigures'] as AnyOperation, {
      title: '脱贫户',
      content: { kind: 'rows', rows, at },
    }) as Promise<Result>

  test('what the township typed beside what the register has', async () => {
    const day = '2023-12-31'
    const [value] = await valuesOf(['household.lifted'], { day: day as Day, areas: ['990101103'] })
    const [low, unknown] = [Number(value?.value), value?.unknown ?? 0]
    expect(unknown).toBeGreaterThan(0)
    const typed = async (number: number) =>
      (
        await check([{ label: '脱贫户', value: `${number}`, unit: '户', register: 'household.lifted' }], {
          area: '990101103',
          day,
        })
      ).checked
    expect((await typed(low + unknown + 1)).map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['VR-05', 'contradiction'],
    ])
    expect((await typed(low - 1)).map(({ verdict }) => verdict)).toEqual(['contradiction'])
    expect((await typed(low + 1)).map(({ verdict }) => verdict)).toEqual(['bound-unknown'])
    expect((await typed(low))[0]?.computed).toBe(`名册 ${day}：${low} 户，另有 ${unknown} 户的帮扶类别不详`)
  })

  test('HF-02: cards of the villages from the register, the book of the township typed', async () => {
    const day = '2025-03-01'
    const cards = kit.villages.slice(1)
    const book = async (number: number) =>
      (
        await check(
          [
            { label: '乡簿', value: `${number}` },
            ...cards.map((code) => ({
              label: `村卡 ${code}`,
              value: '',
              register: 'person.registered',
              area: code,
              total: '乡簿',
            })),
          ],
          { area: '990101103', day },
        )
      ).checked
    const values = await valuesOf(['person.registered'], { day: day as Day, areas: [...cards] })
    const known = values.reduce((sum, { value }) => sum + Number(value), 0)
    expect((await book(known - 1)).map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['VR-01', 'bound-fail'],
    ])
    expect((await book(known + 1))[0]?.verdict).toBe('bound-unknown') // some may be dead, nobody knows
  })

  test('kept, it says of which place and day it is, and its finding opens the list', async () => {
    const township = county.actor({}, '990101103')
    const kept = (await county.call(township, doors['verify.keepFigures'] as AnyOperation, {
      title: '年报',
      content: { kind: 'rows', rows: [{ label: '户数', value: '9999', register: 'household.standing' }] },
    })) as { sheetId: number }
    const opened = (await county.call(township, doors['verify.figureSheet'] as AnyOperation, {
      sheetId: kept.sheetId,
    })) as { content: { at: { area: string; day: string } } }
    expect(opened.content.at).toEqual({ area: '990101103', day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
    const { findings } = (await county.call(township, doors['verify.list'] as AnyOperation, {
      check: 'figures.VR-05',
    })) as { findings: { id: number; place: { zh: string } }[] }
    expect(findings.map(({ place }) => place.zh)).toEqual(['《年报》第 1 行 户数'])
    const { lists } = (await county.call(township, doors['verify.behind'] as AnyOperation, {
      findingId: findings[0]?.id,
    })) as { lists: { register: string; filter: unknown[] }[] }
    expect(lists[0]).toMatchObject({
      register: 'household',
      filter: [
        { field: 'area', op: 'within', value: '990101103' },
        { field: 'endedOn', op: 'laterOrNone', value: opened.content.at.day },
      ],
    })
  })

  test('VR-07: the end of the year from the register, increase and rate typed', async () => {
    const [end, before] = await Promise.all(
      ['2024-12-31', '2023-12-31'].map((day) =>
        valuesOf(['employmentSpell.atWork'], { day: day as Day, areas: ['990101'] }),
      ),
    )
    expect([end?.[0]?.value, before?.[0]?.value]).toEqual(['2', '2'])
    const growth = async (increase: string, rate: string) =>
      (
        await check(
          [{ label: '在业', value: '', register: 'employmentSpell.atWork', increase, growth: rate }],
          { day: '2024-12-31' },
        )
      ).checked[0]?.verdict
    expect(await growth('1', '100')).toBe('ok') // 2 - 1 = 1, and 1 of 1 is 100 %
    expect(await growth('1', '50')).toBe('mismatch')
  })

  test('a figure that nobody declared is a Problem', async () => {
    await expect(
      check([{ label: '户数', value: '1', register: 'household.none' }], {}),
    ).rejects.toMatchObject({
      code: 'verify.noRegisterFigure',
    })
  })
})

test('what is asked for comes in its order, with places and words', async () => {
  const { values, figures } = (await county.call(clerk, doors['verify.registerFigures'] as AnyOperation, {
    day: '2024-12-31',
    wanted: [
      { figure: 'villageYear.population', area: '990101103' },
      { figure: 'employmentSpell.atWork' },
      { figure: 'employmentSpell.atWork', area: '990101103201' },
    ],
  })) as {
    values: { areaName: string; value: string | null; told: { zh: string } }[]
    figures: { id: string; seen: boolean }[]
  }
  expect(values.map(({ areaName, value }) => [areaName, value])).toEqual([
    ['柳溪镇', null],
    ['青禾县', '2'],
    ['柳溪镇 石桥村', '2'],
  ])
  expect(values[0]?.told.zh).toBe('名册 2024-12-31：名册里没有填报')
  expect(figures.every(({ seen }) => seen)).toBe(true)
})

test('two registers of one village: three and four members of two households, six persons (VR-05)', async () => {
  const code = '990101104201'
  await county.run(clerk, async (ctx) => {
    await insertRows(ctx, area, [{ code, name: '双河村', level: 'village' }])
    await insertRows(ctx, household, [
      { number: 'V1', headName: '韦明贵', area: `${code}001`, members: 3 },
      { number: 'V2', headName: '周桂枝', area: code, members: 4 },
    ])
    await insertRows(
      ctx,
      person,
      Array.from({ length: 6 }, (_, i) => ({ name: `双河${i}`, area: code })) as InsertOf<typeof person>[],
    )
  })
  const { hits } = await county.run(clerk, (ctx) =>
    runCheck(ctx, room, checkOf(room, 'household.membersCounted')),
  )
  const [hit] = hits.filter((one) => one.area === code)
  expect(hit).toMatchObject({ verdict: 'contradiction', difference: '-1', people: 1, rowIds: [] })
  expect([hit?.stated, hit?.computed]).toEqual(['各户户籍人数合计 7人', '在册人数 6人'])
})
