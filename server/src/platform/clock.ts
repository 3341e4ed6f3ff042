/** The one clock of the house. Office time is China Standard Time, which has no summer time. */
import type { Day } from '#kernel'
import { day } from '#kernel'

export type Clock = {
  today(): Day
  now(): string
  /** A real moment as this clock shows it. */
  shown(real: string): string
}

const CHINA_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** The real clock, or one moved by whole days so that it shows `fixed` (a demo or a test) while the time of day runs on. */
export function clockOf(fixed: string | undefined): Clock {
  return movedBy(fixed === undefined ? 0 : shiftTo(day(fixed)))
}

function movedBy(shift: number): Clock {
  return {
    today: () => dayText(Date.now() + shift) as Day,
    now: () => new Date(Date.now() + shift).toISOString(),
    shown: (real) => later(real, shift),
  }
}

let running = clockOf(process.env.XIANGCE_TODAY)

/** The clock of this process: `XIANGCE_TODAY=2025-09-15` fixes the day. */
export const clock: Clock = {
  today: () => running.today(),
  now: () => running.now(),
  shown: (real) => running.shown(real),
}

/** Lets this process's clock show a day, unless `XIANGCE_TODAY` says one already: the fictional county lives on a day of its own. */
export function fixClock(day: string): void {
  running = clockOf(process.env.XIANGCE_TODAY ?? day)
}

/**
 * Does work at another moment (`2023-07-03T09:20`, China Standard Time), from where the clock runs on; afterwards it
 * shows what it showed. Only before the doors open: the demo county's past is played this way.
 */
export async function playedAt<T>(moment: string, work: () => Promise<T>): Promise<T> {
  const kept = running
  running = movedBy(Date.parse(`${moment}:00+08:00`) - Date.now())
  try {
    return await work()
  } finally {
    running = kept
  }
}

/** Real milliseconds, for time-outs and heartbeats, which no demo may move. */
export function milliseconds(): number {
  return Date.now()
}

/** The moment `ms` milliseconds after `now`, both ISO texts. */
export function later(now: string, ms: number): string {
  return new Date(Date.parse(now) + ms).toISOString()
}

/** The day in China on which a moment (ISO text) was. */
export function dayAt(moment: string): Day {
  return dayText(Date.parse(moment)) as Day
}

function shiftTo(fixed: Day): number {
  const real = Math.floor((Date.now() + CHINA_MS) / DAY_MS)
  return (Math.floor(Date.parse(`${fixed}T00:00:00Z`) / DAY_MS) - real) * DAY_MS
}

function dayText(ms: number): string {
  return new Date(ms + CHINA_MS).toISOString().slice(0, 10)
}
