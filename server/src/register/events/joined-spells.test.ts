/** A life cut in two records, each of which knows a stretch of it, is told as it was. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Day } from '#kernel'
import { addDays, day } from '#kernel'
import type { Part } from './joined-spells.ts'
import { joinedSpells } from './joined-spells.ts'
import type { Spell } from './spells.ts'

const same = (a: Spell['values'], b: Spell['values']) => a.household === b.household
const spell = (from: string | null, to: string | null, household: number): Spell => ({
  ...{ from: from as Day | null, to: to as Day | null, values: { household } },
})
const plain = (spells: readonly Spell[]) => spells.map(({ from, to, values }) => [from, to, values.household])

/** A life: households on days that follow each other; neighbours differ. */
const life = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 3 })), { maxLength: 7 })
  .map((steps) => {
    const spells = [spell(null, null, 0)]
    let on = day('1990-01-01')
    for (const [days, household] of steps) {
      on = addDays(on, days)
      const last = spells.at(-1) as Spell
      if (last.values.household === household) continue
      spells.splice(-1, 1, { ...last, to: on }, spell(on, null, household))
    }
    return spells
  })

/** What a record knows that stood from the `from`th spell to the `to`th. */
function known(spells: readonly Spell[], { from, to }: { from: number; to: number }): Spell[] {
  return spells.slice(from, to + 1).map((one, nth, all) => ({
    ...one,
    from: nth === 0 ? null : one.from,
    to: nth === all.length - 1 && to < spells.length - 1 ? null : one.to,
  }))
}

it('two records that meet or overlap tell the whole, whoever of them knows more', () => {
  fc.assert(
    fc.property(life, fc.nat(), fc.nat(), (spells, a, b) => {
      const [early, late] = [a % spells.length, b % spells.length].sort((x, y) => x - y) as [number, number]
      const now: Part = { id: 1, spells: known(spells, { from: early, to: spells.length - 1 }), ended: false }
      const gone: Part = { id: 2, spells: known(spells, { from: 0, to: late }), ended: true }
      const told = joinedSpells(now, [gone], same)
      expect(plain(told)).toEqual(plain(spells))
      expect(told.some(({ over }) => over)).toBe(false)
      expect(told.map(({ id }) => id)).toEqual(spells.map((_, nth) => (nth < early ? 2 : 1)))
    }),
    { numRuns: 500 },
  )
})

it('what the two say otherwise stands side by side, the other’s end unknown, and what goes on comes last', () => {
  const now: Part = { id: 1, spells: [spell(null, null, 7)], ended: false }
  const gone: Part = {
    id: 2,
    spells: [spell(null, '2020-05-01', 1), spell('2020-05-01', null, 2)],
    ended: true,
  }
  expect(joinedSpells(now, [gone], same)).toEqual([
    { ...spell(null, '2020-05-01', 1), id: 2, over: false },
    { ...spell('2020-05-01', null, 2), id: 2, over: true },
    { ...spell(null, null, 7), id: 1, over: false },
  ])
})

it('nothing that a part says is lost', () => {
  const parts = fc.array(life, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(parts, ([first = [], ...others]) => {
      const now: Part = { id: 1, spells: first, ended: false }
      const rest = others.map((spells, nth): Part => ({ id: nth + 2, spells, ended: true }))
      const told = joinedSpells(now, rest, same)
      // every day that one of them knows is told, with the household that it began or ended for
      for (const { spells } of [now, ...rest])
        for (const one of spells) {
          const alike = told.filter(({ values }) => same(values, one.values))
          if (one.from) expect(alike.some(({ from }) => from === one.from)).toBe(true)
          if (one.to) expect(alike.some(({ to }) => to === one.to)).toBe(true)
          expect(alike.length).toBeGreaterThan(0)
        }
      expect(told.at(-1)).toMatchObject({ to: null, over: false, id: 1 })
    }),
    { numRuns: 300 },
  )
})
