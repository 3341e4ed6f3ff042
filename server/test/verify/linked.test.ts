/** OR, NOT and rows of other registers in conditions: random ones against plain code, as they stand and as known, under the fence. */
import { describe, expect, test } from 'vitest'
import type { Day } from '#kernel'
import type { Actor, Ctx } from '#platform'
import type { AnyRow, Condition } from '#register'
import { aggregateRows, listRows, totalRows } from '#register'
import { registerFigure, registerValues } from '#verify'
import type { World } from './linked.kit.ts'
import { conditionAt, says } from './linked.kit.ts'
import type { Case } from './linked-desk.kit.ts'
import { at, call, cases, names, openLinked, random, registers, seenBy } from './linked-desk.kit.ts'
import { room } from './registered-desk.kit.ts'

openLinked()
const places = ['990101', '990101103', '990101102203', '990101103201', '990101103202']

type Filter = readonly [Condition]

/** What each of these says of each row that the actor sees, in plain code. */
const toldOf = (name: keyof World, seen: World, filters: readonly Filter[]) =>
  filters.map(([one]) => seen[name].map((row) => ({ row, says: says(seen, row, one) })))

type Told = ReturnType<typeof toldOf>[number]

const within = (told: Told, place: string) => {
  const own = told.filter(({ row }) => row.area.startsWith(place))
  return [true, null].map((which) => own.filter((one) => one.says === which).length)
}
const inOrder = (ids: readonly number[]) => [...ids].sort((a, b) => a - b)

/** Asked for sums of all of them at once, and for the list of each fifth. */
async function compare(
  name: keyof World,
  count: number,
  [, { actor, world, known }]: [string, Case],
): Promise<number[]> {
  const filters = Array.from({ length: count }, (): Filter => [conditionAt(random, name, 3)])
  const told = toldOf(name, seenBy(world, actor), filters)
  const ask = { registry: room.registry, ...(known ? { known } : {}) }
  const aggregates = filters.map((filter) => ({ filter, measure: { rows: true } as const }))
  const at = { area: actor.area, digits: [6, 9, 12] }
  const sums = await county(actor, (ctx) =>
    aggregateRows(ctx, registers[name], { ...ask, ...at, aggregates }),
  )
  for (const [i, filter] of filters.entries()) {
    const own = told[i] ?? []
    for (const place of places.filter((code) => code.startsWith(actor.area))) {
      const { rows, unknown } = sums.get(place)?.[i] ?? { rows: 0, unknown: 0 }
      expect([rows, unknown], JSON.stringify(filter)).toEqual(within(own, place))
    }
    if (i % 5 > 0) continue
    const page = await county(actor, (ctx) => listRows(ctx, registers[name], { ...ask, filter, limit: 1000 }))
    const fit = own.filter((one) => one.says === true).map(({ row }) => row.id)
    expect(inOrder((page.rows as unknown as AnyRow[]).map(({ id }) => id))).toEqual(inOrder(fit))
  }
  const all = told.map((one) => within(one, actor.area))
  return [0, 1].map((at) => all.reduce((sum, one) => sum + (one[at] ?? 0), 0))
}

const county = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) => at.county.run(actor, work)

/** How many rows the planner takes a table to have: it decides whether rows are looked up one by one. */
async function taken(table: string, rows: number): Promise<void> {
  await at.county.db.ownerPool.query('update pg_class set reltuples = $2 where oid = ($1::text)::regclass', [
    `c990101.${table}`,
    rows,
  ])
}

describe('random conditions', () => {
  test('the sums and the lists are those of plain code: 360 conditions, three levels deep', async () => {
    let [fitted, unknown] = [0, 0]
    for (const one of cases())
      for (const name of names) {
        const [fit = 0, open = 0] = await compare(name, 30, one)
        fitted += fit
        unknown += open
      }
    expect([fitted > 1000, unknown > 1000]).toEqual([true, true]) // it was no test of nothing
  })

  test.each([
    ['few households, many persons and spells', { household: 10, person: 1e6, employment_spell: 1e6 }],
    ['few persons, many households and spells', { household: 1e6, person: 10, employment_spell: 1e6 }],
    ['few spells, many persons and households', { household: 1e6, person: 1e6, employment_spell: 10 }],
  ])('the same where few rows ask many, which are looked up by key: %s', async (_, sizes) => {
    for (const [table, rows] of Object.entries(sizes)) await taken(table, rows)
    for (const one of cases().filter(([, { known }]) => known === undefined))
      for (const name of names) await compare(name, 15, one)
  })
})

describe('what nobody may see does not tell', () => {
  const lifted: Condition = { field: 'household', where: [{ field: 'poverty', op: 'eq', value: 'lifted' }] }
  const filter = [lifted]

  test('another register that is not open, a hidden field in it, and a link that is none, are refused', async () => {
    const blind = at.county.actor({ verbs: ['person.read'], reads: ['person'], writes: [] })
    const list = (actor: Actor, one: Condition) =>
      call(actor, 'register.list', { register: 'person', filter: [one] })
    await expect(list(blind, lifted)).rejects.toMatchObject({ code: 'register.otherNotSeen' })
    const short = at.county.actor({ sees: [] })
    const income: Condition = { field: 'household', where: [{ field: 'incomePerHead', op: 'known' }] }
    await expect(list(short, income)).rejects.toMatchObject({ code: 'register.masked' })
    await expect(list(at.clerk, { field: 'name', where: [] })).rejects.toMatchObject({
      code: 'register.filter',
    })
    const astray: Condition = { some: 'person', by: 'household', where: [] }
    await expect(list(at.clerk, astray)).rejects.toMatchObject({ code: 'register.filter' })
    expect(await list(at.clerk, lifted)).toMatchObject({ countCapped: false })
  })

  test('a figure that asks another register is not counted for who does not see that one', async () => {
    const blind = at.county.actor({ verbs: ['person.read'], reads: ['person'], writes: [] })
    const [value] = await at.county.run(blind, (ctx) =>
      registerValues(ctx, room, {
        places: [{ figure: registerFigure(room, 'person.inLifted'), area: '990101' }],
        day: '2024-01-10' as Day,
      }),
    )
    expect([value?.missing, value?.value]).toEqual(['notSeen', null])
  })

  test('totals and files take the same conditions, and the past; a search of the past is refused with the way out', async () => {
    const total = (known?: string) =>
      at.county.run(at.clerk, (ctx) =>
        totalRows(ctx, registers.person, { registry: room.registry, filter, ...(known ? { known } : {}) }),
      )
    const fit = (world: World) => world.person.filter((row) => says(world, row, lifted) === true).length
    expect((await total()).count).toBe(fit(at.now))
    expect((await total('2024-02-01')).count).toBe(fit(at.before))
    expect((await total('2024-03-10T00:00:00Z')).count).toBe(fit(at.before)) // an hour before the change
    const file = await call<{ rows: number }>(at.clerk, 'register.export', {
      register: 'person',
      filter,
      known: '2024-02-01',
      format: 'csv',
    })
    expect(file.rows).toBe(fit(at.before))
    await expect(
      call(at.clerk, 'register.list', { register: 'person', search: '某某', known: '2024-02-01' }),
    ).rejects.toMatchObject({ code: 'register.searchInPast' })
  })
})
