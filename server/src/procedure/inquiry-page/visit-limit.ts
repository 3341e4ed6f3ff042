/** How often one address may open the page: it costs little, but not nothing. A village office behind one address stays below. */
const WINDOW_MS = 60_000
const VISITS = 120

export type VisitLimit = { take(address: string): boolean }

/** Counts visits per address in this process; forgets them after a minute. `now`: milliseconds. */
export function visitLimit(now: () => number, visits = VISITS): VisitLimit {
  const seen = new Map<string, { count: number; until: number }>()
  return {
    take(address) {
      for (const [one, { until }] of seen) if (until <= now()) seen.delete(one)
      const entry = seen.get(address) ?? { count: 0, until: now() + WINDOW_MS }
      seen.set(address, { ...entry, count: entry.count + 1 })
      return entry.count < visits
    },
  }
}
