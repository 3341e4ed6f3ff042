/** Events of households and persons: what each changes, what stops it, what can be told of the days between. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Books } from '../books.ts'
import { group, openBooks, problemOf } from '../books.ts'
import { addHome, doorsOf, type Home, rowOf } from './homes.kit.ts'

let books: Books
let doors: ReturnType<typeof doorsOf>
const on = '2024-05-01'

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
