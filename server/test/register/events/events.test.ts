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
