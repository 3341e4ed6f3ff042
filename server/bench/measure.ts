/** Times of one piece of work, and of what stands beside it, taken in turn so that both meet the same machine. */

/** Milliseconds. With few runs p95 is the slowest of them. */
export type Times = { median: number; p95: number; runs: number }

/** One row of the table: ours beside a baseline of the same run. */
export type Line = {
  job: string
  ours: Times
  /** What the baseline is, in words. */
  against: string
  baseline: Times
  /**
   * The bar of the design, where there is one; `ms` only where it holds for the size that was measured. The 95th percentile
   * is held against it, or the median, as the design has it.
   */
  bar?: { text: string; ms?: number; by?: 'median' }
}

/** Where a job says what it found, as soon as it has it: a row of the table, what is worth saying, what was wrong (a wrong result fails the bench), what it is doing now. */
export type Report = Record<'note' | 'wrong' | 'progress', (text: string) => void> & {
  line(line: Line): void
}

/** Work that may differ from run to run (its number, warm-ups first). Preparation belongs in `before`, which is not timed. */
export type Work<T = unknown> = {
  before?: (run: number) => Promise<void>
  run: (run: number) => Promise<T> | T
}

/** `warm` is at least 1. */
export type Plan = { warm: number; runs: number }

/** Runs both in turn, `warm` times for nothing, then `runs` times for the clock. `last`: what each gave in the end. */
export async function beside<A, B>(plan: Plan, ours: Work<A>, baseline: Work<B>) {
  const [a, b]: [number[], number[]] = [[], []]
  let last = await both(0, ours, baseline)
  for (let run = 1; run < plan.warm + plan.runs; run++) {
    last = await both(run, ours, baseline)
    if (run < plan.warm) continue
    a.push(last.took[0])
    b.push(last.took[1])
  }
  return {
    times: { ours: timesOf(a), baseline: timesOf(b) },
    last: { ours: last.ours, baseline: last.baseline },
  }
}

async function both<A, B>(run: number, ours: Work<A>, baseline: Work<B>) {
  const one = await timed(ours, run)
  const two = await timed(baseline, run)
  return { ours: one.result, baseline: two.result, took: [one.ms, two.ms] as const }
}

async function timed<T>({ before, run }: Work<T>, at: number): Promise<{ result: T; ms: number }> {
  await before?.(at)
  const began = performance.now()
  const result = await run(at)
  return { result, ms: performance.now() - began }
}

/** Median, and p95 by nearest rank. */
export function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((x, y) => x - y)
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { median: rank(0.5), p95: rank(0.95), runs: sorted.length }
}
