/** Which layer gives how many. */

/** `weight`: its part in the sample (its size, or size times spread); `least` and `all` bound what it gives. */
export type Share = { weight: number; least: number; all: number }

/**
 * Divides `total` over layers by weight, each at least `least` and at most all it has; largest remainder first, the
 * earlier layer at a tie. If the least of all come to more than `total`, that is what is given; never more than there is.
 */
export function allocate(total: number, shares: readonly Share[]): number[] {
  const bounds = shares.map(({ least, all }) => ({ low: Math.min(least, all), high: all }))
  const [least, most] = [sumOf(bounds.map(({ low }) => low)), sumOf(bounds.map(({ high }) => high))]
  const wanted = Math.min(most, Math.max(least, total))
  const factor = factorFor(wanted, shares, bounds)
  const exact = shares.map(({ weight }, at) => clamped(weight * factor, bounds[at]))
  return roundedTo(wanted, exact, bounds)
}

type Bounds = { low: number; high: number }

function clamped(value: number, bounds: Bounds | undefined): number {
  return Math.min(bounds?.high ?? 0, Math.max(bounds?.low ?? 0, value))
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** The factor under which the bounded parts come to `wanted`; found by halving, since the sum only grows with it. */
function factorFor(wanted: number, shares: readonly Share[], bounds: readonly Bounds[]): number {
  const given = (factor: number) =>
    sumOf(shares.map(({ weight }, at) => clamped(weight * factor, bounds[at])))
  let [low, high] = [0, 1]
  for (let at = 0; at < 200 && given(high) < wanted; at += 1) high *= 2
  for (let at = 0; at < 200; at += 1) {
    const middle = (low + high) / 2
    if (given(middle) < wanted) low = middle
    else high = middle
  }
  return high
}

function roundedTo(wanted: number, exact: readonly number[], bounds: readonly Bounds[]): number[] {
  const whole = exact.map((value) => Math.floor(value + 1e-9))
  const byRemainder = exact
    .map((value, at) => ({ at, rest: value - (whole[at] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  // twice round at most: where weights are zero the first round cannot place all
  for (let left = wanted - sumOf(whole); left > 0; ) {
    const before = left
    for (const { at } of byRemainder) {
      if (left === 0 || (whole[at] ?? 0) >= (bounds[at]?.high ?? 0)) continue
      whole[at] = (whole[at] ?? 0) + 1
      left -= 1
    }
    if (left === before) break
  }
  return whole
}
