/** What an office enters wrongly: twice, in the wrong order, of the dead, before a birth. Each is refused with its place and remedy. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, residentId } from '#kernel'
import { insertRow, updateRow } from '#register'
import { household, person } from '../../../src/systems/population/registers/index.ts'
import type { Books } from '../books.ts'
import { group, openBooks, other, problemOf } from '../books.ts'
import { addHome, doorsOf, type Enter, type Home, onHome, onPerson, refusal, rowOf } from './homes.kit.ts'

let books: Books
let doors: ReturnType<typeof doorsOf>
const on = '2024-05-01'
const later = '2024-09-01'

beforeAll(async () => {
  books = await openBooks()
  doors = doorsOf(books)
})
afterAll(() => books.close())

const home = (people: Record<string, string>, more: { area?: string; birth?: string } = {}): Promise<Home> =>
  books.work((ctx) => addHome(ctx, people, more))
const id = (at: Home, name: string) => at.people[name] ?? 0
const personRow = (at: number) => books.work((ctx) => rowOf(ctx, 'person', at))
const homeRow = (at: number) => books.work((ctx) => rowOf(ctx, 'household', at))
const set = (at: number, values: object) =>
  books.work(async (ctx) => {
    const row = await rowOf(ctx, 'person', at)
    await updateRow(ctx, person, { id: at, version: row.version, values, reason: '更正' })
  })
const refused = (given: Enter) => refusal(doors, given)
const dies = { diedSource: 'village' }

describe('days', () => {
  test('nothing happens to anybody before the birth', async () => {
    const at = await home({ 韦长: 'head', 韦幼: 'grandchild' }) // 韦幼 is born on 2015-03-03
    const to = await home({ 罗家: 'head' })
    const before = { on: '2014-05-01' }
    const said = [
      await refused(onPerson(id(at, '韦幼'), 'departure', {}, before)),
      await refused(onPerson(id(at, '韦幼'), 'personMove', { household: to.id, relation: 'other' }, before)),
      await refused(onHome(to.id, 'adoption', { child: id(at, '韦幼'), relation: 'child' }, before)),
      await refused(onHome(at.id, 'householdMove', { area: other }, before)),
    ]
    for (const [field, text] of said) {
      expect(field).toBe('on')
      expect(text).toContain('韦幼出生于 2015-03-03')
    }
    const born = { name: '罗新', relation: 'child', birthDate: '2024-06-01' }
    expect((await refused(onHome(to.id, 'arrival', born)))[1]).toContain('2024-06-01')
    // A mistyped year: 1864 for 1964.
    const old = { name: '罗老', sex: 'male', relation: 'parent' }
    expect((await refused(onHome(to.id, 'birth', old, { on: '1864-05-01' })))[1]).toContain('核对年份')
    expect(await doors.preview(onHome(at.id, 'householdMove', { area: other }))).toMatchObject({ issues: [] })
  })

  test('who left the county by a correction did not die before', async () => {
    const at = await home({ 韦去: 'head', 韦留: 'child' })
    await set(id(at, '韦去'), { movedOutOn: later })
    expect(await refused(onPerson(id(at, '韦去'), 'death', dies))).toMatchObject([
      'on',
      expect.stringContaining(later),
    ])
    await doors.record(onPerson(id(at, '韦去'), 'death', dies, { on: '2024-10-01' }))
    expect(await homeRow(at.id)).toMatchObject({ members: 2 }) // who had left was not counted out again
  })
})

describe('twice', () => {
  test('a birth, an arrival', async () => {
    const at = await home({ 韦父: 'head' })
    const child = { name: '韦双', sex: 'male', relation: 'child' }
    await doors.record(onHome(at.id, 'birth', child))
    expect(await refused(onHome(at.id, 'birth', child))).toMatchObject([
      'name',
      expect.stringContaining('不用再登记'),
    ])
    const twin = { ...child, name: '韦对' }
    await doors.record(onHome(at.id, 'birth', twin))
    const comes = { name: '莫来', relation: 'other', birthDate: '1990-01-01' }
    await doors.record(onHome(at.id, 'arrival', comes, { on: later }))
    expect((await refused(onHome(at.id, 'arrival', comes, { on: later })))[0]).toBe('name')
    expect((await homeRow(at.id)).members).toBe(4)
  })

  test('a marriage to somebody from outside, on the same day; a divorce', async () => {
    const at = await home({ 韦单: 'head' })
    const weds = onPerson(id(at, '韦单'), 'marriage', { spouseName: '外乡人', moves: 'none' })
    await doors.record(weds)
    expect((await refused(weds))[1]).toContain('登记过结婚')
    const parts = onPerson(id(at, '韦单'), 'divorce', {}, { on: later })
    await doors.record(parts)
    expect(await refused(parts)).toMatchObject(['on', expect.stringContaining(`已登记 ${later} 离婚`)])
    await doors.record({ ...weds, on: '2024-10-01' })
    await doors.record({ ...parts, on: '2024-11-01' })
  })
})

describe('the last member, the head, and what comes after', () => {
  test('with the death of the last member the household ends; taken back, both stand as before', async () => {
    const at = await home({ 韦独: 'head' })
    const { id: event } = await doors.record(onPerson(id(at, '韦独'), 'death', dies))
    expect(await homeRow(at.id)).toMatchObject({ endedOn: on, members: 0 })
    for (const given of [
      onHome(at.id, 'birth', { name: '韦新', sex: 'male', relation: 'child' }, { on: later }),
      onHome(at.id, 'arrival', { name: '莫来', relation: 'other' }, { on: later }),
      onHome(at.id, 'householdMove', { area: other }, { on: later }),
      onHome(
        at.id,
        'split',
        { number: 'Z9' },
        { on: later, picks: { leaving: [id(at, '韦独')], head: [id(at, '韦独')] } },
      ),
    ])
      expect((await refused(given))[1]).toMatch(/销户|不在这里/)
    await doors.undo(event)
    expect(await homeRow(at.id)).toMatchObject({ endedOn: null, members: 1 })
    expect(await personRow(id(at, '韦独'))).toMatchObject({ diedOn: null, diedSource: null })
  })

  test('an event on the dead or on who left is refused, by whatever door', async () => {
    const [at, to] = [await home({ 韦亡: 'head', 韦在: 'child' }), await home({ 罗家: 'head' })]
    const gone = id(at, '韦亡')
    await doors.record(onPerson(gone, 'death', dies, { picks: { newHead: [id(at, '韦在')] } }))
    for (const given of [
      onPerson(gone, 'death', dies, { on: later }),
      onPerson(gone, 'departure', {}, { on: later }),
      onPerson(gone, 'personMove', { household: to.id, relation: 'other' }, { on: later }),
      onPerson(gone, 'marriage', { spouseName: '外乡人', moves: 'none' }, { on: later }),
      onPerson(gone, 'divorce', {}, { on: later }),
      onHome(to.id, 'adoption', { child: gone, relation: 'child' }, { on: later }),
      onHome(to.id, 'arrival', { person: gone, relation: 'other' }, { on: later }),
    ])
      expect((await refused(given))[1].length).toBeGreaterThan(8)
  })

  test('a death is taken back only after what came later in the household', async () => {
    const at = await home({ 韦老: 'head', 韦婆: 'spouse', 韦子: 'child' })
    const { id: death } = await doors.record(
      onPerson(id(at, '韦老'), 'death', dies, { picks: { newHead: [id(at, '韦婆')] } }),
    )
    const { id: move } = await doors.record(onHome(at.id, 'householdMove', { area: other }, { on: later }))
    await expect(problemOf(doors.undo(death))).resolves.toMatchObject({ code: 'event.later' })
    await doors.undo(move)
    await doors.undo(death)
    expect(await homeRow(at.id)).toMatchObject({ headName: '韦老', members: 3, area: group })
  })

  test('a new head that is not of the household is none', async () => {
    const { id: strangers } = await books.work((ctx) =>
      insertRow(ctx, household, { number: 'F1', headName: '外', area: group }),
    )
    const [at, out] = [await home({ 韦首: 'head', 韦次: 'child' }), await home({ 罗外: 'head' })]
    const leaves = onPerson(id(at, '韦首'), 'departure', {}, { picks: { newHead: [id(out, '罗外')] } })
    expect((await refused(leaves))[0]).toBe('newHead')
    expect(await homeRow(strangers)).toMatchObject({ endedOn: null })
  })

  test('what happened to a record that was merged into this one counts in the order of days', async () => {
    const at = await home({ 韦并: 'head' })
    const two = await books.work((ctx) =>
      insertRow(ctx, person, {
        name: '韦并',
        area: group,
        idNumber: residentId('990101', day('1968-06-12'), 977),
      }),
    )
    await doors.record(onPerson(two.id, 'marriage', { spouseName: '外乡人', moves: 'none' }, { on: later }))
    await books.db.ownerPool.query(
      `insert into c990101.row_merge (area, register, kept_id, gone_id, state, taken, reason, second, kept_version, gone_version,
         proposed_by, proposed_name, done_by, done_name, done_at)
       values ($1, 'person', $2, $3, 'done', '{}', '同一人', false, 1, 1, 1, '甲', 1, '甲', now())`,
      [group, id(at, '韦并'), two.id],
    )
    expect(await refused(onPerson(id(at, '韦并'), 'departure'))).toMatchObject([
      'on',
      expect.stringContaining(later),
    ])
    const again = onPerson(id(at, '韦并'), 'divorce', {}, { on: '2024-10-01' })
    await doors.record(again)
    expect((await refused({ ...again, on: '2024-11-01' }))[1]).toContain('离婚')
  })
})
