/** Events of households and persons: what each changes, what stops it, what can be told of the days between. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Books } from '../books.ts'
import { group, openBooks, other, problemOf } from '../books.ts'
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
const splitOf = (home: Home, number: string) => ({
  register: 'household',
  id: home.id,
  event: 'split',
  on,
  values: { number },
  picks: {
    leaving: [id(home, '韦小山'), id(home, '李秀英'), id(home, '韦阿宝')],
    head: [id(home, '韦小山')],
  },
  answers: { ...answer(id(home, '李秀英'), 'spouse'), ...answer(id(home, '韦阿宝'), 'child') },
})

describe('split', () => {
  test('asks what no table knows, shows old and new, and is entered as it was seen', async () => {
    const home = await family()
    const given = splitOf(home, 'S1')
    const blank = await doors.preview({ ...given, answers: {} })
    expect(blank.asks.map(({ title }) => title).sort()).toEqual(['李秀英', '韦阿宝'])
    await expect(problemOf(doors.record({ ...given, answers: {} }))).resolves.toMatchObject({
      code: 'event.refused',
    })
    const seen = await doors.preview(given)
    const son = seen.changes.find(({ id: at }) => at === id(home, '韦小山'))
    expect(son?.fields.find(({ field }) => field === 'relation')).toMatchObject({
      before: { zh: '子女' },
      after: { zh: '户主' },
    })
    await doors.record({ ...given, seen: seen.seen })
    const [old, sonRow] = [await homeRow(home.id), await personRow(id(home, '韦小山'))]
    expect(old).toMatchObject({ members: 2, headName: '韦明贵', endedOn: null })
    expect(sonRow).toMatchObject({ relation: 'head', area: group })
    const fresh = await homeRow(Number(sonRow.household))
    expect(fresh).toMatchObject({ number: 'S1', headName: '韦小山', members: 3, area: group })
    expect(await personRow(id(home, '李秀英'))).toMatchObject({ relation: 'spouse', household: fresh.id })
    expect(await personRow(id(home, '韦阿宝'))).toMatchObject({ relation: 'child', household: fresh.id })
  })

  test('another plan than the one that was seen is not entered', async () => {
    const home = await family()
    const given = splitOf(home, 'S2')
    const { seen } = await doors.preview(given)
    await doors.record({
      register: 'person',
      id: id(home, '周桂枝'),
      event: 'death',
      on,
      values: { diedSource: 'village' },
    })
    await expect(problemOf(doors.record({ ...given, seen }))).resolves.toMatchObject({
      code: 'event.otherNow',
    })
  })

  test('not everybody leaves, and the new head is one of those who leave', async () => {
    const home = await family()
    const all = Object.values(home.people)
    const given = { ...splitOf(home, 'S3'), picks: { leaving: all, head: [all[0] ?? 0] } }
    expect((await doors.preview(given)).issues.map(({ field }) => field)).toEqual(['leaving'])
    const stranger = { leaving: [id(home, '韦小山')], head: [id(home, '周桂枝')] }
    expect((await doors.preview({ ...given, picks: stranger })).issues.map(({ field }) => field)).toEqual([
      'head',
    ])
  })

  test('where the head leaves, those who stay need another one', async () => {
    const home = await family()
    const picks = { leaving: [id(home, '韦明贵'), id(home, '周桂枝')], head: [id(home, '韦明贵')] }
    const given = { ...splitOf(home, 'S4'), picks, answers: {} }
    expect((await doors.preview(given)).issues.map(({ field }) => field)).toEqual(['newHead'])
    const named = { ...given, picks: { ...picks, newHead: [id(home, '韦小山')] } }
    const asked = (await doors.preview(named)).asks.map(({ title }) => title)
    expect(asked.sort()).toEqual(['李秀英', '韦阿宝'])
  })
})

describe('merge', () => {
  test('the other household ends, and its people are what they are through its head', async () => {
    const [parents, son] = [
      await books.work((ctx) => addHome(ctx, { 韦老大: 'head', 黄氏: 'spouse' })),
      await books.work((ctx) => addHome(ctx, { 韦小河: 'head', 王梅: 'spouse', 韦童: 'child' })),
    ]
    await doors.record({
      register: 'household',
      id: parents.id,
      event: 'merge',
      on,
      values: { other: son.id, relation: 'child' },
    })
    expect(await homeRow(parents.id)).toMatchObject({ members: 5, headName: '韦老大' })
    expect(await homeRow(son.id)).toMatchObject({ members: 0, endedOn: on })
    const relations = await Promise.all(
      Object.values(son.people).map(async (at) => (await personRow(at)).relation),
    )
    expect(relations).toEqual(['child', 'childInLaw', 'grandchild'])
    const again = await doors.preview({
      register: 'household',
      id: parents.id,
      event: 'merge',
      on,
      values: { other: son.id, relation: 'child' },
    })
    expect(again.issues[0]?.text.zh).toContain('销户')
    const itself = {
      register: 'household',
      id: parents.id,
      event: 'merge',
      on,
      values: { other: parents.id, relation: 'child' },
    }
    expect((await doors.preview(itself)).issues.map(({ field }) => field)).toEqual(['other'])
  })
})

describe('head', () => {
  test('a change of head says every relation anew', async () => {
    const home = await books.work((ctx) =>
      addHome(ctx, { 韦明贵: 'head', 周桂枝: 'spouse', 韦小山: 'child', 韦小兰: 'child' }),
    )
    const given = {
      register: 'household',
      id: home.id,
      event: 'headChange',
      on,
      picks: { newHead: [id(home, '韦小山')] },
    }
    expect((await doors.preview(given)).asks).toEqual([])
    await doors.record(given)
    expect((await homeRow(home.id)).headName).toBe('韦小山')
    const now = Object.fromEntries(
      await Promise.all(
        Object.entries(home.people).map(async ([name, at]) => [name, (await personRow(at)).relation]),
      ),
    )
    expect(now).toEqual({ 韦明贵: 'parent', 周桂枝: 'parent', 韦小山: 'head', 韦小兰: 'sibling' })
    expect((await doors.preview(given)).issues.map(({ field }) => field)).toEqual(['newHead'])
  })
})

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
