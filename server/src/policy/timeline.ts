/** Every value that a parameter has had, has and will have, and which of them holds on a day. */
import type { Citation } from '#kernel'
import type { Policy } from './define.ts'
import type { CountyValue } from './lookup.ts'

export type TimelineEntry = {
  readonly from: string
  readonly until: string | null
  /** In wire form; null: the county took its own value back. */
  readonly value: unknown
  readonly citation: Citation
  /** Written in the rule, or set by the county. */
  readonly origin: 'file' | 'county'
  readonly state: 'current' | 'past' | 'future'
}

/** By parameter key, newest first; at most one entry of each is current on the day. */
export function timelineOf(
  policy: Policy,
  values: readonly CountyValue[],
  day: string,
): Readonly<Record<string, readonly TimelineEntry[]>> {
  const entries = Object.entries(policy.parameters).map(([key, { values: defaults }]) => {
    const own = values.filter((value) => value.key === key)
    const ofFile = [...defaults].sort((a, b) => (a.from < b.from ? -1 : 1))
    const all: Omit<TimelineEntry, 'state'>[] = [
      ...ofFile.map((d, i) => ({ ...d, until: ofFile[i + 1]?.from ?? null, origin: 'file' as const })),
      ...own.map(({ from, until, value, citation }) => ({
        from,
        until,
        value,
        citation,
        origin: 'county' as const,
      })),
    ]
    return [key, stated(all, day)] as const
  })
  return Object.fromEntries(entries)
}

/** The last entry that covers the day holds, unless it takes the county's value back: then the file's does. */
function stated(all: readonly Omit<TimelineEntry, 'state'>[], day: string): readonly TimelineEntry[] {
  const covers = (e: Omit<TimelineEntry, 'state'>) => e.from <= day && (e.until === null || day < e.until)
  const last = all.findLast(covers)
  const current = last?.value === null ? all.findLast((e) => e.origin === 'file' && covers(e)) : last
  return all
    .map((e): TimelineEntry => {
      if (e === current) return { ...e, state: 'current' }
      return { ...e, state: e.from > day ? 'future' : 'past' }
    })
    .sort((a, b) => (a.from > b.from ? -1 : a.from < b.from ? 1 : 0))
}
