/** Counties kept between two moves of a parameter: what was known at a moment stays what was known at that moment. */
import type { Outcome } from '#expression'
import type { Ctx } from '#platform'
import type { CountyRequest } from '../county/page.ts'
import type { Room } from '../decide.ts'
import type { LabCounty } from './county.ts'
import { readCounty } from './county.ts'
import type { Households } from './households.ts'

/** Subjects kept in all. Beyond it the county not asked for longest is put back, and read again when asked for. */
const KEPT = 2_500_000

/** With the outcomes of the last runs, which the next ones write over. */
export type Kept = {
  readonly county: LabCounty
  /** Under the values that hold, with their version. */
  now: { version: string; outcomes: Outcome[] } | undefined
  trial: Outcome[]
  /** Read when first asked for. */
  households?: Promise<Households | undefined>
}

export type Shelf = { take(room: Room, ctx: Ctx, request: CountyRequest): Promise<Kept> }

/** One for the house. The key holds who may see what: nobody is given what another was allowed to read. */
export function openShelf(limit = KEPT): Shelf {
  const kept = new Map<string, { reading: Promise<Kept>; subjects: number }>()
  return {
    take: async (room, ctx, request) => {
      const key = keyOf(ctx, request)
      const place = kept.get(key) ?? { reading: read(room, ctx, request), subjects: 0 }
      kept.delete(key)
      kept.set(key, place) // the last asked for stands last
      try {
        const found = await place.reading
        place.subjects = found.county.subjects
        putBack(kept, limit)
        return found
      } catch (thrown) {
        kept.delete(key)
        throw thrown
      }
    },
  }
}

async function read(room: Room, ctx: Ctx, request: CountyRequest): Promise<Kept> {
  return { county: await readCounty(room, ctx, request), now: undefined, trial: [] }
}

function keyOf({ actor }: Ctx, request: CountyRequest): string {
  const { county, area, party, reads } = actor
  const { policy, register, on, known } = request
  return JSON.stringify([county, area, party, [...reads].sort(), policy, register, on, known])
}

function putBack(kept: Map<string, { subjects: number }>, limit: number): void {
  let all = [...kept.values()].reduce((sum, { subjects }) => sum + subjects, 0)
  for (const [key, { subjects }] of kept) {
    if (all <= limit || kept.size === 1) return
    kept.delete(key)
    all -= subjects
  }
}
