/** How sure a value of a record is: the highest level that what was done to this very value gives it. Pure. */
import { z } from 'zod'
import { sortable } from '../moment.ts'

/**
 * From the least sure: as a file says it, read without any test; tested as it was read; a person typed, mended or accepted
 * it; the list of another office says the same; seen on the spot.
 */
export const levels = ['asSaid', 'checked', 'byPerson', 'matched', 'onSite'] as const
export type Level = (typeof levels)[number]

/** The list that was laid beside; null to whom it is not shown. */
export const lookedListShape = z.object({ comparisonId: z.number(), file: z.string() }).nullable()

/** What somebody found who held this value against something else. */
export type Look = {
  field: string
  level: 'matched' | 'onSite'
  /** Whether it was found to be so; false: found to be otherwise. A look at another value than the one that stands is none. */
  agrees: boolean
  /** A moment, or the day that a list speaks of. */
  at: string
  /** Who looked, or whose list it is; null to whom that is not shown. */
  by: string | null
  list: z.infer<typeof lookedListShape>
}

/** Where the value itself came from. */
export type Own = { level: 'asSaid' | 'checked' | 'byPerson'; at: string | null; by: string | null }

const lookShape = z.object({
  level: z.enum(levels),
  at: z.string().nullable(),
  by: z.string().nullable(),
  list: lookedListShape,
})

export const levelShape = lookShape.extend({
  /** The last look that found otherwise, while no later one as sure found it to be so. */
  against: lookShape.nullable(),
})
export type ValueLevel = z.infer<typeof levelShape>

export function levelOf(own: Own, looks: readonly Look[]): ValueLevel {
  const stands = (one: Look) => !looks.some((other) => other.agrees !== one.agrees && overrules(other, one))
  const standing = looks.filter(stands).sort(surestFirst)
  const found = standing.find(({ agrees }) => agrees)
  const against = standing.find(({ agrees }) => !agrees)
  return { ...(found ? told(found) : { ...own, list: null }), against: against ? told(against) : null }
}

export function rankOf(level: Level): number {
  return levels.indexOf(level)
}

function overrules(a: Look, b: Look): boolean {
  return rankOf(a.level) >= rankOf(b.level) && sortable(a.at) > sortable(b.at)
}

function surestFirst(a: Look, b: Look): number {
  const [one, other] = [sortable(a.at), sortable(b.at)]
  return rankOf(b.level) - rankOf(a.level) || (one < other ? 1 : one > other ? -1 : 0)
}

function told({ level, at, by, list }: Look) {
  return { level, at, by, list }
}
