/** The story of a record that was merged of two is told as one: who said what under which number, the merge, its undoing. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertRow, updateRow } from '#register'
import { person } from '../../src/systems/population/registers/index.ts'
import { type Books, freshId, group, other, village } from './books.ts'
import { asked, openDuplicates, type Row } from './duplicates.kit.ts'
import { addHome, doorsOf, onPerson, rowOf } from './events/homes.kit.ts'

type Entry = {
  id: number
  act: string
  byName: string
  reason: string | null
  changes: { field: string; before: unknown; after: unknown }[]
  merged: {
    keptId: number
    goneId: number
    said: { field: string; kept: unknown; gone: unknown; masked: boolean; taken: boolean }[]
  } | null
}
type Page = { historyCount: number; written: Record<string, { recordId: number }> }
type Told = { entries: Entry[]; unseen: number[] }
type Spell = {
  from: string | null
  to: string | null
  over: boolean
  under: number | null
  fields: { field: string; value: { zh: string } | null }[]
}

let books: Books
let door: Awaited<ReturnType<typeof openDuplicates>>['door']
let twoOf: Awaited<ReturnType<typeof openDuplicates>>['twoOf']
beforeAll(async () => {
  ;({ books, door, twoOf } = await openDuplicates())
})
afterAll(() => books.close())

const told = (id: number, actor = books.clerk): Promise<Told> =>
  books.door(actor, 'register.history', { register: 'person', id })
const acts = ({ entries }: Told) => entries.map(({ id, act }) => [id, act])

const rowNow = (id: number): Promise<Row> => books.work((ctx) => rowOf(ctx, 'person', id)) as Promise<Row>

async function change({ id, version }: Row, values: object): Promise<Row> {
  return (await books.work((ctx) =>
    updateRow(ctx, person, { id, version, values, reason: '入户核对' }),
  )) as unknown as Row
}

test('both stories in one, each under its number; the merge says in what the two differed and what was taken', async () => {
  const two = await twoOf('韦秀兰', { phone: '13800000001' }, { phone: '13900000002', note: '外嫁' })
  const gone = await change(two.gone, { hukou: 'agricultural' })
  await new Promise((done) => setTimeout(done, 5)) // in one millisecond neither would be the later
  const kept = await change(two.kept, { bankName: '农行' })
  const { mergeId } = await door<{ mergeId: number }>(
    books.clerk,
    'duplicate.merge',
    asked({ kept, gone }, ['phone', 'hukou']),
  )
  const one = await told(kept.id)
  expect(acts(one)).toEqual([
    [kept.id, 'merge'],
    [kept.id, 'change'],
    [gone.id, 'change'],
    [gone.id, 'create'],
    [kept.id, 'create'],
  ])
  const [merge] = one.entries
  expect(merge).toMatchObject({ reason: '户口簿核对为同一人', byName: books.clerk.name })
  const differ = Object.fromEntries(
    (merge?.merged?.said ?? []).map(({ field, kept: mine, gone: theirs, taken }) => [
      field,
      [mine, theirs, taken],
    ]),
  )
  expect(differ).toMatchObject({
    phone: ['13800000001', '13900000002', true],
    hukou: [null, 'agricultural', true],
    bankName: ['农行', null, false],
    note: [null, '外嫁', false],
  })
  expect(Object.keys(differ).sort()).toEqual([
    ...['bankName', 'hukou', 'idNumber', 'note', 'phone'],
    'sex', // which a number says, and one of the two has none
  ])
  expect(merge?.changes.map(({ field }) => field).sort()).toEqual(['hukou', 'phone'])
  const { historyCount, written }: Page = await books.door(books.clerk, 'register.get', {
    register: 'person',
    id: kept.id,
  })
  expect(historyCount).toBe(one.entries.length)
  const from = (field: string) => written[field]?.recordId
  expect([from('phone'), from('hukou'), from('bankName')]).toEqual([gone.id, gone.id, kept.id])

  await door(books.clerk, 'duplicate.undo', { register: 'person', mergeId, reason: '查实是姐妹' })
  const again = await told(kept.id)
  expect(acts(again)).toEqual([
    [kept.id, 'part'],
    [kept.id, 'merge'],
    [kept.id, 'change'],
    [kept.id, 'create'],
  ])
  expect(again.entries[0]).toMatchObject({
    reason: '查实是姐妹',
    merged: { keptId: kept.id, goneId: gone.id },
  })
  expect(acts(await told(gone.id))).toEqual([
    [kept.id, 'part'],
    [kept.id, 'merge'],
    [gone.id, 'change'],
    [gone.id, 'create'],
  ])
})

test('a chain of merges is one story; what a hidden field said stays hidden', async () => {
  const first = await twoOf('蒙阿妹', { health: 'chronic' }, { health: 'serious' })
  await door(books.clerk, 'duplicate.merge', asked(first))
  const third = (await books.work((ctx) =>
    insertRow(ctx, person, { name: '蒙阿妹', area: group, birthDate: '1963-07-15' as never }),
  )) as unknown as Row
  const kept = (await books.work((ctx) =>
    insertRow(ctx, person, { name: '蒙阿梅', area: group, idNumber: freshId() }),
  )) as unknown as Row
  await door(books.clerk, 'duplicate.merge', asked({ kept: first.kept, gone: third }))
  await door(books.clerk, 'duplicate.merge', asked({ kept, gone: first.kept }))
  const whole = await told(kept.id)
  expect(acts(whole).filter(([, act]) => act === 'merge')).toHaveLength(3)
  expect(new Set(whole.entries.filter(({ act }) => act === 'create').map(({ id }) => id))).toEqual(
    new Set([kept.id, third.id, first.kept.id, first.gone.id]),
  )
  const blind = await told(kept.id, books.actor({ sees: [] as never }))
  const health = blind.entries
    .flatMap(({ merged }) => merged?.said ?? [])
    .filter(({ field }) => field === 'health')
  expect(health.length).toBeGreaterThan(0)
  for (const { kept: mine, gone: theirs, masked } of health) {
    expect(masked).toBe(true)
    expect([mine, theirs]).not.toContain('serious')
  }
})

test('what stands outside the area is not told, and said to be there', async () => {
  const two = await twoOf('罗两地', {}, { area: other })
  await door(books.clerk, 'duplicate.merge', asked(two))
  const mine = await told(two.kept.id, books.actor({}, village))
  expect(mine.entries.map(({ id }) => id)).toEqual([two.kept.id])
  expect(mine.unseen).toEqual([two.gone.id])
  expect((await told(two.kept.id)).unseen).toEqual([])
})

test('what happened to the one that went is shown with its number', async () => {
  const two = await twoOf('覃新人')
  const doors = doorsOf(books)
  await doors.record({
    register: 'person',
    id: two.gone.id,
    event: 'marriage',
    on: '2020-05-01',
    values: { spouseName: '外乡人', moves: 'none' },
  })
  await door(books.clerk, 'duplicate.merge', asked(two))
  const { timeline } = (await doors.of('person', two.kept.id)) as unknown as {
    timeline: { under: number | null }[]
  }
  expect(timeline.map(({ under }) => under)).toEqual([two.gone.id])
})

/** Two houses with their heads; two records of a child of the first. */
async function twoInHouse(name: string) {
  const [here, there] = await books.work(async (ctx) => [
    await addHome(ctx, { [`${name}父`]: 'head' }),
    await addHome(ctx, { [`${name}舅`]: 'head' }, { area: other }),
  ])
  const at = { household: here?.id, relation: 'child' }
  const two = await twoOf(name, at, at)
  const moves = (id: number, on: string, to: { id: number } | undefined) =>
    doorsOf(books).record(onPerson(id, 'personMove', { household: to?.id, relation: 'child' }, { on }))
  const spells = async () => {
    const told = (await doorsOf(books).of('person', two.kept.id)) as unknown as { spells: Spell[] }
    return told.spells.map((one) => [
      ...[one.from, one.to, one.over, one.under],
      one.fields.find(({ field }) => field === 'area')?.value?.zh,
    ])
  }
  return { two, here, there, moves, spells }
}
const [places, away] = ['柳溪镇 石桥村 三组', '石门镇 石门村']

