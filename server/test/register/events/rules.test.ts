/** Events of households and persons: what each changes, what stops it, what can be told of the days between. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clock } from '#platform'
import type { Books } from '../books.ts'
import { group, openBooks, other, problemOf, village } from '../books.ts'
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

describe('every event', () => {
  test('has happened, and comes after what is entered already', async () => {
    const home = await family()
    const future = { ...splitOf(home, 'S9'), on: '2999-01-01' }
    expect((await doors.preview(future)).issues[0]?.text.zh).toContain(clock.today())
    await doors.record({ register: 'person', id: id(home, '韦阿宝'), event: 'departure', on: later })
    const before = {
      register: 'household',
      id: home.id,
      event: 'headChange',
      on,
      picks: { newHead: [id(home, '周桂枝')] },
      answers: {},
    }
    const seen = await doors.preview(before)
    expect(seen.issues[0]?.text.zh).toContain(later)
  })

  test('needs the right to write all that it changes', async () => {
    const home = await family()
    const half = books.actor({
      verbs: ['household.write', 'household.read'],
      reads: ['household'],
      writes: ['household'],
    })
    await expect(problemOf(doors.record(splitOf(home, 'S10'), half))).resolves.toMatchObject({
      code: 'event.rights',
    })
    expect((await doors.of('household', home.id, half)).acts).toEqual([])
  })

  test('stays in its place: a village moves nobody to another village, and sees nothing of it', async () => {
    const home = await family()
    const mine = books.actor({}, village)
    const move = { register: 'household', id: home.id, event: 'householdMove', on, values: { area: other } }
    await expect(problemOf(doors.record(move, mine))).resolves.toMatchObject({ code: 'register.areaOutside' })
    const theirs = books.actor({}, other)
    await expect(problemOf(doors.record(move, theirs))).resolves.toMatchObject({ code: 'register.notFound' })
    const { id: made } = await doors.record({ ...move, values: { area: village } }, mine)
    await expect(problemOf(doors.undo(made, theirs))).resolves.toMatchObject({ code: 'register.notFound' })
    await doors.undo(made, mine)
  })
})

describe('taking back', () => {
  test('the last first; nothing that was changed since is lost', async () => {
    const home = await family()
    const { id: first } = await doors.record({
      register: 'household',
      id: home.id,
      event: 'headChange',
      on,
      picks: { newHead: [id(home, '周桂枝')] },
    })
    const { id: second } = await doors.record({
      register: 'household',
      id: home.id,
      event: 'householdMove',
      on: later,
      values: { area: other },
    })
    await expect(problemOf(doors.undo(first))).resolves.toMatchObject({ code: 'event.later' })
    const row = await homeRow(home.id)
    await books.door(books.clerk, 'register.save', {
      register: 'household',
      id: home.id,
      version: row.version,
      values: { area: village },
      reason: '更正',
    })
    await expect(problemOf(doors.undo(second))).resolves.toMatchObject({ code: 'event.changed' })
    const fixed = await homeRow(home.id)
    await books.door(books.clerk, 'register.save', {
      register: 'household',
      id: home.id,
      version: fixed.version,
      values: { area: other },
      reason: '改回',
    })
    await doors.undo(second)
    await doors.undo(first)
    expect(await homeRow(home.id)).toMatchObject({ headName: '韦明贵', area: group })
    await expect(problemOf(doors.undo(first))).resolves.toMatchObject({ code: 'event.undone' })
    const { timeline, spells } = await doors.of('household', home.id)
    expect(timeline.map(({ undone }) => undone !== null)).toEqual([true, true])
    expect(spells).toEqual([])
  })
})
