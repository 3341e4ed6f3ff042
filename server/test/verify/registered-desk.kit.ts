/** A county of random rows with the declared figures over it, and the words that the tests of figures share. */
import { afterAll, beforeAll } from 'vitest'
import type { Day } from '#kernel'
import type { Actor, AnyOperation, Ctx } from '#platform'
import { playedAt } from '#platform'
import type { InsertOf } from '#register'
import { insertRows, listRows, registryOf } from '#register'
import { systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { registerFigure, registerValues } from '#verify'
import {
  employmentSpell,
  landTake,
  protectedPerson,
} from '../../src/systems/land-security/registers/index.ts'
import { area, household, person } from '../../src/systems/population/registers/index.ts'
import { verifyOperations } from '../../src/verify/operations.ts'
import * as kit from './registered.kit.ts'

export const room = {
  registry: registryOf(systems.flatMap(({ registers }) => registers ?? [])),
  checks: systems.flatMap(({ checks }) => checks ?? []),
  registerFigures: systems.flatMap(({ registerFigures }) => registerFigures ?? []),
}
export const doors = Object.fromEntries(verifyOperations(room).map((op) => [op.name, op])) as Record<
  string,
  AnyOperation
>

/** Filled before the tests of a file run. */
export const at = {} as { county: TestCounty; clerk: Actor }

const random = kit.randomOf(20240228)
export const households = Array.from({ length: 260 }, (_, i) => kit.household(random, i))
export const persons = Array.from({ length: 420 }, (_, i) => kit.person(random, i))
export const places = ['990101', '990101102', '990101103', ...kit.villages]

/** Everything is entered on 10 January 2024. `work`: also spells of work and two takings with their lists. */
export function openFigures({ work = false }: { work?: boolean } = {}): void {
  beforeAll(async () => {
    at.county = await testCounty()
    at.clerk = at.county.actor()
    await playedAt('2024-01-10T09:00', () =>
      at.county.run(at.clerk, async (ctx) => {
        await enterRows(ctx)
        if (work) await enterWork(ctx)
      }),
    )
  })
  afterAll(() => at.county.close())
}

async function enterRows(ctx: Ctx): Promise<void> {
  await insertRows(ctx, area, [
    { code: '990101', name: '青禾县', level: 'county' },
    { code: '990101102', name: '石门镇', level: 'township' },
    { code: '990101103', name: '柳溪镇', level: 'township' },
    { code: '990101102203', name: '石门村', level: 'village' },
    { code: '990101103201', name: '石桥村', level: 'village' },
    { code: '990101103202', name: '双河村', level: 'village' },
  ])
  await insertRows(ctx, household, households as InsertOf<typeof household>[])
  await insertRows(ctx, person, persons as InsertOf<typeof person>[])
}

/** One person with two employers, on the lists of both takings. */
async function enterWork(ctx: Ctx): Promise<void> {
  const { rows } = await listRows(ctx, person, {
    limit: 3,
    filter: [{ field: 'area', op: 'within', value: '990101103201' }],
  })
  const [a, b, c] = rows.map(({ id }) => id)
  const spell = (ownerId: unknown, employer: string, from: string, to: string | null) =>
    ({ ownerId, employer, kind: 'employee', validFrom: from, validTo: to }) as unknown as InsertOf<
      typeof employmentSpell
    >
  await insertRows(ctx, employmentSpell, [
    spell(a, '甲厂', '2023-01-01', null),
    spell(a, '乙厂', '2023-06-01', null),
    spell(b, '甲厂', '2023-01-01', '2024-01-01'),
    spell(c, '甲厂', '2024-01-01', null),
  ])
  const takings = await insertRows(ctx, landTake, [
    {
      name: '甲地块',
      area: '990101103201',
      takenOn: '2020-01-01',
      land: '10.5',
      resettlementSubsidy: 900_000_00,
    },
    {
      name: '乙地块',
      area: '990101103202',
      takenOn: '2021-01-01',
      land: '2',
      resettlementSubsidy: 200_000_00,
    },
  ] as unknown as InsertOf<typeof landTake>[])
  const [first, second] = takings
  await insertRows(ctx, protectedPerson, [
    { ownerId: first, person: a, subsidy: 90_000_00 },
    { ownerId: second, person: a, subsidy: 275_000_00 },
    { ownerId: second, person: b },
  ] as unknown as InsertOf<typeof protectedPerson>[])
}

export const figure = (id: string) => registerFigure(room, id)

type When = { areas?: readonly string[]; actor?: Actor; day: Day; known?: Day }

export const valuesOf = (ids: readonly string[], { areas = places, actor = at.clerk, ...moment }: When) =>
  at.county.run(actor, (ctx) =>
    registerValues(ctx, room, {
      places: ids.flatMap((id) => areas.map((code) => ({ figure: figure(id), area: code }))),
      ...moment,
    }),
  )

type Told = { value: string | null; rows: number; unknown: number }
export const plain = ({ value, rows, unknown }: Told) => ({ value, rows, unknown })
