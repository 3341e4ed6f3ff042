/** How often one address may try to sign in: beside the lock of the account, against trying many accounts. */
import { accountProblems } from '../accounts/problems.ts'
import { milliseconds } from '../clock.ts'

const WINDOW_MS = 60_000
/** An office behind one address signs in together at half past eight. */
const TRIES = 40

export type LoginLimit = { take(ip: string): void }

/** Counts tries per address in this process; forgets them after a minute. */
export function loginLimit(tries = TRIES, now: () => number = milliseconds): LoginLimit {
  const seen = new Map<string, { count: number; until: number }>()
  return {
    take(ip) {
      forget(seen, now())
      const entry = seen.get(ip) ?? { count: 0, until: now() + WINDOW_MS }
      seen.set(ip, { ...entry, count: entry.count + 1 })
      if (entry.count >= tries)
        throw accountProblems.tooMany({ seconds: Math.ceil((entry.until - now()) / 1000) })
    },
  }
}

function forget(seen: Map<string, { until: number }>, now: number): void {
  for (const [ip, { until }] of seen) if (until <= now) seen.delete(ip)
}
