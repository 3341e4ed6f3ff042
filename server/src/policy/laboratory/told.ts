/** The effect of a trial in wire form. */
import type { Effect, Tally } from './effect.ts'

type Amount = string | number | null
/** Amounts: yuan for money, else numbers. */
export type ToldTally = Omit<Tally, 'sum' | 'gained' | 'lost' | 'leftOpen'> & {
  readonly sum: readonly [now: Amount, trial: Amount]
  /** Trial less now: gained − lost − leftOpen. */
  readonly difference: Amount
  readonly gained: Amount
  readonly lost: Amount
  readonly leftOpen: Amount
}
export type ToldEffect = {
  readonly total: ToldTally
  readonly townships: readonly (ToldTally & { readonly code: string })[]
  readonly years: readonly (ToldTally & { readonly year: number | null })[]
}

export function told({ total, townships, years }: Effect, write: (amount: number) => Amount): ToldEffect {
  const tally = <T extends Tally>(one: T) => {
    const [now, trial] = one.sum
    return {
      ...one,
      sum: [write(now), write(trial)] as const,
      difference: write(trial - now),
      gained: write(one.gained),
      lost: write(one.lost),
      leftOpen: write(one.leftOpen),
    }
  }
  return { total: tally(total), townships: townships.map(tally), years: years.map(tally) }
}
