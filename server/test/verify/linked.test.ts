/** OR, NOT and rows of other registers in conditions: random ones against plain code, as they stand and as known, under the fence. */
import { describe, expect, test } from 'vitest'
import type { Day } from '#kernel'
import type { Actor } from '#platform'
import type { AnyRow, Condition } from '#register'
import { aggregateRows, listRows, totalRows } from '#register'
import { registerFigure, registerValues } from '#verify'
import type { World } from './linked.kit.ts'
import { conditionAt, says } from './linked.kit.ts'
import { at, call, cases, names, openLinked, random, registers, seenBy } from './linked-desk.kit.ts'
import { room } from './registered-desk.kit.ts'

openLinked()
const places = ['990101', '990101103', '990101102203', '990101103201', '990101103202']

describe('random conditions', () => {
  test('the sums and the lists are those of plain code: 360 conditions, three levels deep', async () => {
    let [fitted, unknown] = [0, 0]
    for (const [, { actor, world, known }] of cases())
      for (const name of names) {
        const filters = Array.from({ length: 30 }, () => [conditionAt(random, name, 3)])
        const seen = seenBy(world, actor)
        const told = filters.map(([one]) =>
          seen[name].map((row) => ({ row, says: says(seen, row, one as Condition) })),
        )
        const ask = { registry: room.registry, ...(known ? { known } : {}) }
        const sums = await at.county.run(actor, (ctx) =>
          aggregateRows(ctx, registers[name], {
            ...ask,
            area: actor.area,
            digits: [6, 9, 12],
            aggregates: filters.map((filter) => ({ filter, measure: { rows: true } })),
          }),
        )
        for (const [i, filter] of filters.entries()) {
          for (const place of places.filter((code) => code.startsWith(actor.area))) {
            const own = told[i]?.filter(({ row }) => row.area.startsWith(place)) ?? []
            const [fit, open] = [
              own.filter((one) => one.says === true),
              own.filter((one) => one.says === null),
            ]
            const found = sums.get(place)?.[i] ?? { rows: 0, unknown: 0 }
            expect([found.rows, found.unknown], JSON.stringify(filter)).toEqual([fit.length, open.length])
            fitted += fit.length
            unknown += open.length
          }
          if (i % 5 > 0) continue
          const { rows } = await at.county.run(actor, (ctx) =>
            listRows(ctx, registers[name], { ...ask, filter, limit: 1000 }),
          )
          const fit = told[i]?.filter((one) => one.says === true).map(({ row }) => row.id)
          expect((rows as unknown as AnyRow[]).map(({ id }) => id).sort((a, b) => a - b)).toEqual(
            fit?.sort((a, b) => a - b),
          )
        }
      }
    expect([fitted > 1000, unknown > 1000]).toEqual([true, true]) // it was no test of nothing
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
