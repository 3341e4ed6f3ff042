/** A merger of villages recorded by mistake: what was moved goes back, what came meanwhile is told and goes where it belongs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allAreas } from '../../src/register/import/batch-store.ts'
import { areaBook } from '../../src/register/import/stage/area-book.ts'
import { group, other, problemOf, village } from './books.ts'
import { doorsOf, rowOf } from './events/homes.kit.ts'
import {
  ask,
  fresh,
  mergers,
  openMergers,
  type Plan,
  plan,
  planUndo,
  resume,
  second,
  undo,
} from './merger.kit.ts'

type At = Awaited<ReturnType<typeof openMergers>>
let { books, admin, homes, call, merged, undone, hat, worn, placeOf, newcomer } = {} as At
beforeAll(async () => {
  ;({ books, admin, homes, call, merged, undone, hat, worn, placeOf, newcomer } = await openMergers())
})
afterAll(() => books.close())

test('rows, places and accounts go back; what came since goes where it belongs, and who left stays where he is', async () => {
  const [mine, theirs] = [await hat('qiao2', village), await hat('liu2', second)]
  const doors = doorsOf(books)
  const id = await merged()
  expect([await worn(mine), await worn(theirs)]).toEqual([[fresh], [fresh]])
  const child = await newcomer('韦新', `${fresh}003`)
  const unknown = await newcomer('来人', fresh)
  const moved = homes.bridge.people.韦移 ?? 0
  await doors.record({
    register: 'person',
    id: moved,
    event: 'personMove',
    on: '2024-07-01',
    values: { household: homes.stone.id, relation: 'other' },
  })
  const within = homes.bridge.people.周溪 ?? 0
  await books.work(async (ctx) => {
    const row = await rowOf(ctx, 'person', within)
    const given = {
      register: 'person',
      id: within,
      version: row.version,
      values: { area: fresh },
      reason: '改',
    }
    await books.door(books.clerk, 'register.save', given)
  })
  const late = await hat('hou2', fresh)

  const torn = await call<Plan>(planUndo, { id })
  expect(torn.issues.map(({ field }) => field)).toEqual(['rest'])
  expect(torn.issues[0]?.text.zh).toContain('人员 1 人、账号 1 个')
  expect(torn.choices.map(({ code }) => code)).toEqual([village, second])
  await expect(problemOf(call(undo, { id, reason: '误办' }))).resolves.toMatchObject({ code: 'area.refused' })
  expect((await call<Plan>(planUndo, { id, rest: other })).issues.map(({ field }) => field)).toEqual(['rest'])

  const foreseen = await call<Plan>(planUndo, { id, rest: second })
  expect(foreseen.issues).toEqual([])
  // 韦桥, 罗柳 back; 韦新 and 周溪 (who was of 石桥村 when she was put into the village itself) came; 来人 is said; 韦移 is away.
  expect(foreseen.rows.find(({ label }) => label.zh === '人员')).toMatchObject({
    back: 2,
    came: 2,
    rest: 1,
    unclear: 0,
    stays: 0,
    away: 1,
  })
  expect(foreseen.rows.find(({ label }) => label.zh === '农户')).toMatchObject({ back: 2, came: 0, away: 0 })
  expect(foreseen.hats).toEqual({ back: 3, unclear: 0 })

  await undone(id, { rest: second })
  expect(await placeOf(homes.bridge.people.韦桥 ?? 0)).toBe(group)
  expect(await placeOf(homes.willow.people.罗柳 ?? 0)).toBe(`${second}003`)
  expect(await placeOf(child.id)).toBe(group)
  expect(await placeOf(within)).toBe(village)
  expect(await placeOf(unknown.id)).toBe(second)
  expect(await placeOf(moved)).toBe(other)
  expect([await worn(mine), await worn(theirs), await worn(late)]).toEqual([[village], [second], [second]])

  const places = await books.work((ctx) => allAreas(ctx))
  expect(places.map(({ code }) => code)).not.toContain(fresh)
  const book = areaBook(places)
  expect(book.find('石桥村三组', '990101')).toEqual({ ok: true, code: group })
  expect(await problemOf(newcomer('晚来', `${fresh}003`))).toMatchObject({ code: 'register.noArea' })
  await newcomer('又来', group)

  const {
    entries,
  }: { entries: { changes: { field: string; before: string; after: string }[]; reason: string }[] } =
    await books.door(books.actor({}, village), 'register.history', {
      register: 'person',
      id: homes.bridge.people.韦桥,
    })
  expect(entries[0]?.changes).toMatchObject([{ field: 'area', before: `${fresh}003`, after: group }])
  const then: { row: { areaName: string } } = await books.door(books.clerk, 'register.get', {
    register: 'household',
    id: homes.bridge.id,
  })
  expect(then.row.areaName).toBe('柳溪镇 石桥村 三组')

  const listed = await call<{
    mergers: {
      state: string
      undone: { reason: string; hats: number; rows: { label: { zh: string }; count: number }[] }
    }[]
  }>(mergers, {})
  expect(listed.mergers[0]).toMatchObject({ state: 'undone', undone: { reason: '批文还没到', hats: 3 } })
  expect(
    Object.fromEntries(listed.mergers[0]?.undone.rows.map(({ label, count }) => [label.zh, count]) ?? []),
  ).toEqual({ 农户: 2, 人员: 5 })
  await expect(problemOf(call(undo, { id, reason: '再撤' }))).resolves.toMatchObject({ code: 'area.undone' })
  await expect(problemOf(call(resume, { id }))).resolves.toMatchObject({ code: 'area.over' })
})

test('whoever has a role there himself lets somebody else do it, since nobody gives himself one', async () => {
  const own = await hat('zi2', village)
  const actor = { ...admin, accountId: own }
  const planned = await call<Plan>(plan, { ...ask, paper: undefined }, actor)
  expect(planned.issues[0]?.text.zh).toContain('您自己')
  const id = await merged()
  expect((await call<Plan>(planUndo, { id }, actor)).issues[0]?.text.zh).toContain('您自己')
  await undone(id)
  expect(await worn(own)).toEqual([village])
})

test('what happened while the villages were one is seen in the one that it was of', async () => {
  const id = await merged()
  const doors = doorsOf(books)
  await doors.record({
    register: 'household',
    id: homes.willow.id,
    event: 'birth',
    on: '2024-07-01',
    values: { name: '罗小', sex: 'male', relation: 'child' },
  })
  await undone(id)
  const told = await doors.of('household', homes.willow.id, books.actor({}, second))
  expect(told.timeline.map(({ name }) => name)).toEqual(['birth'])
  const place = told.timeline[0]?.changes.find(({ act }) => act === 'insert')
  expect(place?.fields.find(({ field }) => field === 'area')?.after?.zh).toBe('柳溪镇 桥溪村 柳溪三组')
})

test('a village that stayed keeps its own people and those who came to it', async () => {
  const own = await newcomer('本村', village)
  const into = { ...ask, from: [second], into: { code: village, name: '' } }
  const id = await merged(into)
  const came = await newcomer('后到', village)
  const foreseen = await call<Plan>(planUndo, { id })
  expect(foreseen.issues).toEqual([])
  expect(foreseen.rows.find(({ label }) => label.zh === '人员')).toMatchObject({ stays: 1, unclear: 0 })
  await undone(id)
  expect([await placeOf(own.id), await placeOf(came.id)]).toEqual([village, village])
  expect(await placeOf(homes.willow.people.罗柳 ?? 0)).toBe(`${second}003`)
  expect(await placeOf(homes.bridge.people.韦桥 ?? 0)).toBe(group)
})

test('an event of before the merger is taken back after it, and one of the time between after its undoing', async () => {
  const doors = doorsOf(books)
  const born = { register: 'household', id: homes.bridge.id, event: 'birth', on: '2024-07-02' }
  const first = await doors.record({ ...born, values: { name: '韦前', sex: 'male', relation: 'child' } })
  const move = { register: 'household', id: homes.stone.id, event: 'householdMove', on: '2024-07-02' }
  const moved = await doors.record({ ...move, values: { area: group } })
  await doors.undo(moved.id)
  const again = await doors.record({ ...move, values: { area: `${second}003` } })
  const id = await merged()
  await doors.undo(first.id)
  const between = await doors.record({ ...born, values: { name: '韦间', sex: 'male', relation: 'child' } })
  await doors.undo(again.id)
  expect(await placeOf(homes.stone.people.蒙石 ?? 0)).toBe(other)
  const back = await doors.record({ ...move, values: { area: `${fresh}003` } })
  await undone(id)
  await doors.undo(between.id)
  await doors.undo(back.id)
  expect(await placeOf(homes.stone.people.蒙石 ?? 0)).toBe(other)
})
