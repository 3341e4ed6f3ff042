/** A county of three registers that point to each other, changed after two months, and who looks at it when. */
import { afterAll, beforeAll } from 'vitest'
import type { Day } from '#kernel'
import type { Actor, AnyOperation, Ctx } from '#platform'
import { playedAt } from '#platform'
import type { InsertOf, Register } from '#register'
import { deleteRow, insertRows, listRows, updateRow } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { registerOperations } from '../../src/register/operations.ts'
import { employmentSpell } from '../../src/systems/land-security/registers/index.ts'
import { area, household, person } from '../../src/systems/population/registers/index.ts'
import type { Row, World } from './linked.kit.ts'
import { homesOf, peopleOf, spellsOf } from './linked.kit.ts'
import { randomOf } from './registered.kit.ts'
import { room } from './registered-desk.kit.ts'

export const random = randomOf(7_1125)
export const registers = { household, person, employmentSpell } as unknown as Record<keyof World, Register>
export const names = ['household', 'person', 'employmentSpell'] as const
export const at = {} as { county: TestCounty; clerk: Actor; before: World; now: World }
const doors = new Map(registerOperations({ registers: room.registry.all }).map((one) => [one.name, one]))
export const call = <T>(actor: Actor, name: string, input: object) =>
  at.county.call(actor, doors.get(name as 'register.list') as unknown as AnyOperation, input) as Promise<T>

/** Entered in January 2024, changed in March. */
export function openLinked(): void {
  beforeAll(async () => {
    at.county = await testCounty()
    at.clerk = at.county.actor()
    await playedAt('2024-01-10T09:00', () => at.county.run(at.clerk, enter))
    at.before = await worldOf()
    await playedAt('2024-03-10T09:00', () => at.county.run(at.clerk, change))
    at.now = await worldOf()
  })
  afterAll(() => at.county.close())
}

async function enter(ctx: Ctx): Promise<void> {
  const place = (code: string, name: string, level: 'county' | 'township' | 'village') => ({
    code,
    name,
    level,
  })
  await insertRows(ctx, area, [
    place('990101', '青禾县', 'county'),
    place('990101102', '石门镇', 'township'),
    place('990101103', '柳溪镇', 'township'),
    place('990101102203', '石门村', 'village'),
    place('990101103201', '石桥村', 'village'),
    place('990101103202', '双河村', 'village'),
  ])
  const homes = (await insertRows(
    ctx,
    household,
    homesOf(random, 60) as InsertOf<typeof household>[],
  )) as number[]
  const people = (await insertRows(
    ctx,
    person,
    peopleOf(random, 160, homes) as unknown as InsertOf<typeof person>[],
  )) as number[]
  await insertRows(
    ctx,
    employmentSpell,
    spellsOf(random, people) as unknown as InsertOf<typeof employmentSpell>[],
  )
}

/** Two months later: one in three is another, one in nine is gone, and a few have come. */
async function change(ctx: Ctx): Promise<void> {
  for (const row of at.before.household.filter(({ id }) => id % 3 === 0)) {
    const given = { id: row.id, version: row.version as number, reason: '复核' }
    if (row.id % 9 === 0 && !at.before.person.some((one) => one.household === row.id))
      await deleteRow(ctx, room.registry, { register: household, ...given })
    else await updateRow(ctx, household, { ...given, values: { poverty: 'lifted' } } as never)
  }
  for (const row of at.before.person.filter(({ id }) => id % 3 === 0))
    await updateRow(ctx, person, {
      id: row.id,
      version: row.version as number,
      reason: '复核',
      values: { household: random.one(at.before.household.filter(({ id }) => id % 9 !== 0)).id, sex: 'male' },
    } as never)
  await insertRows(ctx, person, [{ name: '后来', area: '990101103201', sex: 'male' }] as never)
}

async function worldOf(): Promise<World> {
  const read = async (register: Register) => {
    const { rows } = await at.county.run(at.clerk, (ctx) => listRows(ctx, register, { limit: 1000 }))
    return rows as unknown as Row[]
  }
  return {
    household: await read(registers.household),
    person: await read(registers.person),
    employmentSpell: await read(registers.employmentSpell),
  }
}

/** What this actor can see of it. */
export function seenBy(world: World, { area: own }: Actor): World {
  const within = (rows: Row[]) => rows.filter((row) => row.area.startsWith(own))
  return {
    household: within(world.household),
    person: within(world.person),
    employmentSpell: within(world.employmentSpell),
  }
}

export type Case = { actor: Actor; world: World; known?: Day }
export const cases = (): [string, Case][] => [
  ['the county as it stands', { actor: at.clerk, world: at.now }],
  ['the county as known in February', { actor: at.clerk, world: at.before, known: '2024-02-01' as Day }],
  ['a township as it stands', { actor: at.county.actor({}, '990101103'), world: at.now }],
  [
    'a village as known in February',
    { actor: at.county.actor({}, '990101103201'), world: at.before, known: '2024-02-01' as Day },
  ],
]
