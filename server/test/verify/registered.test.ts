/** Figures of registers: the statements against rows counted one by one, under the fence, on a day, as known on a day. */
import { describe, expect, test } from 'vitest'
import type { Day } from '#kernel'
import { playedAt } from '#platform'
import type { AnyRow } from '#register'
import { deleteRow, insertRows, listRows, totalRows, updateRow } from '#register'
import { checkRegisterFigures } from '#verify'
import { household } from '../../src/systems/population/registers/index.ts'
import * as kit from './registered.kit.ts'
import {
  at,
  figure,
  households,
  openFigures,
  persons,
  places,
  plain,
  room,
  valuesOf,
} from './registered-desk.kit.ts'

openFigures()
const days = ['2023-12-31', '2024-02-28', '2024-02-29', '2025-03-01'] as Day[]

test('the declared figures fit the registers, and a slip of a declaration does not', () => {
  expect(room.registerFigures.length).toBeGreaterThanOrEqual(8)
  checkRegisterFigures(room.registry, room.registerFigures)
  const one = figure('household.lifted')
  const broken = [
    { ...one, of: { register: 'household', filter: [], measure: { sum: 'poverty' } } },
    {
      ...one,
      of: {
        register: 'household',
        filter: [{ field: 'poor', op: 'known' as const }],
        measure: { rows: true as const },
      },
    },
    { ...one, of: { part: 'household.lifted', whole: 'nothing' } },
  ]
  for (const wrong of broken) expect(() => checkRegisterFigures(room.registry, [wrong])).toThrow()
})

describe('the statement counts as one would by hand', () => {
  test.each(days)('persons and households on %s, at every level', async (on) => {
    for (const [rules, rows] of [
      [kit.personRules, persons],
      [kit.householdRules, households],
    ] as const) {
      const ids = Object.keys(rules)
      const found = await valuesOf(ids, { day: on })
      const expected = ids.flatMap((id) =>
        places.map((code) => kit.counted<never>(rows as never, { rule: rules[id] as never, area: code, on })),
      )
      expect(found.map(plain)).toEqual(expected)
    }
  })

  test.each(days)('sums tell the unknown beside what is known, on %s', async (on) => {
    const found = await valuesOf(['household.members', 'household.liftedMembers'], { day: on })
    const expected = ['household.standing', 'household.lifted'].flatMap((id) =>
      places.map((code) =>
        kit.membersOf(households, { rule: kit.householdRules[id] as never, area: code, on }),
      ),
    )
    expect(found.map(plain)).toEqual(expected)
    expect(found.filter(({ unknown, atMost }) => unknown > 0 && atMost !== null)).toEqual([])
  })

  test('a share is computed from its parts and is sure only where they are', async () => {
    const [share, lifted, standing] = await valuesOf(
      ['household.liftedShare', 'household.lifted', 'household.standing'],
      { day: '2023-12-31' as Day, areas: ['990101'] },
    )
    const [part, whole] = [Number(lifted?.value), Number(standing?.value)]
    expect(share?.value).toBe(((100 * part) / whole).toFixed(2))
    expect(share?.atMost).toBe(((100 * (part + (lifted?.unknown ?? 0))) / whole).toFixed(2))
  })

  test('the list behind a figure has as many rows', async () => {
    for (const one of await valuesOf(['person.from60', 'household.lifted', 'employmentSpell.atWork'], {
      day: '2024-02-29' as Day,
      areas: ['990101103'],
    })) {
      const total = await at.county.run(at.clerk, (ctx) =>
        totalRows(ctx, room.registry.get(one.behind?.register ?? ''), { filter: one.behind?.filter ?? [] }),
      )
      expect(total.count).toBe(one.rows)
    }
  })
})

describe('the fence', () => {
  test('a township counts its own and learns nothing of others; who does not see the register gets no figure', async () => {
    const day = '2023-12-31' as Day
    const [own, beside, above] = await valuesOf(['household.lifted'], {
      day,
      actor: at.county.actor({}, '990101103'),
      areas: ['990101103', '990101102', '990101'],
    })
    const rule = kit.householdRules['household.lifted'] as never
    expect(own && plain(own)).toEqual(kit.counted(households, { rule, area: '990101103', on: day }))
    expect([beside?.missing, above?.missing, beside?.value]).toEqual(['outside', 'outside', null])
    const blind = at.county.actor({ verbs: ['person.read'], reads: ['person'], writes: [] })
    const [none, some] = await valuesOf(['household.lifted', 'person.registered'], {
      day,
      actor: blind,
      areas: ['990101'],
    })
    expect([none?.missing, none?.value, some?.missing]).toEqual(['notSeen', null, null])
    const [party] = await valuesOf(['person.registered'], {
      day,
      actor: at.county.actor({}, '990101', { party: 'C1' }),
      areas: ['990101'],
    })
    expect(party?.missing).toBe('notSeen')
  })
})

describe('as known on a day', () => {
  test('what was changed, removed or entered later does not count; what it replaced does', async () => {
    const on = '2023-12-31' as Day
    await playedAt('2024-03-10T09:00', () =>
      at.county.run(at.clerk, async (ctx) => {
        const { rows } = await listRows(ctx, household, { limit: 60, order: { field: 'number' } })
        for (const [i, row] of (rows as unknown as AnyRow[]).entries()) {
          const id = row.id
          if (i % 3 === 0)
            await updateRow(ctx, household, {
              id,
              version: row.version,
              values: { poverty: 'lifted' },
              reason: '复核',
            } as never)
          if (i % 3 === 1)
            await deleteRow(ctx, room.registry, {
              register: household,
              id,
              version: row.version,
              reason: '重复',
            })
        }
        await insertRows(ctx, household, [
          { number: 'H900', headName: '后来', area: '990101103201', poverty: 'lifted', members: 3 },
        ])
      }),
    )
    const ids = Object.keys(kit.householdRules)
    const rule = (id: string) => kit.householdRules[id] as never
    const before = await valuesOf(ids, { day: on, known: '2024-03-09' as Day })
    expect(before.map(plain)).toEqual(
      ids.flatMap((id) => places.map((code) => kit.counted(households, { rule: rule(id), area: code, on }))),
    )
    const now = await valuesOf(ids, { day: on })
    const same = await valuesOf(ids, { day: on, known: '2024-03-10' as Day })
    expect(same.map(plain)).toEqual(now.map(plain))
    expect(now.map(plain)).not.toEqual(before.map(plain))
    const nobody = await valuesOf(ids, { day: on, known: '2024-01-09' as Day })
    expect(nobody.every(({ rows, unknown }) => rows + unknown === 0)).toBe(true)
  })
})
