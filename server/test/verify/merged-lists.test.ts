/** What a list said of a record, what was decided and proposed of it, is said of the one that it was merged into. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#platform'
import { getRow } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { adoptedSources } from '#verify'
import { person } from '../../src/systems/population/registers/index.ts'
import { add, type Desk, deskOf, number, places } from './lists.kit.ts'
import { merge } from './merged.kit.ts'

let county: TestCounty
let clerk: Actor
let desk: Desk
let second: Desk
beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor()
  desk = deskOf(county, county.actor())
  second = deskOf(county, county.actor())
  await places(county, clerk)
})
afterAll(() => county.close())

const open = async () =>
  (
    await desk.call<{ findings: { check: string; rowIds: number[] }[] }>('verify.list', { states: ['open'] })
  ).findings.map(({ check, rowIds }) => [check, ...rowIds])

it('what a list says of the record that went is proposed and adopted for the one that stays, with where it came from', async () => {
  const idNumber = number('1965-03-01', 20)
  const kept = (await add(county, clerk, { name: '韦桂英', birthDate: '1965-03-01' })).id
  const gone = (await add(county, clerk, { name: '韦桂英', idNumber })).id
  const comparison = await desk.compare(
    `姓名,身份证号,死亡日期,信息来源\n韦桂英,${idNumber},2025-01-20,火化\n`,
  )
  expect(await open()).toEqual([['deaths.stillListed', gone]])
  const [row] = await desk.rows(comparison)
  const propose = () =>
    desk.call<{ adoptions: number[] }>('compare.propose', { comparisonId: comparison, rowIds: [row?.id] })
  const { adoptions } = await propose()
  const undo = await merge(county, clerk, { kept, gone, taken: ['idNumber'] })
  expect((await desk.rows(comparison))[0]?.here).toMatchObject([{ id: kept }])
  expect(await open()).toEqual([['deaths.stillListed', kept]])
  const listed = () =>
    second.call<{ adoptions: { targetId: number }[] }>('compare.adoptions', { state: 'proposed' })
  expect((await listed()).adoptions.map(({ targetId }) => targetId)).toEqual([kept])
  await undo()
  expect((await listed()).adoptions.map(({ targetId }) => targetId)).toEqual([gone])
  await merge(county, clerk, { kept, gone, taken: ['idNumber'] })
  const decide = (adoptionIds: number[], as: string) =>
    second.call('compare.adopt', { adoptionIds, as, ...(as === 'refused' ? { answer: '合并后再提' } : {}) })
  // a death is entered as it was seen: it was seen at another record
  await expect(decide(adoptions, 'adopted')).rejects.toMatchObject({ code: 'compare.otherNow' })
  await decide(adoptions, 'refused')
  await decide((await propose()).adoptions, 'adopted')
  const now = await county.run(clerk, (ctx) => getRow(ctx, person, kept))
  expect(now.diedOn).toBe('2025-01-20')
  const sources = await county.run(clerk, (ctx) => adoptedSources(ctx, { register: person, id: kept }))
  expect(sources.map(({ field, value }) => [field, value])).toContainEqual(['diedOn', '2025-01-20'])
  expect(await open()).toEqual([])
})

it('a proposed correction is confirmed for the one that stays', async () => {
  const idNumber = number('1965-03-01', 24)
  const kept = (await add(county, clerk, { name: '韦桂芬', birthDate: '1965-03-01', diedOn: '2025-01-19' }))
    .id
  const gone = (await add(county, clerk, { name: '韦桂芬', idNumber, diedOn: '2025-01-19' })).id
  const comparison = await desk.compare(
    `姓名,身份证号,死亡日期,信息来源\n韦桂芬,${idNumber},2025-01-20,火化\n`,
  )
  const [row] = await desk.rows(comparison)
  const { adoptions } = await desk.call<{ adoptions: number[] }>('compare.propose', {
    comparisonId: comparison,
    rowIds: [row?.id],
  })
  await merge(county, clerk, { kept, gone, taken: ['idNumber'] })
  await second.call('compare.adopt', { adoptionIds: adoptions, as: 'adopted' })
  expect((await county.run(clerk, (ctx) => getRow(ctx, person, kept))).diedOn).toBe('2025-01-20')
  const sources = await county.run(clerk, (ctx) => adoptedSources(ctx, { register: person, id: kept }))
  expect(sources.map(({ field, value }) => [field, value])).toContainEqual(['diedOn', '2025-01-20'])
})

it('who a person of a list is, and is not, is remembered of the record that stays', async () => {
  const birthDate = '1972-05-06'
  const kept = (await add(county, clerk, { name: '卢小兰', birthDate })).id
  const gone = (await add(county, clerk, { name: '卢小兰', birthDate })).id
  const said = number(birthDate, 22)
  const list = (day: string) => `姓名,身份证号,出生日期,死亡日期\n卢小兰,${said},${birthDate},${day}\n`
  const first = await desk.compare(list('2025-02-03'))
  const [row] = await desk.rows(first)
  await desk.call('compare.decide', { rowId: row?.id, targetId: gone })
  const undo = await merge(county, clerk, { kept, gone })
  const next = await desk.compare(list('2025-02-04'), { listDate: '2025-07-31' })
  expect(await desk.rows(next)).toMatchObject([{ class: 'differs', here: [{ id: kept }] }])
  await undo()
  await desk.call('compare.decide', { rowId: row?.id, targetId: null })
  await merge(county, clerk, { kept, gone })
  const third = await desk.compare(list('2025-02-05'), { listDate: '2025-08-31' })
  expect((await desk.rows(third)).map(({ candidates }) => candidates.map(({ id }) => id))).toEqual([[]])
})
