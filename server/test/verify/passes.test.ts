/** Checks of single rows go through a register once, and find what each finds alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, residentId } from '#kernel'
import { insertRows, registryOf } from '#register'
import { systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { inPasses, runPass } from '#verify'
import { person } from '../../src/systems/population/registers/index.ts'

const checks = systems.flatMap((system) => system.checks ?? [])
const room = {
  registry: registryOf(systems.flatMap((system) => system.registers ?? [])),
  checks,
  registerFigures: systems.flatMap((system) => system.registerFigures ?? []),
}
const area = '990101103201'
const number = (seq: number) => residentId('990101', day('1968-06-12'), seq)

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
  await county.run(county.actor(), (ctx) =>
    insertRows(ctx, person, [
      { name: '周桂枝', area, idNumber: number(264), birthDate: day('1968-06-12'), sex: 'female' },
      { name: '韦明贵', area, idNumber: number(263), birthDate: day('1968-06-13'), sex: 'female' },
      {
        name: '岑有才',
        area,
        idNumber: number(265),
        birthDate: day('1968-06-12'),
        sex: 'male',
        diedOn: day('1960-01-01'),
      },
    ]),
  )
  await county.db.ownerPool.query(`set search_path = c990101, public; update person set id_number =
    left(id_number, 17) || translate(right(id_number, 1), '0123456789X', '123456789X0') where name = '周桂枝'; reset search_path`)
})
afterAll(() => county.close())

const foundBy = async (ids: readonly string[]) => {
  const pass = ids.flatMap((id) => checks.filter((check) => check.id === id))
  const found = await county.run(county.actor(), (ctx) => runPass(ctx, room, pass))
  return found.map(({ looked, hits }) => [looked, hits.map(({ place }) => place.zh.split(' ').at(-1))])
}

test('checks of the rows of one register stand together, in the order of the first', () => {
  const passes = inPasses(checks).map((pass) => pass.map(({ id }) => id))
  expect(passes.flat().sort()).toEqual(checks.map(({ id }) => id).sort())
  expect(passes[0]).toEqual(['person.idNumber', 'person.birthDate', 'person.sex', 'person.lived'])
  expect(passes).toContainEqual(['person.sameNumber'])
})

test('one pass finds for each check what is wrong, and the same again alone', async () => {
  const ids = ['person.idNumber', 'person.birthDate', 'person.sex', 'person.lived']
  const expected = [
    [3, ['周桂枝']],
    [3, ['韦明贵']],
    [3, ['韦明贵']],
    [3, ['岑有才']],
  ]
  expect(await foundBy(ids)).toEqual(expected)
  for (const [i, id] of ids.entries()) expect(await foundBy([id])).toEqual([expected[i]])
  const { rows } = await county.db.ownerPool.query(
    'select check_id, count(*)::int as n from c990101.finding group by 1 order by 1',
  )
  expect(rows.map(({ n }) => n)).toEqual([1, 1, 1, 1])
})

test('what is as it was is not written again; what is other is, from that moment', async () => {
  const pass = inPasses(checks).find(([first]) => first?.on === 'person') ?? []
  const written = async () =>
    (
      await county.db.ownerPool.query<{ key: string; at: string; row: string }>(
        `select check_id || ':' || key as key, seen_at as at, ctid::text as row from c990101.finding order by 1`,
      )
    ).rows
  await county.run(county.actor(), (ctx) => runPass(ctx, room, pass))
  const before = await written()
  expect(before.length).toBeGreaterThanOrEqual(3)
  await county.run(county.actor(), (ctx) => runPass(ctx, room, pass))
  expect(await written()).toEqual(before)
  await county.db.ownerPool.query(
    `set search_path = c990101, public; update person set birth_date = '1968-06-14' where name = '韦明贵'; reset search_path`,
  )
  await county.run(county.actor(), (ctx) => runPass(ctx, room, pass))
  const after = await written()
  const moved = after.filter((one, i) => one.at !== before[i]?.at).map(({ key }) => key.split(':')[0])
  expect(moved).toEqual(['person.birthDate', 'person.sex']) // of one row; who wrote it last is another too (OF-22)
  expect(after.length).toBe(before.length)
})
