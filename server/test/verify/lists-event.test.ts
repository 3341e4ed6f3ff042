/** A death that a list says is adopted by the event of a death: the household follows, the timeline shows it, two persons did it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor, AnyOperation } from '#platform'
import type { AnyRow } from '#register'
import { eventOperations, getRow, importOperations, insertRow, updateRow } from '#register'
import { roles, systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { adoptedSources } from '#verify'
import { household, person } from '../../src/systems/population/registers/index.ts'
import { add, type Desk, deskOf, number, places, registry, room, village } from './lists.kit.ts'

let county: TestCounty
let officer: Actor
let desk: Desk
let second: Desk
let home = 0
let rowId = 0
let comparison = 0
const ids: Record<string, number> = {}
const family = { 韦明贵: 'head', 周桂枝: 'spouse', 韦小山: 'child', 李秀英: 'childInLaw' }

const events = new Map(
  eventOperations({
    registry,
    events: room.events,
    spells: systems.flatMap(({ spells = [] }) => spells),
  }).map((op) => [op.name, op as AnyOperation]),
)

beforeAll(async () => {
  county = await testCounty()
  officer = county.actor()
  desk = deskOf(county, officer)
  // The county's own reviewer, who confirms and keeps neither persons nor households.
  second = deskOf(county, county.actor(roles.find(({ name }) => name === 'hrReviewer')))
  await places(county, officer)
  const row = await county.run(officer, (ctx) =>
    insertRow(ctx, household, { number: 'H1', headName: '韦明贵', area: village, members: 4 }),
  )
  home = row.id
  for (const [seq, [name, relation]] of Object.entries(family).entries())
    ids[name] = (
      await add(county, officer, {
        name,
        relation,
        household: home,
        birthDate: '1950-05-01',
        idNumber: number('1950-05-01', 20 + seq * 2),
      })
    ).id
  // The list does not say the source of the death: the event asks for it.
  comparison = await desk.compare(`姓名,身份证号,死亡日期\n韦明贵,${number('1950-05-01', 20)},2025-05-20\n`)
  rowId = (await desk.rows(comparison))[0]?.id ?? 0
}, 120_000)
afterAll(() => county.close())

const read = (register: typeof household | typeof person, id: number | undefined) =>
  county.run(officer, (ctx) =>
    getRow(ctx, register as typeof person, id ?? 0),
  ) as Promise<unknown> as Promise<AnyRow>
const said = () => ({
  values: { diedSource: 'village' },
  picks: { newHead: [ids.韦小山] },
  answers: { [`person:${ids.李秀英}.relation`]: 'spouse' },
})
const propose = (more: object) =>
  desk.call<{ adoptions: number[] }>('compare.propose', {
    comparisonId: comparison,
    rowIds: [rowId],
    ...more,
  })

type Foreseen = {
  event: {
    on: string
    act: { name: string; fields: { name: string }[]; picks: { name: string; rows: { title: string }[] }[] }
    issues: { field: string }[]
    asks: { key: string }[]
    changes: { title: string; fields: { field: string }[] }[]
  } | null
}

it('tells the proposer what he has to say beside the list, and what would change', async () => {
  const first = await desk.call<Foreseen>('compare.foresee', { rowId })
  expect(first.event).toMatchObject({ on: '2025-05-20', act: { name: 'death' } })
  expect(first.event?.act.fields.map(({ name }) => name)).toEqual(['diedSource'])
  expect(first.event?.act.picks[0]?.rows.map(({ title }) => title).sort()).toEqual(
    ['周桂枝', '李秀英', '韦小山'].sort(),
  )
  expect(first.event?.issues.map(({ field }) => field)).toEqual(['diedSource'])
  const { answers: _, ...half } = said()
  const then = await desk.call<Foreseen>('compare.foresee', { rowId, said: half })
  expect([then.event?.issues, then.event?.asks.map(({ key }) => key)]).toEqual([
    [],
    [`person:${ids.李秀英}.relation`],
  ])
})

it('is refused until everything is said, with what to do; nothing is proposed', async () => {
  const { answers: _, ...half } = said()
  await expect(propose({})).rejects.toMatchObject({ code: 'compare.sayFirst', details: { row: 2 } })
  await expect(propose({ said: half })).rejects.toMatchObject({ code: 'compare.sayFirst' })
  await expect(propose({ said: { ...said(), picks: {} } })).rejects.toMatchObject({
    code: 'compare.sayFirst',
  })
  expect((await desk.call<{ adoptions: [] }>('compare.adoptions', {})).adoptions).toEqual([])
})

it('shows the confirmer all that follows; what changed since is not entered', async () => {
  const { adoptions } = await propose({ said: said() })
  expect((await read(person, ids.韦明贵)).diedOn).toBeNull()
  const shown = await second.call<{ adoptions: { event: object; follows: { title: string }[] }[] }>(
    'compare.adoptions',
    {},
  )
  expect(shown.adoptions).toMatchObject([{ event: { zh: '去世' } }])
  expect(shown.adoptions[0]?.follows.map(({ title }) => title).sort()).toEqual(
    ['周桂枝', '李秀英', '韦小山', '韦明贵', '韦明贵'].sort(),
  ) // the household bears his name
  await county.run(officer, async (ctx) => {
    const { version } = await getRow(ctx, household, home)
    await updateRow(ctx, household, { id: home, version, values: { members: 5 }, reason: '人口普查' })
  })
  await expect(second.call('compare.adopt', { adoptionIds: adoptions, as: 'adopted' })).rejects.toMatchObject(
    {
      code: 'compare.otherNow',
    },
  )
  await second.call('compare.adopt', { adoptionIds: adoptions, as: 'refused', answer: '先补户籍人数' })
  expect((await read(person, ids.韦明贵)).diedOn).toBeNull()
})

it('confirmed by another, the household follows, the timeline tells it, and the source is told', async () => {
  const { adoptions } = await propose({ said: said() })
  await expect(desk.call('compare.adopt', { adoptionIds: adoptions, as: 'adopted' })).rejects.toMatchObject({
    code: 'compare.samePerson',
  })
  await second.call('compare.adopt', { adoptionIds: adoptions, as: 'adopted' })
  expect(await read(person, ids.韦明贵)).toMatchObject({
    diedOn: '2025-05-20',
    diedSource: 'village',
    household: home,
  })
  expect(await read(household, home)).toMatchObject({ headName: '韦小山', members: 4 }) // 5 less the dead
  const relations = await Promise.all(['周桂枝', '韦小山', '李秀英'].map((name) => read(person, ids[name])))
  expect(relations.map(({ relation }) => relation)).toEqual(['parent', 'head', 'spouse'])
  const { timeline } = (await county.call(officer, events.get('event.of') as AnyOperation, {
    register: 'person',
    id: ids.韦明贵,
  })) as { timeline: { name: string; on: string; paper: string }[] }
  expect(timeline).toMatchObject([{ name: 'death', on: '2025-05-20' }])
  expect(timeline[0]?.paper).toMatch(/^采信县民政局 2025-06-30 名单《名单.csv》第 2 行，.+提出，.+确认$/)
  const source = importOperations({ registry, imports: [], sources: adoptedSources }).find(
    ({ name }) => name === 'import.source',
  ) as AnyOperation
  const { fields } = (await county.call(officer, source, { register: 'person', id: ids.韦明贵 })) as {
    fields: Record<string, object>
  }
  expect(fields.diedOn).toMatchObject({ comparisonId: comparison, file: '名单.csv', row: 2 })
  expect(fields.diedSource).toBeUndefined() // the list did not say it
  const { findings } = await desk.call<{ findings: { check: string }[] }>('verify.list', { states: ['open'] })
  expect(findings).toEqual([])
})

it('a day that stands already is corrected as a field: no second death', async () => {
  const list = `姓名,身份证号,死亡日期\n韦明贵,${number('1950-05-01', 20)},2025-05-21\n`
  const other = await desk.compare(list, { listDate: '2025-07-31' })
  const row = (await desk.rows(other))[0]?.id ?? 0
  expect(await desk.call('compare.foresee', { rowId: row })).toEqual({ event: null })
  const { adoptions } = await desk.call<{ adoptions: number[] }>('compare.propose', {
    comparisonId: other,
    rowIds: [row],
  })
  await second.call('compare.adopt', { adoptionIds: adoptions, as: 'adopted' })
  expect((await read(person, ids.韦明贵)).diedOn).toBe('2025-05-21')
})
