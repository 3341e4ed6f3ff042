/** The draw: the same for everybody who has seed and list, and fair. */
import { describe, expect, it } from 'vitest'
import { drawIds, listDigest } from './random.ts'

describe('the draw', () => {
  const ids = Array.from({ length: 500 }, (_, at) => at * 3 + 1)

  it('is the same for the same seed and list, in whatever order the list comes', () => {
    const drawn = drawIds({ seed: '青禾 2025', ids, size: 40 })
    expect(drawIds({ seed: '青禾 2025', ids: [...ids].reverse(), size: 40 })).toEqual(drawn)
    expect(new Set(drawn).size).toBe(40)
    expect(drawIds({ seed: '青禾 2026', ids, size: 40 })).not.toEqual(drawn)
    expect(listDigest([...ids].reverse())).toBe(listDigest(ids))
  })

  it('is the ids whose SHA-256 of "seed:id" comes first', () => {
    // printf a:1 | sha256sum: 2b2c40a6…; a:2: d860d141…; a:3: 579d74b9…
    expect(drawIds({ seed: 'a', ids: [1, 2, 3], size: 3 })).toEqual([1, 3, 2])
  })

  it('gives every record the same chance', () => {
    const counts = new Map(ids.map((id) => [id, 0]))
    for (let at = 0; at < 400; at += 1)
      for (const id of drawIds({ seed: `s${at}`, ids, size: 50 })) counts.set(id, (counts.get(id) ?? 0) + 1)
    // chi-square over 500 records, 40 expected each; 499 degrees: mean 499 × 0.9, six standard deviations
    const square = [...counts.values()].reduce((sum, seen) => sum + (seen - 40) ** 2 / 40, 0)
    expect(square).toBeGreaterThan(449 - 180)
    expect(square).toBeLessThan(449 + 180)
  })
})
