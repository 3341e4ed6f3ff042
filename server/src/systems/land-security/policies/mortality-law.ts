/** A table of mortality by formula, for as long as the county has entered none that was published. */
import { divideBig } from '#kernel'

/** Probability of dying within a year at 60, in millionths, and the percent by which it rises for each year of age. */
export type Law = { readonly at60: number; readonly rise: number }

/** Nobody is expected to live beyond. */
export const LAST_AGE = 105

/** q(x) = q(60) × (1 + rise)^(x − 60), to four decimals of a percent; at the last age 100. Exact: no binary fraction on the way. */
export function percentAt({ at60, rise }: Law, age: number): string {
  if (age >= LAST_AGE) return '100'
  const [up, down] = [BigInt(100 + rise), 100n]
  const years = BigInt(Math.abs(age - 60))
  const [num, den] = age >= 60 ? [up ** years, down ** years] : [down ** years, up ** years]
  const millionths = Number(divideBig(BigInt(at60) * num, den, 'half-up'))
  const capped = Math.min(millionths, 1_000_000)
  return `${Math.trunc(capped / 10_000)}.${String(capped % 10_000).padStart(4, '0')}`
}
