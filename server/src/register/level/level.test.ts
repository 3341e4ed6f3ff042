/** Levels against a naive telling: day by day, as looks come in. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Look, Own } from './level.ts'
import { levelOf, rankOf } from './level.ts'

const own: Own = { level: 'checked', at: '2025-01-02T00:00:00Z', by: '王晓云' }
const look = (level: Look['level'], agrees: boolean, at: string): Look => ({
  ...{ field: 'phone', level, agrees, at, by: '某人', list: null },
})
const told = (...looks: Look[]) => {
  const { level, at, against } = levelOf(own, looks)
  return [level, at, against?.level ?? null]
}

describe('how sure a value is', () => {
  it('is what its own source says while nobody looked', () => {
    expect(levelOf(own, [])).toEqual({ ...own, list: null, against: null })
  })

  it('is the highest of what was found', () => {
    expect(told(look('onSite', true, '2025-03-01'), look('matched', true, '2025-09-01'))).toEqual([
      'onSite',
      '2025-03-01',
      null,
    ])
  })

  it('falls where a later look, as sure, finds otherwise, and that is told', () => {
    const was = look('onSite', true, '2025-03-01')
    expect(told(was, look('onSite', false, '2025-06-01'))).toEqual(['checked', own.at, 'onSite'])
    expect(told(was, look('onSite', false, '2025-06-01'), look('onSite', true, '2025-08-01'))).toEqual([
      'onSite',
      '2025-08-01',
      null,
    ])
  })

  it('stands against a list that says otherwise after the visit, which is told beside it', () => {
    expect(told(look('onSite', true, '2025-03-01'), look('matched', false, '2025-06-01'))).toEqual([
      'onSite',
      '2025-03-01',
      'matched',
    ])
    expect(told(look('onSite', true, '2025-06-01'), look('matched', false, '2025-03-01'))).toEqual([
      'onSite',
      '2025-06-01',
      null,
    ])
  })

  const looks = fc.uniqueArray(
    fc.record({
      level: fc.constantFrom('matched' as const, 'onSite' as const),
      agrees: fc.boolean(),
      at: fc.integer({ min: 10, max: 99 }),
    }),
    { selector: ({ at }) => at, maxLength: 8 },
  )

  it('is what one finds who hears of the looks one after the other', () => {
    fc.assert(
      fc.property(looks, fc.infiniteStream(fc.nat()), (given, order) => {
        const all = given.map(({ level, agrees, at }) => look(level, agrees, `2025-${at}`))
        // by level, the last word that nothing as sure has taken back since
        const last: Partial<Record<Look['level'], Look>> = {}
        for (const one of all.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
          last[one.level] = one
          if (one.level === 'onSite' && last.matched && last.matched.agrees !== one.agrees)
            delete last.matched
        }
        const words = [last.onSite, last.matched].filter((one) => one !== undefined)
        const shuffled = all
          .map((one) => [order.next().value ?? 0, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one)
        const found = levelOf(own, shuffled)
        expect(found.level).toBe(words.find(({ agrees }) => agrees)?.level ?? own.level)
        expect(found.against?.at ?? null).toBe(words.find(({ agrees }) => !agrees)?.at ?? null)
        expect(rankOf(found.level)).toBeGreaterThanOrEqual(rankOf(own.level))
      }),
      { numRuns: 300 },
    )
  })
})
