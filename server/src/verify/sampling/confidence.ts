/** How sure an interval is to be, and what that is in standard deviations. */

/** In percent. */
export const confidences = [90, 95, 99] as const
export type Confidence = (typeof confidences)[number]

/** Two-sided quantiles of the normal distribution: 90 % → 1.6449, 95 % → 1.9600, 99 % → 2.5758. */
const quantiles: Readonly<Record<Confidence, number>> = {
  90: 1.6448536269514722,
  95: 1.959963984540054,
  99: 2.5758293035489004,
}

export function quantileOf(confidence: Confidence): number {
  return quantiles[confidence]
}

/** The share that may lie outside of one end: 95 % → 0.025. */
export function tailOf(confidence: Confidence): number {
  return (100 - confidence) / 200
}
