/** Figures that ask other registers, each again by hand; and the list behind each has exactly the rows that were counted. */
import { describe, expect, test } from 'vitest'
import type { Day } from '#kernel'
import { insertRows } from '#register'
import { registerFigure, registerValues } from '#verify'
import { area, household } from '../../src/systems/population/registers/index.ts'
import type { Row, World } from './linked.kit.ts'
import { at, call, cases, openLinked, seenBy } from './linked-desk.kit.ts'
import { room } from './registered-desk.kit.ts'

openLinked()

/** Each declared figure again, told by hand. */
const alive = (row: Row, on: string) =>
  (row.birthDate === null || String(row.birthDate) <= on) &&
  (row.diedOn === null || String(row.diedOn) > on) &&
  !('diedOn' in (row.raw as object))
const stands = (row: Row, on: string) => row.endedOn === null || String(row.endedOn) > on
const is60 = (row: Row, on: string) =>
  row.birthDate !== null && String(row.birthDate) <= `${Number(on.slice(0, 4)) - 60}${on.slice(4)}`
const homeOf = (world: World, row: Row) => world.household.find(({ id }) => id === row.household)
const inHome = (state: string) => (world: World, row: Row, on: string) => {
  const home = homeOf(world, row)
  return alive(row, on) && home?.poverty === state && stands(home, on)
}
const membersOf = (world: World, row: Row, on: string) =>
  world.person.filter((one) => one.household === row.id && alive(one, on))

const rules: Record<string, [keyof World, (world: World, row: Row, on: string) => boolean]> = {
  'person.inPoor': ['person', inHome('poor')],
  'person.inLifted': ['person', inHome('lifted')],
  'person.inMonitored': ['person', inHome('monitored')],
  'person.poorElderly': ['person', (world, row, on) => inHome('poor')(world, row, on) && is60(row, on)],
  'household.poorElderly': [
    'household',
    (world, row, on) =>
      stands(row, on) && row.poverty === 'poor' && membersOf(world, row, on).some((one) => is60(one, on)),
  ],
  'household.poorOnly': [
    'household',
    (_, row, on) => stands(row, on) && row.poverty === 'poor' && row.dibao !== null && row.dibao !== 'rural',
  ],
  'household.dibaoOnly': [
    'household',
    (_, row, on) =>
      stands(row, on) && row.dibao === 'rural' && row.poverty !== null && row.poverty !== 'poor',
  ],
  'household.poorOrDibao': [
    'household',
    (_, row, on) => stands(row, on) && (row.poverty === 'poor' || row.dibao === 'rural'),
  ],
}

describe('declared figures', () => {
  test.each(['2023-06-30', '2023-12-31', '2024-03-01'])(
    'counted by hand on %s, and the list behind has those rows',
    async (day) => {
      for (const [, { actor, world, known }] of cases()) {
        const seen = seenBy(world, actor)
        for (const [id, [name, rule]] of Object.entries(rules)) {
          const figure = registerFigure(room, id)
          const [value] = await at.county.run(actor, (ctx) =>
            registerValues(ctx, room, {
              places: [{ figure, area: actor.area }],
              day: day as Day,
              ...(known ? { known } : {}),
            }),
          )
          const fit = seen[name].filter((row) => rule(seen, row, day)).map((row) => row.id)
          expect([id, value?.value]).toEqual([id, `${fit.length}`])
          const asked = { limit: 200, ...value?.behind }
          const { rows, count } = await call<{ rows: { id: number }[]; count: number }>(
            actor,
            'register.list',
            asked,
          )
          expect([id, count]).toEqual([id, fit.length])
          expect(rows.map((row) => row.id).sort((a, b) => a - b)).toEqual(fit.sort((a, b) => a - b))
        }
      }
    },
  )
})

test('HF-03: 1,200 poor, 900 with the allowance, 350 both: 850, 550, 350, together 1,750', async () => {
  const code = '990101104201'
  const homes = Array.from({ length: 1750 }, (_, i) => ({
    number: `F${i}`,
    headName: `户主${i}`,
    area: code,
    poverty: i < 1200 ? ('poor' as const) : ('none' as const),
    dibao: i >= 850 ? ('rural' as const) : ('none' as const),
  }))
  await at.county.run(at.clerk, async (ctx) => {
    await insertRows(ctx, area, [{ code, name: '双河村', level: 'village' }])
    await insertRows(ctx, household, homes)
  })
  const ids = ['poor', 'dibao', 'poorOnly', 'dibaoOnly', 'poorAndDibao', 'poorOrDibao']
  const values = await at.county.run(at.clerk, (ctx) =>
    registerValues(ctx, room, {
      places: ids.map((id) => ({ figure: registerFigure(room, `household.${id}`), area: code })),
      day: '2025-09-10' as Day,
    }),
  )
  expect(values.map(({ value }) => value)).toEqual(['1200', '900', '850', '550', '350', '1750'])
})
