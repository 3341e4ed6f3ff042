/** Who is registered already is found at entry and in bulk. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel'
import type { Actor } from '#platform'
import { duplicateJobs, insertRows, updateRow } from '#register'
import { household, person } from '../../src/systems/population/registers/index.ts'
import type { Books } from './books.ts'
import { addPerson, freshId, group, other, problemOf, registry } from './books.ts'
import { asked, born, openDuplicates, type Row } from './duplicates.kit.ts'

const [job] = duplicateJobs(registry)

let books: Books
let door: Awaited<ReturnType<typeof openDuplicates>>['door']
let twoOf: Awaited<ReturnType<typeof openDuplicates>>['twoOf']
beforeAll(async () => {
  ;({ books, door, twoOf } = await openDuplicates())
})
afterAll(() => books.close())

describe('at entry', () => {
  type Found = {
    candidates: {
      row: { id: number; values: { idNumber: string | null } }
      likely: boolean
      reasons: { text: { zh: string } }[]
    }[]
    beyond: { place: string; text: { zh: string } }[]
  }
  const look = (actor: Actor, values: object) =>
    door<Found>(actor, 'duplicate.candidates', { register: 'person', values })

  test('a name of the same sound, of the same look, and another spelling are found with their reasons', async () => {
    const { kept } = await twoOf('韦建未')
    for (const [name, reason] of [
      ['韦建未', '姓名相同'],
      ['韦健未', '姓名同音'],
      ['韦建末', '姓名字形相近'],
    ]) {
      const { candidates } = await look(books.clerk, { name, birthDate: born, area: group })
      const found = candidates.find(({ row }) => row.id === kept.id)
      expect(
        found?.reasons.map(({ text }) => text.zh),
        name,
      ).toContain(reason)
    }
  })

  test('somebody else of the village is not proposed', async () => {
    await twoOf('莫文斌')
    const { candidates } = await look(books.clerk, { name: '莫文斌', birthDate: '1990-01-01', area: group })
    expect(candidates).toEqual([])
  })

  test('outside the area only the township and what agrees is told, and only of what is certain', async () => {
    const idNumber = freshId('1971-03-02')
    await books.work((ctx) => addPerson(ctx, '蒙秀兰', { idNumber, birthDate: day('1971-03-02') }))
    const elsewhere = books.actor(undefined, other)
    const found = await look(elsewhere, { name: '蒙秀兰', birthDate: '1971-03-02', area: other })
    expect(found).toEqual({
      candidates: [],
      beyond: [{ place: '柳溪镇', text: expect.objectContaining({ zh: '姓名和出生日期相同' }) }],
    })
    expect((await look(elsewhere, { name: '别人', idNumber })).beyond.map(({ text }) => text.zh)).toEqual([
      '号码相同',
    ])
    expect((await look(elsewhere, { name: '蒙秀兰' })).beyond).toEqual([])
  })

  test('who does not see numbers gets no candidate and no reason by number, and sees it masked', async () => {
    const idNumber = freshId('1980-05-05')
    await books.work((ctx) => addPerson(ctx, '覃月娥', { idNumber, birthDate: day('1980-05-05') }))
    const blind = books.actor({ verbs: ['person.read'], reads: ['*'], writes: ['*'], sees: [] })
    const { candidates } = await look(blind, { name: '覃月娥', birthDate: '1980-05-05', area: group })
    expect(candidates[0]?.row.values.idNumber).toBe(`${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`)
    expect(candidates[0]?.reasons.map(({ text }) => text.zh).join()).not.toContain('号码')
  })
})

describe('in bulk', () => {
  type Listed = {
    pairs: { rows: (Row & { values: Record<string, unknown> })[]; state: string; reason: string | null }[]
    counts: Record<string, number>
  }
  const search = async (register = 'person') => {
    let [state, done]: [unknown, boolean] = [undefined, false]
    while (!done)
      ({ state, done } = await books.work(
        (ctx) =>
          job?.chunk(ctx, { register } as never, state as never, { apart: (work) => work(ctx) }) as Promise<{
            state: unknown
            done: boolean
          }>,
      ))
  }
  const list = (state = 'open', register = 'person') =>
    door<Listed>(books.clerk, 'duplicate.list', { register, state, limit: 100 })
  const holds = ({ pairs }: Listed, { kept, gone }: { kept: Row; gone: Row }) =>
    pairs.some(({ rows }) => rows.some(({ id }) => id === kept.id) && rows.some(({ id }) => id === gone.id))

  test('a pair is found, and once said to be two it is never proposed again, with who and why', async () => {
    const both = await twoOf('龙金凤')
    await search()
    expect(holds(await list(), both)).toBe(true)
    const pair = { register: 'person', a: both.kept.id, b: both.gone.id }
    await door(books.clerk, 'duplicate.apart', { ...pair, reason: '堂姐妹，已到户核实' })
    await search()
    expect(holds(await list(), both)).toBe(false)
    const apart = (await list('apart')).pairs.find(({ rows }) => rows.some(({ id }) => id === both.kept.id))
    expect(apart).toMatchObject({
      state: 'apart',
      reason: '堂姐妹，已到户核实',
      decidedName: books.clerk.name,
    })
    const refused = await problemOf(door(books.clerk, 'duplicate.merge', asked(both)))
    expect(refused.code).toBe('duplicate.saidApart')
  })

  test('what was said of a row holds for the one that it was merged into, and is its own again when that is undone', async () => {
    const both = await twoOf('农彩凤')
    const third = (await books.work((ctx) =>
      addPerson(ctx, '农彩凤', { idNumber: null, birthDate: day('1963-07-15') }),
    )) as unknown as Row
    const said = { register: 'person', a: both.gone.id, b: third.id }
    await door(books.clerk, 'duplicate.apart', { ...said, reason: '同名堂妹' })
    const merge = await door<{ mergeId: number }>(books.clerk, 'duplicate.merge', asked(both))
    await search()
    expect(holds(await list(), { kept: both.kept, gone: third })).toBe(false)
    const pair = { register: 'person', a: both.kept.id, b: third.id }
    expect(await door(books.clerk, 'duplicate.pair', pair)).toMatchObject({
      state: 'apart',
      reason: '同名堂妹',
    })
    const other = asked({ kept: both.kept, gone: third })
    expect((await problemOf(door(books.clerk, 'duplicate.merge', other))).code).toBe('duplicate.saidApart')
    const undo = { register: 'person', mergeId: merge.mergeId, reason: '并错了' }
    await door(books.clerk, 'duplicate.undo', undo)
    await search()
    expect(holds(await list(), { kept: both.kept, gone: third })).toBe(true)
    expect(holds(await list(), { kept: both.gone, gone: third })).toBe(false)
    const again = await door<{ mergeId: number }>(books.clerk, 'duplicate.merge', asked(await fresh(both)))
    await door(books.clerk, 'duplicate.apart', { ...pair, reason: '重新核对', back: true })
    await search()
    expect(holds(await list(), { kept: both.kept, gone: third })).toBe(true)
    await door(books.clerk, 'duplicate.undo', { ...undo, mergeId: again.mergeId })
  })

  const fresh = async ({ kept, gone }: { kept: Row; gone: Row }) => {
    const at = async ({ id }: Row) =>
      ((await books.door(books.clerk, 'register.get', { register: 'person', id })) as { row: Row }).row
    return { kept: await at(kept), gone: await at(gone) }
  }

  test('another register that says what makes its duplicates is searched the same way', async () => {
    const house = (number: string, more: object) => ({ number, headName: '农建国', area: group, ...more })
    await books.work((ctx) =>
      insertRows(ctx, household, [
        house('0001', { phone: '13800007777' }),
        house('0002', { phone: '13800007777' }),
        house('0003', { phone: '13800008888' }),
      ]),
    )
    await search('household')
    const { pairs } = await list('open', 'household')
    expect(pairs.map(({ rows }) => rows.map(({ values }) => values.number))).toEqual([['0001', '0002']])
  })

  test('a register that says nothing of duplicates is not searched', async () => {
    const refused = await problemOf(door(books.clerk, 'duplicate.search', { register: 'area' }))
    expect(refused.code).toBe('duplicate.notCompared')
  })

  test('a pair that is no longer alike goes from the list', async () => {
    const both = await twoOf('田卫民')
    await search()
    await books.work((ctx) =>
      updateRow(ctx, person, {
        ...both.gone,
        values: { birthDate: day('1991-01-01') },
        reason: '对照户口簿',
      }),
    )
    await search()
    expect(holds(await list(), both)).toBe(false)
  })

  test('two of one number that the police have confirmed are not proposed', async () => {
    const idNumber = freshId()
    const both = await twoOf('何青', { idNumber }, { idNumber, sharedNumber: 1 })
    await search()
    expect(holds(await list(), both)).toBe(false)
  })
})
