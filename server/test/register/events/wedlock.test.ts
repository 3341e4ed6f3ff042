/** Marriages and divorces that cannot be: of the dead, of others than were entered, of one sex, of a head whom others need. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateRow } from '#register'
import { person } from '../../../src/systems/population/registers/index.ts'
import type { Books } from '../books.ts'
import { openBooks, other, village } from '../books.ts'
import { addHome, doorsOf, type Enter, type Home, onHome, onPerson, refusal, rowOf } from './homes.kit.ts'

let books: Books
let doors: ReturnType<typeof doorsOf>
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
const set = (at: number, values: object) =>
  books.work(async (ctx) => {
    const row = await rowOf(ctx, 'person', at)
    await updateRow(ctx, person, { id: at, version: row.version, values, reason: '更正' })
  })
const refused = (given: Enter) => refusal(doors, given)

describe('marriage and divorce', () => {
  const couple = async () => {
    const [his, hers] = [await home({ 韦郎: 'head' }), await home({ 罗燕: 'head', 罗母: 'parent' })]
    await set(id(his, '韦郎'), { sex: 'male' })
    await set(id(hers, '罗燕'), { sex: 'female' })
    return { his, hers, man: id(his, '韦郎'), woman: id(hers, '罗燕') }
  }

  test('one is married still when the spouse has left the county, and free when the spouse is dead', async () => {
    const { man, woman } = await couple()
    const next = await home({ 莫姐: 'head' })
    await set(id(next, '莫姐'), { sex: 'female' })
    await doors.record(onPerson(man, 'marriage', { spouse: woman, moves: 'none' }))
    const again = onPerson(man, 'marriage', { spouse: id(next, '莫姐'), moves: 'none' }, { on: '2024-11-01' })
    await set(woman, { movedOutOn: later })
    expect((await refused(again))[1]).toContain('登记过结婚')
    await set(woman, { movedOutOn: null, diedOn: later, diedSource: 'village' })
    expect((await doors.preview(again)).issues).toEqual([])
  })

  test('the dead are not divorced, and nobody from another than the one that is entered', async () => {
    const { man, woman } = await couple()
    const third = await home({ 莫某: 'head' })
    await doors.record(onPerson(man, 'marriage', { spouse: woman, moves: 'none' }))
    const from = (spouse: number | undefined) =>
      onPerson(man, 'divorce', spouse === undefined ? {} : { spouse }, { on: later })
    expect(await refused(from(id(third, '莫某')))).toMatchObject(['spouse', expect.stringContaining('罗燕')])
    expect((await refused(from(undefined)))[1]).toContain('罗燕')
    expect((await refused(from(999_999)))[1]).toContain('没有编号 999999 的档案')
    await set(woman, { diedOn: later, diedSource: 'village' })
    expect((await refused(from(woman)))[1]).toContain('不用办离婚')
    expect((await refused(onPerson(woman, 'divorce', { spouse: man }, { on: later })))[1]).toContain(
      '不用办离婚',
    )
  })

  test('two of one sex are a slip; a spouse outside the area is said, not left out', async () => {
    const [a, b] = [await home({ 韦甲: 'head' }), await home({ 韦乙: 'head' })]
    for (const at of [id(a, '韦甲'), id(b, '韦乙')]) await set(at, { sex: 'male' })
    expect(
      (await refused(onPerson(id(a, '韦甲'), 'marriage', { spouse: id(b, '韦乙'), moves: 'none' })))[0],
    ).toBe('spouse')
    const far = await home({ 石女: 'head' }, { area: other })
    const weds = { spouse: id(far, '石女'), spouseName: '石女', moves: 'none' }
    const mine = books.actor({}, village)
    const seen = await doors.preview(onPerson(id(a, '韦甲'), 'marriage', weds), mine)
    expect(seen.issues[0]?.text.zh).toContain('管辖范围')
  })

  test('the head of another household comes only when that household has another head', async () => {
    const { his, hers, man, woman } = await couple()
    const weds = onPerson(man, 'marriage', { spouse: woman, moves: 'here' })
    expect(await refused(weds)).toMatchObject(['spouse', expect.stringContaining('变更户主')])
    await doors.record(onHome(hers.id, 'headChange', {}, { picks: { newHead: [id(hers, '罗母')] } }))
    await doors.record(weds)
    expect(await personRow(woman)).toMatchObject({ household: his.id, relation: 'spouse' })
    const orphan = await home({ 小户主: 'head', 小弟: 'sibling' }, { birth: '2012-01-01' })
    const taken = onHome(
      his.id,
      'adoption',
      { child: id(orphan, '小户主'), relation: 'child' },
      { on: later },
    )
    expect(await refused(taken)).toMatchObject(['child', expect.stringContaining('变更户主')])
  })
})