test('where somebody lived when is one story: the one that stays knows the place, the one that went since when', async () => {
  const { two, here, there, moves, spells } = await twoInHouse('覃两处')
  await moves(two.gone.id, '2019-03-01', there)
  await moves(two.gone.id, '2021-06-01', here)
  expect(await spells()).toEqual([])
  const gone = await rowNow(two.gone.id)
  const { mergeId } = await door<{ mergeId: number }>(
    books.clerk,
    'duplicate.merge',
    asked({ kept: two.kept, gone }),
  )
  expect(await spells()).toEqual([
    [null, '2019-03-01', false, two.gone.id, places],
    ['2019-03-01', '2021-06-01', false, two.gone.id, away],
    ['2021-06-01', null, false, null, places],
  ])
  await door(books.clerk, 'duplicate.undo', { register: 'person', mergeId, reason: '查实是姐妹' })
  expect(await spells()).toEqual([])
})

test('a place that was taken from the one that went ends what the other said of itself, nobody knows when', async () => {
  const { two, there, moves, spells } = await twoInHouse('覃改籍')
  await moves(two.kept.id, '2018-02-01', there)
  const kept = await rowNow(two.kept.id)
  await door(books.clerk, 'duplicate.merge', asked({ kept, gone: two.gone }, ['household', 'area']))
  expect(await spells()).toEqual([
    [null, '2018-02-01', false, null, places],
    ['2018-02-01', null, true, null, away],
    [null, null, false, null, places],
  ])
})
