/** Events of households and persons: what each changes, what stops it, what can be told of the days between. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Books } from '../books.ts'
import { openBooks, other } from '../books.ts'
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
const _answer = (at: number, relation: string) => ({ [`person:${at}.relation`]: relation })
describe('moves', () => {
  test('a household moves with its people; the days on both sides are told', async () => {
    const home = await family()
    await doors.record({
      register: 'household',
      id: home.id,
      event: 'householdMove',
      on,
      values: { area: other },
    })
    expect(await homeRow(home.id)).toMatchObject({ area: other })
    expect(await personRow(id(home, '韦阿宝'))).toMatchObject({ area: other, household: home.id })
    const { spells, timeline } = await doors.of('person', id(home, '韦阿宝'))
    const place = (at: number) => spells[at]?.fields.find(({ field }) => field === 'area')?.value?.zh
    expect(spells.map(({ from, to }) => [from, to])).toEqual([
      [null, on],
      [on, null],
    ])
    expect([place(0), place(1)]).toEqual(['柳溪镇 石桥村 三组', '石门镇 石门村'])
    expect(timeline.map(({ name, on: day, last }) => [name, day, last])).toEqual([
      ['householdMove', on, true],
    ])
    const same = {
      register: 'household',
      id: home.id,
      event: 'householdMove',
      on: later,
      values: { area: other },
    }
    expect((await doors.preview(same)).issues.map(({ field }) => field)).toEqual(['area'])
  })

  test('a person goes to another household, and the empty one ends', async () => {
    const [alone, home] = [await books.work((ctx) => addHome(ctx, { 蒙独: 'head' })), await family()]
    const given = {
      register: 'person',
      id: id(alone, '蒙独'),
      event: 'personMove',
      on,
      values: { household: home.id, relation: 'other' },
    }
    await doors.record(given)
    expect(await homeRow(alone.id)).toMatchObject({ members: 0, endedOn: on })
    expect(await homeRow(home.id)).toMatchObject({ members: 6 })
    expect(await personRow(id(alone, '蒙独'))).toMatchObject({ household: home.id, relation: 'other' })
    expect((await doors.preview({ ...given, on: later })).issues.map(({ field }) => field)).toEqual([
      'household',
    ])
  })

  test('out of the county and back: the record goes on', async () => {
    const home = await family()
    const at = id(home, '韦小山')
    await doors.record({ register: 'person', id: at, event: 'departure', on })
    expect(await personRow(at)).toMatchObject({ movedOutOn: on, household: home.id })
    expect(await homeRow(home.id)).toMatchObject({ members: 4 })
    const back = {
      register: 'household',
      id: home.id,
      event: 'arrival',
      on: later,
      values: { person: at, relation: 'child' },
    }
    await doors.record(back)
    expect(await personRow(at)).toMatchObject({ movedOutOn: null, household: home.id })
    expect((await doors.preview(back)).issues.map(({ field }) => field)).toEqual(['person'])
    const nobody = { ...back, values: { relation: 'other' } }
    expect((await doors.preview(nobody)).issues.map(({ field }) => field)).toEqual(['name'])
    const { id: fresh } = await doors.record({
      ...back,
      values: { name: '罗新来', relation: 'other', birthDate: '1990-01-01' },
    })
    expect(fresh).toBeGreaterThan(0)
    expect((await homeRow(home.id)).members).toBe(6)
  })

  test('the whole household leaves: everybody has the day, and it ends', async () => {
    const home = await family()
    await doors.record({ register: 'household', id: home.id, event: 'householdDeparture', on })
    expect(await homeRow(home.id)).toMatchObject({ members: 0, endedOn: on })
    for (const at of Object.values(home.people)) expect((await personRow(at)).movedOutOn).toBe(on)
    expect((await doors.of('household', home.id)).acts).toEqual([])
  })
})
