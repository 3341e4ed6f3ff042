/** Events of households and persons: what each changes, what stops it, what can be told of the days between. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateRow } from '#register'
import { person } from '../../../src/systems/population/registers/index.ts'
import type { Books } from '../books.ts'
import { group, openBooks, problemOf } from '../books.ts'
import { addHome, doorsOf, type Home, rowOf } from './homes.kit.ts'

let books: Books
let doors: ReturnType<typeof doorsOf>
const on = '2024-05-01'
const later = '2024-09-01'

beforeAll(async () => {
  books = await openBooks()
  doors = doorsOf(books)
})
afterAll(() => books.close())

const family = (): Promise<Home> =>
  books.work((ctx) =>
    addHome(ctx, {
      韦明贵: 'head',
      周桂枝: 'spouse',
      韦小山: 'child',
      李秀英: 'childInLaw',
      韦阿宝: 'grandchild',
    }),
  )
const id = (home: Home, name: string) => home.people[name] ?? 0
const personRow = (at: number) => books.work((ctx) => rowOf(ctx, 'person', at))
const homeRow = (at: number) => books.work((ctx) => rowOf(ctx, 'household', at))
const answer = (at: number, relation: string) => ({ [`person:${at}.relation`]: relation })
describe('births, deaths, marriages', () => {
  test('a child is born into the household', async () => {
    const home = await family()
    const values = { name: '韦新生', sex: 'female', relation: 'grandchild' }
    await doors.record({ register: 'household', id: home.id, event: 'birth', on, values })
    const { timeline } = await doors.of('household', home.id)
    const child = timeline[0]?.changes.find(({ act }) => act === 'insert')
    expect(await personRow(child?.id ?? 0)).toMatchObject({
      name: '韦新生',
      birthDate: on,
      household: home.id,
      area: group,
    })
    expect((await homeRow(home.id)).members).toBe(6)
    const { spells } = await doors.of('person', child?.id ?? 0)
    expect(spells.map(({ from, to }) => [from, to])).toEqual([[on, null]])
    const wrong = {
      register: 'household',
      id: home.id,
      event: 'birth',
      on,
      values: { ...values, idNumber: '990101199003071233' },
    }
    expect((await doors.preview(wrong)).issues.map(({ field }) => field)).toEqual(['idNumber'])
  })

  test('who would be entered is told, as the search for duplicates compares him, before he is', async () => {
    const home = await family()
    const values = { name: '韦新生', sex: 'female', relation: 'grandchild' }
    const born = await doors.preview({ register: 'household', id: home.id, event: 'birth', on, values })
    expect(born.entrants).toMatchObject([
      { register: 'person', title: '韦新生', values: { name: '韦新生', birthDate: on, area: group } },
    ])
    const arrived = { name: '莫远来', sex: 'male', birthDate: '1990-03-07', relation: 'other' }
    const coming = { register: 'household', id: home.id, event: 'arrival', on, values: arrived }
    expect((await doors.preview(coming)).entrants).toMatchObject([
      { register: 'person', values: { name: '莫远来', birthDate: '1990-03-07', sex: 'male' } },
    ])
    const death = {
      register: 'person',
      id: id(home, '周桂枝'),
      event: 'death',
      on,
      values: { diedSource: 'hospital' },
    }
    expect(await doors.preview(death)).toMatchObject({ issues: [], entrants: [] })
  })

  test('the death of the head needs another head, and ends the membership', async () => {
    const home = await family()
    const dead = id(home, '韦明贵')
    const given = { register: 'person', id: dead, event: 'death', on, values: { diedSource: 'village' } }
    expect((await doors.preview(given)).issues.map(({ field }) => field)).toEqual(['newHead'])
    await doors.record({ ...given, picks: { newHead: [id(home, '周桂枝')] } })
    expect(await personRow(dead)).toMatchObject({ diedOn: on, diedSource: 'village', household: home.id })
    expect(await homeRow(home.id)).toMatchObject({ headName: '周桂枝', members: 4 })
    expect((await personRow(id(home, '韦小山'))).relation).toBe('child')
    await expect(problemOf(doors.record(given))).resolves.toMatchObject({ code: 'event.refused' })
    const born = await doors.preview({ ...given, id: id(home, '韦小山'), on: '1960-01-01' })
    expect(born.issues[0]?.text.zh).toContain('早于出生日期')
    expect((await doors.of('person', dead)).acts).toEqual([])
  })

  test('whoever marries into a household is what the marriage makes him; twice is refused until the divorce', async () => {
    const [a, b] = [await family(), await books.work((ctx) => addHome(ctx, { 罗家: 'head', 罗燕: 'child' }))]
    const groom = await books.work((ctx) => addHome(ctx, { 韦父: 'head', 韦郎: 'child' }))
    for (const [at, sex] of [
      [id(b, '罗燕'), 'female'],
      [id(groom, '韦郎'), 'male'],
      [id(a, '韦小山'), 'male'],
    ] as const)
      await books.work((ctx) =>
        updateRow(ctx, person, { id: at, version: 1, values: { sex }, reason: '更正' }),
      )
    const given = {
      register: 'person',
      id: id(b, '罗燕'),
      event: 'marriage',
      on,
      values: { spouse: id(groom, '韦郎'), moves: 'there' },
    }
    await doors.record(given)
    expect(await personRow(id(b, '罗燕'))).toMatchObject({ household: groom.id, relation: 'childInLaw' })
    expect((await doors.of('person', id(groom, '韦郎'))).timeline[0]).toMatchObject({ name: 'marriage' })
    const twice = { ...given, on: later, values: { spouse: id(a, '韦小山'), moves: 'none' } }
    expect((await doors.preview(twice)).issues[0]?.text.zh).toContain('登记过结婚')
    const apart = {
      register: 'person',
      id: id(b, '罗燕'),
      event: 'divorce',
      on: later,
      values: { spouse: id(groom, '韦郎') },
    }
    expect((await doors.preview(apart)).asks.map(({ title }) => title)).toEqual(['罗燕'])
    await doors.record({ ...apart, answers: answer(id(b, '罗燕'), 'other') })
    expect((await doors.preview(twice)).issues).toEqual([])
  })

  test('a marriage below the age, with oneself, with nobody, or a move of somebody without a record is refused', async () => {
    const young = await books.work((ctx) =>
      addHome(ctx, { 小伙: 'head', 姑娘: 'child' }, { birth: '2006-01-01' }),
    )
    const marry = (values: object) =>
      doors.preview({ register: 'person', id: id(young, '小伙'), event: 'marriage', on, values })
    const where = async (values: object) => (await marry(values)).issues.map(({ field }) => field)
    expect(await where({ spouse: id(young, '姑娘'), moves: 'none' })).toEqual(['on'])
    expect(await where({ spouse: id(young, '小伙'), moves: 'none' })).toEqual(['spouse'])
    expect(await where({ moves: 'none' })).toEqual(['spouse'])
    expect(await where({ spouseName: '外乡人', moves: 'here' })).toEqual(['moves'])
  })

  test('a minor is adopted, an adult is not', async () => {
    const [home, child] = [
      await family(),
      await books.work((ctx) => addHome(ctx, { 孤儿: 'head' }, { birth: '2015-03-03' })),
    ]
    const given = {
      register: 'household',
      id: home.id,
      event: 'adoption',
      on,
      values: { child: id(child, '孤儿'), relation: 'child' },
    }
    await doors.record(given)
    expect(await personRow(id(child, '孤儿'))).toMatchObject({ household: home.id, relation: 'child' })
    const adult = await family()
    const grown = { ...given, on: later, values: { child: id(adult, '韦小山'), relation: 'child' } }
    expect((await doors.preview(grown)).issues.map(({ field }) => field)).toEqual(['child'])
  })
})
