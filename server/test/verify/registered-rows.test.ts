/** Figures of several registers: one person in several rows, two registers of one fact, and what the page asks for. */
import { describe, expect, test } from 'vitest'
import type { Day } from '#kernel'
import type { AnyOperation } from '#platform'
import type { AnyRow, InsertOf } from '#register'
import { insertRows, listRows } from '#register'
import { employmentSpell, protectedPerson } from '../../src/systems/land-security/registers/index.ts'
import { area, household, person } from '../../src/systems/population/registers/index.ts'
import { checkOf, runCheck } from '../../src/verify/run.ts'
import { at, doors, openFigures, room, valuesOf } from './registered-desk.kit.ts'

openFigures({ work: true })

describe('one person in several rows counts once', () => {
  test('two employers on the day, two takings: different persons, at each level', async () => {
    const on = async (id: string, day: string) =>
      (await valuesOf([id], { day: day as Day, areas: ['990101', '990101103201', '990101103202'] })).map(
        ({ value }) => value,
      )
    expect(await on('employmentSpell.atWork', '2023-12-31')).toEqual(['2', '2', '0'])
    expect(await on('employmentSpell.atWork', '2024-01-01')).toEqual(['2', '2', '0']) // the first day that no longer counts
    expect(await on('employmentSpell.atWork', '2022-12-31')).toEqual(['0', '0', '0'])
    expect(await on('protectedPerson.listed', '2024-01-01')).toEqual(['2', '1', '2'])
    expect(await on('landTake.land', '2020-12-31')).toEqual(['10.5', '10.5', '0'])
  })

  test('the list of 双河村 got 275,000 yuan of 200,000, one person without a known sum: VR-09', async () => {
    const { hits } = await at.county.run(at.clerk, (ctx) =>
      runCheck(ctx, room, checkOf(room, 'landTake.subsidyListed')),
    )
    expect(hits.map(({ area: code, verdict, difference }) => [code, verdict, difference])).toEqual([
      ['990101103202', 'mismatch', '-75000'],
    ])
    const [finding] = (
      (await at.county.call(at.clerk, doors['verify.list'] as AnyOperation, {
        check: 'landTake.subsidyListed',
      })) as {
        findings: { id: number; stated: { zh: string }; place: { zh: string } }[]
      }
    ).findings
    expect(finding?.stated.zh).toContain('名单上的个人安置补助费 275,000元以上')
    const { lists } = (await at.county.call(at.clerk, doors['verify.behind'] as AnyOperation, {
      findingId: finding?.id,
    })) as { lists: { register: string; filter: unknown[] }[] }
    expect(lists.map(({ register }) => register)).toEqual(['protectedPerson', 'landTake'])
    expect(lists[0]?.filter).toEqual([{ field: 'area', op: 'within', value: '990101103202' }])
    await expect(
      at.county.call(at.county.actor(), doors['verify.act'] as AnyOperation, {
        findingId: finding?.id,
        as: 'correct',
        note: '改过',
      }),
    ).rejects.toMatchObject({ code: 'verify.stillThere' })
  })
})

describe('who is on the lists, by what other registers say on the day', () => {
  const years = (on: string, n: number) => `${Number(on.slice(0, 4)) - n}${on.slice(4)}`
  type Known = {
    id: number
    sex: string | null
    birthDate: string | null
    diedOn: string | null
    raw: object
  }

  test.each(['2023-12-31', '2024-01-01', '2034-01-01', '2054-01-01'])('by hand on %s', async (on) => {
    const read = async (register: Parameters<typeof listRows>[1]) =>
      (await at.county.run(at.clerk, (ctx) => listRows(ctx, register, { limit: 1000 })))
        .rows as unknown as AnyRow[]
    const [persons, lists, spells] = [
      await read(person),
      await read(protectedPerson),
      await read(employmentSpell),
    ]
    const listed = (persons as unknown as Known[]).filter(
      ({ id, birthDate, diedOn, raw }) =>
        lists.some((one) => one.person === id) &&
        (birthDate === null || birthDate <= on) &&
        (diedOn === null || diedOn > on) &&
        !('diedOn' in raw),
    )
    const aged = (one: Known, man: number, woman: number) =>
      one.birthDate !== null &&
      ((one.sex === 'male' && one.birthDate <= years(on, man)) ||
        (one.sex === 'female' && one.birthDate <= years(on, woman)))
    const works = ({ id }: Known) =>
      spells.some(
        ({ ownerId, validFrom, validTo }) =>
          ownerId === id && String(validFrom) <= on && (validTo === null || String(validTo) > on),
      )
    const young = (one: Known) =>
      one.sex !== null && one.birthDate !== null && !aged(one, 60, 55) && aged(one, 16, 16)
    const byHand = {
      'protectedPerson.pensionAge': listed.filter((one) => aged(one, 60, 55)).length,
      'protectedPerson.atWork': listed.filter(works).length,
      'protectedPerson.idle': listed.filter((one) => young(one) && !works(one)).length,
    }
    const found = await valuesOf(Object.keys(byHand), { day: on as Day, areas: ['990101'] })
    expect(Object.fromEntries(found.map(({ figure, value }) => [figure, Number(value)]))).toEqual(byHand)
  })
})

test('what is asked for comes in its order, with places and words', async () => {
  const { values, figures } = (await at.county.call(
    at.clerk,
    doors['verify.registerFigures'] as AnyOperation,
    {
      day: '2024-12-31',
      wanted: [
        { figure: 'villageYear.population', area: '990101103' },
        { figure: 'employmentSpell.atWork' },
        { figure: 'employmentSpell.atWork', area: '990101103201' },
      ],
    },
  )) as {
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
  await at.county.run(at.clerk, async (ctx) => {
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
  const { hits } = await at.county.run(at.clerk, (ctx) =>
    runCheck(ctx, room, checkOf(room, 'household.membersCounted')),
  )
  const [hit] = hits.filter((one) => one.area === code)
  expect(hit).toMatchObject({ verdict: 'contradiction', difference: '-1', people: 1, rowIds: [] })
  expect([hit?.stated.zh, hit?.computed.zh]).toEqual(['各户户籍人数合计 7人', '在册人数 6人'])
})
